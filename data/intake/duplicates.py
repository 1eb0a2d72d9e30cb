"""Sites that are there already: the same name at the same place."""
