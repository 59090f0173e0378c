"""The site handed to MkDocs. The only package that imports mkdocs: without MkDocs, it can go as a whole."""
