"""What is known: facts with their sources, areas, circles and the measures over them. No Qt, no drawing."""
