"""A tree that does not exist.

A choice or a link names a tree for which there is no file in `decision_trees/`.

Wrong, in content/places/knee.yml:

    title: Knee
    what: See [the guide](tree:exampel).

Right, in content/places/knee.yml:

    title: Knee
    what: See [the guide](tree:example).
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.rules.lookup import unknown

CODE = "S403"


def check(survey: Survey) -> Iterator[Fault]:
    """Look up every tree that is named."""
    return unknown(survey, CODE, "tree", "tree", "Write it as decision_trees/{id}.yml, or name another.")
