"""Hands the site to MkDocs. The only package that imports mkdocs: without MkDocs, it can be removed as a whole."""
