"""A page whose title, description or first heading is blank.

The name of a page is the `title` in its front matter, or else its first heading. The menu, lists and searches show that
name. A title without a visible character leaves an empty line there.

Wrong, in content/about/knees.md:

    ---
    title: " "
    ---

    Everything about knees.

Right, in content/about/knees.md:

    ---
    title: Knees
    ---

    Everything about knees.
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.markup import plain
from generator.core.page_text import first_heading, line_ends
from generator.core.source import Location, Spot
from generator.core.text import is_blank

CODE = "S308"


def check(survey: Survey) -> Iterator[Fault]:
    """Check the title and description in the front matter of each page, and its first heading."""
    library = survey.library
    for uri, fields in library.page_fields.items():
        for name in ("title", "description"):
            if name in fields.model_fields_set and is_blank(getattr(fields, name)):
                at = Location(library.pages[uri].path, (name,))
                yield Fault(CODE, at, f"The {name} of this page is blank.", f"Write its {name}, or take the line out.")
        heading = first_heading(line_ends(library.pages[uri].text))
        if heading is not None and is_blank(plain(heading[0])):
            spot = Spot(library.pages[uri].path, heading[1] + 1)
            yield Fault(CODE, spot, "The first heading of this page is blank.", "Write what the page is called.")
