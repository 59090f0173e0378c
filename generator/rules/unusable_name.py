"""A page or file whose name cannot be used in an address.

The names of files and folders under `content/` become addresses, which people type, link to and save. So a name must
work on every common system and must not have a special meaning in an address: no `#`, `?`, `%` or `:`, no invisible
characters, no space at the beginning or end, and at most 100 characters.
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.address import why_invalid_name
from generator.core.finding import Fault
from generator.core.project import CONTENT, FIGURES
from generator.core.source import Spot

CODE = "S107"


def check(survey: Survey) -> Iterator[Fault]:
    """Check the name of each published page and file, and of the folders above it."""
    library = survey.library
    published = [page.path for page in library.pages.values()]
    published += [name for name in library.assets if not name.startswith(f"{FIGURES}/")]
    for name in sorted(published):
        *folders, last = name.removeprefix(f"{CONTENT}/").removesuffix(".md").split("/")
        if why := next(filter(None, map(why_invalid_name, folders)), None):
            help = "Rename the folder, such as content/our-articles/."
            yield Fault(CODE, Spot(name), f"The name of a folder here cannot be part of an address: {why}.", help)
        elif why := why_invalid_name(last):
            help = f"Rename it, such as {'our-articles.md' if name.endswith('.md') else 'a-picture.png'}."
            yield Fault(CODE, Spot(name), f"This name cannot be part of an address: {why}.", help)
