"""Reports cases, their endings, and what no case covers: as text, and as JSON for other programs."""

import json
from collections.abc import Callable
from typing import Any

from generator.analyse.cases import Walk, expected_level, is_as_expected, matrix, uncovered
from generator.analyse.survey import Survey
from generator.core.library import Library
from generator.core.markup import plain
from generator.core.text import count, visible

Style = Callable[..., str]
_MOST = 12


def as_json(survey: Survey) -> str:
    """One JSON object; its keys are part of the command's contract.

    - `cases`: for each case its id as `case`, its `guide`, what is `expected` (an outcome id, a care level, or a list
      of care levels), `expected_care` (the care level; the first of several), the `outcome` and `care` where it
      ends (null if it does not end), whether that is `ok`, the number of `words` its reader reads and of `taps` needed.
    - `matrix`: the number of cases by expected and then by reached care level.
    - `not_covered`: the `outcomes`, `choices` (tree/question/choice) and `signs` that no case reaches.
    """
    library, left = survey.library, uncovered(survey.library, survey.walks)
    result = {
        "cases": [_case(library, walk) for walk in survey.walks],
        "matrix": matrix(library, survey.walks),
        "not_covered": {
            "outcomes": left.outcomes,
            "choices": ["/".join(choice) for choice in left.choices],
            "signs": left.signs,
        },
    }
    return json.dumps(result, indent=2, ensure_ascii=False)


def as_text(survey: Survey, style: Style) -> str:
    """A table of the cases by guide, the matrix, and what is not covered.

    Args:
        survey: a library with its cases walked.
        style: styles a text, like click's `style`.
    """
    library = survey.library
    if not survey.walks:
        if library.cases:
            return f"{count(len(library.cases), 'case')}, and none can be walked while there are errors in the guides"
        return "No case. Write one in decision_trees/cases/, or: signpost new case --walk GUIDE NAME"
    lines: list[str] = []
    for tree in library.trees:
        here = [walk for walk in survey.walks if library.cases[walk.case].guide == tree]
        if here:
            lines += ["", style(visible(f"{tree}: {plain(library.trees[tree].title)}"), bold=True)]
            lines += [_row(library, walk, style) for walk in here]
    lines += ["", *_matrix(library, survey.walks), "", *_not_covered(survey)]
    return "\n".join(lines).lstrip("\n")


def _case(library: Library, walk: Walk) -> dict[str, Any]:
    case = library.cases[walk.case]
    levels = case.expect.levels
    return {
        "case": walk.case,
        "guide": case.guide,
        "expected": case.expect.outcome or (levels[0] if len(levels) == 1 else levels),
        "expected_care": expected_level(library, case),
        "outcome": walk.ending.outcome if walk.ending else None,
        "care": walk.ending.care if walk.ending else None,
        "ok": is_as_expected(library, walk),
        "words": walk.words,
        "taps": walk.taps,
    }


def _row(library: Library, walk: Walk, style: Style) -> str:
    ok = is_as_expected(library, walk)
    mark = style("✓", fg="green") if ok else style("✗", fg="red")
    expected = expected_level(library, library.cases[walk.case]) or "-"
    ending = "does not end"
    if walk.ending:
        ending = walk.ending.outcome + (f" ({walk.ending.care})" if walk.ending.care else "")
        ending += ", with answers left over" if walk.wrong is not None else ""
    size = f"{count(walk.taps, 'tap')}, {count(walk.words, 'word')}"
    return f"  {mark} {visible(f'{walk.case}: {expected} → {ending}')}; {size}"


def _matrix(library: Library, walked: tuple[Walk, ...]) -> list[str]:
    found = matrix(library, walked)
    levels = list(found)
    if not levels:
        return []
    order = {level: place for place, level in enumerate(levels)}
    right = sum(found[level][level] for level in levels)
    more = sum(found[a][b] for a in levels for b in levels if order[b] < order[a])
    less = sum(found[a][b] for a in levels for b in levels if order[b] > order[a])
    width = max(len("expected"), *(len(level) for level in levels))
    rows = ["  ".join(["expected".ljust(width), *levels])]
    for level in levels:
        cells = [str(found[level][other]).rjust(len(other)) for other in levels]
        rows.append("  ".join([level.ljust(width), *cells]))
    total = f"{count(len(walked), 'case')}: {right} at the level expected, {more} more urgent, {less} less urgent"
    return [total, *map(visible, rows)]


def _not_covered(survey: Survey) -> list[str]:
    left = uncovered(survey.library, survey.walks)
    groups = {
        "result": list(left.outcomes),
        "choice": ["/".join(choice) for choice in left.choices],
        "sign": list(left.signs),
    }
    return [_missing(name, ids) for name, ids in groups.items()]


def _missing(name: str, ids: list[str]) -> str:
    if not ids:
        return f"Every {name} is covered by a case"
    more = f" and {len(ids) - _MOST} more" if len(ids) > _MOST else ""
    return f"No case covers {count(len(ids), name)}: {visible(', '.join(ids[:_MOST]))}{more}"
