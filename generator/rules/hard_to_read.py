"""A text that is hard to read.

A reader may be in pain, tired or new to the language. The figure is the mean sentence length plus the percentage of
long words (LIX; Björnsson, 1968): about 25 for easy prose, 40 for a newspaper, over 50 for an official text. It is only
a hint about where to look first: a text with a good figure can still be unclear.

Wrong, in content/places/knee.yml:

    title: Knee
    what: >-
      Patellofemoral articulation symptomatology characteristically deteriorates following prolonged
      immobilisation, necessitating individualised rehabilitation programmes incorporating progressive
      strengthening interventions alongside comprehensive educational components.

Right, in content/places/knee.yml:

    title: Knee
    what: The knee often gets stiff when you keep it still. Start to move it a little each day.
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.kinds.kind import Entry
from generator.core.library import at, strings
from generator.core.memo import memoized
from generator.core.readability import PLAIN, lix
from generator.core.subject import is_health

CODE = "S801"
SEVERITY = "warning"


def check(survey: Survey) -> Iterator[Fault]:
    """Measure every entry that has a page of its own."""
    for kind, id, entry in survey.library.in_folders():
        figure = _figure(entry)
        if figure > PLAIN:
            yield Fault(
                CODE,
                at(kind, id),
                f"This may be hard to read: its readability score is {figure:.0f}, and up to {PLAIN} is plain.",
                "Shorten the sentences, and put the plain word before the medical one."
                if is_health(survey.library)
                else "Shorten the sentences, and put the plain word before the long one.",
            )


@memoized
def _figure(entry: Entry) -> float:
    return lix(strings(entry))
