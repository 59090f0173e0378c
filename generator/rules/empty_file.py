"""An empty file.

Nothing is published from an empty file, so the page that somebody meant to write is silently missing. A file that
contains only comments counts as empty, and so does a page with nothing below its front matter.
"""

from generator.core.finding import Fault
from generator.core.source import Spot

CODE = "S101"


def fault(at: Spot, has_fields: bool = False) -> Fault:
    """Report an empty file; `has_fields` if it is a page with front matter and nothing below it."""
    if has_fields:
        message = "This page is empty below its front matter."
        return Fault(CODE, at, message, "Write the page, or delete the file.")
    return Fault(CODE, at, "This file is empty.", "Write the entry, or delete the file.")
