"""From a library to pages in Markdown, and to files for other programs."""
