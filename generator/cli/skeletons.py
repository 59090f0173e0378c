"""Templates for new entries: commented files that pass every rule in the library that they are made for.

Each text to be written begins with TODO. While there is one, `check` reports it as a warning.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from textwrap import wrap
from typing import get_args, get_origin

from generator.analyse.routes import Routes
from generator.cli.conversation import Walked
from generator.cli.schema import schema_line
from generator.core.errors import SignpostError
from generator.core.kinds import IN_FOLDERS, KINDS, file_of, kind_of
from generator.core.kinds.kind import Day, Entry, FieldOf, Kind, RefersTo, Words, fields_of
from generator.core.kinds.outcome import Outcome
from generator.core.library import Library
from generator.core.subject import is_health, required_fields

# The kinds that `signpost new` can create: those with a file for each entry.
NEW_KINDS = IN_FOLDERS
_TODO = '"TODO: ..."'
# Wording for sites about health, and its replacement for other subjects.
_OTHER_WORDING = (
    ("such as Pain at the sit bone", "such as The printer does not print"),
    ("# Where it hurts. This decides", "# What it is about, as ids of places. This decides"),
    ("the answer that needs help sooner", "the more urgent answer"),
    ("must never lead to less care than", "must never lead to anything less urgent than"),
    ("what people with this pattern are often told, and what to do.", "where answers lead, and what to do then."),
    ("# How soon help is needed, and from whom:", "# How urgent it is:"),
    (' No "you have".', ""),
    ("#   People with this pattern are often told ...", "#   ..."),
    ("# What would make it more urgent, and after how long to see somebody anyway.\n", ""),
    ('get_help_if:\n  - "TODO: It is no better after ... weeks"\n\n', ""),
    (": self-care is shown only after the red flags of all of them.", "."),
    ("# A place on the body.", "# A place, or whatever guides are about."),
    ('# muscles: ["..."]\n', ""),
    ("what to take care of when pressing", "what to take care of"),
)
_ARTICLE_AND_EVIDENCE = re.compile(r"# What the starting article says, .*\n# article_says: .*\n# evidence_says: .*\n\n")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A file to be written, relative to the project."""

    path: str
    text: str


class NothingToNameYetError(SignpostError):
    """An entry would have to refer to something that does not exist yet; the message says what to do first."""


def skeletons(kind: str, id: str, library: Library, today: date) -> list[Skeleton]:
    """The file of a new entry, then those of entries that it must refer to and that do not exist yet.

    Args:
        kind: one of NEW_KINDS.
        id: the new entry's id.
        library: the existing entries, to be referred to.
        today: the date to write as the review date.

    Raises:
        NothingToNameYetError: if an entry is required that cannot be generated.
    """
    made = _skeletons(kind, id, library, today)
    return made if is_health(library) else [replace(one, text=_reworded(one.text)) for one in made]


def _reworded(text: str) -> str:
    for said, instead in _OTHER_WORDING:
        text = text.replace(said, instead)
    return _ARTICLE_AND_EVIDENCE.sub("", text)


def _skeletons(kind: str, id: str, library: Library, today: date) -> list[Skeleton]:
    match kind:
        case "tree":
            made = _tree(id, library, today)
        case "outcome":
            made = _outcome(id, library, today)
        case "faq":
            made = _faq(id, library, today)
        case "place":
            made = [_place(id)]
        case _:
            made = _of_fields(KINDS[kind], id, library, today)
    return [_with_required(one, library) for one in made]


def _with_required(made: Skeleton, library: Library) -> Skeleton:
    """The file with those texts added that the site requires in addition to its kind."""
    found = kind_of(made.path)
    if found is None or found[0] not in library.site.require:
        return made
    model = KINDS[found[0]].model
    asked = [one.partition(" or ")[0] for one in library.site.require[found[0]]]
    lines = []
    for one in fields_of(model):
        # References to other entries, and fields with parts, cannot be generated.
        if one.key in asked and isinstance(one.role, Words) and f"\n{one.key}:" not in made.text:
            description = model.model_fields[one.name].description or one.key
            is_list = _is_list(model.model_fields[one.name].annotation)
            lines += [
                *(f"# {line}" for line in wrap(description, 100)),
                f"{one.key}: {f'[{_TODO}]' if is_list else _TODO}",
            ]
    if not lines:
        return made
    return Skeleton(made.path, "\n".join([f"{made.text}\n# This site asks for these as well.", *lines, ""]))


def _skeleton(kind: str, id: str, text: str) -> Skeleton:
    path = file_of(kind, id)
    return Skeleton(path, schema_line(path) + text)


def _tree(id: str, library: Library, today: date) -> list[Skeleton]:
    made: list[Skeleton] = []
    outcomes = _two_outcomes(library, (f"{id}-result", f"{id}-other-result"))
    for missing in outcomes.keys() - library.outcomes.keys():
        made += [one for one in _outcome(missing, library, today) if one not in made]
    careful, other = outcomes
    places = list(dict.fromkeys(place for outcome in outcomes.values() for place in outcome.places))
    places = places or list(library.places)[:1]
    if not places and library.red_flags:
        places = [id]
        made.append(_place(id))
    named = f"places: [{', '.join(places)}]" if places else "# places: []"
    tree = f"""\
# A guide: questions, one at a time, that end at a result. Replace each text that begins with TODO,
# then run "signpost check". All ids are addresses: a to z, digits and hyphens, and never changed once published.

# What the guide is called, and what it is for, in one line.
title: "TODO: such as Pain at the sit bone"
summary: "TODO: Find out what ..."

# Where it hurts. This decides which red flags are asked before the first question; they ask themselves.
{named}

# The id of the first question, and the day somebody last read the whole guide against its sources.
start: first-question
reviewed: {today.isoformat()}

questions:
  first-question:
    ask: "TODO: one plain question?"
    # Why it is asked, if that helps to answer it. May be left out.
    # why: "..."
    choices:
      # Each choice leads to exactly one of these:
      #   question: the-id      another question, further down in this file
      #   outcome: the-id       a result, content/outcomes/the-id.yml
      #   tree: the-id          another guide, decision_trees/the-id.yml
      first-answer:
        text: "TODO: the answer that needs help sooner"
        outcome: {careful}
      second-answer:
        text: "TODO: another answer"
        outcome: {other}
      # Not being sure must never lead to less care than the other answers do.
      unsure:
        text: I am not sure
        unsure: true
        outcome: {careful}
"""
    return [_skeleton("tree", id, tree), *made]


def _two_outcomes(library: Library, otherwise: tuple[str, str]) -> dict[str, Outcome]:
    """Two outcomes for a tree to lead to, the more urgent one first; new ones if too few exist."""
    place = {level: number for number, level in enumerate(library.care_levels)}
    known = {id: one for id, one in library.outcomes.items() if not place or one.care in place}

    def least_alarming(id: str) -> tuple[bool, int]:
        # Levels with a professional first, the least urgent of them first: an example must not call an ambulance.
        care = known[id].care or ""
        return (library.care_levels[care].self_care, -place[care]) if place else (False, 0)

    chosen = {id: known[id] for id in sorted(known, key=least_alarming)[:2]}
    for id in otherwise[: 2 - len(chosen)]:
        chosen[id] = Outcome(care=_a_level(library))
    return dict(sorted(chosen.items(), key=lambda one: place[one[1].care or ""] if place else 0))


def _outcome(id: str, library: Library, today: date) -> list[Skeleton]:
    source, made = _a_source(library)
    level = _a_level(library)
    care = ""
    if level:
        care = f"""
# How soon help is needed, and from whom: {_listed(library.care_levels)}.
care: {level}
"""
    outcome = f"""\
# A result: what people with this pattern are often told, and what to do. Replace each text that begins with TODO,
# let a choice of a guide lead here ("outcome: {id}"), then run "signpost check".

title: "TODO: the result in a few words"
{care}
# The first thing a reader should know and do, in one or two sentences. No "you have".
summary: "TODO: ..."

# What it may be, what to try and what to avoid. Each may be left out.
# what: |
#   People with this pattern are often told ...
# try:
#   - ...
# avoid:
#   - ...

# What would make it more urgent, and after how long to see somebody anyway.
get_help_if:
  - "TODO: It is no better after ... weeks"

# What the starting article says, and what the evidence says, in your own words. [@{source}] cites a source.
# article_says: "..."
# evidence_says: "..."

# The places it concerns: self-care is shown only after the red flags of all of them.
# places: []

# What the statements rest on: ids from content/sources.yml. Put yours in the place of this one.
sources: [{source}]
reviewed: {today.isoformat()}
"""
    return [_skeleton("outcome", id, outcome), *made]


def _faq(id: str, library: Library, today: date) -> list[Skeleton]:
    kinds = {"trees": library.trees, "places": library.places, "outcomes": library.outcomes}
    belongs = next(((key, next(iter(entries))) for key, entries in kinds.items() if entries), None)
    if belongs is None:
        raise NothingToNameYetError(
            "A reader question belongs to a guide, a place or a result, and there is none yet. "
            'Begin with a guide: "signpost new tree NAME".'
        )
    source, made = _a_source(library)
    faq = f"""\
# A reader question and its answer. Replace each text that begins with TODO, then run "signpost check".

question: "TODO: the question in a reader's words?"

# Plain, short sentences. Link by id: [words](outcome:the-id), [words](tree:the-id); [@{source}] cites a source.
answer: |
  TODO: the answer.

# What the starting article says, and what the evidence says, in your own words. Each may be left out.
# article_says: "..."
# evidence_says: "..."

# What it belongs to, by id. At least one of trees, outcomes and places.
{belongs[0]}: [{belongs[1]}]

# What the statements rest on: ids from content/sources.yml. Put yours in the place of this one.
sources: [{source}]
reviewed: {today.isoformat()}
"""
    return [_skeleton("faq", id, faq), *made]


def _place(id: str) -> Skeleton:
    place = f"""\
# A place on the body. Replace each text that begins with TODO, name the place in guides and results
# ("places: [{id}]"), then run "signpost check".

title: "TODO: the place in plain words"

# One line about it, and other names for it. All that follows may be left out.
# summary: "..."
# names: ["..."]
# muscles: ["..."]

# What is here, and what to take care of when pressing.
# what: |
#   ...
# caution:
#   - ...
"""
    return _skeleton("place", id, place)


def case_skeleton(id: str, library: Library, today: date, walked: Walked | None = None) -> Skeleton:
    """The file of a case: with the answers that somebody gave, or those of the first path through a guide.

    Raises:
        NothingToNameYetError: if there is no guide, or none that can be walked.
    """
    if walked is None:
        guide = next(iter(library.trees), None)
        path = next(Routes(library).paths(guide), None) if guide else None
        if guide is None or path is None:
            raise NothingToNameYetError(
                'A case walks a guide, and there is none yet. Begin with: "signpost new tree NAME".'
            )
        walked = Walked(guide, path.answers, path.ending)
    answers = "\n".join(f"  - {{{_name(question)}: {_name(choice)}}}" for question, choice in walked.answers)
    expect = f"outcome: {_name(walked.ending.outcome)}"
    care = walked.ending.care
    level = f" Instead of a result, a level is enough: {{care: {care}}}, or {{care: [{care}, ...]}}." if care else ""
    text = f"""\
# A case: a story of a reader, the answers that this reader gives, and where they must end.
# Replace each text that begins with TODO, then run "signpost check" and "signpost cases".

title: "TODO: the case in a few words"
story: "TODO: what the reader would tell, in a few sentences. Nobody must be recognisable."

# Where this reader begins, and the answers in the order in which they are asked.
guide: {_name(walked.guide)}
answers:
{answers}

# Where it must end.{level}
expect: {{{expect}}}
reviewed: {today.isoformat()}
"""
    return _skeleton("case", id, text)


def _name(id: str) -> str:
    """An id as written in YAML: quoted where it could be read as a number, date, list, boolean or null."""
    return id if id[:1].isalpha() and id not in ("true", "false", "null") else f'"{id}"'


def _of_fields(kind: Kind, id: str, library: Library, today: date) -> list[Skeleton]:
    """The template for an entry of any kind, from its fields: required fields as values, the others as comments."""
    must = {*kind.model.REQUIRED, *(("sources",) if kind.sourced else ())}
    must |= set(required_fields(kind, library))
    belongs = next((one for one in fields_of(kind.model) if one.name in kind.belongs and _first(one, library)), None)
    lines = [f'# {kind.noun.capitalize()}. Replace each text that begins with TODO, then run "signpost check".']
    made: list[Skeleton] = []
    if kind.belongs and belongs is None:
        raise NothingToNameYetError(f"This {kind.noun} belongs to something that is not there yet. Begin with that.")
    for one in fields_of(kind.model):
        info = kind.model.model_fields[one.name]
        lines += ["", *(f"# {line}" for line in wrap(info.description or one.key, 100))]
        if one.name in must or one is belongs:
            if isinstance(one.role, RefersTo) and one.role.kind == "source":
                source, made = _a_source(library)
                lines.append(f"{one.key}: [{source}]")
            elif isinstance(one.role, RefersTo):
                named = _first(one, library)
                if named is None:
                    raise NothingToNameYetError(f"This {kind.noun} names a {one.role.kind}, and there is none yet.")
                lines.append(f"{one.key}: [{named}]" if _is_list(info.annotation) else f"{one.key}: {named}")
            elif isinstance(one.role, Day):
                lines.append(f"{one.key}: {today.isoformat()}")
            elif one.part is not None and _is_list(info.annotation):
                lines += [f"{one.key}:", *_first_part(one.part)]
            else:
                todo = _part(one.part) if one.part else _TODO
                lines.append(f"{one.key}: [{todo}]" if _is_list(info.annotation) else f"{one.key}: {todo}")
        else:
            lines.append(f"# {one.key}: ...")
    return [_skeleton(kind.name, id, "\n".join(lines) + "\n"), *made]


def _part(model: type[Entry]) -> str:
    """The required fields of a part of an entry, such as a stage of a plan, on one line."""
    return f"{{{', '.join(f'{one.key}: {_TODO}' for one in fields_of(model) if one.name in model.REQUIRED)}}}"


def _first_part(part: type[Entry]) -> Iterator[str]:
    """The first item of a list of parts: required fields as values, the others as comments."""
    mark = "  - "
    for one in sorted(fields_of(part), key=lambda one: one.name not in part.REQUIRED):
        if one.name in part.REQUIRED:
            yield f'{mark}{one.key}: "TODO: ..."'
            mark = "    "
        else:
            yield f"    # {one.key}: ..."


def _first(one: FieldOf, library: Library) -> str | None:
    return next(iter(library.entries.get(one.role.kind, {})), None) if isinstance(one.role, RefersTo) else None


def _is_list(annotation: object) -> bool:
    return get_origin(annotation) is list or any(_is_list(one) for one in get_args(annotation))


def _a_source(library: Library) -> tuple[str, list[Skeleton]]:
    if library.sources:
        return next(iter(library.sources)), []
    path = file_of("source", "")
    sources = f"""\
{schema_line(path)}# The bibliography: everything that the pages rest on, by id.

first-source:
  title: "TODO: the title of the article, guideline or book"
  # author: [{{family: ..., given: ...}}]
  # issued: 2026
  # URL: https://...
"""
    return "first-source", [Skeleton(path, sources)]


def _a_level(library: Library) -> str | None:
    """The least urgent care level with a professional: a new outcome must not be self-care by default."""
    levels = list(library.care_levels)
    professional = [id for id in levels if not library.care_levels[id].self_care]
    return next(reversed(professional or levels), None)


def _listed(ids: Iterable[str]) -> str:
    return ", ".join(ids)
