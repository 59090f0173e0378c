"""A site language that is not known.

The language decides how dates and numbers are written and which plural forms words have. Write it as in web pages: a
language such as `de`, with a country where that matters, such as `en-GB`.

Wrong, in content/site.yml:

    language: english

Right, in content/site.yml:

    language: en-GB
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at_site
from generator.core.text import visible
from generator.core.wording import is_language

CODE = "S310"


def check(survey: Survey) -> Iterator[Fault]:
    """Check that the language set for the site is known."""
    site = survey.library.site
    if "language" in site.model_fields_set and not is_language(site.language):
        yield Fault(
            CODE,
            at_site("language"),
            f'The language "{visible(site.language)}" is not known.',
            'Write it as in web pages: "en-GB", "de", "pt-BR".',
        )
