"""What it means: measures over towns, counties and circles. Pure functions; no Qt, no drawing."""
