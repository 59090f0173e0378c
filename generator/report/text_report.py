"""Writes findings for the terminal: position, message, the source line with a caret, and what to do."""

from collections.abc import Callable, Mapping
from textwrap import wrap

from generator.check.result import Report
from generator.core.finding import Finding
from generator.core.source import SourceFile
from generator.core.text import count, visible
from generator.report.summary import summary_line

Style = Callable[..., str]
_WIDEST_EXCERPT = 100
# The width of what precedes an excerpt: the line number and a bar.
_GUTTER = 9
# Narrower than this, lines would hold single words.
_NARROWEST = 40


def render(report: Report, sources: Mapping[str, SourceFile], style: Style, width: int = 0) -> str:
    """All findings and a closing line.

    Args:
        report: what the check found.
        sources: the files as loaded, by path, for the excerpts.
        style: styles a text; takes `fg`, `bold` and `dim` like click's `style`.
        width: of the terminal, in characters, for wrapping; 0 keeps each message on one line.
    """
    width = max(width, _NARROWEST) if width else 0
    blocks = [_block(finding, sources.get(finding.file), style, width) for finding in report.findings]
    return "\n\n".join([*blocks, _closing(report, style)])


def _block(finding: Finding, source: SourceFile | None, style: Style, width: int) -> str:
    place = style(f"{visible(finding.file)}:{finding.line}:{finding.column}", bold=True)
    kind = style(f"{finding.severity} {finding.code}", fg="red" if finding.severity == "error" else "yellow")
    lines = [f"{place}  {kind} {style(finding.rule, dim=True)}", *_wrapped(visible(finding.message), "  ", width)]
    lines += _excerpt(finding, source, style, min(width - _GUTTER, _WIDEST_EXCERPT) if width else _WIDEST_EXCERPT)
    first, *more = _wrapped(visible(finding.help), "    ", width)
    return "\n".join([*lines, f"  {style('→', fg='green')} {first[4:]}", *more])


def _wrapped(text: str, indent: str, width: int) -> list[str]:
    """A text as indented lines."""
    if not width:
        return [f"{indent}{text}"]
    lines = wrap(text, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
    return lines or [indent]


def _excerpt(finding: Finding, source: SourceFile | None, style: Style, widest: int) -> list[str]:
    rows = source.text.split("\n") if source else []
    if finding.line > len(rows) or not rows[finding.line - 1].strip():
        return []
    row = rows[finding.line - 1].rstrip("\r")
    before = row[: finding.column - 1]
    if len(before) > widest * 3 // 4:
        # The part of a long line around the caret.
        cut = len(before) - widest // 2
        row, before = f"…{row[cut:]}", f"…{before[cut:]}"
    # Tabs are kept, so that the caret is aligned with the line above.
    row, before = ("\t".join(map(visible, text.split("\t"))) for text in (row, before))
    gutter = f"{finding.line:>6} "
    caret = "".join("\t" if char == "\t" else " " for char in before) + "^"
    shown = row if len(row) <= widest else row[: widest - 1] + "…"
    bar = style("│", dim=True)
    return [f"{style(gutter, dim=True)}{bar} {shown}", f"{' ' * len(gutter)}{bar} {style(caret, fg='red')}"]


def _closing(report: Report, style: Style) -> str:
    if report.ok:
        warnings = len(report.findings)
        told = f" ({count(warnings, 'warning')})" if warnings else ""
        lines = [style("✓", fg="green") + f" {summary_line(report)}{told}"]
        for language, (complete, stale, missing) in report.summary.translations.items():
            lines.append(f"  {visible(language)}: {complete:,} texts complete, {stale:,} stale, {missing:,} missing")
        return "\n".join(lines)
    errors = sum(finding.severity == "error" for finding in report.findings)
    files = len({finding.file for finding in report.findings})
    return style("✗", fg="red") + f" {count(errors, 'error')} in {count(files, 'file')}; nothing is published"
