"""Findings for other programs."""

import json
from dataclasses import asdict

from generator.check import Report
from generator.reports.claim import totals


def render(report: Report) -> str:
    """One JSON object; its keys are part of the command's contract."""
    result = {
        "ok": report.ok,
        **totals(report),
        "exhaustive": report.survey.proof.exhaustive,
        "findings": [asdict(finding) for finding in report.findings],
    }
    return json.dumps(result, indent=2, ensure_ascii=False)
