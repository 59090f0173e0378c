"""Writes a comparison for the terminal: what became less urgent first, then text to read, then the rest."""

from collections.abc import Iterable, Iterator

from generator.compare.libraries import Comparison
from generator.compare.note import Note
from generator.compare.routes import Move
from generator.compare.texts import EntryChange, TextChange
from generator.compare.word_diff import Run
from generator.core.text import count, visible
from generator.report.diff_words import (
    MergedMove,
    Names,
    entries_to_read,
    entry_of,
    files,
    guide_facts,
    has_changed,
    headline,
    marks,
    merged_moves,
    notes_to_read,
    noun,
    numbers,
    of_entries,
    other_notes,
    place_of,
    urgent_notes,
    where,
    whole_entry,
    words_to_read,
)
from generator.report.wrapping import Style, Styled, styled, wrapped

WIDTH = 100
_LISTED = 10
_TURNS = 20


def render(comparison: Comparison, style: Style, width: int = WIDTH) -> str:
    """The whole comparison.

    Args:
        comparison: two versions of a library.
        style: styles a text; takes `fg`, `bold` and `dim` like click's `style`.
        width: of the terminal, in characters.
    """
    return "\n".join(_Text(comparison, style, width).lines())


class _Text:
    def __init__(self, comparison: Comparison, style: Style, width: int) -> None:
        self.comparison = comparison
        self.names = Names(comparison)
        self.style = style
        self.width = width

    def lines(self) -> Iterator[str]:
        comparison = self.comparison
        to_read = words_to_read(comparison)
        sign = styled("▼", fg="red") if comparison.less_urgent else styled("●", fg="yellow") if to_read else None
        yield from self._wrapped([sign or styled("✓", fg="green"), styled(headline(comparison), bold=True)], "", "  ")
        every = merged_moves(comparison)
        less = [turn for turn in every if comparison.is_less_urgent(turn.move)]
        others = [turn for turn in every if not comparison.is_less_urgent(turn.move)]
        first, loud = urgent_notes(comparison)
        if less or first or loud:
            yield from self._title("LESS URGENT" if comparison.less_urgent else "CASES END ELSEWHERE", "red")
        yield from self._notes(first)
        yield from self._turns(less)
        yield from self._notes(loud)
        if to_read:
            yield from self._words_to_read()
        if others:
            yield from self._title("ELSEWHERE NOW")
            yield from self._turns(others)
        if rest := other_notes(comparison):
            yield from self._title("ALSO DIFFERENT")
            yield from self._notes(rest)
        yield from self._other_words()
        if told := files(comparison, _shown):
            yield from self._title("OTHER FILES")
            yield from self._wrapped([styled(told)], "  ", "  ")
        yield from self._guides()

    def _words_to_read(self) -> Iterator[str]:
        yield from self._title("WORDS THAT READERS ACT ON: PLEASE READ", "yellow")
        yield from self._new_guides()
        yield from self._notes(notes_to_read(self.comparison))
        yield from self._sentences(
            f"{whole_entry(one, self.comparison, _quoted)}, {_shown(one.file)}."
            for one in entries_to_read(self.comparison)
        )
        yield from self._changes(one for one in self.comparison.texts if one.acted_on)

    def _whole(self, entry: EntryChange) -> str:
        return f"{whole_entry(entry, self.comparison, _quoted)}, {_shown(entry.file)}."

    def _new_guides(self) -> Iterator[str]:
        for guide in self.comparison.new_guides:
            facts = guide_facts(guide, self.names)
            yield ""
            about = styled(f"({facts.texts}, {_shown(facts.file)})", dim=True)
            title = [styled("New guide"), styled(_shown(facts.title), bold=True), about]
            yield from self._wrapped(title, "  ", "    ")
            told = [(f"Ends with {_quoted(level)}", results) for level, results in facts.endings]
            told.append(("Asks first about", facts.signs))
            told.append(("Cases", tuple(f"{title} → {end or 'no end'}" for title, end in facts.cases)))
            told.append(('No "not sure" at', facts.without_unsure))
            for what, things in told:
                words = "; ".join(map(_quoted, things)) or "nothing"
                yield from self._wrapped([styled(f"{what}:", dim=True), styled(words)], "    ", "      ")

    def _changes(self, changes: Iterable[TextChange]) -> Iterator[str]:
        for own in of_entries(changes):
            one = own[0]
            yield ""
            yield from self._wrapped(
                [
                    styled(_shown(entry_of(own)), bold=True),
                    styled(f"({noun(one.kind)}, {_shown(one.file)})", dim=True),
                ],
                "  ",
                "    ",
            )
            for change in own:
                yield from self._change(change)

    def _change(self, change: TextChange) -> Iterator[str]:
        what = {"gone": "gone", "new": "new", "moved": "moved"}.get(change.what, "")
        about = ": ".join(filter(None, (place_of(change, _shown) or "text", what)))
        telling = marks(change, _quoted, str) if change.what == "changed" else ""
        yield from self._wrapped(
            [styled(about + (":" if telling else "")), styled(telling, fg="magenta")], "    ", "      "
        )
        if change.what == "moved":
            yield from self._wrapped(_runs(change.diff.now), "      ", "           ")
            return
        if change.diff.was:
            yield from self._wrapped(_runs(change.diff.was), "      was  ", "           ")
        if change.diff.now:
            yield from self._wrapped(_runs(change.diff.now), "      now  ", "           ")

    def _other_words(self) -> Iterator[str]:
        entries = [one for one in self.comparison.entries if not one.acted_on]
        changes = [one for one in self.comparison.texts if not one.acted_on]
        if entries or changes:
            yield from self._title("ONLY OTHER WORDS")
            yield from self._sentences(self._whole(one) for one in entries)
            yield from self._changes(changes)

    def _turns(self, made: list[MergedMove]) -> Iterator[str]:
        for turn in made[:_TURNS]:
            move = turn.move
            colour = "red" if self.comparison.is_less_urgent(move) else "cyan"
            yield ""
            yield from self._wrapped(
                [styled(f"{count(move.paths, 'path')}:", bold=True), styled(where(turn, self.names, _shown))],
                "  ",
                "    ",
            )
            yield from self._wrapped([styled(self._end(move, "before"))], "    was  ", "         ")
            yield from self._wrapped([styled(self._end(move, "after"), fg=colour)], "    now  ", "         ")
            if len(move.by) > 1:
                yield from self._wrapped([styled("By one of these answers:", dim=True)], "    ", "    ")
                for by, paths in move.by[:_LISTED]:
                    yield from self._answer(self.names.question(by[0]), f"{self.names.answer(by)} ({paths:,})")
                if len(move.by) > _LISTED:
                    yield f"      and {count(len(move.by) - _LISTED, 'other answer')}"
            which = "The answers" if move.paths == 1 else "The shortest"
            guide = f"{which}, in {_shown(self.names.guide(turn.shown))}:"
            yield from self._wrapped([styled(guide, dim=True)], "    ", "      ")
            for question, answer in self.names.steps(move.answers):
                yield from self._answer(question, answer)

        if len(made) > _TURNS:
            paths = sum(turn.move.paths for turn in made[_TURNS:])
            yield ""
            yield f"  {count(paths, 'path')} more, to and from other results; `--format json` lists all"

    def _answer(self, question: str, answer: str) -> Iterator[str]:
        parts = [styled(_shown(question), dim=True), styled("→"), styled(_shown(answer), bold=True)]
        yield from self._wrapped(parts, "      ", "        ")

    def _end(self, move: Move, when: str) -> str:
        outcome, care = self.names.outcome(move, when), self.names.care(move, when)
        return f"{_shown(care)}: {_shown(outcome)}" if care else _shown(outcome)

    def _notes(self, notes: list[Note]) -> Iterator[str]:
        yield from self._sentences(note.say(_quoted) for note in notes)

    def _sentences(self, sentences: Iterable[str]) -> Iterator[str]:
        for number, sentence in enumerate(sentences):
            if not number:
                yield ""
            yield from self._wrapped([styled(sentence)], "  • ", "    ")

    def _guides(self) -> Iterator[str]:
        changed = [guide for guide in self.comparison.guides if has_changed(guide)]
        if changed:
            yield from self._title("GUIDES")
        for guide in changed:
            told = f"{_shown(self.names.guide(guide))} ({_shown(guide.tree)}): {numbers(guide, _quoted)}"
            yield from self._wrapped([styled(told)], "  ", "    ")
        same = len(self.comparison.guides) - len(changed)
        if changed and same:
            yield f"  {count(same, 'other guide')}: as before"

    def _title(self, words: str, colour: str = "") -> Iterator[str]:
        yield ""
        yield self.style(words, fg=colour, bold=True) if colour else self.style(words, bold=True)

    def _wrapped(self, parts: Iterable[Styled], first: str, rest: str) -> Iterator[str]:
        return wrapped(parts, self.style, self.width, first, rest)


def _runs(runs: Iterable[Run]) -> Iterator[Styled]:
    """Words in the notation of `git diff --word-diff`, so that changes are recognisable without colours."""
    for run in runs:
        words = _shown(run.text)
        if run.kind == "gone":
            yield styled(f"[-{words}-]", fg="red", glued=run.glued)
        elif run.kind == "new":
            yield styled(f"{{+{words}+}}", fg="green", glued=run.glued)
        else:
            yield styled(words, glued=run.glued)


def _quoted(words: str) -> str:
    return f'"{_shown(words)}"'


def _shown(words: str) -> str:
    return visible(" ".join(words.split()))
