"""An exercise as two SVG drawings that share one frame."""

from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from figures import paths, scenery, shapes
from figures.arrows import arrow_of
from figures.camera import Camera, Flat, camera_of
from figures.flesh import Part
from figures.painting import Painted, painted
from figures.placing import placed
from figures.poses import FRAMES, SIDES, Exercise, pose_of
from figures.shapes import Shape
from figures.skeleton import Skeleton

_LEG = ("thigh", "shank", "foot")
_ARM = ("upper_arm", "forearm", "hand")
# Free space about the drawing.
_MARGIN = 2.5
# How exactly outlines are kept, in hundredths of the body's height.
_FINE = 0.13
# A side that is further away than the other by this is drawn paler.
_FAR = 8.0


@dataclass(slots=True)
class _Sheet:
    """What a drawing consists of, from back to front, and the shapes it takes up."""

    pieces: list[str] = field(default_factory=list)
    taken: list[Shape] = field(default_factory=list)

    def add(self, text: str, shape: Shape) -> None:
        self.pieces.append(text)
        self.taken.append(shape)


def drawn(exercise: Exercise) -> dict[str, str]:
    """The SVG text of both frames of an exercise, by frame."""
    eye = camera_of(exercise.view)
    bodies = {frame: placed(pose_of(exercise, frame), exercise.props) for frame in FRAMES}
    sheets = {frame: _sheet(exercise, frame, bodies, eye) for frame in FRAMES}
    box = _view_box([shape for sheet in sheets.values() for shape in sheet.taken])
    return {frame: _svg(exercise, frame, box, sheets[frame]) for frame in FRAMES}


def _view_box(taken: list[Shape]) -> str:
    x0, y0, x1, y1 = shapes.union(taken).bounds
    left, top = paths.units(x0 - _MARGIN), paths.units(y0 - _MARGIN)
    return f"{left} {top} {paths.units(x1 + _MARGIN) - left} {paths.units(y1 + _MARGIN) - top}"


def _svg(exercise: Exercise, frame: str, box: str, sheet: _Sheet) -> str:
    shows = exercise.start.shows if frame == "start" else exercise.move.shows
    step = "start" if frame == "start" else "hold" if exercise.hold else "movement"
    title = f"{exercise.title}: {step}"
    # Without ids, so that a page may hold many drawings, and one of them twice.
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" role="img" aria-label={quoteattr(title)}>'
        f"<title>{escape(title)}</title><desc>{escape(shows)}</desc>"
        f'<g fill="none" stroke-linecap="round" stroke-linejoin="round">{"".join(sheet.pieces)}</g></svg>\n'
    )


def _sheet(exercise: Exercise, frame: str, bodies: dict[str, tuple[Skeleton, dict[str, Part]]], eye: Camera) -> _Sheet:
    skeleton, parts = bodies[frame]
    sheet = _Sheet()
    for text, shape in scenery.behind(exercise.props, eye, parts):
        sheet.add(text, shape)
    tinted = {str(name): SIDES if which == "both" else (which,) for name, which in exercise.muscles.items()}
    skins = []
    for pale, group in _groups(skeleton, parts, eye):
        shown = painted(skeleton, group, eye, tinted)
        text = _figure(shown, frame)
        sheet.add(f'<g opacity=".5">{text}</g>' if pale else text, shown.skin)
        skins.append(shown.skin)
    for text, shape in scenery.before(exercise.props, eye, skeleton, parts):
        sheet.add(text, shape)
    if frame == "move":
        whole = shapes.union(skins)
        for arrow in exercise.arrows:
            sheet.add(*arrow_of(arrow, bodies["start"][0], skeleton, eye, whole))
        if exercise.hold:
            sheet.add(*scenery.clock(shapes.union(sheet.taken)))
    return sheet


def _groups(skeleton: Skeleton, parts: dict[str, Part], eye: Camera) -> list[tuple[bool, dict[str, Part]]]:
    """What is painted together, from far to near, and whether paler: a far arm, a far leg, and all the rest."""
    apart = eye.depth(skeleton.points["left_hip"]) - eye.depth(skeleton.points["right_hip"])
    if abs(apart) < _FAR:
        return [(False, parts)]
    side = "right" if apart > 0 else "left"
    arm = {name: parts[name] for name in (f"{side}_{limb}" for limb in _ARM)}
    leg = {name: parts[name] for name in (f"{side}_{limb}" for limb in _LEG)}
    rest = {name: part for name, part in parts.items() if name not in arm and name not in leg}
    return [(True, arm), (True, leg), (False, rest)]


def _figure(shown: Painted, frame: str) -> str:
    tint = ".45" if frame == "start" else ".85"
    text = '<g stroke="var(--sp-person-line,#5b4a3f)" stroke-width="16">'
    text += _filled(shown.skin, 'fill="var(--sp-person,#f2e6da)"')
    text += '<g stroke="none">'
    text += _filled(shown.top, 'fill="var(--sp-top,#dfe3da)"')
    text += _filled(shown.shorts, 'fill="var(--sp-cloth,#a9bab5)"')
    text += _filled(shown.hair, 'fill="var(--sp-hair,#7a685b)"')
    text += _filled(shown.muscle, f'fill="var(--sp-muscle,#cf7d66)" fill-opacity="{tint}"')
    text += "</g>"
    lines = [paths.smooth_line(shapes.simpler_line(line, _FINE)) for line in shapes.strokes(shown.lines)]
    lines += [paths.smooth_line(_two_at_least(mark)) for mark in shown.marks]
    text += f'<path stroke-width="11" d="{"".join(lines)}"/>' if lines else ""
    return text + "</g>"


def _two_at_least(mark: tuple[Flat, ...]) -> list[Flat]:
    """A dot is a line of almost no length."""
    return [*mark] if len(mark) > 1 else [mark[0], (mark[0][0] + 0.06, mark[0][1])]


def _filled(shape: Shape, how: str) -> str:
    data = "".join(paths.smooth_ring(shapes.simpler_ring(ring, _FINE)) for ring in shapes.rings(shape))
    return f'<path {how} d="{data}"/>' if data else ""
