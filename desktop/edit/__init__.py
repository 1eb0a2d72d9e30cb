"""Editing in the window: sites, figures, layers, definitions, and the history of changes."""
