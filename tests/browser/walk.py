"""Every way through a guide, by clicking, held against the model at each step.

A place is a question together with the red flags answered no so far, those that a later guide would ask
again. What follows a place is the same however a reader came to it, so each place is walked once, with
all of its choices, and the paths are put together from the steps that were taken. (There are hundreds of
steps; of paths there are soon many thousands.)
"""

from collections.abc import Iterator
from dataclasses import replace

from reader import Reader, Seen

from generator.analyse.gate import flags_for
from generator.analyse.routes import Answer, Ending, Path, Routes, Standing
from generator.core.library import Library
from generator.core.markup import plain

Taken = dict[Standing, list[tuple[Answer, Standing | Ending]]]


def walk(reader: Reader, library: Library, tree: str, taken: Taken | None = None) -> list[Path]:
    """Click every choice at every place of a guide and of those it leads into; gives all paths that this makes.

    Args:
        taken: the steps that earlier walks through the same library took, added to; they are not taken again.
    """
    start = reader.open(tree)
    assert (start.hash, start.focus, start.answers, start.notice) == ("", "", (), "")
    walker = _Walker(reader, library, {} if taken is None else taken)
    walker.titles[tree] = start.title
    first = Routes(library).enter(tree)
    walker.onward(start, first)
    return list(walker.paths(first, ()))


class _Walker:
    def __init__(self, reader: Reader, library: Library, taken: Taken):
        self._reader = reader
        self._library = library
        self._routes = Routes(library)
        self._taken = taken
        self._flags_after: dict[str, frozenset[str]] = {}
        self.titles: dict[str, str] = {}  # of the guides' pages, by tree

    def onward(self, here: Seen, standing: Standing) -> None:
        """Take every step from a place, and from the places after it, coming back with Back each time."""
        self._is_question(here, standing)
        place = self._place(standing)
        if place in self._taken:
            return
        steps = self._taken[place] = []
        leads = self._routes.choices(standing)
        assert here.choices == tuple(choice for choice, _ in leads)
        for (choice, lead), text in zip(leads, here.texts, strict=True):
            handover = lead.tree if isinstance(lead, Standing) and lead.tree != standing.tree else None
            there = self._reader.choose(choice, handover)
            self.titles.setdefault(there.tree, there.title.removeprefix(f"{there.heading} \N{EN DASH} "))
            assert there.hash == there.step
            assert there.notice == ""
            assert there.answers == (*here.answers, (here.heading, text))
            # A new page is read from its top; a step within a page gets the focus.
            assert there.focus == ("" if handover else there.step)
            steps.append(((here.step, choice), lead))
            if isinstance(lead, Ending):
                self._is_result(there, lead)
            else:
                self.onward(there, lead)
            assert self._reader.back(to=here).without_focus() == here.without_focus()

    def paths(self, standing: Standing, given: tuple[Answer, ...]) -> Iterator[Path]:
        """Every way from a place, made of nothing but steps that were taken."""
        for answer, lead in self._taken[self._place(standing)]:
            answers = (*given, answer)
            if isinstance(lead, Ending):
                yield Path(answers, lead)
            else:
                yield from self.paths(lead, answers)

    def _place(self, standing: Standing) -> Standing:
        return replace(standing, cleared=standing.cleared & self._after(standing.tree))

    def _after(self, tree: str) -> frozenset[str]:
        """The red flags that the guides to which a guide may lead would ask."""
        if tree not in self._flags_after:
            choices = (
                choice for asked in self._library.trees[tree].questions.values() for choice in asked.choices.values()
            )
            onward = {choice.tree for choice in choices if choice.tree}
            here = (flags_for(self._library, self._library.trees[id].places) | self._after(id) for id in onward)
            self._flags_after[tree] = frozenset().union(*here)
        return self._flags_after[tree]

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
        assert seen.title == f"{seen.heading} \N{EN DASH} {self.titles[seen.tree]}"


def _shown(text: str) -> str:
    return " ".join(plain(text).split())
