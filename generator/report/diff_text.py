"""A comparison for a person at a terminal: what became less urgent first, then the rest."""

from collections.abc import Callable, Iterator
from textwrap import TextWrapper

from generator.compare.libraries import Comparison
from generator.compare.note import Note
from generator.compare.routes import Move
from generator.core.text import count, visible
from generator.report.diff_words import Names, Turn, has_changed, headline, loud_notes, numbers, turns, where

Style = Callable[..., str]
_LISTED = 10
_TURNS = 20


def render(comparison: Comparison, style: Style) -> str:
    """The whole comparison.

    Args:
        comparison: two versions of a library.
        style: colours a text; takes `fg`, `bold` and `dim` as click's `style` does.
    """
    return "\n".join(_Text(comparison, style).lines())


class _Text:
    def __init__(self, comparison: Comparison, style: Style) -> None:
        self.comparison = comparison
        self.names = Names(comparison)
        self.style = style

    def lines(self) -> Iterator[str]:
        comparison = self.comparison
        sign = self.style("▼", fg="red") if comparison.less_urgent else self.style("✓", fg="green")
        yield f"{sign} {self.style(headline(comparison), bold=True)}"
        every = turns(comparison)
        less = [turn for turn in every if comparison.falls(turn.move)]
        others = [turn for turn in every if not comparison.falls(turn.move)]
        flags, loud = loud_notes(comparison)
        if less or flags or loud:
            yield ""
            yield self.style("LESS URGENT", fg="red", bold=True)
        yield from self._notes(flags)
        yield from self._turns(less)
        yield from self._notes(loud)
        rest = [note for note in comparison.notes if not note.less_urgent]
        cases = [note for note in rest if note.thing == "case" and note.kind == "changed"]
        rest = [note for note in rest if note not in cases]
        if others or cases:
            yield ""
            yield self.style("ELSEWHERE NOW", bold=True)
            yield from self._notes(cases)
            yield from self._turns(others)
        if rest:
            yield ""
            yield self.style("ALSO DIFFERENT", bold=True)
            yield from self._notes(rest)
        yield from self._guides()

    def _turns(self, made: list[Turn]) -> Iterator[str]:
        for turn in made[:_TURNS]:
            move = turn.move
            colour = "red" if self.comparison.falls(move) else "cyan"
            yield ""
            yield f"  {self.style(count(move.paths, 'path'), bold=True)}: {where(turn, self.names, _shown)}"
            yield f"    was  {self._end(move, 'before')}"
            yield f"    now  {self.style(self._end(move, 'after'), fg=colour)}"
            if len(move.by) > 1:
                yield self.style("    By one of these answers:", dim=True)
                for by, paths in move.by[:_LISTED]:
                    yield f"      {self._answer(self.names.question(by[0]), self.names.answer(by))} ({paths:,})"
                if len(move.by) > _LISTED:
                    yield f"      and {count(len(move.by) - _LISTED, 'other answer')}"
            which = "The answers" if move.paths == 1 else "The shortest"
            yield self.style(f"    {which}, in {_shown(self.names.guide(turn.shown))}:", dim=True)
            for question, answer in self.names.steps(move.answers):
                yield f"      {self._answer(question, answer)}"

        if len(made) > _TURNS:
            paths = sum(turn.move.paths for turn in made[_TURNS:])
            yield ""
            yield f"  {count(paths, 'path')} more, to and from other results; `--format json` tells of all"

    def _answer(self, question: str, answer: str) -> str:
        return f"{self.style(_shown(question), dim=True)} → {self.style(_shown(answer), bold=True)}"

    def _end(self, move: Move, when: str) -> str:
        outcome, care = self.names.outcome(move, when), self.names.care(move, when)
        return f"{_shown(care)}: {_shown(outcome)}" if care else _shown(outcome)

    def _notes(self, notes: list[Note]) -> Iterator[str]:
        wrapper = TextWrapper(width=100, initial_indent="  • ", subsequent_indent="    ", break_long_words=False)
        if notes:
            yield ""
        for note in notes:
            yield from wrapper.wrap(note.say(_quoted))

    def _guides(self) -> Iterator[str]:
        changed = [guide for guide in self.comparison.guides if has_changed(guide)]
        if changed:
            yield ""
            yield self.style("GUIDES", bold=True)
        for guide in changed:
            yield f"  {_shown(self.names.guide(guide))} ({_shown(guide.tree)}): {numbers(guide, _quoted)}"
        same = len(self.comparison.guides) - len(changed)
        if changed and same:
            yield f"  {count(same, 'other guide')}: as before"


def _quoted(words: str) -> str:
    return f'"{_shown(words)}"'


def _shown(words: str) -> str:
    return visible(" ".join(words.split()))
