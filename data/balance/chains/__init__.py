"""Where numbers come from that are no indicators: one file for each kind, with its ids and its ``CHAIN``."""
