"""The committed drawings are those that the poses give, and each is fit to stand in a page."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from figures import files
from figures.drawing import drawn
from figures.poses import FRAMES
from figures.reading import read

EXERCISES = read().exercises
FILES = sorted(files.names(EXERCISES))
SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?\d+")
# What a colour may be: one of the site's own, with what it is where the drawing stands alone.
COLOUR = re.compile(r"none|var\(--(sp-[a-z-]+|md-default-bg-color),#[0-9a-f]{3,6}\)")


def text_of(name: str) -> str:
    return (files.FOLDER / name).read_text("utf-8")


def same(one: str, other: str) -> bool:
    """Whether two drawings are the same, but for a unit here or there: a body is 2000 units tall."""
    if NUMBER.sub("#", one).replace(" ", "") != NUMBER.sub("#", other).replace(" ", ""):
        return False
    pairs = zip(NUMBER.findall(one), NUMBER.findall(other), strict=True)
    return all(abs(int(a) - int(b)) <= 1 for a, b in pairs)


def test_there_is_a_drawing_for_each_frame_and_no_other():
    assert sorted(files.found()) == FILES


@pytest.mark.long
@pytest.mark.parametrize("id", EXERCISES)
def test_drawings_are_up_to_date(id: str):
    anew = drawn(EXERCISES[id])
    for frame in FRAMES:
        assert same(text_of(files.name_of(id, frame)), anew[frame]), "Draw anew: make figures"


def test_a_drawing_that_differs_is_not_the_same():
    assert same("<path d='M10 20-5 3'/>", "<path d='M11 20-5 2'/>")
    assert not same("<path d='M10 20-5 3'/>", "<path d='M13 20-5 3'/>")
    assert not same("<path d='M10 20'/>", "<path d='M10 20 3 4'/>")


@pytest.mark.parametrize("name", FILES)
def test_a_drawing_is_light_named_and_harmless(name: str):
    text = text_of(name)
    assert len(text.encode()) < 6 * 1024
    root = ElementTree.fromstring(text)
    assert root.get("role") == "img"
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert root.get("aria-label") == title.text
    assert desc.text
    assert len(desc.text) > 15
    assert desc.text[-1] == "."
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in {"svg", "title", "desc", "g", "path", "circle"}
        # Without ids and classes, any number of drawings may stand in a page.
        assert not {"id", "class", "style"} & set(element.attrib)
        for colour in (element.get("fill"), element.get("stroke")):
            assert colour is None or COLOUR.fullmatch(colour), colour


@pytest.mark.parametrize("id", EXERCISES)
def test_both_frames_have_one_size_and_hold_all_that_is_drawn(id: str):
    roots = [ElementTree.fromstring(text_of(files.name_of(id, frame))) for frame in FRAMES]
    assert roots[0].get("viewBox") == roots[1].get("viewBox")
    left, top, wide, high = map(int, str(roots[0].get("viewBox")).split())
    for root in roots:
        for x, y in points(root):
            assert left + 20 <= x <= left + wide - 20
            assert top + 20 <= y <= top + high - 20


def points(root: ElementTree.Element) -> Iterator[tuple[int, int]]:
    """The ends of all strokes of all paths; what is bent between two ends stays near them."""
    for circle in root.iter(f"{SVG}circle"):
        x, y, r = (int(circle.get(key, "")) for key in ("cx", "cy", "r"))
        yield from ((x - r, y - r), (x + r, y + r))
    for path in root.iter(f"{SVG}path"):
        x = y = 0
        for command, said in re.findall(r"([MqlZz])([^MqlZz]*)", path.get("d", "")):
            numbers = [int(one) for one in NUMBER.findall(said)]
            if command == "M":
                x, y = numbers
                yield x, y
            step = {"q": 4, "l": 2}.get(command, 1)
            assert command in "MZz" or len(numbers) % step == 0
            if command in "ql":
                for n in range(0, len(numbers), step):
                    x, y = x + numbers[n + step - 2], y + numbers[n + step - 1]
                    yield x, y


@pytest.mark.parametrize("id", [id for id, exercise in EXERCISES.items() if exercise.hold])
def test_what_is_held_shows_a_clock_and_says_so(id: str):
    start, move = (text_of(files.name_of(id, frame)) for frame in FRAMES)
    assert "<circle" not in start
    assert "<circle" in move
    assert ": hold</title>" in move


def test_every_arrow_is_in_the_second_frame():
    for id, exercise in EXERCISES.items():
        start, move = (text_of(files.name_of(id, frame)).count('stroke-width="26"') for frame in FRAMES)
        assert (start, move) == (0, len(exercise.arrows)), id


def test_colours_of_drawings_are_defined_by_the_site_by_day_and_by_night():
    used = set(re.findall(r"var\(--(sp-[a-z-]+)", "".join(map(text_of, FILES))))
    root = files.FOLDER.parents[1]
    sheets = [root / "site_overrides/assets/site.css", *root.glob("generator/**/signpost.css")]
    css = "".join(sheet.read_text("utf-8") for sheet in sheets)
    night = "".join(re.findall(r'\[data-md-color-scheme="slate"\] \{(.*?)\}', css, re.DOTALL))
    day = "".join(re.findall(r"^body \{(.*?)\}", css, re.DOTALL | re.MULTILINE))
    for name in used:
        assert f"--{name}:" in day, name
        assert f"--{name}:" in night, name
