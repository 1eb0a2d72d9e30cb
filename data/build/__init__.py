"""Building the embedded data set from the compiled facts and the published boundaries (``python -m data.build``)."""
