"""A text that still has to be written.

`signpost new` writes a skeleton of an entry, with TODO where somebody has to write a text. It is a reminder while the
entry is being written. Readers must never see it.

Wrong, in content/places/knee.yml:

    title: "TODO: the place in plain words"

Right, in content/places/knee.yml:

    title: Knee
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at, texts
from generator.core.readability import TO_WRITE, is_to_write
from generator.core.text import count

CODE = "S802"
SEVERITY = "warning"


def check(survey: Survey) -> Iterator[Fault]:
    """Find all texts that begin with TODO; one fault per entry, at the first of them."""
    for kind, id, entry in survey.library.each():
        # Most entries have none. This test takes a tenth of the time of the search for the location.
        if TO_WRITE in "".join(survey.strings[kind, id]) and (
            left := [path for path, text in texts(entry) if is_to_write(text)]
        ):
            message = (
                f"{count(len(left), 'text')} of this entry {'is' if len(left) == 1 else 'are'} still to be written."
            )
            yield Fault(CODE, at(kind, id, *left[0]), message, "Replace each text that begins with TODO.")
