"""A cache that is full, damaged or in the way costs time and changes nothing of what is built."""

import errno
import io
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from example import EXAMPLE
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.core import cache as cache_module
from generator.core.cache import FOLDER

pytestmark = [pytest.mark.builds, pytest.mark.usefixtures("few_rules")]
CONFIG = (
    "site_name: E\nsite_url: https://example.org/\ndocs_dir: content\nstrict: true\n"
    "plugins: [signpost]\ntheme: {name: mkdocs}\nmarkdown_extensions: [attr_list, md_in_html, toc]\n"
)


@pytest.fixture
def root(project, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example as a project of MkDocs, with a cache of its own."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    # MkDocs writes the time of the build into the first page.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.setenv(FOLDER, str(tmp_path_factory.mktemp("cache") / "signpost"))
    return project({**EXAMPLE, "mkdocs.yml": CONFIG, "content/about.md": "# About\n\n[A guide](tree:example)\n"})


def built(root: Path) -> dict[str, bytes]:
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    files = {path.relative_to(root / "site").as_posix(): path for path in (root / "site").rglob("*") if path.is_file()}
    # The map of the site says when it was made.
    return {name: path.read_bytes() for name, path in files.items() if not name.startswith("sitemap")}


def _kept() -> list[Path]:
    found = [path for path in cache_module.users_folder().rglob("*") if path.is_file()]
    assert found
    return found


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def garbage(path: Path) -> None:
    path.write_bytes(b"\xff\0{" * 99)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def link_to_nothing(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere")


@pytest.mark.parametrize("damage", [cut, garbage, empty, folder, link_to_nothing])
def test_damaged_entries_are_made_again(root: Path, damage: Callable[[Path], None]):
    good = built(root)
    for path in _kept():
        damage(path)
    assert built(root) == good
    assert built(root) == good


class _Full(io.BytesIO):
    """A file on a disk with no room: what is written is found not to fit, at once or when the file is closed."""

    def __init__(self, folder: str, late: bool):
        super().__init__()
        self.name = str(Path(folder) / "never")
        self._late = late

    def write(self, content) -> int:
        if not self._late:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(content)

    def close(self) -> None:
        if self._late and not self.closed:
            super().close()
            raise OSError(errno.ENOSPC, "No space left on device")
        super().close()


@pytest.mark.parametrize("late", [False, True])
def test_a_full_disk_keeps_nothing_and_builds_all(root: Path, late: bool, monkeypatch: pytest.MonkeyPatch):
    good = built(root)
    for path in _kept():
        path.unlink()
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", lambda **named: _Full(named["dir"], late))
    assert built(root) == good


@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_a_folder_that_cannot_be_written_or_read_is_done_without(root: Path, mode: int):
    good = built(root)
    kept = cache_module.users_folder()
    folders = [kept, *(path for path in kept.rglob("*") if path.is_dir())]
    for path in reversed(folders):
        path.chmod(mode)
    try:
        assert built(root) == good
    finally:
        for path in folders:
            path.chmod(0o700)


def test_a_file_where_the_folder_should_be_is_done_without(root: Path):
    cache_module.users_folder().write_text("in the way")
    assert "guides/example/index.html" in built(root)


def test_a_link_where_the_folder_should_be_that_leads_to_nothing_is_done_without(root: Path):
    cache_module.users_folder().symlink_to("nowhere")
    assert "guides/example/index.html" in built(root)
