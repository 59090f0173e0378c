"""Translations as a gettext catalog, for the programs that translators use: Poedit, Weblate and others."""

from collections.abc import Mapping
from io import BytesIO

from generator.core.errors import SignpostError
from generator.core.translation import Place, Translated


class CatalogError(SignpostError):
    """A catalog that cannot be read; the message says why."""


def as_catalog(texts: Mapping[Place, Translated], language: str) -> bytes:
    """A catalog as a PO file.

    What stands for a text is `msgctxt`: its file and the keys that lead to it. What has changed since it was translated
    is marked as fuzzy, with the text before.

    Args:
        texts: every text, translated or not.
        language: such as "de" or "pt-BR".
    """
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    catalog = Catalog(locale=language.replace("-", "_"), project="Signpost", fuzzy=False)
    for place, one in texts.items():
        stale = [one.was] if one.was else []
        notes = [one.note] if one.note else []
        catalog.add(
            one.from_,
            one.to,
            context=str(place),
            locations=[],
            flags=["fuzzy"] if stale else [],
            user_comments=notes,
            previous_id=stale,
        )
    file = BytesIO()
    write_po(file, catalog, width=0, include_previous=True, omit_header=False)
    return file.getvalue()


def from_catalog(data: bytes, texts: Mapping[Place, str]) -> tuple[dict[Place, Translated], list[str]]:
    """What a catalog says.

    Args:
        data: a PO file.
        texts: every text there is to translate, by where it stands.

    Returns:
        its translations, and the `msgctxt` of each that belongs to no text.

    Raises:
        CatalogError: where it cannot be read.
    """
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalog = read_po(BytesIO(data), abort_invalid=True)
    except (PoFileError, ValueError, LookupError) as error:
        raise CatalogError(str(error)) from None
    by_name = {str(place): place for place in texts}
    found: dict[Place, Translated] = {}
    unknown: list[str] = []
    for message in catalog:
        if not message.id:
            continue
        place = by_name.get(message.context or "")
        if place is None:
            unknown.append(message.context or str(message.id))
        elif message.string:
            was = "".join(message.previous_id) if message.fuzzy else ""
            # Marked, without a word about what it was made of: then it is of something else.
            was = was or ("?" if message.fuzzy else "")
            note = "\n".join(message.user_comments)
            found[place] = Translated(**{"from": str(message.id)}, to=str(message.string), was=was, note=note)
    return found, unknown
