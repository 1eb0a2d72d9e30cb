"""The report: what it says (content), and the same as pages, as slides and as one file for a browser."""
