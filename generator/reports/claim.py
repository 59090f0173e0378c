"""The one line that says what a check proved."""

from generator.check import Report
from generator.wording import count


def totals(report: Report) -> dict[str, int]:
    """How much was checked: trees, questions and outcomes as written, and paths over all trees."""
    library = report.survey.library
    return {
        "trees": len(library.trees),
        "questions": sum(len(tree.questions) for tree in library.trees.values()),
        "outcomes": len(library.outcomes),
        "paths": sum(report.survey.proof.paths.values()),
    }


def claim(report: Report) -> str:
    """For a library without errors: what is true of every path."""
    total = totals(report)
    exact = report.survey.proof.exhaustive
    paths = count(total["paths"], "path")
    size = f"{count(total['trees'], 'guide')}, {count(total['questions'], 'question')}, "
    size += paths if exact else f"at most {paths}"
    proved = "all end"
    if report.survey.library.red_flags:
        proved += ", all pass the red flags"
    return f"{size}: {proved}; {'exhaustive' if exact else 'paths counted from above'}"
