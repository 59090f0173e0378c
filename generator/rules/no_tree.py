"""A project without a decision tree.

There is nothing to publish. Often the command was run in the wrong folder.
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.project import TREES
from generator.core.source import Spot

CODE = "S106"


def check(survey: Survey) -> Iterator[Fault]:
    """Check that there is at least one tree, valid or not."""
    if not survey.library.known["tree"]:
        yield Fault(
            CODE,
            Spot(TREES),
            f"There is no decision tree: no file {TREES}/<name>.yml was found.",
            "Add a tree, or name the project's folder with --project.",
        )
