"""Charts of the assessment as Matplotlib figures, in the fonts and colours of the map."""
