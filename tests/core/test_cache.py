"""What the build cache gives is never anything but what would be made anew."""

import os
import stat
import time
from pathlib import Path

import pytest

from generator.core import cache as module
from generator.core.cache import FOLDER, Cache, users_cache, users_folder

DAY = 24 * 3600


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def never() -> str:
    pytest.fail("made again")


def test_a_text_is_made_once_and_kept_for_the_next_program(tmp_path: Path):
    assert Cache(tmp_path).text("word", ("a", 1), lambda: "a naïve\ntext\n") == "a naïve\ntext\n"
    assert Cache(tmp_path).text("word", ("a", 1), never) == "a naïve\ntext\n"


@pytest.mark.parametrize("other", [("a", 2), ("a", "1"), ("a1",), ("a", 1, None)])
def test_what_is_made_from_anything_else_is_another_thing(tmp_path: Path, other: tuple):
    cache = Cache(tmp_path)
    cache.put("word", ("a", 1), b"one")
    assert cache.get("word", other) is None
    assert cache.get("other", ("a", 1)) is None


def test_another_version_of_the_program_makes_everything_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    Cache(tmp_path).put("word", 1, b"one")
    monkeypatch.setattr(module, "program", lambda: "another")
    assert Cache(tmp_path).get("word", 1) is None


def test_without_a_folder_nothing_is_kept():
    cache = Cache()
    assert cache.text("word", 1, lambda: "one") == "one"
    assert cache.get("word", 1) is None
    cache.delete_unused()


@pytest.mark.parametrize("damage", [b"", b"one", b"0" * 64 + b"\none", None])
def test_a_damaged_entry_is_made_again(tmp_path: Path, damage: bytes | None):
    Cache(tmp_path).text("word", 1, lambda: "one")
    [file] = files_in(tmp_path)
    file.write_bytes(file.read_bytes()[:-1] if damage is None else damage)
    assert Cache(tmp_path).text("word", 1, lambda: "one") == "one"
    assert Cache(tmp_path).get("word", 1) == b"one"


def test_a_folder_that_others_can_write_to_is_not_believed(tmp_path: Path):
    Cache(tmp_path).put("word", 1, b"one")
    tmp_path.chmod(0o777)
    assert Cache(tmp_path).get("word", 1) is None


def test_where_nothing_can_be_written_it_is_made_all_the_same(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    assert Cache(tmp_path / "file").text("word", 1, lambda: "one") == "one"


def test_a_full_disk_costs_time_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    cache = Cache(tmp_path)
    monkeypatch.setattr(module.tempfile, "NamedTemporaryFile", full)
    assert cache.text("word", 1, lambda: "one") == "one"
    assert files_in(tmp_path) == []


def test_only_the_user_can_look_into_the_folder(tmp_path: Path):
    Cache(tmp_path / "new" / "cache").put("word", 1, b"one")
    assert stat.S_IMODE((tmp_path / "new" / "cache").stat().st_mode) == 0o700


def test_what_no_build_has_used_in_a_month_is_deleted(tmp_path: Path):
    cache = Cache(tmp_path)
    for name in ("used", "unused"):
        cache.put("word", name, name.encode())
    for file in files_in(tmp_path):
        os.utime(file, (time.time() - 40 * DAY,) * 2)
    assert cache.get("word", "used") == b"used"
    cache.delete_unused()
    assert len(files_in(tmp_path)) == 1
    assert cache.get("word", "used") == b"used"


def test_it_is_kept_where_the_user_says_or_nowhere(tmp_path: Path):
    assert users_folder({FOLDER: ""}) is None
    assert users_folder({FOLDER: str(tmp_path)}) == tmp_path
    assert users_folder({"XDG_CACHE_HOME": str(tmp_path)}) == tmp_path / "signpost"
    assert users_folder({"LOCALAPPDATA": str(tmp_path)}) == tmp_path / "signpost"
    usual = users_folder({})
    assert usual is not None and usual.name == "signpost"
    users_cache({FOLDER: str(tmp_path / "new")}).put("word", 1, b"one")
    assert files_in(tmp_path / "new")
