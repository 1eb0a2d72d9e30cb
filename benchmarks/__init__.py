"""Timings against the budgets of the design, and against GeoPandas drawing the same townships in the same run."""
