"""Shared by all other packages: the data model, source files, findings, plain text and small utilities."""
