"""A page whose front matter does not end.

What stands at the very top of an ordinary page between two lines of three hyphens says what the page is called.
Without the second line, all of it would be shown to readers, or taken for something else.

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
    """Three hyphens at the top, and no others below."""
    help = 'Write "---" on a line of its own below the fields. For a line across the page, write "***".'
    return Fault(CODE, at, "The front matter that begins here does not end.", help)
