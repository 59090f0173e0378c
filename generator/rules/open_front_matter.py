"""A page whose front matter is not closed.

The front matter at the very top of an ordinary page, between two lines of three hyphens, contains the title of the
page. Without the second line, all of it would be shown to readers, or taken for something else.

Wrong, in content/about/knees.md:

    ---
    title: Knees

    Everything about knees.

Right, in content/about/knees.md:

    ---
    title: Knees
    ---

    Everything about knees.
"""

from generator.core.finding import Fault
from generator.core.source import Spot

CODE = "S205"


def fault(at: Spot) -> Fault:
    """Report three hyphens at the top of a page without a second line of them below."""
    help = 'Write "---" on a line of its own below the fields. For a line across the page, write "***".'
    return Fault(CODE, at, "The front matter that begins here does not end.", help)
