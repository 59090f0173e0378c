"""The rules: one file each, named for the fault. `registry` lists them all."""
