"""Every text of a library that a translation holds, by where it stands."""

from generator.core.blank import has_words
from generator.core.kinds import IN_REGISTERS, file_of
from generator.core.library import Library, texts_for_readers
from generator.core.project import CONTENT, SITE
from generator.core.translation import Place, checksum


def originals(library: Library) -> dict[Place, str]:
    """Every text to translate, by where it stands. A page is one text: its checksum, which changes with it."""
    found: dict[Place, str] = {}
    for kind, id, entry in library.each():
        above = (id,) if kind in IN_REGISTERS else ()
        file = file_of(kind, id)
        for path, text in texts_for_readers(entry, above, records=False):
            found[Place(file, path)] = text
    for path, text in texts_for_readers(library.site, records=False):
        # Words with plural forms have those of the language, which are others.
        if path[0] != "words" or len(path) == 2:
            found[Place(SITE, path)] = text
    # What shows no words says the same in every language.
    found = {place: text.strip() for place, text in found.items() if has_words(text)}
    return found | {Place(f"{CONTENT}/{uri}", ()): checksum(page) for uri, page in library.pages.items()}
