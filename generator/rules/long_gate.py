"""A guide with too much to read before its own first question.

The count includes the guide's title and its red-flag questions with everything on them. All readers have to read each
red flag, and most have none of them. `most_words_before_the_first_question` in `content/site.yml` sets the limit.
"""

from collections.abc import Iterator

from generator.analyse.guide import words_before_first_question
from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at
from generator.core.text import count

CODE = "S804"
SEVERITY = "warning"


def check(survey: Survey) -> Iterator[Fault]:
    """Count the words before the first question of each guide that asks about red flags."""
    library = survey.library
    most = library.site.most_words_before_the_first_question
    for id, tree in library.trees.items():
        if tree.start not in tree.questions:
            continue
        words = words_before_first_question(library, id)
        if words > most:
            yield Fault(
                CODE,
                at("tree", id, "title"),
                f"Readers of this guide read {count(words, 'word')} before its first question; {most} are enough.",
                "Shorten the signs of its places, ask fewer of them here, or ask in the guide's own questions.",
            )
