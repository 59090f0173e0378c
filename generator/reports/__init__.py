"""Findings are data; each module here is one way to print them."""
