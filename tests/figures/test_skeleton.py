"""Bones keep their lengths, joints their angles, and hands and feet come to where they are asked to be."""

import math

import pytest
from deep import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from figures import body
from figures.flesh import fleshed, girth
from figures.poses import Arm, Contact, Leg, Pose, Trunk
from figures.skeleton import Skeleton, built
from figures.vectors import Frame, dot, length, sub

BONES = [("hip", "knee", body.THIGH), ("knee", "ankle", body.SHANK)]
BONES += [("shoulder", "elbow", body.UPPER_ARM), ("elbow", "wrist", body.FOREARM)]


# Fewer than elsewhere: each example builds a whole body.
few = settings(max_examples=examples(30))

UPRIGHT, STRAIGHT, HANGING = Trunk(), Leg(), Arm()


def pose(trunk: Trunk = UPRIGHT, leg: Leg = STRAIGHT, arm: Arm = HANGING) -> Pose:
    legs, arms = {"left": leg, "right": leg}, {"left": arm, "right": arm}
    return Pose("", Contact(part="right_foot"), {}, False, trunk, legs, arms)


def bones_are_whole(skeleton: Skeleton) -> None:
    for side in ("left", "right"):
        for a, b, size in BONES:
            bone = sub(skeleton.points[f"{side}_{a}"], skeleton.points[f"{side}_{b}"])
            assert length(bone) == pytest.approx(size, abs=0.01)


angles = st.floats(-60, 60)
trunks = st.builds(Trunk, st.floats(-120, 120), angles, st.floats(-180, 180), st.floats(-20, 60), st.floats(-20, 20))


@few
@given(trunks, st.floats(-30, 120), st.floats(-30, 50), angles, st.floats(0, 140), st.floats(-50, 30))
def test_angles_are_measured_as_they_were_given(
    trunk: Trunk, hip: float, out: float, turn: float, knee: float, ankle: float
):
    skeleton = built(pose(trunk, Leg(hip=hip, out=out, turn=turn, knee=knee, ankle=ankle)))
    bones_are_whole(skeleton)
    for side in ("left", "right"):
        found = [skeleton.angles[f"{side}_{name}"] for name in ("hip", "hip_out", "hip_turn", "knee", "ankle")]
        assert found == pytest.approx([hip, out, turn, knee, ankle], abs=0.01)


@few
@given(trunks, st.floats(5, 48), st.floats(0, math.tau), st.floats(-0.9, 0.9), angles)
def test_a_foot_comes_to_every_place_in_reach(trunk: Trunk, far: float, round_: float, up: float, turn: float):
    rim = math.sqrt(1 - up * up)
    goal = (far * rim * math.cos(round_), far * rim * math.sin(round_), far * up)
    leg = Leg(ball=goal, sole=0, turn=turn)
    skeleton = built(pose(trunk, leg))
    bones_are_whole(skeleton)
    for side in ("left", "right"):
        missed = skeleton.misses[f"{side}_foot"]
        ball = skeleton.points[f"{side}_ball"]
        assert length(sub((ball[0], ball[1], ball[2] - 1.1), goal)) == pytest.approx(missed, abs=0.01)
        hip, ankle = skeleton.points[f"{side}_hip"], skeleton.points[f"{side}_ankle"]
        if missed < 0.01:
            assert length(sub(hip, ankle)) <= body.THIGH + body.SHANK
        # A foot that stands flat has its sole level.
        assert skeleton.frames[f"{side}_foot"].up == pytest.approx((0, 0, 1), abs=1e-6)


def test_a_place_out_of_reach_is_missed_by_what_is_lacking():
    leg = Leg(ball=(body.BALL, 0.0, -body.THIGH - body.SHANK - body.ANKLE - 5), sole=0, toe_out=0)
    missed = built(pose(Trunk(), leg)).misses["left_foot"]
    assert missed == pytest.approx(5 + 0.25, abs=0.1)  # The hip is 5 aside, which takes a quarter of one more.


@few
@given(st.floats(-30, 120), st.floats(0, 120))
def test_a_flat_sole_is_flat_whatever_hip_and_knee_do(hip: float, knee: float):
    skeleton = built(pose(leg=Leg(hip=hip, knee=knee, sole=0)))
    assert skeleton.frames["left_foot"].up == pytest.approx((0, 0, 1), abs=1e-6)


def test_sides_mirror_each_other():
    skeleton = built(pose(Trunk(lean=20, spine=10), Leg(hip=30, out=12, turn=8, knee=40), Arm(shoulder=50, out=20)))
    for name, (x, y, z) in skeleton.points.items():
        if name.startswith("left_"):
            assert skeleton.points[name.replace("left", "right")] == pytest.approx((x, -y, z), abs=1e-9)


def test_a_body_is_as_tall_as_a_body():
    parts = fleshed(built(pose()))
    heights = [point[2] for part in parts.values() for point in part.surface()]
    assert max(heights) - min(heights) == pytest.approx(100, abs=1)


@few
@given(trunks)
def test_frames_stay_square(trunk: Trunk):
    for frame in built(pose(trunk)).frames.values():
        axes = (frame.forward, frame.left, frame.up)
        assert [length(axis) for axis in axes] == pytest.approx([1, 1, 1])
        assert [dot(axes[n], axes[n - 1]) for n in range(3)] == pytest.approx([0, 0, 0], abs=1e-6)


def test_turning_goes_the_way_that_its_name_says():
    assert Frame().about_left(90).up == pytest.approx((1, 0, 0))
    assert Frame().about_forward(90).left == pytest.approx((0, 0, 1))
    assert Frame().about_up(90).forward == pytest.approx((0, 1, 0))


@few
@given(st.sampled_from([body.THIGH_GIRTHS, body.SHANK_GIRTHS, body.TORSO_GIRTHS]), st.floats(-0.1, 1.05))
def test_girths_stay_near_their_table(table: tuple[body.Girth, ...], at: float):
    for found, least, most in zip(
        girth(table, at),
        [min(getattr(one, name) for one in table) for name in ("front", "back", "side")],
        [max(getattr(one, name) for one in table) for name in ("front", "back", "side")],
        strict=True,
    ):
        assert least - 0.5 < found < most + 0.5


def test_girths_go_through_their_table():
    for one in body.SHANK_GIRTHS:
        assert girth(body.SHANK_GIRTHS, one.at) == pytest.approx((one.front, one.back, one.side))
