"""Finds what changed its position among its siblings: readers take the first item that fits, so order matters."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from generator.compare.note import Note, Phrase, Thing, guide_title, phrase, words
from generator.compare.renames import Renames
from generator.core.library import Library


def notes(before: Library, after: Library, renames: Renames) -> Iterator[Note]:
    """A note for each answer, red flag and precaution that moved relative to those that existed before."""
    for old_tree, tree in renames.trees.items():
        for old, new in renames.questions[old_tree].items():
            was, now = before.trees[old_tree].questions[old], after.trees[tree].questions[new]
            texts = {id: choice.text for id, choice in now.choices.items()}
            ask = words(now.ask, new)
            for id, place in _moved(list(was.choices), texts):
                where = phrase(
                    "In the guide {}: the answer {} to {}", guide_title(after, tree), words(texts[id], id), ask
                )
                yield Note("moved", "answer", f"{new}/{id}", tree, phrase("{} now {}.", where, place))
    flags = {id: flag.text for id, flag in after.red_flags.items()}
    yield from _of_register("red-flag", [renames.flags.get(id, id) for id in before.red_flags], flags)
    said = {id: precaution.text for id, precaution in after.precautions.items()}
    yield from _of_register("precaution", list(before.precautions), said)


def _of_register(thing: Thing, was: Sequence[str], texts: Mapping[str, str]) -> Iterator[Note]:
    for id, place in _moved(was, texts):
        name = thing.replace("-", " ")
        yield Note("moved", thing, id, None, phrase(f"The {name} {{}} now {{}}.", words(texts[id], id), place))


def _moved(was: Sequence[str], texts: Mapping[str, str]) -> Iterator[tuple[str, Phrase]]:
    """The ids that moved relative to the others of both versions, as few as possible, each with its new position."""
    now = [id for id in texts if id in was]
    known = [id for id in was if id in texts]
    stayed = {
        id
        for block in SequenceMatcher(None, known, now, autojunk=False).get_matching_blocks()
        for id in known[block.a : block.a + block.size]
    }
    ids = list(texts)
    for id in now:
        if id not in stayed:
            place = ids.index(id)
            before = ids[place - 1] if place else ""
            yield id, phrase("comes after {}", words(texts[before], before)) if place else phrase("comes first")
