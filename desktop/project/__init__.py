"""The project file in the window: new, open, save, autosave and recovery, compare, pack."""
