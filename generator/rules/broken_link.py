"""Something that looks like a link and is none.

A link is written as `[words](tree:example)`: the words in square brackets, right after them the address in round ones.
With a space between the two, in another order, or never closed, it is shown to readers as it was typed. So it is with
anything behind the address but a title in straight quotes, or it becomes a link that leads nowhere.

Wrong, in content/places/knee.yml:

    title: Knee
    what: See [the guide] (tree:example).

Right, in content/places/knee.yml:

    title: Knee
    what: See [the guide](tree:example).
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault

CODE = "S420"


def check(survey: Survey) -> Iterator[Fault]:
    """Look through all texts and pages."""
    for where, slip in survey.slips:
        if slip.kind == "link":
            written = slip.written.replace("\n", " ")
            message = f'"{written}" is no link, so readers would see it as it is.'
            yield Fault(CODE, where, message, f'Write "{slip.meant}".')
