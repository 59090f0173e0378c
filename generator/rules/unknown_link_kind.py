"""A link of a kind that does not exist.

Inside a text, a link names its target by kind and id: `[words](outcome:see-someone)`. The kinds are tree, outcome, faq,
place, plan, exercise, care, precaution, source and page. Links to other websites begin with `https:`, and so does the
`URL` of a source; its `DOI` begins with `10.`. Anything else would be published as a dead link, or could run a script.

Wrong, in content/places/knee.yml:

    title: Knee
    what: See [a doctor](outcomes:see-someone).

Right, in content/places/knee.yml:

    title: Knee
    what: See [a doctor](outcome:see-someone).
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.kinds import LINK_KINDS
from generator.core.library import at
from generator.core.markup import web_address
from generator.core.text import listing
from generator.rules.lookup import unknown

CODE = "S409"
_DOI = "10."


def check(survey: Survey) -> Iterator[Fault]:
    """Check the kind of every link, and the DOI and URL of every source."""
    kinds = f"Use {listing(LINK_KINDS, 'or')} and an id without a space, or an address that starts with https:."
    yield from unknown(survey, CODE, "link-kind", "kind of link", kinds)
    for id, source in survey.library.sources.items():
        if source.DOI and not source.DOI.startswith(_DOI):
            begin = source.DOI.find(_DOI)
            help = (
                f'Write "{source.DOI[begin:]}".'
                if begin > 0
                else "Copy it from the first page of the paper; one begins with 10."
            )
            yield Fault(CODE, at("source", id, "DOI"), f'"{source.DOI}" is no DOI.', help)
        if source.URL and not web_address(source.URL):
            whole = "Write the whole address, such as https://example.org/1."
            yield Fault(CODE, at("source", id, "URL"), f'"{source.URL}" is no address on the web.', whole)
