"""Derives an edit from a finding whose message states exactly what to write.

A message quotes what is wrong, and its help begins with what to write instead. Both are part of the checker's contract;
a test applies the correction of every known mistake and checks that the finding is gone.
"""

import re
from typing import TypedDict

from generator.core.finding import Finding

_WRONG = re.compile(r'"([^"\n]+)"')
_RIGHT = re.compile(r'(?:Did you mean|Write) "([^"\n]+)"(?:[?.,]|$)')


class Correction(TypedDict):
    """A replacement of text. Lines and columns count from 1, in characters; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


def correction(finding: Finding, text: str) -> Correction | None:
    """The edit that a finding proposes; None if it proposes none.

    Args:
        finding: with its position.
        text: of the file at that position.
    """
    wrong, right = _WRONG.search(finding.message), _RIGHT.match(finding.help)
    if wrong is None or right is None or finding.line != finding.end_line:
        return None
    lines = text.split("\n")
    if finding.line > len(lines):
        return None
    line = lines[finding.line - 1]
    begin, end = finding.column - 1, finding.end_column - 1
    if line.count(wrong[1], begin, end) != 1:
        return None
    at = line.index(wrong[1], begin, end)
    return {
        "line": finding.line,
        "column": at + 1,
        "end_line": finding.line,
        "end_column": at + len(wrong[1]) + 1,
        "text": right[1],
    }
