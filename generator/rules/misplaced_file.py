"""A YAML file that would never be read.

Entries are read from `decision_trees/`, `content/outcomes/`, `content/faq/` and `content/places/`,
straight in the folder, and their names end in `.yml`. Anything else there would be left out silently.
"""

from generator.finding import Fault
from generator.project import is_misplaced, kind_of
from generator.source import Spot

CODE = "S105"


def fault(at: Spot) -> Fault:
    """A file with the wrong ending, or in a folder below."""
    renamed = at.file.removesuffix("yaml") + "yml"
    if at.file.endswith(".yaml") and kind_of(renamed) and not is_misplaced(renamed):
        return Fault(CODE, at, 'This file ends in ".yaml", so it is not read.', f'Rename it to "{renamed}".')
    return Fault(
        CODE,
        at,
        "This file is in a sub-folder, so it is not read.",
        "Move it up into the folder of its kind, or out of these folders.",
    )
