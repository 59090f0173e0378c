"""Every way through a guide, by clicking, held against the model at each step."""

from collections.abc import Iterator

from reader import Reader, Seen

from generator.model import Library
from generator.prose import plain
from generator.routes import Answer, Ending, Path, Routes, Standing


def walk(reader: Reader, library: Library, tree: str) -> list[Path]:
    """Click every choice of every question, follow each to its ends, and come back with Back."""
    start = reader.open(tree)
    assert (start.hash, start.focus, start.answers, start.notice) == ("", "", (), "")
    walker = _Walker(reader, library, {tree: start.title})
    return list(walker.onward(start, Routes(library).enter(tree), ()))


class _Walker:
    def __init__(self, reader: Reader, library: Library, titles: dict[str, str]):
        self._reader = reader
        self._library = library
        self._routes = Routes(library)
        self._titles = titles  # of the guides' pages, by tree

    def onward(self, here: Seen, standing: Standing, given: tuple[Answer, ...]) -> Iterator[Path]:
        self._is_question(here, standing)
        leads = self._routes.choices(standing)
        assert here.choices == tuple(choice for choice, _ in leads)
        for (choice, lead), text in zip(leads, here.texts, strict=True):
            handover = lead.tree if isinstance(lead, Standing) and lead.tree != standing.tree else None
            there = self._reader.choose(choice, handover)
            self._titles.setdefault(there.tree, there.title.removeprefix(f"{there.heading} \N{EN DASH} "))
            assert there.hash == there.step
            assert there.notice == ""
            assert there.answers == (*here.answers, (here.heading, text))
            # A new page is read from its top; a step within a page gets the focus.
            assert there.focus == ("" if handover else there.step)
            answers = (*given, (standing.question, choice))
            if isinstance(lead, Ending):
                self._is_result(there, lead)
                yield Path(answers, lead)
            else:
                yield from self.onward(there, lead, answers)
            assert self._reader.back(to=here).without_focus() == here.without_focus()

    def _is_question(self, seen: Seen, standing: Standing) -> None:
        assert (seen.tree, seen.step) == (standing.tree, standing.question)
        # Red flags that were answered no are asked no more: not in this guide, and not in the next.
        assert seen.flags == (standing.gate[0].flags if standing.gate else ())
        if not standing.gate:
            asked = self._library.trees[standing.tree].questions[standing.question]
            assert seen.heading == _shown(asked.ask)
            assert seen.texts == tuple(_shown(choice.text) for choice in asked.choices.values())
        if seen.answers or seen.hash:
            self._is_titled(seen)

    def _is_result(self, seen: Seen, ending: Ending) -> None:
        assert seen.step == ending.outcome
        assert (seen.choices, seen.flags) == ((), ())
        self._is_titled(seen)
        outcome = self._library.outcomes.get(ending.outcome)
        if ending.care is None:
            assert seen.card == ""
        else:
            level = self._library.care_levels[ending.care]
            assert seen.card == f"sp-care--{level.card}"
        assert seen.heading == _shown(outcome.title if outcome else level.title)

    def _is_titled(self, seen: Seen) -> None:
        assert seen.title == f"{seen.heading} \N{EN DASH} {self._titles[seen.tree]}"


def _shown(text: str) -> str:
    return " ".join(plain(text).split())
