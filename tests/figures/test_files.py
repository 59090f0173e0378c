"""Drawing anew writes what has changed, takes away what is no more, and says in words what is wrong."""

import inspect
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import BaseModel

from figures import files, poses
from figures.__main__ import main
from figures.reading import parsed

ROOT = Path(__file__).parents[2]
STANDING = """\
stand:
  title: Standing
  start:
    shows: Standing.
    touches: {feet: floor}
    legs: {hip: 5, knee: 6, sole: 0}
  move:
    shows: The same.
"""


@pytest.mark.long
def test_only_changed_files_are_written(tmp_path: Path):
    one = {"stand": parsed(STANDING, "poses.yml").exercises["stand"]}
    assert files.write(one, tmp_path) == (2, 0)
    assert files.found(tmp_path) == {"exercise-stand-start.svg", "exercise-stand-move.svg"}
    (tmp_path / "exercise-stand-move.svg").write_text("by hand", "utf-8")
    assert files.write(one, tmp_path) == (1, 0)


def test_drawings_of_exercises_that_are_no_more_are_taken_away_and_nothing_else(tmp_path: Path):
    for name in ("exercise-old-start.svg", "front.svg"):
        (tmp_path / name).write_text("<svg/>", "utf-8")
    assert files.write({}, tmp_path) == (0, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["front.svg"]


def run(tmp_path: Path, poses: str | bytes) -> int:
    """Run the program on another file of poses, into an empty folder."""
    (tmp_path / "poses.yml").write_bytes(poses if isinstance(poses, bytes) else poses.encode())
    (tmp_path / "drawn").mkdir()
    return main(tmp_path / "poses.yml", tmp_path / "drawn")


@pytest.mark.long
def test_all_is_drawn_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert run(tmp_path, STANDING) == 0
    assert capsys.readouterr().out == "1 exercises. 2 drawings changed, 0 taken away.\n"
    assert files.found(tmp_path / "drawn") == {"exercise-stand-start.svg", "exercise-stand-move.svg"}


def test_a_fault_in_the_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert run(tmp_path, "squat: {}") == 1
    assert capsys.readouterr().out.startswith("poses.yml:1:1: “title” is missing in squat.")


def test_a_file_that_is_no_text_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert run(tmp_path, b"squat: \xff") == 1
    assert capsys.readouterr().out == "poses.yml: Byte 8 is not UTF-8. Save the file as UTF-8.\n"


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(tmp_path / "none.yml", tmp_path) == 1
    assert "none.yml" in capsys.readouterr().out


def test_a_pose_that_cannot_be_held_is_told_with_its_place_and_nothing_is_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    hanging = STANDING.replace("    touches", "    contact: {part: hips, at: [0, 0, 80]}\n    touches")
    assert run(tmp_path, hanging) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "poses.yml:3:3: stand, start: left_foot shall touch the floor and is 27.1 above it."
    assert lines[-1] == "Nothing was drawn."
    assert not files.found(tmp_path / "drawn")


def test_without_the_geometry_library_it_says_how_to_get_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    def lacking(*_: object) -> tuple[int, int]:
        raise ModuleNotFoundError("No module named 'shapely'", name="shapely")

    monkeypatch.setattr(files, "write", lacking)
    assert run(tmp_path, STANDING) == 1
    assert capsys.readouterr().out == "Drawing needs the library “shapely”: pip install --editable '.[figures]'\n"


@pytest.mark.long
def test_reading_and_checking_need_no_geometry_library():
    code = (
        "import sys; sys.modules['shapely'] = sys.modules['numpy'] = None\n"
        "from figures.checks import problems; from figures.reading import read\n"
        "assert problems(read().exercises['squat']) == []"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_every_field_is_in_the_readme():
    told = (ROOT / "figures/README.md").read_text("utf-8")
    for _, model in inspect.getmembers(poses, inspect.isclass):
        if issubclass(model, BaseModel):
            for field in model.model_fields:
                assert f"`{field}`" in told, f"{model.__name__}.{field}"
