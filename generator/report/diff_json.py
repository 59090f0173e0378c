"""Writes a comparison as JSON, for other programs."""

import json

from generator.compare.libraries import Comparison, GuideChange
from generator.compare.new_guides import NewGuide
from generator.compare.routes import Move, SharedAnswer
from generator.compare.texts import EntryChange, TextChange


def render(comparison: Comparison) -> str:
    """One JSON object; its keys are part of the command's contract. Numbers are exact, however large."""
    result = {
        "less_urgent": comparison.less_urgent,
        "trees": [_guide(guide, comparison) for guide in comparison.guides],
        "notes": [
            {
                "kind": note.kind,
                "thing": note.thing,
                "id": note.id,
                "tree": note.tree,
                "less_urgent": note.less_urgent,
                "message": note.say(lambda words: f'"{words}"'),
            }
            for note in comparison.notes
        ],
        "words_to_read": comparison.words_to_read,
        "words": [_text(change) for change in comparison.texts],
        "entries": [_entry(entry) for entry in comparison.entries],
        "other_files": list(comparison.files),
        "new_guides": [_new_guide(guide) for guide in comparison.new_guides],
    }
    return json.dumps(result, indent=2, ensure_ascii=False)


def _text(change: TextChange) -> dict[str, object]:
    return {
        "kind": change.kind,
        "id": change.id,
        "file": change.file,
        "field": list(change.path),
        "change": change.what,
        "weight": change.weight,
        "acted_on": change.acted_on,
        "marks": [
            {"kind": mark.kind, "gone": mark.gone, "new": mark.new, "moved": mark.moved} for mark in change.diff.marks
        ],
        "was": [[run.kind, run.text] for run in change.diff.was],
        "now": [[run.kind, run.text] for run in change.diff.now],
    }


def _entry(entry: EntryChange) -> dict[str, object]:
    return {
        "kind": entry.kind,
        "id": entry.id,
        "file": entry.file,
        "change": entry.what,
        "texts": entry.texts,
        "acted_on": entry.acted_on,
    }


def _new_guide(guide: NewGuide) -> dict[str, object]:
    return {
        "tree": guide.tree,
        "endings": [{"outcome": end.outcome, "care": end.care} for end in guide.endings],
        "signs": guide.signs,
        "cases": [
            {"case": id, "outcome": end.outcome if end else None, "care": end.care if end else None}
            for id, end in guide.cases
        ],
        "without_unsure": guide.without_unsure,
    }


def _guide(guide: GuideChange, comparison: Comparison) -> dict[str, object]:
    return {
        "tree": guide.tree,
        "before": guide.before,
        "after": guide.after,
        "paths_before": guide.paths_before,
        "paths_after": guide.paths_after,
        "kept": guide.kept,
        "exhaustive": guide.exhaustive,
        "changed": [_move(move, comparison) for move in guide.moves],
        "less_urgent": guide.less_urgent,
    }


def _move(move: Move, comparison: Comparison) -> dict[str, object]:
    return {
        "answers": [_answer(answer) for answer in move.answers],
        "from": move.before.outcome,
        "to": move.after.outcome,
        "from_care": move.before.care,
        "to_care": move.after.care,
        "paths": move.paths,
        "less_urgent": comparison.is_less_urgent(move),
        "by": [{"answer": _answer(answer), "paths": paths} for answer, paths in move.by],
    }


def _answer(answer: SharedAnswer) -> list[str]:
    asked, choice = answer
    return [asked.question, choice]
