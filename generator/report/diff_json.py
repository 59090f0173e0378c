"""A comparison for other programs."""

import json

from generator.compare.libraries import Comparison, GuideChange
from generator.compare.routes import Move, SharedAnswer


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
    }
    return json.dumps(result, indent=2, ensure_ascii=False)


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
        "less_urgent": comparison.falls(move),
        "by": [{"answer": _answer(answer), "paths": paths} for answer, paths in move.by],
    }


def _answer(answer: SharedAnswer) -> list[str]:
    asked, choice = answer
    return [asked.question, choice]
