"""The workbench: the checker and renderer of this project, running in the browser, for people who edit a file there."""
