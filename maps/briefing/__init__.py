"""Briefings: scenes as slides, their fields, flights and hand-outs, without any window."""
