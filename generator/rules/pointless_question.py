"""A question whose choices all end the same way.

Whatever readers answer, they get the same result, so there is no reason to ask.

Wrong, in decision_trees/example.yml:

        a-little: {text: A little, question: side}
        cannot-tell: {text: I cannot tell, unsure: true, outcome: see-someone}
    side:
      ask: On which side?
      choices:
        left: {text: Left, outcome: take-it-easy}
        right: {text: Right, outcome: take-it-easy}

Right:

        a-little: {text: A little, outcome: take-it-easy}
        cannot-tell: {text: I cannot tell, unsure: true, outcome: see-someone}
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at

CODE = "S504"


def check(survey: Survey) -> Iterator[Fault]:
    """Report what the proof found."""
    for tree, question, outcome in survey.proof.pointless:
        yield Fault(
            CODE,
            at("tree", tree, "questions", question, of="key"),
            f'Whatever is answered to "{question}", the result is always "{outcome}".',
            "Let a choice lead elsewhere, or delete the question.",
        )
