"""A link to an anchor that is not on the page.

The part of a link after `#` names an anchor on the page. On an ordinary page, this is a heading as the site builder
writes it (lower case, hyphens for spaces, no punctuation), or the anchor that the heading was given:
`## Which one? {#which}`. On a guide it is a question or a result, on the page of sources a source.

Wrong, in content/about/knees.md:

    # Knees

    See [below](#in-the-nite).

    ## In the night

Right, in content/about/knees.md:

    # Knees

    See [below](#in-the-night).

    ## In the night
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault

CODE = "S413"


def check(survey: Survey) -> Iterator[Fault]:
    """Look up the anchor of each link on an ordinary page."""
    for link in survey.dead_links:
        if link.why == "anchor":
            page, _, anchor = link.target.partition("#")
            where = f'the page "{page}"' if page else "this page"
            help = f'Did you mean "{link.meant}"?' if link.meant else "Name a heading, or link to the page as a whole."
            yield Fault(CODE, link.at, f'There is no place "#{anchor}" on {where}.', help, link.meant)
