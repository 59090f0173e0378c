"""The one line that says what a check proved."""

from generator.check.result import Report
from generator.core.text import count


def summary_line(report: Report) -> str:
    """For a library without errors: what is true of every path."""
    told = report.summary
    exact = told.exhaustive
    paths = count(told.paths, "path")
    size = f"{count(told.trees, 'guide')}, {count(told.questions, 'question')}, "
    size += paths if exact else f"at most {paths}"
    proved = "all end"
    if told.red_flags:
        proved += ", all pass the red flags"
        if told.unasked:
            proved += f" ({count(told.unasked, 'sign')} asked by no guide, but shown)"
    if told.cases:
        proved += f", {count(told.cases, 'case')} as expected"
    return f"{size}: {proved}; {'exhaustive' if exact else 'paths counted from above'}"
