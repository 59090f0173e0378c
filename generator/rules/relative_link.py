"""A link in a text that does not say what it leads to.

The texts of guides, results and other entries are shown on several pages, so a relative address that works on one of
them leads nowhere on the others. Within the site, name the target by its kind and id: `[words](tree:knee)`. An address
on the web begins with `https:`.

Wrong, in content/places/knee.yml:

    title: Knee
    what: See [the other one](../places/elbow/).

Right, in content/places/knee.yml:

    title: Knee
    what: See [the other one](place:elbow).
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.kinds import LINK_KINDS
from generator.core.text import listing

CODE = "S414"


def check(survey: Survey) -> Iterator[Fault]:
    """Report every link and picture in a text that names neither a kind and id nor an address on the web."""
    for link in survey.dead_links:
        if link.why == "relative":
            message = f'"{link.target}" does not say what it leads to.'
            yield Fault(CODE, link.at, message, _help(link.kind == "image", link.meant), link.meant)


def _help(is_picture: bool, meant: str) -> str:
    if is_picture:
        return "Pictures are possible on ordinary pages only: put it there, and link to that with page:."
    if meant:
        return f'Write "{meant}".'
    return f"Name its kind and its id, such as tree:knee (the kinds are {listing(LINK_KINDS)}), or begin with https:."
