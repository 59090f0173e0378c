"""Two versions of a library, compared as a reviewer would want to know."""
