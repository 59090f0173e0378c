"""An entry without a field that this site requires.

Every site requires the same basic fields of each kind of entry. A site can require more under `require` in
`content/site.yml`: for each kind, the names of fields, as in `outcome: [avoid, article_says]`. Write the field of a
part with the name of the part before it, `stages.when`; if either of two fields is enough, write `DOI or URL`.
"""

from collections.abc import Iterator

from generator.analyse.house_rules import is_field, missing_required_fields
from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.kinds import KINDS
from generator.core.kinds.kind import fields_of
from generator.core.library import at_site
from generator.core.text import did_you_mean, listing

CODE = "S312"


def check(survey: Survey) -> Iterator[Fault]:
    """Check that every entry has the required fields, and that these fields exist."""
    library = survey.library
    for kind, fields in library.site.require.items():
        for index, field in enumerate(fields):
            *above, last = field.split(".")
            for name in last.split(" or "):
                if not is_field(".".join((kind, *above, name))):
                    keys = [one.key for one in fields_of(KINDS[kind].model)] if kind in KINDS else list(KINDS)
                    help = did_you_mean(name if kind in KINDS else kind, keys, f"Use one of: {listing(keys, 'or')}.")
                    message = f'There is no field "{name}" of "{".".join((kind, *above))}".'
                    yield Fault(CODE, at_site("require", kind, index), message, help)
    for where, field, noun in missing_required_fields(library):
        message = f'This {noun} has no "{field}", which this site requires.'
        yield Fault(
            CODE, where, message, f'Add "{field.split(" or ")[0]}: ..."; "require" in content/site.yml asks for it.'
        )
