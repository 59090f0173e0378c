"""Renders a library as Markdown pages, and as files for other programs."""
