"""A source that nothing cites.

Readers take the bibliography for what the pages rest on. Either a statement was meant to cite it, or
it can go.

Wrong, in content/sources.yml:

    a-study: {title: A study of knees, URL: https://example.org/1}
    b-study: {title: Another study, URL: https://example.org/2}

Right, in content/sources.yml:

    a-study: {title: A study of knees, URL: https://example.org/1}
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.model import at

CODE = "S703"


def check(survey: Survey) -> Iterator[Fault]:
    """Collect what is cited; the rest are orphans."""
    cited = {reference.id for reference in survey.references if reference.kind == "source"}
    for id in survey.library.sources:
        if id not in cited:
            yield Fault(
                CODE,
                at("source", id, of="key"),
                f'Nothing cites the source "{id}".',
                'Cite it where it supports a statement ("sources: [...]" or "[@...]"), or delete it.',
            )
