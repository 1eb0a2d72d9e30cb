"""Importing in the window: the steps from a file to rows of the project."""
