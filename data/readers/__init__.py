"""Files of other programs as tables of text: one module for each family of formats, nothing interpreted."""
