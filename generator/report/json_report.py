"""Findings for other programs."""

import json
from dataclasses import asdict

from generator.check.result import Report


def render(report: Report) -> str:
    """One JSON object; its keys are part of the command's contract."""
    claim = report.claim
    result = {
        "ok": report.ok,
        "trees": claim.trees,
        "questions": claim.questions,
        "outcomes": claim.outcomes,
        "paths": claim.paths,
        "exhaustive": claim.exhaustive,
        "findings": [asdict(finding) for finding in report.findings],
    }
    return json.dumps(result, indent=2, ensure_ascii=False)
