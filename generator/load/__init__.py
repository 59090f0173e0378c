"""From files to a library: reading, YAML, parsing, and projects at a git revision."""
