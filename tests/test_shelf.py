"""What a build keeps for the next one is never anything but what would be made anew."""

import os
import stat
import time
from pathlib import Path

import pytest

from generator.remembering.shelf import Shelf
from generator.remembering.store import FOLDER, users_folder

DAY = 24 * 3600


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def never() -> str:
    pytest.fail("made again")


def test_a_text_is_made_once_and_kept_for_the_next_program(tmp_path: Path):
    assert Shelf(tmp_path).text("word", ("a", 1), lambda: "a naïve\ntext\n") == "a naïve\ntext\n"
    assert Shelf(tmp_path).text("word", ("a", 1), never) == "a naïve\ntext\n"


@pytest.mark.parametrize("other", [("a", 2), ("a", "1"), ("a1",), ("a", 1, None)])
def test_what_is_made_from_anything_else_is_another_thing(tmp_path: Path, other: tuple):
    shelf = Shelf(tmp_path)
    shelf.keep("word", ("a", 1), "one")
    assert shelf.kept("word", other) is None
    assert shelf.kept("other", ("a", 1)) is None


def test_without_a_folder_it_is_kept_as_long_as_the_program_runs():
    shelf = Shelf()
    assert shelf.text("word", 1, lambda: "one") == "one"
    assert shelf.text("word", 1, never) == "one"
    assert Shelf().kept("word", 1) is None


@pytest.mark.parametrize("damage", [b"", b"one", b"0" * 40 + b"\none", None])
def test_a_damaged_file_is_made_again(tmp_path: Path, damage: bytes | None):
    shelf = Shelf(tmp_path)
    shelf.text("word", 1, lambda: "one")
    picture = shelf.file("picture", 1, lambda: b"two")
    for file in files_in(tmp_path):
        file.write_bytes(file.read_bytes()[:-1] if damage is None else damage)
    assert Shelf(tmp_path).text("word", 1, lambda: "one") == "one"
    assert Shelf(tmp_path).file("picture", 1, lambda: b"two") == picture
    assert picture.read_bytes() == b"two"


def test_a_file_is_made_once(tmp_path: Path):
    first = Shelf(tmp_path).file("picture", 1, lambda: b"two")
    assert Shelf(tmp_path).file("picture", 1, never) == first
    assert first.read_bytes() == b"two"


def test_a_folder_that_others_can_write_to_is_not_believed(tmp_path: Path):
    Shelf(tmp_path).keep("word", 1, "one")
    tmp_path.chmod(0o777)
    assert Shelf(tmp_path).kept("word", 1) is None


def test_where_nothing_can_be_written_it_is_made_all_the_same(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    shelf = Shelf(tmp_path / "file")
    assert shelf.text("word", 1, lambda: "one") == "one"
    assert shelf.file("picture", 1, lambda: b"two").read_bytes() == b"two"


def test_only_the_user_can_look_into_the_folder(tmp_path: Path):
    Shelf(tmp_path / "new" / "made").keep("word", 1, "one")
    assert stat.S_IMODE((tmp_path / "new" / "made").stat().st_mode) == 0o700


def test_what_no_build_has_asked_for_in_a_month_goes(tmp_path: Path):
    shelf = Shelf(tmp_path)
    for thing in ("asked for", "forgotten"):
        shelf.keep("word", thing, thing)
    for file in files_in(tmp_path):
        os.utime(file, (time.time() - 40 * DAY,) * 2)
    assert shelf.kept("word", "asked for") == "asked for"
    shelf.clear_out()
    assert len(files_in(tmp_path)) == 1
    assert shelf.kept("word", "asked for") == "asked for"


def test_it_is_kept_where_the_user_says_or_nowhere(tmp_path: Path):
    assert users_folder({FOLDER: ""}) is None
    assert users_folder({FOLDER: str(tmp_path)}) == tmp_path
    assert users_folder({"XDG_CACHE_HOME": str(tmp_path)}) == tmp_path / "signpost"
    assert users_folder({"LOCALAPPDATA": str(tmp_path)}) == tmp_path / "signpost"
    assert users_folder({}).name == "signpost"
