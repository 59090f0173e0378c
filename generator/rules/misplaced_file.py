"""A file that would never be read.

Entries are read from `decision_trees/`, `content/outcomes/`, `content/faq/` and `content/places/`,
straight in the folder, and their names end in `.yml`. The names of ordinary pages end in `.md`. Anything else
there would be left out silently.
"""

import posixpath

from generator.core.finding import Fault
from generator.core.kinds import kind_of, with_right_ending
from generator.core.project import CONTENT
from generator.core.source import Spot

CODE = "S105"


def fault(at: Spot) -> Fault:
    """A file with the wrong ending, or in a folder below."""
    renamed = with_right_ending(at.file)
    if kind_of(renamed) or renamed.endswith(".md"):
        ending = at.file[len(posixpath.splitext(renamed)[0]) :]
        return Fault(CODE, at, f'This file ends in "{ending}", so it is not read.', f'Rename it to "{renamed}".')
    if posixpath.dirname(at.file) == CONTENT:
        return Fault(
            CODE,
            at,
            "This file is not in the folder of any kind of entry, so it is not read.",
            "Move it to content/outcomes/, content/faq/, content/places/ or decision_trees/.",
        )
    return Fault(
        CODE,
        at,
        "This file is in a sub-folder, so it is not read.",
        "Move it up into the folder of its kind, or out of these folders.",
    )
