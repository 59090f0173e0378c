"""How the tests of the rules say where a finding must stand: by a mark in the text of the file itself."""

from collections.abc import Callable, Mapping

import pytest
from example import EXAMPLE

from generator.core.finding import Finding
from generator.rules import no_unsure, outcome_without_case

MARK = "▸"
# Warnings on what a library lacks as a whole, which hardly any test is about.
HINTS = {no_unsure.CODE, outcome_without_case.CODE}


@pytest.fixture
def found_at_marks(project, checked) -> Callable[[Mapping[str, str]], tuple[Finding, ...]]:
    """Checks the example with some files changed and returns the findings, which must be exactly one at each ▸.

    Two warnings do not count: that a question has no answer for those who are not sure, and that no case ends at a
    result. Hardly any of the questions and cases that these tests add is complete in that way.

    The marks are taken out before the check; a ▸ stands before the character at which the finding must point.
    """

    def found(files: Mapping[str, str]) -> tuple[Finding, ...]:
        found = checked(project(EXAMPLE | {path: text.replace(MARK, "") for path, text in files.items()})).findings
        findings = tuple(one for one in found if one.code not in HINTS)
        assert [(one.file, one.line, one.column) for one in findings] == _marks(files), findings
        return findings

    return found


def _marks(files: Mapping[str, str]) -> list[tuple[str, int, int]]:
    places = []
    for path, text in sorted(files.items()):
        for line, row in enumerate(text.split("\n"), start=1):
            before_first, *after_marks = row.split(MARK)
            column = len(before_first) + 1
            for text_after in after_marks:
                places.append((path, line, column))
                column += len(text_after)
    return places
