"""Every pose can be held by a body, and poses that cannot are flagged."""

import random
import re
from itertools import product

import pytest

from figures.checks import outside, problems
from figures.reading import POSES, parsed, read

EXERCISES = read().exercises
TEXT = POSES.read_text("utf-8")


@pytest.mark.long
@pytest.mark.parametrize("id", EXERCISES)
def test_a_body_can_hold_every_pose(id: str):
    assert problems(EXERCISES[id]) == []


def test_there_are_exercises_enough_for_the_plans():
    assert len(EXERCISES) >= 24


def broken(id: str, old: str, new: str) -> list[str]:
    """What is said of the first frame of an exercise in which a piece of its text was changed."""
    start = TEXT.index(f"\n{id}:\n") + 1
    end = re.search(r"\n(?=\S)|\Z", TEXT[start:])
    assert end is not None
    text = TEXT[start : start + end.start()]
    assert text.count(old) >= 1, f"{old} is not in {id}"
    exercise = parsed(text.replace(old, new, 1), "broken.yml").exercises[id]
    return [said for frame, said in problems(exercise) if frame == "start"]


BROKEN = [
    # Joints.
    ("squat", "hip: 5, knee: 6", "hip: 5, knee: -20", "left_knee is bent by -20°, and goes from -3° to 145°."),
    ("heel-raise", "sole: 0}", "sole: 60}", "left_ankle is bent by -60°, and goes from -55° to 33°."),
    ("figure-four", "turn: 26", "turn: 120", "right_hip_turn is bent by 149°, and goes from -45° to 70°."),
    # Reach.
    ("heel-slide", "[50.4, 5]", "[56, 5]", "left_foot ends 5.5 from where it shall be: move it or the body nearer."),
    # Contacts.
    ("bridge-two-legs", "ball: [38, 5]", "ball: [38, 5, 2]", "left_foot shall touch the floor and is 2.0 above it."),
    ("heel-raise", "[29, 8, 84]", "[26, 8, 84]", "left_hand shall touch the wall and is 2.8 before it."),
    ("hip-side-stretch", "[2, 25, 74]", "[2, 22, 74]", "left_hand shall touch the side-wall and is 2.8 before it."),
    (
        "hip-side-stretch",
        "{feet: floor, left_hand: side-wall}",
        "{}",
        "Nothing carries the body: name in `touches` what stands on what.",
    ),
    # What floats as if it should touch, from the side and from the front.
    (
        "curl-standing",
        "hands: wall}",
        "left_hand: wall}\n    right_arm: {hand: [26, -8, 84]}",
        "right_hand floats 2.8 before the wall.",
    ),
    (
        "pull-in-standing",
        "hip: 10, knee: 18, out: 27",
        "hip: 5, knee: 7, out: 20",
        "left_foot floats 0.9 above what is below it: let it touch, or lift it to 3.",
    ),
    # Balance, forward and to the side.
    ("squat", "{lean: 2}", "{lean: 30}", "The body would fall: its weight is 14.6 outside what it stands on."),
    (
        "pull-in-standing",
        "{roll: -3, side: 4}",
        "{roll: 6}",
        "The body would fall: its weight is 6.3 outside what it stands on.",
    ),
    # What is in the way: floor, step, and the body itself.
    ("leg-raise-lying", "out: -4.4", "out: 8", "right_foot is 10.4 below the floor."),
    ("step-up", "x: [14, 40]", "x: [-6, 40]", "left_foot is 3.5 inside the step."),
    ("figure-four", "by: [-0.8, -4.4, 9.2]", "by: [0, 0, 1]", "left_thigh goes through right_shank."),
    # Names.
    (
        "hip-flexor-stretch",
        "near: left_knee",
        "near: left_nose",
        "“left_nose” is unknown here. README.md lists the parts, points and surfaces that there are.",
    ),
    (
        "bridge-two-legs",
        "feet: floor",
        "feet: step",
        "“step” is unknown here. README.md lists the parts, points and surfaces that there are.",
    ),
    (
        "bridge-two-legs",
        "[0, 0, 22], [0, 0, 33]",
        "[0, 0, 22]",
        "An arrow either follows a point or has a path of two points or more.",
    ),
]


@pytest.mark.parametrize(("id", "old", "new", "said"), BROKEN)
def test_a_broken_pose_is_flagged(id: str, old: str, new: str, said: str):
    assert said in broken(id, old, new)


def test_outside_agrees_with_trying_every_triangle():
    """A point is inside the area round others if it is inside a triangle of them: tried with all of them."""
    chance = random.Random(4)
    for _ in range(60):
        base = [(chance.uniform(-5, 5), chance.uniform(-5, 5)) for _ in range(6)]
        point = (chance.uniform(-6, 6), chance.uniform(-6, 6))
        assert (outside(point, base) == 0) == any(_within(point, *three) for three in product(base, repeat=3))


def _within(p, a, b, c) -> bool:
    turns = [(v[0] - u[0]) * (p[1] - u[1]) - (v[1] - u[1]) * (p[0] - u[0]) for u, v in ((a, b), (b, c), (c, a))]
    return len({a, b, c}) == 3 and (min(turns) > 0 or max(turns) < 0)


def test_outside_is_the_distance_to_the_nearest_edge():
    square = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)]
    assert outside((1.0, 1.0), square) == 0
    assert outside((3.5, 1.0), square) == pytest.approx(1.5)
    assert outside((5.0, 6.0), square) == pytest.approx(5.0)
