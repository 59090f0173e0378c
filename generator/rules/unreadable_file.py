"""A file that cannot be opened.

A missing permission, a link whose target is gone, or something that is not an ordinary file. So is a folder of entries
that is a file, or in which nothing is found.
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.kinds import KINDS
from generator.core.project import CONTENT, TREES
from generator.core.source import Spot

CODE = "S104"
_HOLDS = {TREES: "guides, red flags and levels of care", CONTENT: "results, places and sources"}


def fault(at: Spot, reason: str) -> Fault:
    """`reason` says why, as the system gives it; "no folder" is of a file in the place of a folder of entries."""
    if reason == "no folder":
        message = f'This is a file, and "{at.file}" must be a folder.'
        return Fault(CODE, at, message, f'Rename the file, and put the entries into a folder "{at.file}".')
    reason = reason[:1].lower() + reason[1:]
    return Fault(CODE, at, f"This file cannot be read: {reason}.", "Put an ordinary, readable file here.")


def check(survey: Survey) -> Iterator[Fault]:
    """Whether both folders hold something, if one does: without either there is no project, which is another rule."""
    library = survey.library
    for top, other in ((TREES, CONTENT), (CONTENT, TREES)):
        nothing = all(library.known[kind] == frozenset() for kind in _kinds(top))
        if nothing and any(library.entries[kind] for kind in _kinds(other)) and not (top == CONTENT and library.pages):
            message = f'Nothing was found in the folder "{top}", in which {_HOLDS[top]} are written.'
            yield Fault(CODE, Spot(top), message, "Write them there, or name the folder of the project with --project.")


def _kinds(top: str) -> list[str]:
    return [name for name, kind in KINDS.items() if kind.home.path.startswith(f"{top}/") or kind.home.path == top]
