"""Draws the changed part of a guide as a Mermaid flowchart: what changed, and one step around it.

GitHub draws at most 500 arrows and 50,000 characters.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.compare.libraries import Comparison, GuideChange
from generator.core.care_colours import CARE_COLOURS
from generator.core.kinds.care_level import Card
from generator.core.kinds.tree import Target, Tree
from generator.core.library import Library
from generator.core.markup import plain

MAX_ARROWS = 400
MAX_CHARACTERS = 18_000
_LONGEST_LABEL = 60
_PLAIN = frozenset(" .,'?!-")
_NodeName = tuple[Target, str]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A Mermaid flowchart, and the number of arrows left out of it."""

    text: str
    left_out: int


@dataclass(frozen=True, slots=True)
class _Arrow:
    """An answer that leads from a question to a node. `line` is Mermaid's arrow; `note` precedes the answer's text."""

    start: _NodeName
    end: _NodeName
    words: str
    line: str = "-->"
    note: str = ""


def drawing(comparison: Comparison, guide: GuideChange) -> Drawing | None:
    """Draw what changed in a guide; None if no arrow changed, nor the care level of an outcome that it leads to."""
    if guide.before is None or guide.after is None:
        return None
    before = _arrows(comparison.before, guide.before, _Names(comparison, guide.before))
    after = _arrows(comparison.after, guide.after, None)
    recast = {
        ("outcome", new)
        for old, new in comparison.renames.outcomes.items()
        if comparison.before.outcomes[old].care != comparison.after.outcomes[new].care
    }
    changed, same = [], []
    for key, arrow in after.items():
        old = before.get(key)
        if old and old.end == arrow.end and arrow.end not in recast:
            same.append(arrow)
        else:
            note = "" if old and old.end == arrow.end else "now: "
            changed.append(_Arrow(arrow.start, arrow.end, arrow.words, "==>", note))
    for key, arrow in before.items():
        if key not in after or after[key].end != arrow.end:
            changed.append(_Arrow(arrow.start, arrow.end, arrow.words, "-.->", "before: "))
    if not changed:
        return None
    starts = {arrow.start for arrow in changed}
    ends = {arrow.end for arrow in changed}
    around = [arrow for arrow in same if arrow.end in starts or arrow.start in starts or arrow.start in ends]
    trees = (comparison.after.trees[guide.after], comparison.before.trees[guide.before])
    return _drawn(comparison, trees, [*changed, *around])


class _Names:
    """Maps nodes of the version before to their ids in the version after."""

    def __init__(self, comparison: Comparison, tree: str) -> None:
        renames = comparison.renames
        self._same = {"question": renames.questions[tree], "outcome": renames.outcomes, "tree": renames.trees}

    def now(self, node: _NodeName) -> _NodeName:
        kind, id = node
        return kind, self._same[kind].get(id, id)


def _arrows(library: Library, tree: str, names: _Names | None) -> dict[tuple[_NodeName, str], _Arrow]:
    found: dict[tuple[_NodeName, str], _Arrow] = {}
    for id, question in library.trees[tree].questions.items():
        for choice_id, choice in question.choices.items():
            start: _NodeName = ("question", id)
            end = choice.target
            if end is None:
                continue
            if names:
                start, end = names.now(start), names.now(end)
            found[start, choice_id] = _Arrow(start, end, plain(choice.text) or choice_id)
    return found


def _drawn(comparison: Comparison, trees: tuple[Tree, Tree], arrows: list[_Arrow]) -> Drawing:
    lines = ["flowchart LR"]
    lines += [f"classDef {_class(card)} fill:{one.fill},color:{one.ink}" for card, one in CARE_COLOURS.items()]
    numbers: dict[_NodeName, str] = {}
    length = sum(len(line) + 1 for line in lines)
    for drawn, arrow in enumerate(arrows):
        added = []
        for node in (arrow.start, arrow.end):
            if node not in numbers:
                numbers[node] = f"n{len(numbers)}"
                added.append(_node(comparison, trees, numbers[node], node))
        label = _label(f"{arrow.note}{arrow.words}")
        added.append(f'{numbers[arrow.start]} {arrow.line}|"{label}"| {numbers[arrow.end]}')
        length += sum(len(line) + 1 for line in added)
        if drawn == MAX_ARROWS or length > MAX_CHARACTERS:
            return Drawing("\n".join(lines), len(arrows) - drawn)
        lines += added
    return Drawing("\n".join(lines), 0)


def _node(comparison: Comparison, trees: tuple[Tree, Tree], number: str, node: _NodeName) -> str:
    """A question, an outcome or another guide; `trees` are the drawn guide in the version after and before."""
    kind, id = node
    before, after = comparison.before, comparison.after
    if kind == "question":
        return f'{number}["{_label(_first(plain(_ask(tree, id)) for tree in trees) or id)}"]'
    if kind == "tree":
        titles = (plain(library.trees[id].title) for library in (after, before) if id in library.trees)
        return f'{number}[["{_label(_first(titles) or id)}"]]'
    was = {new: old for old, new in comparison.renames.outcomes.items()}.get(id, id)
    known = [(library, library.outcomes[of]) for library, of in ((after, id), (before, was)) if of in library.outcomes]
    if not known:
        return f'{number}(["{_label(id)}"])'
    library, outcome = known[0]
    level = library.care_levels.get(outcome.care or "")
    said = _label(plain(outcome.title) or id)
    if level:
        said += f"<br/>{_label(plain(level.title))}"
    old = before.care_levels.get(before.outcomes[was].care or "") if was in before.outcomes else None
    if len(known) == 2 and old and before.outcomes[was].care != outcome.care:
        said += f"<br/>before: {_label(plain(old.title))}"
    return f'{number}(["{said}"])' + (f":::{_class(level.card)}" if level else "")


def _ask(tree: Tree, question: str) -> str:
    return tree.questions[question].ask if question in tree.questions else ""


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")


def _class(card: Card) -> str:
    return "care" + "".join(part.capitalize() for part in card.split("-"))


def _label(words: str) -> str:
    """A text as a Mermaid label; characters that Mermaid could interpret are written as numeric codes."""
    line = " ".join(words.split())
    line = line if len(line) <= _LONGEST_LABEL else line[: _LONGEST_LABEL - 1] + "…"
    line = "".join(char if char.isprintable() else "�" for char in line)
    return "".join(char if char.isalnum() or char in _PLAIN else f"#{ord(char)};" for char in line)
