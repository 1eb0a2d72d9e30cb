"""Briefings in windows: the list of scenes, the show, the console of the presenter."""
