"""What is wrong in the file of poses is told with its place and what to do."""

import pytest

from figures.reading import BadPosesError, parsed

GOOD = """\
stand:
  title: Standing
  start:
    shows: Standing.
    touches: {feet: floor}
    legs: {hip: 3, knee: 3, sole: 0}
  move:
    shows: Standing with bent knees.
"""


def message(text: str) -> str:
    with pytest.raises(BadPosesError) as raised:
        parsed(text, "poses.yml")
    return str(raised.value)


def test_a_good_file_is_read_with_the_places_of_its_frames():
    poses = parsed(GOOD, "poses.yml")
    assert list(poses.exercises) == ["stand"]
    assert poses.spots == {("stand", "start"): (3, 3), ("stand", "move"): (7, 3)}


def test_an_empty_file_has_no_exercises():
    assert parsed("", "poses.yml").exercises == {}


def test_an_unknown_field():
    assert message(GOOD.replace("knee: 3", "kne: 3")) == (
        "poses.yml:6:20: “kne” means nothing here. Take it out, or see in README.md what is meant."
    )


def test_a_missing_field():
    assert message(GOOD.replace("  title: Standing\n", "")) == (
        "poses.yml:1:1: “title” is missing in stand. Add it; README.md says what it is for."
    )


def test_a_word_in_the_place_of_an_angle():
    told = message(GOOD.replace("hip: 3", "hip: bent"))
    assert told.startswith("poses.yml:6:12: stand → start → legs → hip: Input should be a valid number")
    assert told.endswith("README.md says what is meant.")


def test_a_muscle_that_is_not_known():
    told = message(GOOD.replace("  start:", "  muscles: {biceps: both}\n  start:", 1))
    assert told.startswith("poses.yml:3:")
    assert "'hamstrings'" in told


def test_an_id_that_cannot_be_an_address():
    assert message(GOOD.replace("stand:", "Stand up:")).startswith("poses.yml:1:1: ")


def test_a_field_that_stands_twice():
    assert message(GOOD.replace("    shows: Standing.\n", "    shows: Standing.\n    shows: Sitting.\n")) == (
        "poses.yml:5:5: “shows” stands here twice. Keep one."
    )


def test_what_is_no_yaml():
    told = message(GOOD.replace("sole: 0}", "sole: 0"))
    assert told.startswith("poses.yml:7:7: This is not YAML: ")
    assert told.endswith("Mend it here or in the line before.")


@pytest.mark.parametrize("text", ["just words", "[1, 2]", "3"])
def test_a_file_that_holds_no_exercises_by_name(text: str):
    assert message(text).startswith("poses.yml:1:1: ")
