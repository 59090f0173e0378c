"""Changes small projects at random, and holds what `check` says of them against what is then built."""
