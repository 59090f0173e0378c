"""Translations as a gettext catalog, for translation tools such as Poedit and Weblate."""

from collections.abc import Iterable, Mapping
from io import BytesIO

from generator.core.errors import SignpostError
from generator.core.translation import Place, Translated

# Marks a comment that holds the previous original.
_PREVIOUS = "|"


class CatalogError(SignpostError):
    """A catalog that cannot be read; the message says why."""


def as_catalog(texts: Mapping[Place, Translated], language: str) -> bytes:
    """A catalog as a PO file.

    `msgctxt` identifies each text: its file and the keys that lead to it. A stale translation is marked as fuzzy, with
    the previous original.

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
    """Read a catalog.

    Args:
        data: a PO file.
        texts: every text to translate, by its place.

    Returns:
        its translations, and the `msgctxt` of each message that belongs to no text.

    Raises:
        CatalogError: if it cannot be read.
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
            # Fuzzy, without the previous original: it was made from another text, which is not known.
            was = (_was(message.user_comments) or "?") if message.fuzzy else ""
            note = "\n".join(line for line in message.user_comments if not line.startswith(_PREVIOUS))
            found[place] = Translated(**{"from": str(message.id)}, to=str(message.string), was=was, note=note)
    return found, unknown


def _was(comments: Iterable[str]) -> str:
    """The previous original, which Babel writes but reads back as a comment."""
    from babel.messages.pofile import denormalize

    lines = [line.removeprefix(_PREVIOUS).strip() for line in comments if line.startswith(_PREVIOUS)]
    return str(denormalize("\n".join(lines).removeprefix("msgid "))) if lines else ""
