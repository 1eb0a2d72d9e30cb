"""The editor in which definitions of the circles are painted."""
