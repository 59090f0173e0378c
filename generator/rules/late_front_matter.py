"""Front matter that is ignored because it starts too late or with the wrong marks.

The front matter of an ordinary page is between two lines of exactly three hyphens, and the first of these is the very
first line of the file. Below an empty line or a heading, or between other marks, it is shown to readers, and its fields
have no effect.

Wrong, in content/about/knees.md:

    # Knees

    ---
    title: All about knees
    ---

    Everything about knees.

Right, in content/about/knees.md:

    ---
    title: All about knees
    ---

    # Knees

    Everything about knees.
"""

from generator.core.finding import Fault
from generator.core.source import Spot

CODE = "S209"


def fault(at: Spot, mark: str) -> Fault:
    """Report what looks like front matter but is not; `mark` is the line with which it begins."""
    if mark != "---":
        message = f'Front matter does not begin with "{mark}", so readers would see it as text.'
        return Fault(CODE, at, message, 'Write "---" as the very first line of the page, and again below the fields.')
    message = "Front matter must begin in the very first line; here, readers would see it as text."
    return Fault(CODE, at, message, 'Move it to the top: the first line of the page must be "---".')
