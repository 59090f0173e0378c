"""What may be said of an exercise in `poses.yml`, and the whole pose that it means.

An exercise has two frames, `start` and `move`. What `move` does not say is as in `start`, and what `left_leg` does not
say is as in `legs`, which is said of the left one and mirrored for the right. README.md says what each field is for.
"""

from dataclasses import dataclass, field, fields
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

FRAMES = ("start", "move")
SIDES = ("left", "right")

Muscle = Literal[
    "hamstrings", "buttock", "quadriceps", "calf", "achilles", "front-of-hip", "inner-thigh", "side-of-hip"
]
Span = tuple[float, float]
Point3 = tuple[float, float, float]
# Where something stands: x and y, and z where that is not the floor.
Stand = Span | Point3
Direction = Literal["up", "down", "left", "right", "in"] | Point3


class _Written(BaseModel):
    """What is written in the file: an unknown field is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Near(_Written):
    """A point that goes with a joint of the same body."""

    near: str
    by: Point3 = (0.0, 0.0, 0.0)


class TrunkSpec(_Written):
    """How pelvis, spine and head lie, as in `Trunk`."""

    lean: float | None = None
    roll: float | None = None
    turn: float | None = None
    spine: float | None = None
    side: float | None = None
    neck: float | None = None
    tilt: float | None = None


class LegSpec(_Written):
    """How one leg is, as in `Leg`."""

    hip: float | None = None
    out: float | None = None
    turn: float | None = None
    knee: float | None = None
    ankle: float | None = None
    sole: float | None = None
    ball: Stand | None = None
    heel: Stand | None = None
    place: Near | None = None
    toe_out: float | None = None


class ArmSpec(_Written):
    """How one arm is, as in `Arm`."""

    shoulder: float | None = None
    out: float | None = None
    elbow: float | None = None
    palm: Direction | None = None
    fingers: Direction | None = None
    hand: Point3 | Near | None = None


class Contact(_Written):
    """The part that carries the body, on which surface it is and where; `hips` may hang at any height."""

    part: str
    surface: str = "floor"
    at: Stand = (0.0, 0.0)


class FrameSpec(_Written):
    """One frame as it is written."""

    shows: str
    contact: Contact | None = None
    touches: dict[str, str] | None = None
    held: bool | None = None
    trunk: TrunkSpec | None = None
    legs: LegSpec | None = None
    left_leg: LegSpec | None = None
    right_leg: LegSpec | None = None
    arms: ArmSpec | None = None
    left_arm: ArmSpec | None = None
    right_arm: ArmSpec | None = None


class Mat(_Written):
    """A mat on the floor."""

    x: Span
    y: Span = (-14.0, 14.0)


class Step(_Written):
    """A step."""

    x: Span
    y: Span = (-9.0, 9.0)
    height: float = 10.0


class Chair(_Written):
    """A chair that faces right, by the front edge of its seat; without a back (`back: 0`) it is a stool."""

    front: float
    deep: float = 22.0
    height: float = 26.0
    back: float = 25.0
    y: Span = (-11.0, 11.0)


class Wall(_Written):
    """A wall before the figure, by its face."""

    x: float


class SideWall(_Written):
    """A wall or post on the left of the figure, by its face."""

    y: float
    x: Span = (-14.0, 14.0)
    height: float = 100.0


class Ball(_Written):
    """A soft ball between the legs."""

    between: Literal["knee", "ankle"]
    radius: float = 6.0


class Strap(_Written):
    """A strap, band or towel through points of the body or of the room."""

    through: list[str | Point3]
    width: float = 1.6


class Props(_Written):
    """What is around the figure."""

    mat: Mat | None = None
    step: Step | None = None
    chair: Chair | None = None
    wall: Wall | None = None
    side_wall: SideWall | None = None
    ball: Ball | None = None
    strap: Strap | None = None
    belt: bool = False


class Arrow(_Written):
    """The arrow of the movement: it follows a point of the body, or goes through points of the room."""

    follows: str | None = None
    path: list[Point3] | None = None


class View(_Written):
    """From where the figure is seen: how far the viewer goes round toward its front, and how high they stand."""

    around: float
    above: float


class Exercise(_Written):
    """One exercise as it is written."""

    title: str
    view: Literal["side", "side-back", "front", "three-quarter", "above"] | View = "side"
    props: Props = Props()
    muscles: dict[Muscle, Literal["left", "right", "both"]] = {}
    arrows: list[Arrow] = []
    hold: bool = False
    start: FrameSpec
    move: FrameSpec


@dataclass(frozen=True, slots=True)
class Trunk:
    """How pelvis, spine and head lie, in degrees.

    Attributes:
        lean: how far the pelvis is tipped forward; -90 lies on the back, 90 on the belly.
        roll: how far it is tipped to the right; 90 lies on the right side.
        turn: how far it is turned to the left, as seen from above.
        spine: how far the chest is bent forward against the pelvis.
        side: how far the chest is bent to the right.
        neck: how far the head is bent forward against the chest.
        tilt: how far the head is bent to the right.
    """

    lean: float = 0.0
    roll: float = 0.0
    turn: float = 0.0
    spine: float = 0.0
    side: float = 0.0
    neck: float = 0.0
    tilt: float = 0.0


@dataclass(frozen=True, slots=True)
class Leg:
    """How one leg is, angles in degrees.

    Attributes:
        hip: how far the thigh is bent forward.
        out: how far it is led outward.
        turn: how far it is turned outward; where the foot is given, how far the knee is swung outward.
        knee: how far the knee is bent.
        ankle: how far the foot is pulled up.
        sole: how far the heel is raised against the floor, in the place of `ankle`; toes stay level.
        ball: where the ball of the foot stands, in the place of `hip`, `out` and `knee`.
        heel: where the heel stands, likewise.
        place: where the ankle is, likewise.
        toe_out: how far a foot that stands points outward.
    """

    hip: float = 0.0
    out: float = 0.0
    turn: float = 0.0
    knee: float = 0.0
    ankle: float = 0.0
    sole: float | None = None
    ball: tuple[float, ...] | None = None
    heel: tuple[float, ...] | None = None
    place: Near | None = None
    toe_out: float = 4.0

    @property
    def by_place(self) -> bool:
        """Whether it is said where the foot is, and not how the joints are bent."""
        return self.ball is not None or self.heel is not None or self.place is not None


@dataclass(frozen=True, slots=True)
class Arm:
    """How one arm is, angles in degrees.

    Attributes:
        shoulder: how far the arm is lifted forward.
        out: how far it is led outward.
        elbow: how far the elbow is bent.
        palm: where the palm looks.
        fingers: where the fingers point.
        hand: where the palm is, in the place of the angles.
    """

    shoulder: float = 0.0
    out: float = 6.0
    elbow: float = 8.0
    palm: str | Point3 | None = None
    fingers: str | Point3 | None = None
    hand: Point3 | Near | None = None


@dataclass(frozen=True, slots=True)
class Pose:
    """One frame, whole.

    Attributes:
        shows: what it shows, in words.
        contact: the part that carries the body.
        touches: what else touches which surface.
        held: whether something holds the body, so that it need not balance.
        trunk: pelvis, spine and head.
        legs: by side.
        arms: by side.
    """

    shows: str
    contact: Contact
    touches: dict[str, str]
    held: bool = False
    trunk: Trunk = Trunk()
    legs: dict[str, Leg] = field(default_factory=dict)
    arms: dict[str, Arm] = field(default_factory=dict)


def pose_of(exercise: Exercise, frame: str) -> Pose:
    """A frame of an exercise, `start` or `move`, with all that it takes over."""
    specs = [exercise.start] if frame == "start" else [exercise.start, exercise.move]
    said: dict[str, Any] = {"contact": Contact(part="right_ball"), "touches": {}, "held": False}
    for spec in specs:
        said |= {name: value for name in said if (value := getattr(spec, name)) is not None}
    return Pose(
        shows=specs[-1].shows,
        trunk=Trunk(**_said(Trunk, [spec.trunk for spec in specs])),
        legs={side: Leg(**_said(Leg, _of_side(specs, "leg", side), side)) for side in SIDES},
        arms={side: Arm(**_said(Arm, _of_side(specs, "arm", side), side)) for side in SIDES},
        **said,
    )


def _of_side(specs: list[FrameSpec], limb: str, side: str) -> list[Any]:
    """What is said of a limb in turn: of both and of this one, in the first frame and in the second."""
    return [getattr(spec, name) for spec in specs for name in (f"{limb}s", f"{side}_{limb}")]


def _said(kind: type[Trunk | Leg | Arm], specs: list[Any], side: str = "") -> dict[str, Any]:
    """The last word on each field; an empty one takes back what was said before."""
    said: dict[str, Any] = {}
    for number, spec in enumerate(specs):
        for name in spec.model_fields_set if spec else ():
            value = getattr(spec, name)
            said[name] = _mirrored(value) if side == "right" and number % 2 == 0 else value
    defaults = {one.name: one.default for one in fields(kind)}
    return {name: defaults[name] if value is None else value for name, value in said.items()}


def _mirrored(value: object) -> object:
    """What is said of both sides is said of the left one: for the right one, y has the other sign."""
    if isinstance(value, tuple):
        return (value[0], -value[1], *value[2:])
    if isinstance(value, Near):
        return Near(near=value.near, by=_mirrored(value.by))
    return value
