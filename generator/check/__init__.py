"""Runs the rules, leaves out faults that follow from others, and places the rest."""
