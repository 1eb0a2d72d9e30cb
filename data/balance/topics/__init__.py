"""The rows of the table of indicators, topic by topic."""
