"""How people work: windows, panels, commands and the command line."""
