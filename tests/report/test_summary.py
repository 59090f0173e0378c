"""The one line says no more than what was proved."""

import json

import pytest
from click.testing import CliRunner
from example import EXAMPLE, RED_FLAGS, TAKE_IT_EASY, TREE, edit

from generator.cli.main import main

ANOTHER = EXAMPLE[TAKE_IT_EASY].replace("Take it easy", "Lie down")
ELBOW = edit(TREE, "{text: A little, outcome: take-it-easy}", "{text: A little, outcome: take-it-easy}\n"
             "      none: {text: None, outcome: lie-down}")  # fmt: skip


@pytest.mark.parametrize(
    ("files", "said", "numbers"),
    [
        ({}, ", 1 self-care result only past the red flags", (1, 1)),
        ({"content/outcomes/lie-down.yml": ANOTHER} | ELBOW, ", 2 self-care results only past the red flags", (2, 2)),
        (
            {"content/outcomes/lie-down.yml": ANOTHER.replace("[knee]", "[elbow]")} | ELBOW,
            ", 1 of 2 self-care results only past the red flags",
            (2, 1),
        ),
        (edit(RED_FLAGS, "[knee]", "[elbow]"), ", 1 sign asked by no guide, but shown", (1, 0)),
        (edit(TAKE_IT_EASY, "care: self-care", "care: soon"), "", (0, 0)),
        ({RED_FLAGS: "{}\n"}, "", (1, 0)),
    ],
)
def test_only_what_red_flags_hold_back_is_called_held_back(files, said, numbers, project):
    folder = project(EXAMPLE | files)
    result = CliRunner().invoke(main, ["check", "--project", str(folder)], catch_exceptions=False)
    assert f": all end{said}; exhaustive\n" in result.output
    result = CliRunner().invoke(main, ["check", "--format", "json", "--project", str(folder)], catch_exceptions=False)
    told = json.loads(result.output)
    assert (told["self_care"], told["held_back"]) == numbers
