"""A red flag that is too long to read in a hurry.

Readers look through the red flags one after another, perhaps frightened, perhaps on a phone. Anything more that there
is to say belongs in the `detail` of the red flag, which its result shows. `most_words_in_a_sign` in `content/site.yml`
sets the limit.

Wrong, in decision_trees/red_flags.yml:

    swelling:
      text: >-
        Your knee has become hot, red and swollen over the last few days, and it is so sore that you can hardly bend it
        or put any weight on it
      care: soon
      places: [knee]
      sources: [a-study]

Right, in decision_trees/red_flags.yml:

    swelling:
      text: Your knee is hot and swollen
      detail: It came on over the last few days, and you can hardly bend it.
      care: soon
      places: [knee]
      sources: [a-study]
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at
from generator.core.markup import plain
from generator.core.text import count

CODE = "S803"
SEVERITY = "warning"


def check(survey: Survey) -> Iterator[Fault]:
    """Count the words of each red flag."""
    most = survey.library.site.most_words_in_a_sign
    for id, flag in survey.library.red_flags.items():
        words = len(plain(flag.text).split())
        if words > most:
            yield Fault(
                CODE,
                at("red-flag", id, "text"),
                f"This sign has {count(words, 'word')}; the limit is {most}.",
                'Shorten it, and put the rest under "detail".',
            )
