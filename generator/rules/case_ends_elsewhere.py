"""A case that does not end at the result or care level that it expects.

A case says what a guide is for: a reader with these answers must get this result. Either the guide has changed and is
wrong now, or the case is wrong.

Wrong, in decision_trees/cases/sore.yml:

    title: Sore after a run
    story: A knee that is a little sore after running.
    guide: example
    answers:
      - {red-flags-soon: no}
      - {rest: a-little}
    expect: {care: soon}
    reviewed: 2026-11-22

Right, in decision_trees/cases/sore.yml:

    title: Sore after a run
    story: A knee that is a little sore after running.
    guide: example
    answers:
      - {red-flags-soon: no}
      - {rest: a-little}
    expect: {care: self-care}
    reviewed: 2026-11-22
"""

from collections.abc import Iterator

from generator.analyse.cases import is_as_expected
from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at
from generator.core.text import listing

CODE = "S623"


def check(survey: Survey) -> Iterator[Fault]:
    """Compare the end of each case with what it expects."""
    library = survey.library
    for walk in survey.walks:
        if walk.ending is None or walk.wrong is not None or is_as_expected(library, walk):
            continue
        expect = library.cases[walk.case].expect
        came = f'"{walk.ending.outcome}"' + (f' ("{walk.ending.care}")' if walk.ending.care else "")
        levels = listing([f'"{one}"' for one in expect.levels], "or")
        wanted = " with ".join(one for one in (f'"{expect.outcome}"' if expect.outcome else "", levels) if one)
        elsewhere = expect.outcome and expect.outcome != walk.ending.outcome
        key = ("expect", "outcome" if elsewhere else "care") if wanted else ("expect",)
        yield Fault(
            CODE,
            at("case", walk.case, *key),
            f"This case ends at {came}; expected is {wanted or 'nothing'}.",
            "Correct the guide, or say where this reader must end.",
        )
