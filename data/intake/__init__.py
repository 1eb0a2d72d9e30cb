"""From a table of text to sites and figures of a project: columns, cleaning, places, duplicates, refused rows."""
