"""A file that cannot be read, or a folder in which nothing is found.

The cause is a missing permission, a link whose target is gone, or something that is not an ordinary file. A file in the
place of a folder of entries is reported too, and so is a project in which `decision_trees/` or `content/` holds no
entries.
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
    """Report a file; `reason` is the system's message, or "no folder" for a file where a folder of entries belongs."""
    if reason == "no folder":
        message = f'This is a file, and "{at.file}" must be a folder.'
        return Fault(CODE, at, message, f'Rename the file, and put the entries into a folder "{at.file}".')
    reason = reason[:1].lower() + reason[1:]
    return Fault(CODE, at, f"This file cannot be read: {reason}.", "Put an ordinary, readable file here.")


def check(survey: Survey) -> Iterator[Fault]:
    """Report an empty main folder if the other one has entries; another rule reports a project without any."""
    library = survey.library
    for top, other in ((TREES, CONTENT), (CONTENT, TREES)):
        nothing = all(library.known[kind] == frozenset() for kind in _kinds(top))
        if nothing and any(library.entries[kind] for kind in _kinds(other)) and not (top == CONTENT and library.pages):
            message = f'Nothing was found in the folder "{top}", in which {_HOLDS[top]} are written.'
            yield Fault(CODE, Spot(top), message, "Write them there, or name the folder of the project with --project.")


def _kinds(top: str) -> list[str]:
    return [name for name, kind in KINDS.items() if kind.home.path.startswith(f"{top}/") or kind.home.path == top]
