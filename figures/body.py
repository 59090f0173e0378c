"""The measures of the body that is drawn: lengths, girths, masses and how far joints go.

Lengths are in hundredths of the body's height. Lengths of segments are Drillis and Contini's, masses and centres of
mass are Dempster's, both as tabled by Winter (Biomechanics and Motor Control of Human Movement, chapter 4). Girths
were drawn by eye. Joint ranges are those of the American Academy of Orthopaedic Surgeons, a little widened, since a
joint that bears weight goes further than on the couch.
"""

from dataclasses import dataclass

THIGH = 24.5
SHANK = 24.6
ANKLE = 3.9  # from the sole to the joint
BALL = 7.3  # from the ankle forward to the ball of the foot
TOE = 11.2  # and to the tip of the toes
HEEL = 4.2  # and backward to the heel
TRUNK = 28.8  # from the hips to the shoulders
UPPER_ARM = 18.6
FOREARM = 14.6
HAND = 10.0
PALM = 4.6  # from the wrist to the middle of the palm
HIP = 5.0  # from the midline to the joint
SHOULDER = 8.4
SHOULDER_AT = 0.935  # of the trunk; the table of lengths counts to the top of the shoulder

# Where the neck begins above the hips, and how long it is.
NECK_AT = 30.2
NECK = 4.0


@dataclass(frozen=True, slots=True)
class Girth:
    """How thick a bone's flesh is at a share of its length: to the front, to the back, and to each side."""

    at: float
    front: float
    back: float
    side: float


TORSO_GIRTHS = (
    Girth(-0.12, 2.0, 3.8, 4.0),
    Girth(-0.05, 4.7, 6.0, 7.8),
    Girth(0.04, 5.5, 6.6, 9.1),
    Girth(0.16, 5.8, 6.3, 8.8),
    Girth(0.34, 5.5, 5.0, 7.5),
    Girth(0.50, 5.7, 4.9, 7.5),
    Girth(0.68, 6.2, 5.7, 8.4),
    Girth(0.84, 5.6, 5.9, 8.6),
    Girth(0.93, 4.6, 5.4, 7.6),
    Girth(1.00, 3.4, 4.6, 5.8),
    Girth(1.06, 2.9, 3.8, 4.0),
    Girth(1.10, 2.7, 3.4, 3.0),
)
THIGH_GIRTHS = (
    Girth(-0.06, 4.6, 4.6, 4.0),
    Girth(0.0, 5.4, 5.8, 4.6),
    Girth(0.16, 5.6, 6.1, 4.7),
    Girth(0.42, 5.0, 5.3, 4.4),
    Girth(0.70, 4.2, 4.2, 3.7),
    Girth(0.90, 3.6, 3.3, 3.3),
    Girth(1.0, 3.4, 3.1, 3.2),
)
SHANK_GIRTHS = (
    Girth(0.0, 3.3, 3.0, 3.1),
    Girth(0.12, 2.9, 3.5, 3.1),
    Girth(0.30, 2.5, 4.2, 3.3),
    Girth(0.50, 2.2, 3.5, 2.8),
    Girth(0.74, 1.9, 2.2, 2.0),
    Girth(0.90, 1.8, 1.9, 1.8),
    Girth(1.0, 1.9, 2.0, 2.0),
)
UPPER_ARM_GIRTHS = (
    Girth(0.0, 2.9, 3.0, 2.8),
    Girth(0.25, 2.7, 2.9, 2.6),
    Girth(0.55, 2.5, 2.4, 2.3),
    Girth(0.85, 2.0, 2.0, 2.0),
    Girth(1.0, 1.9, 1.9, 2.0),
)
FOREARM_GIRTHS = (
    Girth(0.0, 2.0, 1.9, 2.0),
    Girth(0.22, 2.1, 2.0, 2.2),
    Girth(0.60, 1.6, 1.6, 1.7),
    Girth(1.0, 1.2, 1.2, 1.4),
)

# The foot from heel to toes: forward of the ankle, half width, height above the sole.
FOOT = (
    (-4.2, 1.0, 1.9),
    (-3.6, 1.7, 3.4),
    (-2.0, 2.0, 5.0),
    (0.0, 2.1, 5.4),
    (2.2, 2.2, 4.7),
    (4.4, 2.5, 3.4),
    (7.3, 2.9, 2.3),
)
TOES = (
    (0.0, 2.9, 2.3),
    (1.8, 2.7, 1.8),
    (3.2, 2.2, 1.5),
    (3.9, 1.3, 1.0),
)
# The hand from wrist to finger tips: share of its length, half width, half thickness.
PALM_AND_FINGERS = (
    (0.0, 1.35, 1.15),
    (0.2, 1.8, 1.2),
    (0.45, 2.0, 1.05),
    (0.7, 1.75, 0.8),
    (0.92, 1.2, 0.6),
    (1.0, 0.6, 0.4),
)

# Share of the body's mass, and where its centre is between the two ends of the segment.
MASSES = {
    "head": (0.081, 0.5),
    "trunk": (0.497, 0.5),
    "upper_arm": (0.028, 0.436),
    "forearm": (0.016, 0.43),
    "hand": (0.006, 0.506),
    "thigh": (0.1, 0.433),
    "shank": (0.0465, 0.433),
    "foot": (0.0145, 0.5),
}

# From, to. Bending forward, outward, and bringing the toes up are positive.
LIMITS = {
    "hip": (-30.0, 130.0),
    "hip_out": (-35.0, 55.0),
    "hip_turn": (-45.0, 70.0),
    "knee": (-3.0, 145.0),
    "ankle": (-55.0, 33.0),
    "toes": (-35.0, 85.0),
    "shoulder": (-60.0, 180.0),
    "shoulder_out": (-50.0, 180.0),
    "elbow": (-3.0, 150.0),
    "wrist": (-90.0, 90.0),
    "spine": (-30.0, 70.0),
    "side": (-30.0, 30.0),
    "neck": (-60.0, 60.0),
    "tilt": (-40.0, 40.0),
}
