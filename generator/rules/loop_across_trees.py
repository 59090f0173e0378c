"""Trees that lead to each other in a circle.

A reader could be sent from guide to guide and never get a result.

Wrong, in decision_trees/example.yml:

    cannot-tell: {text: I cannot tell, unsure: true, tree: example}

Right:

    cannot-tell: {text: I cannot tell, unsure: true, outcome: see-someone}
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at

CODE = "S503"


def check(survey: Survey) -> Iterator[Fault]:
    """Report each loop between trees, at the choice that closes it."""
    for loop in survey.graph.loops:
        tree, to = loop.edge
        question, choice = survey.graph.shapes[tree].jumps[to]
        yield Fault(
            CODE,
            at("tree", tree, "questions", question, "choices", choice, "tree"),
            f"These trees hand over to each other in a circle: {' → '.join(loop.nodes)}.",
            "Let this choice, or another on the way, lead to an outcome or another tree.",
        )
