"""Writes findings and comparisons as text, JSON, Markdown, SARIF and GitHub annotations."""
