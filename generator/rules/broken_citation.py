"""Text that looks like a citation but is not one.

A source is cited as `[@a-study]`, several as `[@a-study; @b-study]`: in square brackets, with an `@` directly before
each id and a semicolon between ids. Anything else is shown to readers as typed, and the statement has no source.

Wrong, in content/places/knee.yml:

    title: Knee
    what: It bends [@a-study, @a-study].

Right, in content/places/knee.yml:

    title: Knee
    what: It bends [@a-study].
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.lookalikes import named

CODE = "S419"


def check(survey: Survey) -> Iterator[Fault]:
    """Check all texts and pages."""
    for where, malformed in survey.malformed_links:
        if malformed.kind == "citation":
            help = (
                f'Write "{malformed.meant}".'
                if malformed.meant
                else "Write [@id], or [@id; @id] for several, each the id of a source."
            )
            why = f": there is {named(malformed.odd)} in it" if malformed.odd else ""
            message = f'"{malformed.written}" is not a citation, so readers would see it as typed{why}.'
            yield Fault(CODE, where, message, help)
