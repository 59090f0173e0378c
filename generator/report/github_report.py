"""Writes findings as annotations of a GitHub workflow run.

Format and escapes: "Workflow commands for GitHub Actions" in GitHub's documentation. GitHub shows only ten errors and
ten warnings of a step, so errors come first. The documentation does not say whether columns count code points or UTF-16
units; code points are used, as everywhere else.
"""

from generator.check.result import Report
from generator.core.finding import Finding
from generator.core.text import visible
from generator.report.summary import summary_line


def render(report: Report) -> str:
    """One workflow command per finding; the summary line if there are none."""
    ordered = sorted(report.findings, key=lambda finding: finding.severity != "error")
    lines = [
        f"::{one.severity} file={_property(visible(one.file))},line={one.line},col={one.column},{_end(one)}"
        f"title={_property(f'{one.code} {one.rule}')}::{_data(visible(f'{one.message} {one.help}'))}"
        for one in ordered
    ]
    return "\n".join(lines or [summary_line(report)])


def _end(finding: Finding) -> str:
    """The end position of a finding, if it is on the line where the finding begins.

    GitHub allows no columns if `endLine` differs from `line`, and would show the message below the last line. So a
    longer finding is shown where it begins.
    """
    within = finding.end_line == finding.line
    return f"endLine={finding.end_line},endColumn={finding.end_column}," if within else ""


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
