"""Text that looks like a link but is not one.

A link is written as `[words](tree:example)`: the words in square brackets, directly followed by the address in round
brackets. With a space between the two, in another order, or never closed, it is shown to readers as typed. After the
address, only a title in straight quotes may follow: with anything else, readers see it as typed, or the link leads
nowhere.

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
    """Check all texts and pages."""
    for where, malformed in survey.malformed_links:
        if malformed.kind == "link":
            written = malformed.written.replace("\n", " ")
            message = f'"{written}" is not a link, so readers would see it as typed.'
            yield Fault(CODE, where, message, f'Write "{malformed.meant}".')
