"""A symbolic link that leads out of the project.

What it points to is not part of the project: it would be missing for everybody else, and a pull
request could publish a file of the machine that builds the site.
"""

from generator.core.finding import Fault
from generator.core.source import Spot

CODE = "S103"


def fault(at: Spot) -> Fault:
    """A link whose target lies outside the project."""
    return Fault(
        CODE,
        at,
        "This is a symbolic link to something outside the project.",
        "Replace the link with a copy of the file.",
    )
