"""Write translation files: each text beside its original, with what is still to do marked."""

from collections.abc import Mapping
from typing import Any

from generator.core.source import Step
from generator.core.translation import Place, Translated, translation_of
from generator.load.yaml_nodes import written

_HEAD = """\
# Words of {original} in another language: `from` is the original, `to` the same in this one.
# Where there is a `was`, the original has changed since: mend `to`, then delete the `was`.
# "signpost translate {language}" writes what is missing.
"""


def updated(
    texts: Mapping[Place, str], known: Mapping[Place, Translated], memory: Mapping[str, str] | None = None
) -> dict[Place, Translated]:
    """Every text with its translation, if there is one.

    The translation of an equal text elsewhere is reused, for example if an id has changed.

    Args:
        texts: the originals, by place.
        known: existing translations, by place; their originals may be gone.
        memory: further translations, by original.
    """
    memory = {one.from_: one.to for one in known.values() if one.to.strip() and not one.was} | dict(memory or {})
    return {place: _updated(text, known.get(place), memory) for place, text in texts.items()}


def _updated(text: str, one: Translated | None, memory: Mapping[str, str]) -> Translated:
    if one is not None and (one.is_of(text) or not one.to.strip()):
        return one.model_copy(update={"from_": text, "to": one.to if one.to.strip() else memory.get(text, "")})
    if text in memory:
        return Translated(**{"from": text}, to=memory[text], note=one.note if one else "")
    if one is None:
        return Translated(**{"from": text})
    was = one.was or one.from_
    # If the original has changed back, nothing is to do.
    return one.model_copy(update={"from_": text, "was": "" if was == text else was})


def files(texts: Mapping[Place, Translated], language: str) -> dict[str, str]:
    """The text of each translation file, by path.

    Args:
        texts: the whole translation, in the order of the originals.
        language: the name of its folder.
    """
    found: dict[str, dict[Step, Any]] = {}
    for place, one in texts.items():
        inside = found.setdefault(place.file, {})
        *above, last = place.path
        for step in above:
            inside = inside.setdefault(step, {})
        inside[last] = _as_mapping(one)
    return {
        translation_of(original, language): _HEAD.format(original=original, language=language) + written(_listed(data))
        for original, data in found.items()
    }


def _as_mapping(one: Translated) -> dict[str, str]:
    said = {"from": one.from_, "was": one.was, "to": one.to, "note": one.note}
    return {key: value for key, value in said.items() if value or key in ("from", "to")}


def _listed(value: Any) -> Any:  # noqa: ANN401 - whatever stands in a file
    """Turn mappings by index into lists; a text without words has no translation and leaves a gap."""
    if not isinstance(value, dict):
        return value
    if not all(isinstance(key, int) for key in value):
        return {key: _listed(item) for key, item in value.items()}
    return [_listed(value.get(index)) for index in range(max(value) + 1)]
