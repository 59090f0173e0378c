"""Finds the differences between two versions of a library, as readers would notice them."""
