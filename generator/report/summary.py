"""The one-line summary of what a check proved."""

from generator.check.result import Report
from generator.core.text import count


def summary_line(report: Report) -> str:
    """What is true of every path, for a library without errors."""
    told = report.summary
    exact = told.exhaustive
    paths = count(told.paths, "path")
    size = f"{count(told.trees, 'guide')}, {count(told.questions, 'question')}, "
    size += paths if exact else f"at most {paths}"
    proved = "all end"
    if told.held_back:
        # Counts only outcomes that wait for red flags; for one without red flags of its own, nothing is proved.
        some = f"{told.held_back:,} of " if told.held_back < told.self_care else ""
        proved += f", {some}{count(told.self_care, 'self-care result')} only past the red flags"
    if told.unasked:
        signs = f"{count(told.unasked, 'sign')} asked by no guide, but shown"
        proved += f" ({signs})" if told.held_back else f", {signs}"
    if told.cases:
        proved += f", {count(told.cases, 'case')} as expected"
    return f"{size}: {proved}; {'exhaustive' if exact else 'paths counted from above'}"
