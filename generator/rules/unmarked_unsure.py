"""An answer for readers who are not sure that is not marked as one.

"I am not sure" must never lead to less urgent care than the other answers. This is only proved for answers that are
marked with `unsure: true`. `unsure_words` in `content/site.yml` lists the words by which such an answer is recognised.

Wrong, in decision_trees/example.yml:

    cannot-tell: {text: I cannot tell, outcome: see-someone}

Right:

    cannot-tell: {text: I cannot tell, unsure: true, outcome: see-someone}
"""

from collections.abc import Iterator

from generator.analyse.signs import sounds_unsure
from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at

CODE = "S608"


def check(survey: Survey) -> Iterator[Fault]:
    """Check the ids and texts of all answers, in a library with care levels."""
    library = survey.library
    if not library.care_levels:
        return
    for tree, id, question in survey.questions():
        for choice_id, choice in question.choices.items():
            if not choice.unsure and sounds_unsure(choice_id, choice.text, library.site.unsure_words):
                yield Fault(
                    CODE,
                    at("tree", tree, "questions", id, "choices", choice_id, of="key"),
                    f'The answer "{choice_id}" says that the reader is not sure, and is not marked so.',
                    'Add "unsure: true" to it, or use other words.',
                )
