"""The rules: one module per rule, named for the mistake that it finds. `register` lists them all."""
