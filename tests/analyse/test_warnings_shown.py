"""Which warning signs and precautions an entry shows."""

import itertools

import pytest

from generator.analyse.gate import unasked_flags
from generator.analyse.warnings_shown import precautions_at, warnings_at
from generator.core.kinds.care_level import CareLevel
from generator.core.kinds.precaution import Precaution
from generator.core.kinds.red_flag import RedFlag
from generator.core.kinds.tree import Tree
from generator.core.library import Library

LEVELS = {
    "now": CareLevel(title="Now", card="emergency", act="Call."),
    "today": CareLevel(title="Today", card="urgent", act="Go."),
    "rest": CareLevel(title="Rest", card="self-care", act="Rest.", self_care=True),
}
FLAGS = {
    "asked": RedFlag(text="Asked everywhere", care="now", places="everywhere"),
    "shown": RedFlag(text="Shown only", care="now", places=[], shown_at=["knee"]),
    "knee": RedFlag(text="Of the knee", care="today", places=["knee"]),
    "elbow": RedFlag(text="Of the elbow", care="today", places=["elbow"], shown_at="everywhere"),
    "heel": RedFlag(text="Of the heel", care="now", places=["heel"]),
}
TREES = {"knee": Tree(places=["knee"]), "elbow": Tree(places=["elbow"]), "both": Tree(places=["knee", "elbow"])}
LIBRARY = Library.of(care_levels=LEVELS, red_flags=FLAGS, trees=TREES)


def ids(found):
    return [(signs.level, [id for id, _ in signs.flags]) for signs in found]


def test_an_entry_without_a_level_shows_the_signs_of_its_places_by_level():
    assert ids(warnings_at(LIBRARY, ["knee"])) == [("now", ["asked", "shown"]), ("today", ["knee", "elbow"])]
    assert ids(warnings_at(LIBRARY, [])) == [("now", ["asked"]), ("today", ["elbow"])]


@pytest.mark.parametrize(("care", "levels"), [("rest", ["now", "today"]), ("today", ["now"]), ("now", []), ("", [])])
def test_a_result_shows_only_what_is_more_urgent(care, levels):
    assert [signs.level for signs in warnings_at(LIBRARY, ["knee"], care)] == levels


def test_what_no_gate_on_the_way_asked_stands_first():
    assert ids(warnings_at(LIBRARY, ["knee"], "rest", ["elbow"])) == [
        ("now", ["shown", "asked"]),
        ("today", ["knee", "elbow"]),
    ]
    assert ids(warnings_at(LIBRARY, ["knee"], "rest", ["knee"])) == [
        ("now", ["shown", "asked"]),
        ("today", ["elbow", "knee"]),
    ]


def test_a_sign_counts_as_asked_where_every_guide_that_leads_here_asks_it():
    for size in range(1, 4):
        for guides in itertools.combinations(TREES, size):
            here = warnings_at(LIBRARY, ["knee"], "rest", guides)
            for signs in here:
                for id, flag in signs.flags:
                    by_all = all(flag.is_asked_at(frozenset(TREES[guide].places)) for guide in guides)
                    assert (id in signs.asked) is by_all


def test_nobody_has_asked_where_no_guide_leads():
    assert all(not signs.asked for signs in warnings_at(LIBRARY, ["knee"], "rest", []))


def test_signs_that_no_guide_asks_are_counted():
    assert unasked_flags(LIBRARY) == {"shown", "heel"}


PRECAUTIONS = {
    "all": Precaution(text="All", places="everywhere"),
    "knee": Precaution(text="Knee", who="pharmacist", places=["knee"]),
    "urgent": Precaution(text="Urgent too", places="everywhere", levels=["today", "rest"]),
    "only": Precaution(text="Only urgent", places="everywhere", levels=["today"]),
}


@pytest.mark.parametrize(
    ("places", "care", "professional", "pharmacist"),
    [
        (["knee"], "rest", ["All", "Urgent too"], ["Knee"]),
        (["elbow"], "rest", ["All", "Urgent too"], []),
        (["knee"], "today", ["Urgent too", "Only urgent"], []),
        (["knee"], "now", [], []),
        (["knee"], None, ["All", "Urgent too"], ["Knee"]),
        ([], "", [], []),
    ],
)
def test_who_should_ask_first_is_said_at_their_places_and_levels(places, care, professional, pharmacist):
    found = precautions_at(LIBRARY.with_entries(precautions=PRECAUTIONS), places, care)
    assert [one.text for one in found.get("professional", [])] == professional
    assert [one.text for one in found.get("pharmacist", [])] == pharmacist
    assert list(found) == [who for who in ("professional", "pharmacist") if found.get(who)]
