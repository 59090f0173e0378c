"""Findings for a person at a terminal: place, words, the line itself with a caret, and what to do."""

from collections.abc import Callable, Mapping

from generator.check.result import Report
from generator.core.finding import Finding
from generator.core.source import SourceFile
from generator.core.text import count, visible
from generator.report.summary import summary_line

Style = Callable[..., str]
_WIDEST_EXCERPT = 100


def render(report: Report, sources: Mapping[str, SourceFile], style: Style) -> str:
    """All findings and a closing line.

    Args:
        report: what the check found.
        sources: the files as loaded, by path, for the excerpts.
        style: colours a text; takes `fg`, `bold` and `dim` as click's `style` does.
    """
    blocks = [_block(finding, sources.get(finding.file), style) for finding in report.findings]
    return "\n\n".join([*blocks, _closing(report, style)])


def _block(finding: Finding, source: SourceFile | None, style: Style) -> str:
    place = style(f"{visible(finding.file)}:{finding.line}:{finding.column}", bold=True)
    kind = style(f"{finding.severity} {finding.code}", fg="red" if finding.severity == "error" else "yellow")
    lines = [f"{place}  {kind} {style(finding.rule, dim=True)}", f"  {visible(finding.message)}"]
    lines += _excerpt(finding, source, style)
    lines.append(f"  {style('→', fg='green')} {visible(finding.help)}")
    return "\n".join(lines)


def _excerpt(finding: Finding, source: SourceFile | None, style: Style) -> list[str]:
    rows = source.text.split("\n") if source else []
    if finding.line > len(rows) or not rows[finding.line - 1].strip():
        return []
    row = rows[finding.line - 1].rstrip("\r")
    before = row[: finding.column - 1]
    if len(before) > _WIDEST_EXCERPT * 3 // 4:
        # The part of a long line in which the caret stands.
        cut = len(before) - _WIDEST_EXCERPT // 2
        row, before = f"…{row[cut:]}", f"…{before[cut:]}"
    # Tabs take the width they have in the line above.
    row, before = ("\t".join(map(visible, text.split("\t"))) for text in (row, before))
    gutter = f"{finding.line:>6} "
    caret = "".join("\t" if char == "\t" else " " for char in before) + "^"
    shown = row if len(row) <= _WIDEST_EXCERPT else row[: _WIDEST_EXCERPT - 1] + "…"
    bar = style("│", dim=True)
    return [f"{style(gutter, dim=True)}{bar} {shown}", f"{' ' * len(gutter)}{bar} {style(caret, fg='red')}"]


def _closing(report: Report, style: Style) -> str:
    if report.ok:
        warnings = len(report.findings)
        told = f" ({count(warnings, 'warning')})" if warnings else ""
        return style("✓", fg="green") + f" {summary_line(report)}{told}"
    errors = sum(finding.severity == "error" for finding in report.findings)
    files = len({finding.file for finding in report.findings})
    return style("✗", fg="red") + f" {count(errors, 'error')} in {count(files, 'file')}; nothing is published"
