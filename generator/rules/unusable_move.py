"""A redirect of a moved page that cannot work.

`moved` in `content/site.yml` redirects the former address of a page to the page that replaces it. Use it for what has
no `aliases`: an ordinary page, or a page whose subject is now covered elsewhere. The former address must not be that of
an existing page, and the present one must be. Write both as in `permalinks.txt`: names that each end in a slash.

Wrong, in content/site.yml:

    title: Knees
    moved: {articles/running/: guides/exampel/}

Right, in content/site.yml:

    title: Knees
    moved: {articles/running/: guides/example/}
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.address import why_invalid
from generator.core.finding import Fault
from generator.core.library import at_site
from generator.core.source import Location
from generator.core.text import did_you_mean

CODE = "S905"


def check(survey: Survey) -> Iterator[Fault]:
    """Look up both addresses of each move."""
    moved = survey.library.site.moved.items()
    if not moved:
        return
    pages, redirects = survey.addresses.pages, survey.addresses.redirects
    for old, new in moved:
        key = Location(at_site().file, ("moved", old), "key")
        if why := why_invalid(old):
            help = "Write it as in permalinks.txt, without an anchor, such as articles/running/."
            yield Fault(CODE, key, f'"{old}" is not the address of a page: {why}.', help)
        elif old in pages:
            yield Fault(CODE, key, f'"{old}" is a page, so it cannot lead to another.', "Take the line out.")
        elif new in redirects:
            help = f'Write "{redirects[new]}", to which it leads.'
            yield Fault(CODE, at_site("moved", old), f'"{new}" is a former address itself.', help)
        elif new not in pages and (why := why_invalid(new)):
            help = did_you_mean(new, pages, "Name a page of this site, such as guides/.")
            yield Fault(CODE, at_site("moved", old), f'"{new}" is not the address of a page: {why}.', help)
        elif new not in pages:
            help = did_you_mean(new, pages, "Name a page of this site, such as guides/.")
            yield Fault(CODE, at_site("moved", old), f'There is no page "{new}".', help)
