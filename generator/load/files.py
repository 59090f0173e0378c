"""Stage 1: read every source file once. Later stages do not touch the disk until the pages are written."""

import codecs
import os
import posixpath
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import FileIO
from pathlib import Path

from generator.core.finding import Problem
from generator.core.kinds import (
    IN_FOLDERS,
    KINDS,
    WITH_PAGES,
    home_for,
    home_of_others,
    is_copy,
    is_misplaced,
    is_yaml,
    kind_of,
    with_right_ending,
)
from generator.core.project import CONTENT, FIGURES, PERMALINKS, TREES, Project
from generator.core.source import SourceFile, Spot
from generator.core.text import natural_sort_key
from generator.core.translation import is_no_translation, is_translation
from generator.load.shapes import kind_by_text
from generator.load.theme import theme_language

_NO_LETTER = re.compile(r"[^a-z]")
# The names of folders of entries, in a project and on the site.
_HOMES = frozenset(
    _NO_LETTER.sub("", name)
    for name in (
        *(TREES, CONTENT, "trees"),
        *(pages.folder for pages in WITH_PAGES.values()),
        *(posixpath.basename(KINDS[kind].home.path) for kind in IN_FOLDERS),
    )
)
# The first bytes of binary files: PNG, GIF, JPEG, ZIP (such as DOCX), gzip, PDF, old DOC, SQLite.
_BINARY_STARTS = (
    *(
        b"\x89PNG",
        b"GIF8",
        b"\xff\xd8\xff",
        b"PK\x03\x04",
        b"\x1f\x8b",
        b"%PDF-",
        b"\xd0\xcf\x11\xe0",
        b"SQLite format",
    ),
)
# How many bytes of a file are read to guess its kind.
_BYTES_TO_GUESS = 1 << 16
# A conflict marker of git at the start of a line, possibly indented, with a matching marker below it.
_CONFLICT = re.compile(r"^[ \t]*(<{7})(?: [^\r\n]*)?\r?$(?=(?:.*\n)*?[ \t]*(?:={7}\r?$|>{7}(?: |\r?$)))", re.MULTILINE)
# A single left-over conflict marker, with the name of its side.
_SINGLE_MARKER = re.compile(r"^[ \t]*(<{7}|>{7}) \S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The contents of a project's folders.

    Attributes:
        files: YAML files that are read, ordinary Markdown pages, figures and the ledger of permalinks, by path.
        assets: other files under `content/`, such as images: relative path to absolute path.
        unread: paths of files that exist but could not be read; ids that they define are unread, not unknown.
        problems: why they could not be read.
        root: the project's folder.
        language: the language of the site's theme, such as "de"; "" if not set.
    """

    files: tuple[SourceFile, ...]
    assets: dict[str, Path]
    unread: frozenset[str]
    problems: tuple[Problem, ...]
    root: Path = Path()
    language: str = ""


def load(project: Project) -> Loaded:
    """Read the source files of a project, sorted by path."""
    root = project.root.resolve()
    files: list[SourceFile] = []
    assets: dict[str, Path] = {}
    unread: set[str] = set()
    problems: list[Problem] = []
    for name, path, ordinary in sorted(_walk(root), key=lambda one: natural_sort_key(one[0])):
        problem = _problem_of_place(root, name, path, ordinary)
        if problem is None and not _is_text(name):
            if looks := _guessed_kind(name, path):
                problems.append(Problem("misplaced-file", Spot(name), (looks, "")))
                unread.add(home_for(looks, name))
                continue
            assets[name] = Path(path)
            continue
        if problem is None:
            content = _read(name, path)
            if isinstance(content, SourceFile):
                files.append(content)
                continue
            problem = content
        problems.append(problem)
        unread.add(name)
        if problem.rule == "misplaced-file" and (kind := next(filter(None, problem.about[:2]), "")):
            unread.add(home_for(str(kind), name))
    for problem in _misplaced_entries(root):
        problems.append(problem)
        unread.add(home_for(str(problem.about[0]), problem.at.file))
    return Loaded(tuple(files), assets, frozenset(unread), tuple(problems), root, theme_language(root))


def with_content(loaded: Loaded, name: str, content: bytes) -> Loaded | None:
    """The project with the content of one file replaced, without reading the folders again.

    Args:
        loaded: the project before.
        name: the path of the file.
        content: its new content.

    Returns:
        the new project; None if the folders must be read again, because the file was not readable before, or is not
        now.
    """
    source = _decoded(name, content)
    if isinstance(source, Problem) or not any(one.path == name for one in loaded.files):
        return None
    return replace(loaded, files=tuple(source if one.path == name else one for one in loaded.files))


def _misplaced_entries(root: Path) -> Iterator[Problem]:
    """Misplaced entries: at the top of the project, or in a folder there whose name is similar to one that is read."""
    try:
        found = sorted(os.scandir(root), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in found:
        if entry.name.startswith(".") or entry.name in (TREES, CONTENT):
            continue
        if entry.is_file() and (looks := _guessed_kind(name := _printable(entry.name), entry.path)):
            yield Problem("misplaced-file", Spot(name), (looks, ""))
        elif entry.is_dir(follow_symlinks=False) and _is_like_a_home(entry.name):
            for path in sorted(Path(entry.path).glob("*")):
                name = f"{_printable(entry.name)}/{_printable(path.name)}"
                if path.is_file() and (looks := _guessed_kind(name, str(path))):
                    yield Problem("misplaced-file", Spot(name), (looks, ""))


def _is_like_a_home(name: str) -> bool:
    plain = _NO_LETTER.sub("", name.lower())
    return plain in _HOMES or f"{plain}s" in _HOMES


def _guessed_kind(name: str, path: str) -> str:
    """The kind of entry that a YAML file holds, judged by its keys, where none is expected; empty for other files."""
    if not is_yaml(name):
        return ""
    try:
        with FileIO(path) as file:
            return kind_by_text(file.read(_BYTES_TO_GUESS).decode(errors="replace"))
    except OSError:
        return ""


def _walk(root: Path) -> Iterator[tuple[str, str, bool]]:
    """Each file as its path in the project, its path on disk, and whether it is certainly a regular file."""
    if os.path.lexists(root / PERMALINKS):
        yield PERMALINKS, str(root / PERMALINKS), False
    for top in (TREES, CONTENT):
        folders = [root / top]
        while folders:
            folder = folders.pop()
            above = _printable(str(folder.relative_to(root))).replace(os.sep, "/")
            if folder.is_symlink():
                yield above, str(folder), False
                continue
            try:
                entries = list(os.scandir(folder))
            except FileNotFoundError:
                continue
            except OSError:
                yield above, str(folder), False
                continue
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(Path(entry.path))
                else:
                    yield f"{above}/{_printable(entry.name)}", entry.path, entry.is_file(follow_symlinks=False)


def _printable(name: str) -> str:
    # A file name that is not UTF-8 must still be printable in a message.
    return name if name.isascii() else os.fsencode(name).decode(errors="replace")


def _problem_of_place(root: Path, name: str, path: str, ordinary: bool) -> Problem | None:
    if name in (TREES, CONTENT) and Path(path).is_file():
        return Problem("unreadable-file", Spot(name), ("no folder",))
    if not ordinary and (problem := _problem_of_file_type(root, Spot(name), Path(path))):
        return problem
    if why := "copy" if is_copy(name) else is_no_translation(name):
        return Problem("misplaced-file", Spot(name), ("", "", why))
    if kind := home_of_others(name):
        return Problem("misplaced-file", Spot(name), ("", kind))
    if not is_misplaced(name):
        return None
    # With the right ending it would be read where it is, so its keys need no guess.
    looks = "" if kind_of(with_right_ending(name)) else _guessed_kind(name, path)
    return Problem("misplaced-file", Spot(name), (looks, "") if looks else ())


def _problem_of_file_type(root: Path, spot: Spot, path: Path) -> Problem | None:
    if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root):
        return Problem("link-out-of-project", spot)
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return Problem("unreadable-file", spot, (error.strerror or "it cannot be opened",))
    if stat.S_ISDIR(mode):
        return Problem("unreadable-file", spot, ("it is a link to a folder, or a folder that may not be opened",))
    if not stat.S_ISREG(mode):
        return Problem("unreadable-file", spot, ("it is not an ordinary file",))
    return None


def _is_text(name: str) -> bool:
    is_figure = name.endswith(".svg") and posixpath.dirname(name) == FIGURES
    return kind_of(name) is not None or name == PERMALINKS or name.endswith(".md") or is_figure or is_translation(name)


def _conflict_marker(name: str, text: str) -> Problem | None:
    """A merge conflict that was left in a file: a start marker with a matching marker below it, or a single marker."""
    if name.endswith(".svg"):
        return None
    found = _CONFLICT.search(text)
    left = None if found or not name.endswith(".yml") else _SINGLE_MARKER.search(text)
    mark = found or left
    if mark is None:
        return None
    begin = mark.start(1)
    spot = Spot(name, text.count("\n", 0, begin) + 1, begin - (text.rfind("\n", 0, begin) + 1) + 1)
    return Problem("merge-mark", spot, (True,) if left else ())


def _read(name: str, path: str) -> SourceFile | Problem:
    try:
        with FileIO(path) as file:
            return _decoded(name, file.read())
    except OSError as error:
        return Problem("unreadable-file", Spot(name), (error.strerror or "it cannot be opened",))


def _decoded(name: str, data: bytes) -> SourceFile | Problem:
    data = data.removeprefix(codecs.BOM_UTF8)
    if data.startswith(_BINARY_STARTS):
        return Problem("not-utf8", Spot(name), (data[0], True))
    if 0 in data[:2]:
        # UTF-16, which Windows calls Unicode, without its byte order mark (with one it is no UTF-8 either).
        return Problem("not-utf8", Spot(name, 1, data.index(0) + 1), (0,))
    try:
        text = data.decode()
        return (
            SourceFile(name, text)
            if b"<<<<<<<" not in data and b">>>>>>>" not in data
            else _conflict_marker(name, text) or SourceFile(name, text)
        )
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(errors="replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        return Problem("not-utf8", Spot(name, line, column), (data[error.start],))
