"""How every rule reports an id that does not exist, whatever kind of thing it names."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.analyse.gate import card_outcomes, levels_with_cards
from generator.analyse.references import Reference
from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.guess_id import bare_id, id_by_title, kind_before, near_id
from generator.core.kinds import IN_REGISTERS, KINDS
from generator.core.library import Library, at
from generator.core.lookalikes import as_id, holds
from generator.core.project import ID
from generator.core.source import Location, Spot
from generator.core.text import known_here, nearest_name

# These references name a target with its kind before it, so another kind can be named in the same place.
_WITH_KIND = {"choice": "{kind}: {id}", "text": "{kind}:{id}", "act": "{kind}:{id}"}
# A wrong guess about a source would give a statement another source, so the names must be very similar. For other
# kinds, a similarity of 0.6 is enough.
_NEAR = {"source": 0.8}
# References by links in texts.
_IN_TEXTS = ("text", "act")
_BETWEEN = re.compile(r"[\s,;]+")
# The kinds that a choice can name.
_OF_CHOICES = ("outcome", "tree")


def unknown(survey: Survey, code: str, kind: str, noun: str = "", help: str = "") -> Iterator[Fault]:
    """Faults for every reference of a kind to an id that does not exist.

    Args:
        survey: all references of a library.
        code: the code of the rule.
        kind: the kind of the target; one of `KINDS`, or "figure", "page" or "link-kind".
        noun: what it is called in a message; taken from the kind if left out.
        help: how to create the id; "{id}" in it is replaced. Taken from the kind if left out.
    """
    library = survey.library
    if (about := KINDS.get(kind)) and about.unknown:
        noun, help = noun or about.noun, help or about.unknown.help
    misnamed = _misnamed(survey, kind) if kind in IN_REGISTERS else {}
    for id, named in misnamed.items():
        message = f'Nothing names the {noun} "{id}", while "{named}" is named in several places and does not exist.'
        help = f'Write "{named}". If it was renamed on purpose, write "{id}" wherever it is named.'
        yield Fault(code, at(kind, id, of="key"), message, help, named)
    for reference in survey.references_to.get(kind, ()):
        if reference.id in misnamed.values():
            continue
        if reference.by == "text" and _has_no_page(library, kind, reference.id):
            message = f'The {noun} "{reference.id}" has no page to link to: no red flag names it.'
            listed = known_here(levels_with_cards(library) & library.care_levels.keys())
            yield Fault(code, reference.at, message, f"Link to another, or say in words what to do.{listed}")
        elif not library.knows(kind, reference.id):
            # A case may end at the card of a level, which the generator makes.
            if reference.by == "case" and reference.id in card_outcomes(library):
                continue
            # An invalid id, of a file that must be renamed, is not suggested.
            known = [one for one in library.known[kind] or () if kind == "page" or ID.fullmatch(one)]
            yield _fault(survey, code, reference, noun, help, known)


def _fault(survey: Survey, code: str, reference: Reference, noun: str, help: str, known: list[str]) -> Fault:
    """A fault for one reference to an unknown id, with what was probably meant."""
    library, kind, id, where = survey.library, reference.kind, reference.id, reference.at
    message = f'There is no {noun} "{id}"{holds(id)}.'
    bare = id if kind == "page" else bare_id(id)
    to_add = help.replace("{id}", as_id(bare))
    if now := library.present_id(kind, id):
        return Fault(code, where, message, f'Write "{now}", as it is called now.', now)
    if holds(id) and (plain := as_id(id)) in known:
        return Fault(code, where, message, f'Type "{plain}" again, with nothing but a to z, 0 to 9 and "-".', plain)
    if reference.by in _IN_TEXTS and (page := id.partition("#")[0]) != id and page in known:
        whole = f"{KINDS[kind].word if kind in KINDS else kind}:{page}"
        return Fault(code, where, message, f'Write "{whole}": such a link leads to a page, not to a place on it.', page)
    if other := _other_kind(survey, reference, bare):
        form = "[words]({kind}:{id})" if kind == "source" else _WITH_KIND.get(reference.by, "")
        fits = reference.by in _IN_TEXTS or (reference.by == "choice" and other in ("question", *_OF_CHOICES))
        return other_kind(code, where, message, other, bare, form if fits else "")
    if meant := bare if bare in known else id_by_title(library, kind, id):
        return Fault(code, where, message, f'Write "{meant}".', meant)
    if several := _several(reference, known):
        return Fault(code, where, message, f"Put a comma between any two of them: {several}.")
    if near := near_id(bare, known, _NEAR.get(kind, 0.6)):
        # The wrong source would be worse than none, so the help also says how to add the missing one.
        also = f" If not: {to_add[0].lower()}{to_add[1:]}" if kind in _NEAR and as_id(bare) != near else ""
        return Fault(code, where, message, f'Did you mean "{near}"?{also}', near)
    return Fault(code, where, message, to_add + known_here(_in_order(library, kind, known)))


def other_kind(code: str, where: Location | Spot, message: str, kind: str, id: str, form: str = "") -> Fault:
    """A fault for an id that is not of the expected kind, but of another one.

    Args:
        code: the code of the rule.
        where: the location of the id.
        message: what is wrong, as for an unknown id.
        kind: its actual kind: one of `KINDS`, or "question" or "figure".
        id: the id.
        form: how to name it there, with "{kind}" and "{id}" in it; empty if that is not possible.
    """
    about = KINDS.get(kind)
    noun = about.noun if about else kind
    is_one = f"{message[:-1]}: it is {'an' if noun[0] in 'aeiou' else 'a'} {noun}."
    word = about.word if about else kind
    if form and (about is None or about.linkable):
        return Fault(code, where, is_one, f'Write "{form.format(kind=word, id=id)}".', f"{word}:{id}")
    help = "Name one of the right kind, or move it to the field that is for these."
    return Fault(code, where, is_one, help, f"{word}:{id}")


def _other_kind(survey: Survey, reference: Reference, id: str) -> str:
    """The only kind in which an id is known, or the kind written before it; empty if there is none or more than one."""
    library = survey.library
    said = kind_before(reference.id)
    kinds: tuple[str, ...] = (said,) if said else _OF_CHOICES if reference.by == "choice" else tuple(KINDS)
    if reference.by == "choice" and isinstance(reference.at, Location) and said in ("", "question"):
        tree = library.trees.get(reference.owner[1])
        if tree is not None and id in tree.questions:
            return "question"
    # The id is of the right kind, and only has extra characters around it.
    if id in (library.known.get(reference.kind) or ()) and said in ("", reference.kind):
        return ""
    found = [kind for kind in kinds if id in (library.known.get(kind) or ())]
    return found[0] if len(found) == 1 else ""


def _misnamed(survey: Survey, kind: str) -> dict[str, str]:
    """Entries that nothing names, each with a similar id that is named more than once but does not exist.

    Then the mistake is in the id of the entry, not in the references.
    """
    library = survey.library
    named = Counter(reference.id for reference in survey.references_to.get(kind, ()))
    idle = [id for id in library.entries[kind] if id not in named]
    gone = [id for id, times in named.items() if times > 1 and not library.knows(kind, id)] if idle else []
    found = {}
    for id in gone:
        near = nearest_name(id, library.entries[kind], _NEAR.get(kind, 0.6))
        if near in idle and not library.present_id(kind, id):
            found[near] = id
    return found


def _in_order(library: Library, kind: str, known: Iterable[str]) -> list[str]:
    """Ids of a kind: as written if their order has a meaning, else in alphabetical order."""
    written = list(library.entries.get(kind, ()))
    return written if kind == "care-level" and set(written) == set(known) else sorted(known)


def _several(reference: Reference, known: Iterable[str]) -> str:
    """Several ids in one item of a list, joined with commas; empty if there is only one."""
    if not isinstance(reference.at, Location) or not isinstance(reference.at.path[-1], int):
        return ""
    named = [one for one in _BETWEEN.split(reference.id) if one]
    return ", ".join(named) if len(named) > 1 and not set(named).isdisjoint(known) else ""


def _has_no_page(library: Library, kind: str, id: str) -> bool:
    """Whether an entry exists but has no page: only care levels that a red flag names have cards."""
    if kind != "care-level" or id not in library.care_levels or library.known["red-flag"] is None:
        return False
    return id not in levels_with_cards(library)
