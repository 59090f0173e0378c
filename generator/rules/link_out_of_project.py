"""A symbolic link to something outside the project.

The target is not part of the project: it would be missing for everybody else, and a pull request could publish a file
from the machine that builds the site.
"""

from generator.core.finding import Fault
from generator.core.source import Spot

CODE = "S103"


def fault(at: Spot) -> Fault:
    """Report a symbolic link whose target is outside the project."""
    return Fault(
        CODE,
        at,
        "This is a symbolic link to something outside the project.",
        "Replace the link with a copy of the file.",
    )
