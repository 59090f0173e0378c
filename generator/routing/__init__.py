"""How readers move through the trees, and what is true of every way they can take."""
