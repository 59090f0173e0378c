"""Every way through a guide, by clicking, held against the model at each step.

A place is a question together with the red flags answered no so far, those that a later guide would ask
again. What follows a place is the same however a reader came to it, so each place is walked once, with
all of its choices, and the paths are put together from the steps that were taken. (There are hundreds of
steps; of paths there are soon many thousands.) All steps within a page are taken by one script, which
clicks and looks, and judges nothing; what it saw is held against the model afterwards.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from reader import Explored, Plan, Reader, Seen

from generator.analyse.gate import flags_for
from generator.analyse.routes import Answer, Ending, Path, Routes, Standing
from generator.core.library import Library
from generator.core.markup import plain

Taken = dict[Standing, list[tuple[Answer, Standing | Ending] | None]]


@dataclass(frozen=True)
class _Handover:
    """A choice that leads to another guide: the choices that come to its question on this page, and what it is."""

    way: tuple[str, ...]
    standing: Standing
    number: int
    choice: str
    lead: Standing


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
        """Take every step from a place on its page, then those to other guides, coming back with Back each time."""
        self._is_question(here, standing)
        if self._place(standing) in self._taken:
            return
        handovers: list[_Handover] = []
        explored = self._reader.explore(self._plan(standing, (), handovers))
        assert explored.seen == here
        self._judge(explored, standing)
        at: tuple[str, ...] = ()
        for handover in handovers:
            shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(at, handover.way, strict=False)))
            before = self._reader.go(len(at) - shared, handover.way[shared:])
            at = handover.way
            self._hand_over(before, handover)
        assert self._reader.go(len(at), ()).without_focus() == here.without_focus()

    def _plan(self, standing: Standing, way: tuple[str, ...], handovers: list[_Handover]) -> Plan:
        """What to click on this page: each choice, and the same for where it leads if that was not planned before."""
        leads = self._routes.choices(standing)
        self._taken[self._place(standing)] = [None] * len(leads)
        plan: Plan = []
        for number, (choice, lead) in enumerate(leads):
            if isinstance(lead, Standing) and lead.tree != standing.tree:
                handovers.append(_Handover(way, standing, number, choice, lead))
            elif isinstance(lead, Ending) or self._place(lead) in self._taken:
                plan.append((choice, None))
            else:
                plan.append((choice, self._plan(lead, (*way, choice), handovers)))
        return plan

    def _judge(self, explored: Explored, standing: Standing) -> None:
        """Hold what was seen on a page against the model."""
        here, leads = explored.seen, self._routes.choices(standing)
        assert here.choices == tuple(choice for choice, _ in leads)
        steps = self._taken[self._place(standing)]
        for number, (choice, lead) in enumerate(leads):
            if isinstance(lead, Standing) and lead.tree != standing.tree:
                continue
            onward = explored.onward[choice]
            there = onward.seen
            self._is_answered(here, number, there)
            assert there.focus == there.step
            if isinstance(lead, Ending):
                self._is_result(there, lead)
            else:
                self._is_question(there, lead)
            if onward.onward:
                self._judge(onward, lead)
            assert onward.after_back.without_focus() == here.without_focus()
            steps[number] = (here.step, choice), lead

    def _hand_over(self, here: Seen, handover: _Handover) -> None:
        """Click a choice that leads to another guide, walk on from there, and come back."""
        there = self._reader.choose(handover.choice, handover.lead.tree)
        self.titles.setdefault(there.tree, there.title.removeprefix(f"{there.heading} \N{EN DASH} "))
        self._is_answered(here, handover.number, there)
        # A new page is read from its top; a step within a page gets the focus.
        assert there.focus == ""
        step = (here.step, handover.choice), handover.lead
        self._taken[self._place(handover.standing)][handover.number] = step
        self.onward(there, handover.lead)
        assert self._reader.back(to=here).without_focus() == here.without_focus()

    def _is_answered(self, here: Seen, number: int, there: Seen) -> None:
        """What is the same after every answer, wherever it leads."""
        assert there.hash == there.step
        assert there.notice == ""
        assert there.answers == (*here.answers, (here.heading, here.texts[number]))

    def paths(self, standing: Standing, given: tuple[Answer, ...]) -> Iterator[Path]:
        """Every way from a place, made of nothing but steps that were taken."""
        for step in self._taken[self._place(standing)]:
            assert step is not None, standing
            answer, lead = step
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
