"""Every way through a guide, by clicking, held against the model at each step.

A place is a question together with the red flags answered no so far. What follows a place is the same
however a reader came to it, so each place is walked once, with all of its choices, and the paths are put
together from the steps that were taken. (There are hundreds of steps; of paths there are soon many
thousands.)
"""

from collections.abc import Iterator

from reader import Reader, Seen

from generator.model import Library
from generator.prose import plain
from generator.routing.routes import Answer, Ending, Path, Routes, Standing


def walk(reader: Reader, library: Library, tree: str) -> list[Path]:
    """Click every choice at every place of a guide and of those it leads into; gives all paths that this makes."""
    start = reader.open(tree)
    assert (start.hash, start.focus, start.answers, start.notice) == ("", "", (), "")
    walker = _Walker(reader, library, {tree: start.title})
    first = Routes(library).enter(tree)
    walker.onward(start, first)
    return list(walker.paths(first, ()))


class _Walker:
    def __init__(self, reader: Reader, library: Library, titles: dict[str, str]):
        self._reader = reader
        self._library = library
        self._routes = Routes(library)
        self._titles = titles  # of the guides' pages, by tree
        self._taken: dict[Standing, list[tuple[Answer, Standing | Ending]]] = {}

    def onward(self, here: Seen, standing: Standing) -> None:
        """Take every step from a place, and from the places after it, coming back with Back each time."""
        self._is_question(here, standing)
        if standing in self._taken:
            return
        steps = self._taken[standing] = []
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
            steps.append(((here.step, choice), lead))
            if isinstance(lead, Ending):
                self._is_result(there, lead)
            else:
                self.onward(there, lead)
            assert self._reader.back(to=here).without_focus() == here.without_focus()

    def paths(self, standing: Standing, given: tuple[Answer, ...]) -> Iterator[Path]:
        """Every way from a place, made of nothing but steps that were taken."""
        for answer, lead in self._taken[standing]:
            answers = (*given, answer)
            if isinstance(lead, Ending):
                yield Path(answers, lead)
            else:
                yield from self.paths(lead, answers)

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
