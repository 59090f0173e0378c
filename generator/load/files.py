"""Stage 1: read every source once. Nothing later touches the disk until the pages are written."""

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
from generator.core.text import as_people_count
from generator.core.translation import is_no_translation, is_translation
from generator.load.shapes import kind_by_text
from generator.load.theme import theme_language

_NO_LETTER = re.compile(r"[^a-z]")
# What folders of entries are called, here and on the site.
_HOMES = frozenset(
    _NO_LETTER.sub("", name)
    for name in (
        *(TREES, CONTENT, "trees"),
        *(pages.folder for pages in WITH_PAGES.values()),
        *(posixpath.basename(KINDS[kind].home.path) for kind in IN_FOLDERS),
    )
)
# How files begin that programs write: PNG, GIF, JPEG, what is zipped (such as DOCX), gzip, PDF, the old DOC, SQLite.
_NO_TEXT = (
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
# How much of a file is read to see what it may be.
_LONGEST_LOOK = 1 << 16
# A mark of git's, at the beginning of a line but for its indent, and the one that belongs to it.
_MERGED = re.compile(r"^[ \t]*(<{7})(?: [^\r\n]*)?\r?$(?=(?:.*\n)*?[ \t]*(?:={7}\r?$|>{7}(?: |\r?$)))", re.MULTILINE)
# One that is left over, with the name of its side.
_LEFT_OVER = re.compile(r"^[ \t]*(<{7}|>{7}) \S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What is in a project's folders.

    Attributes:
        files: YAML files with a meaning, ordinary Markdown pages, figures and the ledger of addresses, by path.
        assets: other files under `content/`, such as pictures: relative path to absolute path.
        unread: paths of files that exist but could not be read; what they define is not unknown, only unread.
        problems: why not.
        root: the project's folder.
        language: of the theme of the site around it, such as "de"; "" where that is not said.
    """

    files: tuple[SourceFile, ...]
    assets: dict[str, Path]
    unread: frozenset[str]
    problems: tuple[Problem, ...]
    root: Path = Path()
    language: str = ""


def load(project: Project) -> Loaded:
    """Read the sources of a project, in the order of their paths."""
    root = project.root.resolve()
    files: list[SourceFile] = []
    assets: dict[str, Path] = {}
    unread: set[str] = set()
    problems: list[Problem] = []
    for name, path, ordinary in sorted(_walk(root), key=lambda one: as_people_count(one[0])):
        problem = _problem_of_place(root, name, path, ordinary)
        if problem is None and not _is_text(name):
            if looks := _looks(name, path):
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
    for problem in _beside(root):
        problems.append(problem)
        unread.add(home_for(str(problem.about[0]), problem.at.file))
    return Loaded(tuple(files), assets, frozenset(unread), tuple(problems), root, theme_language(root))


def with_content(loaded: Loaded, name: str, content: bytes) -> Loaded | None:
    """What is in a project's folders once a file that could be read holds something else.

    Args:
        loaded: what was there before.
        name: the file.
        content: what it holds now.

    Returns:
        the same with another text in one place; None where the folders must be read for it, as the file was not among
        those that could be read, or no longer is.
    """
    source = _decoded(name, content)
    if isinstance(source, Problem) or not any(one.path == name for one in loaded.files):
        return None
    return replace(loaded, files=tuple(source if one.path == name else one for one in loaded.files))


def _beside(root: Path) -> Iterator[Problem]:
    """Entries at the top of the project, or in a folder there whose name is nearly that of one that is read."""
    try:
        found = sorted(os.scandir(root), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in found:
        if entry.name.startswith(".") or entry.name in (TREES, CONTENT):
            continue
        if entry.is_file() and (looks := _looks(name := _printable(entry.name), entry.path)):
            yield Problem("misplaced-file", Spot(name), (looks, ""))
        elif entry.is_dir(follow_symlinks=False) and _is_like_a_home(entry.name):
            for path in sorted(Path(entry.path).glob("*")):
                name = f"{_printable(entry.name)}/{_printable(path.name)}"
                if path.is_file() and (looks := _looks(name, str(path))):
                    yield Problem("misplaced-file", Spot(name), (looks, ""))


def _is_like_a_home(name: str) -> bool:
    plain = _NO_LETTER.sub("", name.lower())
    return plain in _HOMES or f"{plain}s" in _HOMES


def _looks(name: str, path: str) -> str:
    """The kind of entry that a file is, going by its keys, where YAML is expected to be none; empty for others."""
    if not is_yaml(name):
        return ""
    try:
        with FileIO(path) as file:
            return kind_by_text(file.read(_LONGEST_LOOK).decode(errors="replace"))
    except OSError:
        return ""


def _walk(root: Path) -> Iterator[tuple[str, str, bool]]:
    """Each file as its name in the project, its path, and whether its folder says that it is an ordinary file."""
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
    # A name that is not UTF-8 must still be printable in a message.
    return name if name.isascii() else os.fsencode(name).decode(errors="replace")


def _problem_of_place(root: Path, name: str, path: str, ordinary: bool) -> Problem | None:
    if name in (TREES, CONTENT) and Path(path).is_file():
        return Problem("unreadable-file", Spot(name), ("no folder",))
    if not ordinary and (problem := _problem_of_nature(root, Spot(name), Path(path))):
        return problem
    if why := "copy" if is_copy(name) else is_no_translation(name):
        return Problem("misplaced-file", Spot(name), ("", "", why))
    if kind := home_of_others(name):
        return Problem("misplaced-file", Spot(name), ("", kind))
    if not is_misplaced(name):
        return None
    # With the right ending it would be read where it is.
    looks = "" if kind_of(with_right_ending(name)) else _looks(name, path)
    return Problem("misplaced-file", Spot(name), (looks, "") if looks else ())


def _problem_of_nature(root: Path, spot: Spot, path: Path) -> Problem | None:
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


def _unmerged(name: str, text: str) -> Problem | None:
    """Where git left two versions of a passage: a line that only begins one, with another that ends it below."""
    if name.endswith(".svg"):
        return None
    found = _MERGED.search(text)
    left = None if found or not name.endswith(".yml") else _LEFT_OVER.search(text)
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
    if data.startswith(_NO_TEXT):
        return Problem("not-utf8", Spot(name), (data[0], True))
    if 0 in data[:2]:
        # What Windows calls Unicode, without the mark at its beginning that would be no UTF-8.
        return Problem("not-utf8", Spot(name, 1, data.index(0) + 1), (0,))
    try:
        text = data.decode()
        return (
            SourceFile(name, text)
            if b"<<<<<<<" not in data and b">>>>>>>" not in data
            else _unmerged(name, text) or SourceFile(name, text)
        )
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(errors="replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        return Problem("not-utf8", Spot(name, line, column), (data[error.start],))
