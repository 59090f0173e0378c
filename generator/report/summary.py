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
    if told.held_back:
        # Only of what is bound by it: a result without red flags of its own proves nothing.
        some = f"{told.held_back:,} of " if told.held_back < told.self_care else ""
        proved += f", {some}{count(told.self_care, 'self-care result')} only past the red flags"
    if told.unasked:
        signs = f"{count(told.unasked, 'sign')} asked by no guide, but shown"
        proved += f" ({signs})" if told.held_back else f", {signs}"
    if told.cases:
        proved += f", {count(told.cases, 'case')} as expected"
    return f"{size}: {proved}; {'exhaustive' if exact else 'paths counted from above'}"
