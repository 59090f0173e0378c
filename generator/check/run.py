"""Stage 3: run every rule, and give each fault its line and column."""

from collections.abc import Callable, Collection, Iterable
from datetime import date

from generator.analyse.survey import survey
from generator.check.result import Report
from generator.check.suppress import without_follow_up_faults
from generator.core.errors import not_none
from generator.core.finding import Fault, Finding, Problem
from generator.core.page_fields import parts
from generator.core.source import Location, SourceFile, Span, Spot
from generator.load.files import Loaded
from generator.load.parse import parse
from generator.load.yaml_nodes import locate
from generator.rules.register import RULES
from generator.rules.rule import Rule

_FAULTS = {rule.name: rule.fault for rule in RULES.values()}


Follow = Callable[[Collection[Rule]], Iterable[Rule]]


def check(loaded: Loaded, today: date | None = None, follow: Follow = iter) -> Report:
    """Parse what was loaded and run every rule over it.

    Args:
        loaded: the project's sources.
        today: the date that review dates are compared with; the current date if omitted.
        follow: yields the rules one by one; a caller can wrap them here to show progress.
    """
    library, problems = parse(loaded, today)
    surveyed = survey(library)
    faults = [_fault(problem) for problem in (*loaded.problems, *problems)]
    for rule in follow(RULES.values()):
        if rule.check is not None:
            faults += rule.check(surveyed)
    if faults:
        faults = without_follow_up_faults(faults, library, {source.path: source for source in loaded.files})
    return Report(surveyed, tuple(_placed(faults, loaded.files)))


def _fault(problem: Problem) -> Fault:
    """Turn a problem found while loading or parsing into a fault, worded by its rule."""
    return not_none(_FAULTS[problem.rule])(problem.at, *problem.about)


def _placed(faults: Iterable[Fault], sources: tuple[SourceFile, ...]) -> list[Finding]:
    if not faults:
        return []
    by_path = {source.path: source for source in sources}
    # Grouped by file, so that each file is parsed for its line numbers at most once.
    ordered = sorted(faults, key=lambda fault: fault.at.file)
    findings: dict[tuple[object, ...], Finding] = {}
    for fault in ordered:
        one = _finding(fault, by_path)
        # Two findings with the same text at the same place are duplicates, even if they end at different places.
        findings.setdefault((one.file, one.line, one.column, one.code, one.message, one.help), one)
    return sorted(findings.values(), key=lambda one: (one.file, one.line, one.column, one.code))


def _finding(fault: Fault, sources: dict[str, SourceFile]) -> Finding:
    rule = RULES[fault.code]
    span = _span(fault.at, sources)
    return Finding(
        code=fault.code,
        rule=rule.name,
        severity=rule.severity,
        message=fault.message,
        help=fault.help,
        file=span.begin.file,
        line=span.begin.line,
        column=span.begin.column,
        end_line=span.end.line,
        end_column=span.end.column,
    )


def _span(at: Location | Spot, sources: dict[str, SourceFile]) -> Span:
    if isinstance(at, Spot):
        return Span(at, at)
    source = sources.get(at.file)
    if source is None:
        return Span(Spot(at.file), Spot(at.file))
    if at.file.endswith(".md"):
        source = SourceFile(at.file, parts(source.text).front or "")
    return locate(source, at)
