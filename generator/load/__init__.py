"""From files to a library: reading files, YAML, parsing, and projects at a git revision."""
