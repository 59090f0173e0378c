"""Where the joints of a posed body are, and how its bones lie."""

import math
from dataclasses import dataclass, field

from figures import body
from figures.poses import SIDES, Arm, Leg, Near, Pose, Trunk
from figures.vectors import UP, Frame, Vec, add, between, cross, dot, frame_of, length, scaled, sub, turned_about, unit

_WORDS: dict[str, Vec] = {
    "up": (0.0, 0.0, 1.0),
    "down": (0.0, 0.0, -1.0),
    "left": (-1.0, 0.0, 0.0),
    "right": (1.0, 0.0, 0.0),
}
_STEPS = 20
# How high the middle of the ball of the foot and of the heel are above what they stand on.
_BALL_HIGH = 1.1
_HEEL_HIGH = 1.9


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A posed body.

    Attributes:
        points: joints and ends by name: hips, neck, skull, and of each side hip, thigh (near the knee), knee, ankle,
            heel, ball, toe, shoulder, elbow, wrist, palm and fingertips, such as `left_knee`.
        frames: bones by name: pelvis, neck, head, and of each side thigh, shank, foot, toes, upper_arm, forearm, hand.
        spine: points and frames along the trunk, from the hips upward.
        angles: joint angles in degrees by name, such as `left_knee`.
        misses: how far a foot or hand ended from where it was asked to be.
    """

    points: dict[str, Vec]
    frames: dict[str, Frame]
    spine: tuple[tuple[Vec, Frame], ...]
    angles: dict[str, float] = field(default_factory=dict)
    misses: dict[str, float] = field(default_factory=dict)


def sign(side: str) -> float:
    """1 for the left side, -1 for the right."""
    return 1.0 if side == "left" else -1.0


def built(pose: Pose, hips: Vec = (0.0, 0.0, 0.0), limbs: bool = True) -> Skeleton:
    """The skeleton of a pose, with the middle of its hips at a point.

    Without `limbs`, feet and hands that shall be at a place of the room are left out: what is left does not depend on
    where the body stands.

    Raises:
        KeyError: where a foot or hand shall be near a joint that there is not.
    """
    pelvis = Frame().about_up(pose.trunk.turn).about_left(pose.trunk.lean).about_forward(pose.trunk.roll)
    made = Skeleton({"hips": hips}, {"pelvis": pelvis}, _spine(pose.trunk, pelvis, hips))
    made.angles.update(spine=pose.trunk.spine, side=pose.trunk.side, neck=pose.trunk.neck, tilt=pose.trunk.tilt)
    _add_head(made, pose.trunk)
    for side in SIDES:
        made.points[f"{side}_hip"] = pelvis.at(hips, left=sign(side) * body.HIP)
    # A foot may be placed by the other leg, so that comes first.
    for side in sorted(SIDES, key=lambda side: pose.legs[side].place is not None):
        leg = pose.legs[side]
        if not leg.by_place:
            _add_leg_by_angles(made, side, leg)
        elif limbs:
            _add_leg_by_place(made, side, leg)
    for side in SIDES:
        arm = pose.arms[side]
        if arm.hand is None:
            _add_arm_by_angles(made, side, arm)
        elif limbs:
            _add_arm_by_place(made, side, arm, arm.hand)
    return made


def on_spine(skeleton: Skeleton, at: float) -> tuple[Vec, Frame]:
    """The point and frame at a share of the trunk's length above the hips, or beyond its ends."""
    spine = skeleton.spine
    if at <= 0 or at >= 1:
        point, frame = spine[0 if at <= 0 else -1]
        return frame.at(point, up=(at if at <= 0 else at - 1) * body.TRUNK), frame
    lower = min(int(at * _STEPS), _STEPS - 1)
    return between(spine[lower][0], spine[lower + 1][0], at * _STEPS - lower), spine[lower][1]


def _spine(trunk: Trunk, pelvis: Frame, hips: Vec) -> tuple[tuple[Vec, Frame], ...]:
    found = [(hips, pelvis)]
    for step in range(1, _STEPS + 1):
        # The spine bends between the top of the pelvis and the upper chest.
        bent = min(1.0, max(0.0, (step / _STEPS - 0.08) / 0.72))
        frame = pelvis.about_left(trunk.spine * bent).about_forward(trunk.side * bent)
        found.append((frame.at(found[-1][0], up=body.TRUNK / _STEPS), frame))
    return tuple(found)


def _add_head(made: Skeleton, trunk: Trunk) -> None:
    base, chest = on_spine(made, body.NECK_AT / body.TRUNK)
    neck = chest.about_left(trunk.neck * 0.5 + 12).about_forward(trunk.tilt * 0.5)
    made.points["neck"] = chest.at(base, forward=-0.6)
    made.points["skull"] = neck.at(made.points["neck"], up=body.NECK)
    made.frames["neck"] = neck
    made.frames["head"] = chest.about_left(trunk.neck).about_forward(trunk.tilt)


def _add_leg_by_angles(made: Skeleton, side: str, leg: Leg) -> None:
    s = sign(side)
    thigh = made.frames["pelvis"].about_left(-leg.hip).about_forward(s * leg.out).about_up(s * leg.turn)
    shank = thigh.about_left(leg.knee)
    bend = leg.ankle
    if leg.sole is not None:
        bend = math.degrees(math.atan2(-shank.forward[2], shank.up[2])) - leg.sole
    knee = thigh.at(made.points[f"{side}_hip"], up=-body.THIGH)
    _add_leg(made, side, leg, thigh, shank, shank.about_left(-bend), knee, shank.at(knee, up=-body.SHANK))


def _add_leg_by_place(made: Skeleton, side: str, leg: Leg) -> None:
    s, pelvis, hip = sign(side), made.frames["pelvis"], made.points[f"{side}_hip"]
    foot, ankle = _standing_foot(pelvis, s, leg)
    if leg.place is not None:
        ankle = _place(made, side, leg.place)
    way = unit(sub(ankle, hip))
    front = pelvis.forward if abs(dot(pelvis.forward, way)) < 0.95 else pelvis.up
    front = turned_about(front, way, -s * leg.turn)
    knee, reached = _two_links(hip, ankle, body.THIGH, body.SHANK, front)
    across = cross(front, way)
    if length(sub(knee, between(hip, reached, 0.5))) > 0.5:
        bent = cross(sub(knee, hip), sub(reached, knee))
        across = bent if dot(bent, across) > 0 else scaled(bent, -1.0)
    thigh, shank = frame_of(sub(hip, knee), across), frame_of(sub(knee, reached), across)
    made.misses[f"{side}_foot"] = length(sub(ankle, reached))
    _add_leg(made, side, leg, thigh, shank, foot or shank.about_left(-leg.ankle), knee, reached)


def _standing_foot(pelvis: Frame, s: float, leg: Leg) -> tuple[Frame | None, Vec]:
    """How a foot lies whose ball or heel stands at a place, and where its ankle is."""
    stand = leg.ball or leg.heel
    if stand is None:
        return None, (0.0, 0.0, 0.0)
    at: Vec = (stand[0], stand[1], stand[2] if len(stand) > 2 else 0.0)
    ahead = cross(pelvis.left, UP)
    ahead = pelvis.forward if length(ahead) < 0.2 else unit(ahead)
    foot = frame_of(UP, cross(UP, ahead)).about_up(s * leg.toe_out).about_left(leg.sole or 0.0)
    if leg.ball:
        return foot, foot.at(add(at, (0.0, 0.0, _BALL_HIGH)), forward=-body.BALL, up=body.ANKLE - _BALL_HIGH)
    return foot, foot.at(add(at, (0.0, 0.0, _HEEL_HIGH)), forward=2.2, up=2.0)


def _add_leg(
    made: Skeleton, side: str, leg: Leg, thigh: Frame, shank: Frame, foot: Frame, knee: Vec, ankle: Vec
) -> None:
    # The toes of a foot that stands on its ball stay level.
    bent = max(-30.0, leg.sole) if leg.sole is not None and leg.heel is None else 0.0
    toes = foot.about_left(-bent)
    ball = foot.at(ankle, forward=body.BALL, up=_BALL_HIGH - body.ANKLE)
    points = {
        "thigh": thigh.at(knee, up=0.3 * body.THIGH),
        "knee": knee,
        "ankle": ankle,
        "heel": foot.at(ankle, forward=1 - body.HEEL, up=1.5 - body.ANKLE),
        "ball": ball,
        "toe": toes.at(ball, forward=body.TOE - body.BALL),
    }
    made.points.update({f"{side}_{name}": point for name, point in points.items()})
    made.frames.update({f"{side}_thigh": thigh, f"{side}_shank": shank, f"{side}_foot": foot, f"{side}_toes": toes})
    s, pelvis = sign(side), made.frames["pelvis"]
    along = pelvis.seen(scaled(thigh.up, -1))
    hip, out = math.degrees(math.atan2(along[0], -along[2])), _arc_sine(s * along[1])
    straight = pelvis.about_left(-hip).about_forward(s * out)
    angles = {
        "hip": hip,
        "hip_out": out,
        "hip_turn": s
        * math.degrees(math.atan2(dot(thigh.forward, straight.left), dot(thigh.forward, straight.forward))),
        "knee": _angle(shank.up, thigh.up, thigh.left),
        "ankle": -_angle(foot.up, shank.up, shank.left),
        "toes": bent,
    }
    made.angles.update({f"{side}_{name}": angle for name, angle in angles.items()})


def _add_arm_by_angles(made: Skeleton, side: str, arm: Arm) -> None:
    s, (_, chest) = sign(side), made.spine[-1]
    upper = chest.about_left(-arm.shoulder).about_forward(s * arm.out)
    forearm = upper.about_left(-arm.elbow)
    shoulder = _shoulder(made, side, scaled(upper.up, -1))
    elbow = upper.at(shoulder, up=-body.UPPER_ARM)
    wrist = forearm.at(elbow, up=-body.FOREARM)
    palm = _direction(arm.palm, s) or scaled(forearm.left, -s)
    fingers = _direction(arm.fingers, s) or scaled(forearm.up, -1)
    _add_arm(made, side, upper, forearm, shoulder, elbow, wrist, fingers, palm)


def _add_arm_by_place(made: Skeleton, side: str, arm: Arm, hand: Vec | Near) -> None:
    s, (_, chest) = sign(side), made.spine[-1]
    target = _place(made, side, hand)
    way = unit(sub(target, _shoulder(made, side, scaled(chest.up, -1))))
    shoulder = _shoulder(made, side, way)
    palm = _direction(arm.palm, s) or scaled(chest.left, -s)
    fingers = _direction(arm.fingers, s) or way
    fingers = unit(sub(fingers, scaled(palm, dot(fingers, palm))))
    goal = add(target, scaled(fingers, -body.PALM), scaled(palm, -1.0))
    # Elbows point down, back and a little outward.
    down = add(scaled(chest.forward, -0.6), scaled(chest.up, -1.0), scaled(chest.left, 0.45 * s))
    elbow, wrist = _two_links(shoulder, goal, body.UPPER_ARM, body.FOREARM, down)
    if elbow[2] < 1.8 < shoulder[2]:
        # No elbow is pushed into the floor: it goes aside.
        aside = cross(UP, unit(sub(goal, shoulder)))
        aside = aside if dot(aside, down) > 0 else scaled(aside, -1)
        elbow, wrist = _two_links(shoulder, goal, body.UPPER_ARM, body.FOREARM, aside)
    across = cross(sub(wrist, elbow), sub(elbow, shoulder))
    across = chest.left if length(across) < 1e-3 else across
    made.misses[f"{side}_hand"] = length(sub(wrist, goal))
    upper, forearm = frame_of(sub(shoulder, elbow), across), frame_of(sub(elbow, wrist), across)
    _add_arm(made, side, upper, forearm, shoulder, elbow, wrist, fingers, palm)


def _shoulder(made: Skeleton, side: str, way: Vec) -> Vec:
    """Where the shoulder is for an arm that points a way: it rises with the arm, and goes forward with it."""
    point, chest = on_spine(made, body.SHOULDER_AT)
    lifted = math.degrees(math.acos(max(-1.0, min(1.0, -dot(way, chest.up)))))
    up = 2.6 * max(0.0, (lifted - 60) / 120)
    left = sign(side) * (body.SHOULDER - 0.9 * up)
    return chest.at(point, forward=1.2 * dot(way, chest.forward), left=left, up=up)


def _add_arm(
    made: Skeleton,
    side: str,
    upper: Frame,
    forearm: Frame,
    shoulder: Vec,
    elbow: Vec,
    wrist: Vec,
    fingers: Vec,
    palm: Vec,
) -> None:
    s, (_, chest) = sign(side), made.spine[-1]
    fingers = unit(fingers)
    palm = unit(sub(palm, scaled(fingers, dot(palm, fingers))))
    # A hand's frame has its fingers down, its thumb in front and its palm on the left.
    hand = Frame(scaled(cross(fingers, palm), -s), palm, scaled(fingers, -1))
    points = {
        "shoulder": shoulder,
        "elbow": elbow,
        "wrist": wrist,
        "palm": hand.at(wrist, left=1.0, up=-body.PALM),
        "fingertips": hand.at(wrist, up=-body.HAND),
    }
    made.points.update({f"{side}_{name}": point for name, point in points.items()})
    made.frames.update({f"{side}_upper_arm": upper, f"{side}_forearm": forearm, f"{side}_hand": hand})
    along = chest.seen(scaled(upper.up, -1))
    angles = {
        "shoulder_out": _arc_sine(s * along[1]),
        "elbow": math.degrees(math.acos(max(-1.0, min(1.0, dot(upper.up, forearm.up))))),
        "wrist": math.degrees(math.acos(max(-1.0, min(1.0, dot(forearm.up, hand.up))))),
    }
    if abs(along[1]) < 0.8:
        # An arm that points aside is bent neither forward nor backward.
        bend = math.degrees(math.atan2(along[0], -along[2]))
        angles["shoulder"] = bend + 360 if bend < -120 else bend
    made.angles.update({f"{side}_{name}": angle for name, angle in angles.items()})


def _two_links(start: Vec, end: Vec, first: float, second: float, front: Vec) -> tuple[Vec, Vec]:
    """The middle joint of two bones that reach from start to end, bent toward the front, and where they end."""
    way = sub(end, start)
    along = unit(way)
    reach = min(max(length(way), abs(first - second) + 0.01), first + second - 0.001)
    shift = (first * first - second * second + reach * reach) / (2 * reach)
    rise = math.sqrt(max(0.0, first * first - shift * shift))
    aside = unit(sub(front, scaled(along, dot(front, along))))
    return add(start, scaled(along, shift), scaled(aside, rise)), add(start, scaled(along, reach))


def _angle(a: Vec, b: Vec, about: Vec) -> float:
    """How far a is turned from b about an axis, in degrees."""
    return math.degrees(math.atan2(dot(cross(b, a), about), dot(a, b)))


def _arc_sine(value: float) -> float:
    return math.degrees(math.asin(max(-1.0, min(1.0, value))))


def _place(made: Skeleton, side: str, hand: Vec | Near) -> Vec:
    if not isinstance(hand, Near):
        return hand
    name = hand.near if hand.near in made.points else f"{side}_{hand.near}"
    if name not in made.points:
        raise KeyError(hand.near)
    return add(made.points[name], hand.by)


def _direction(given: str | Vec | None, s: float) -> Vec | None:
    if given is None or isinstance(given, tuple):
        return unit(given) if given else None
    return (0.0, -s, 0.0) if given == "in" else _WORDS[given]
