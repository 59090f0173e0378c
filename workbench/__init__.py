"""The workbench: the checker and the renderer of this project, in a browser, for who changes a file there."""
