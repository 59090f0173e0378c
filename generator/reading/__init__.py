"""From files to a library: stages 1 and 2."""
