"""Runs every rule, drops faults that only follow from other faults, and gives the rest a line and column."""
