"""Writes a comparison as a comment on a pull request.

The comment is posted with a bot's rights, but its content may come from anybody. So every text that an author wrote is
put into a code span, where nothing is a link, a mention, an image or HTML.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from generator.compare.libraries import Comparison, GuideChange
from generator.compare.new_guides import NewGuide
from generator.compare.routes import Move, SharedAnswer
from generator.compare.texts import TextChange
from generator.compare.word_diff import Run
from generator.core.text import count, listing, visible
from generator.report.diff_drawing import drawing
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

# A bot uses this mark to find its previous comment.
MARK = "<!-- signpost diff -->"
# GitHub accepts 65,536 characters, and some count as more than one; the rest is reserved for other parts of a comment.
MAX_BYTES = 45_000
_LONGEST_WORDS = 160
_LONGEST_LIST = 14_000
_LONGEST_FOLDED = 8_000
# A longer change is counted instead of shown, to leave room for the others.
_LONGEST_CHANGE = 6_000
_LONGEST_WAY = 8
_FOLDED = 5
_ANSWERS = 5


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the comment. Parts with a higher `rank` are left out first if there is no room."""

    rank: int
    what: str
    text: str


def render(comparison: Comparison) -> str:
    """The whole comment, within GitHub's limits; it says what is left out."""
    parts = list(_Markdown(comparison).parts())
    room = MAX_BYTES - 500
    kept = set()
    for place, part in sorted(enumerate(parts), key=lambda one: one[1].rank):
        size = len(part.text.encode()) + 2
        if size <= room:
            kept.add(place)
            room -= size
    left: dict[str, int] = {}
    for place, part in enumerate(parts):
        if place not in kept:
            left[part.what] = left.get(part.what, 0) + 1
    texts = [part.text for place, part in enumerate(parts) if place in kept]
    if left:
        said = listing(count(number, what) for what, number in left.items())
        texts.append(f"*Left out, because a comment can hold no more: {said}. `signpost diff` shows everything.*")
    return "\n\n".join(texts)


class _Markdown:
    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.names = Names(comparison)

    def parts(self) -> Iterator[_Part]:
        comparison = self.comparison
        sign = "⚠️" if comparison.less_urgent else "📖" if words_to_read(comparison) else "✅"
        yield _Part(0, "headline", f"{MARK}\n### {sign} {headline(comparison)}")
        warning = self._warning() if comparison.less_urgent or urgent_notes(comparison)[0] else ""
        if warning:
            yield _Part(1, "warning", warning)
        if words_to_read(comparison):
            # Space that the warning does not need is available for this list.
            longest = max(_LONGEST_LIST, 2 * _LONGEST_LIST - len(warning.encode()))
            yield _Part(1, "list of words to read", self._words_to_read(longest))
        guides = [guide for guide in comparison.guides if has_changed(guide)]
        for guide in guides:
            yield _Part(2, "guide", self._guide(guide))
            if drawn := self._drawing(guide):
                yield _Part(4, "drawing", drawn)
        rest = [f"- {note.say(quoted)}" for note in other_notes(comparison)]
        if rest:
            fitting = _as_far_as_fits(rest, "change", _LONGEST_FOLDED)
            yield _Part(3, "list", _folded("Also different", len(rest), fitting))
        yield from self._other_words()
        if others := files(comparison, quoted):
            yield _Part(1, "line", others)
        same = len(comparison.guides) - len(guides)
        if same and guides:
            yield _Part(3, "line", f"{count(same, 'other guide')}: as before.")
        if guides:
            yield _Part(
                3, "line", "*A path is one full set of answers, from the first question of a guide to a result.*"
            )

    def _warning(self) -> str:
        comparison = self.comparison
        less = [turn for turn in merged_moves(comparison) if comparison.is_less_urgent(turn.move)]
        flags, loud = urgent_notes(comparison)
        lines = [f"- {note.say(quoted)}" for note in flags]
        lines += ["\n".join(self._turn(turn)) for turn in less]
        lines += [f"- {note.say(quoted)}" for note in loud]
        lines += [
            f"- {quoted(self.names.guide(guide))}: {numbers(guide, quoted)}. Please look at it yourself."
            for guide in comparison.guides
            if not guide.exhaustive
        ]
        title = "Less urgent care than before." if comparison.less_urgent else "Cases end elsewhere than before."
        return _boxed("WARNING", f"**{title}** Please check that each of these is meant.", lines)

    def _words_to_read(self, longest: int) -> str:
        comparison = self.comparison
        lines = ["\n".join(self._new_guide(guide)) for guide in comparison.new_guides]
        lines += [f"- {note.say(quoted)}" for note in notes_to_read(comparison)]
        lines += [
            f"- {whole_entry(one, comparison, quoted)}, {quoted(one.file)}" for one in entries_to_read(comparison)
        ]
        lines += self._changes(one for one in comparison.texts if one.acted_on)
        return _boxed("IMPORTANT", "**Words that readers act on changed: please read.**", lines, longest)

    def _new_guide(self, guide: NewGuide) -> Iterator[str]:
        facts = guide_facts(guide, self.names)
        yield f"- **New guide** {quoted(facts.title)}: {facts.texts}, {quoted(facts.file)}"
        for level, results in facts.endings:
            yield f"  - ends with **{quoted(level)}**: {', '.join(map(quoted, results))}"
        yield f"  - asks first about: {', '.join(map(quoted, facts.signs)) or 'nothing'}"
        cases = [f"{quoted(title)} → {quoted(end) if end else 'no end'}" for title, end in facts.cases]
        yield f"  - cases: {', '.join(cases) or 'none'}"
        if facts.without_unsure:
            yield f"  - no answer for who is not sure at: {', '.join(map(quoted, facts.without_unsure))}"

    def _other_words(self) -> Iterator[_Part]:
        comparison = self.comparison
        entries = [one for one in comparison.entries if not one.acted_on]
        lines = [f"- {whole_entry(one, comparison, quoted)}, {quoted(one.file)}" for one in entries]
        lines += self._changes(one for one in comparison.texts if not one.acted_on)
        if lines:
            fitting = _as_far_as_fits(lines, "change", _LONGEST_FOLDED)
            yield _Part(3, "list", _folded("Only other words", len(lines), fitting))

    def _changes(self, changes: Iterable[TextChange]) -> list[str]:
        """A text for each change; the first change of an entry begins with the entry's title."""
        found = []
        for own in of_entries(changes):
            for number, change in enumerate(own):
                lines = list(self._change(change))
                if not number:
                    title = quoted(entry_of(own))
                    lines.insert(0, f"- **{title}** ({noun(change.kind)}, {quoted(change.file)})")
                found.append("\n".join(lines))
        return found

    def _change(self, change: TextChange) -> Iterator[str]:
        what = {"gone": "gone", "new": "new", "moved": "moved"}.get(change.what, "")
        about = ", ".join(filter(None, (place_of(change, quoted) or "text", what)))
        telling = marks(change, quoted, "**{}**".format) if change.what == "changed" else ""
        diff = change.diff
        shown = [f"    - was {_runs(diff.was)}"] if diff.was and change.what != "moved" else []
        shown += [f"    - now {_runs(diff.now)}"] if diff.now else []
        if sum(len(line.encode()) for line in (*shown, telling)) > _LONGEST_CHANGE:
            gone, new = (
                sum(len(run.text.split()) for run in side if run.kind != "same") for side in (diff.was, diff.now)
            )
            telling = f"too long to be shown here, {count(gone, 'word')} gone and {new:,} new; please read the file"
            shown = []
        yield f"  - {about}{': ' if telling else ''}{telling}"
        yield from shown

    def _turn(self, turn: MergedMove) -> Iterator[str]:
        move = turn.move
        yield f"- **{count(move.paths, 'path')}**: {where(turn, self.names, quoted)}"
        yield f"  - was {self._end(move, 'before')}"
        yield f"  - now {self._end(move, 'after')}"
        for answer, _ in move.by[:_ANSWERS]:
            yield f"  - by {quoted(self.names.question(answer[0]))} → **{quoted(self.names.answer(answer))}**"
        if len(move.by) > _ANSWERS:
            yield f"  - or by {count(len(move.by) - _ANSWERS, 'other answer')}"

    def _guide(self, guide: GuideChange) -> str:
        said = numbers(guide, quoted)
        title = f"#### {quoted(self.names.guide(guide))}\n\n{said[:1].upper()}{said[1:]}."
        if not guide.moves:
            return title
        rows = [
            f"| {'🔻 ' if self.comparison.is_less_urgent(move) else ''}{move.paths:,} "
            f"| {self._end(move, 'before')} | {self._end(move, 'after')} | {self._way(move.answers)} |"
            for move in guide.moves
        ]
        head = "| Paths | Was | Now | The shortest answers |\n|---:|---|---|---|\n"
        table = head + _as_far_as_fits(rows, "row", _LONGEST_FOLDED)
        return f"{title}\n\n{table if len(rows) <= _FOLDED else _folded('Where they lead', len(rows), table)}"

    def _way(self, answers: Iterable[SharedAnswer]) -> str:
        steps = [f"{_in_cell(question)} → **{_in_cell(answer)}**" for question, answer in self.names.steps(answers)]
        skipped = len(steps) - _LONGEST_WAY
        return "<br>".join([f"{count(skipped, 'answer')}, then", *steps[skipped:]] if skipped > 0 else steps)

    def _end(self, move: Move, when: str) -> str:
        outcome, care = self.names.outcome(move, when), self.names.care(move, when)
        return f"**{quoted(care)}**: {quoted(outcome)}" if care else quoted(outcome)

    def _drawing(self, guide: GuideChange) -> str:
        drawn = drawing(self.comparison, guide)
        if drawn is None:
            return ""
        words = "Thick arrows are what changed, dotted ones are gone."
        if drawn.left_out:
            words += f" {count(drawn.left_out, 'arrow')} more could not be drawn."
        title = f"Drawing of what changed in <code>{_in_html(self.names.guide(guide))}</code>"
        return f"<details><summary>{title}</summary>\n\n{words}\n\n```mermaid\n{drawn.text}\n```\n\n</details>"


def quoted(words: str) -> str:
    """Words as a code span that they cannot close: a backtick becomes an apostrophe, a vertical bar a broken bar."""
    line = visible(" ".join(words.split())).replace("`", "'").replace("|", "¦").strip()
    return f"`{line or '…'}`"


def _runs(runs: Iterable[Run]) -> str:
    """Words in code spans; those that differ are bold."""
    parts: list[str] = []
    plain = ""
    for run in runs:
        if run.kind in ("gone", "new"):
            parts += [quoted(plain)] if plain else []
            parts.append(f"**{quoted(run.text)}**")
            plain = ""
        else:
            plain = f"{plain} {run.text}" if plain else run.text
    return " ".join([*parts, quoted(plain)] if plain else parts)


def _in_cell(words: str) -> str:
    """The same for a table cell, where long text is shortened."""
    return quoted(_shortened(words))


def _in_html(words: str) -> str:
    return escape(visible(_shortened(words)))


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST_WORDS else line[: _LONGEST_WORDS - 1].rsplit(" ", 1)[0] + " …"


def _boxed(kind: str, title: str, lines: list[str], longest: int = _LONGEST_LIST) -> str:
    """An alert block, which GitHub shows with an icon and a colour, with as many lines as fit."""
    block = [f"[!{kind}]", title, "", *_as_far_as_fits(lines, "change", longest).split("\n")]
    return "\n".join(f"> {line}".rstrip() for line in block)


def _folded(title: str, number: int, text: str) -> str:
    return f"<details><summary>{title} ({number:,})</summary>\n\n{text}\n\n</details>"


def _as_far_as_fits(lines: list[str], what: str, longest: int = _LONGEST_LIST) -> str:
    """As many lines as fit into one part, and how many are left out."""
    kept, size = [], 0
    for line in lines:
        size += len(line.encode()) + 1
        if size > longest:
            break
        kept.append(line)
    left = len(lines) - len(kept)
    return "\n".join([*kept, f"\n*and {count(left, 'more ' + what)}*"] if left else kept)
