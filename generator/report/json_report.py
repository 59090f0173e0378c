"""Writes findings as JSON, for other programs."""

import json
from dataclasses import asdict

from generator.check.result import Report


def render(report: Report) -> str:
    """One JSON object; its keys are part of the command's contract."""
    summary = report.summary
    result = {
        "ok": report.ok,
        "trees": summary.trees,
        "questions": summary.questions,
        "outcomes": summary.outcomes,
        "paths": summary.paths,
        "exhaustive": summary.exhaustive,
        "self_care": summary.self_care,
        "held_back": summary.held_back,
        "findings": [asdict(finding) for finding in report.findings],
    }
    # Only if there are any, so that the output for projects without translations stays the same.
    if summary.translations:
        result["translations"] = {
            language: {"complete": complete, "stale": stale, "missing": missing}
            for language, (complete, stale, missing) in summary.translations.items()
        }
    return json.dumps(result, indent=2, ensure_ascii=False)
