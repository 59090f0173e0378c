"""Slips in this site's own files, where one of them touches many others, are told once and by their cause."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.check.run import check
from generator.core.project import Project
from generator.core.source import SourceFile
from generator.load.files import load

ROOT = Path(__file__).parents[2]
LOADED = load(Project(ROOT))
TREE = "decision_trees/knee.yml"
SOURCES = "content/sources.yml"
PLACES = "places: [behind-the-knee, inner-knee, outer-knee]"
FIRST = "        question: the-joint-today\n"

pytestmark = pytest.mark.long


def told(path: str, old: str, new: str) -> list[tuple[str, str, str]]:
    """What is said where a passage of a file is another, which stands there at least once: the first one changes."""
    [source] = [one for one in LOADED.files if one.path == path]
    assert old in source.text
    changed = SourceFile(path, source.text.replace(old, new, 1))
    files = tuple(changed if one is source else one for one in LOADED.files)
    return [(one.code, one.message, one.help) for one in check(replace(LOADED, files=files)).findings]


@pytest.mark.parametrize(
    ("places", "code", "help"),
    [
        ("places: behind-the-knee", "S303", "Put it in brackets: [behind-the-knee]."),
        ("places: behind-the-knee, inner-knee", "S303", "Put it in brackets: [behind-the-knee, inner-knee]."),
        (
            "places: [behind-the-knee inner-knee]",
            "S404",
            "Put a comma between any two of them: behind-the-knee, inner-knee.",
        ),
        ("places: everywhere", "S303", ""),
        ("places: []", "S302", 'Add "places: [...]" with ids from content/places/.'),
        ("places:", "S303", ""),
    ],
)
def test_places_of_another_shape_are_one_message(places, code, help):
    [(found, _, said)] = told(TREE, PLACES, places)
    assert found == code
    assert said.startswith(help)


@pytest.mark.parametrize(
    ("path", "old", "new", "code", "message"),
    [
        (TREE, "questions:\n", "questions: {}\nold:\n", "S302", 'This tree has "questions:" with nothing after it.'),
        (
            TREE,
            "tree: snapping-hamstring",
            "outcome: sudden-pain",
            "S402",
            'There is no outcome "sudden-pain": it is a tree.',
        ),
        (TREE, "[@knee-clinic-nhs]", "[@smith-2020]", "S405", 'There is no source "smith-2020".'),
        (
            SOURCES,
            "goom-2016:",
            "Goom-2016:",
            "S304",
            '"Goom-2016" cannot be an id: only a to z, 0 to 9 and hyphens may be used.',
        ),
        (
            TREE,
            "\n  the-joint-today:",
            "\n    the-joint-today:",
            "S207",
            'This question is indented too far: it is inside the question "what-the-knee-does".',
        ),
    ],
)
def test_a_slip_that_touches_many_files_is_one_message(path, old, new, code, message):
    [(found, said, help)] = told(path, old, new)
    assert (found, said) == (code, message)
    assert "sutham" not in help


@pytest.mark.parametrize("level", ["emergency", "same-day", "soon", "self-care"])
def test_a_level_of_care_under_another_name_is_one_message(level):
    path, name = "decision_trees/care_levels.yml", f"{level[:-1]}s"
    [(code, message, _)] = told(path, f"\n{level}:\n", f"\n{name}:\n")
    assert code == "S406"
    assert message == (
        f'Nothing names the care level "{name}", while "{level}" is named in several places and does not exist.'
    )


@pytest.mark.parametrize("care", ["emergancy", "[soon]"])
def test_a_sign_with_no_such_level_is_one_message(care):
    [source] = [one for one in LOADED.files if one.path == "decision_trees/red_flags.yml"]
    _, _, after = source.text.partition("growing-lump:")
    level = after.partition("care: ")[2].partition("\n")[0]
    old = f"growing-lump:{after.partition('care: ')[0]}care: {level}"
    [(code, _, _)] = told("decision_trees/red_flags.yml", old, old.removesuffix(level) + care)
    assert code == ("S303" if care.startswith("[") else "S406")
