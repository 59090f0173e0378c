"""Every text of a library to translate, by its place."""

from collections.abc import Mapping

from generator.core.blank import has_words
from generator.core.kinds import IN_REGISTERS, file_of
from generator.core.kinds.kind import Entry
from generator.core.library import Library, texts_for_readers
from generator.core.memo import memoized
from generator.core.project import CONTENT, SITE
from generator.core.settings import SiteSettings
from generator.core.translation import Place, checksum


def originals(library: Library) -> dict[Place, str]:
    """Every text to translate, by its place. A page counts as one text: its checksum, which changes with the page."""
    found: dict[Place, str] = {}
    for kind, id, entry in library.each():
        found.update(_of_entry(entry, kind, id))
    found.update(_of_site(library.site))
    for uri, page in library.pages.items():
        found[Place(f"{CONTENT}/{uri}", ())] = checksum(page)
    return found


@memoized
def _of_entry(entry: Entry, kind: str, id: str) -> Mapping[Place, str]:
    file, above = file_of(kind, id), (id,) if kind in IN_REGISTERS else ()
    # Text without words is the same in every language.
    return {
        Place(file, path): text.strip()
        for path, text in texts_for_readers(entry, above, records=False)
        if has_words(text)
    }


@memoized
def _of_site(site: SiteSettings) -> Mapping[Place, str]:
    # Words with plural forms are left out: their forms depend on the language.
    return {
        Place(SITE, path): text.strip()
        for path, text in texts_for_readers(site, records=False)
        if has_words(text) and (path[0] != "words" or len(path) == 2)
    }
