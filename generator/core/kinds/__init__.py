"""All kinds of entry, and the files that define them: the folder layout of a project, in one place."""

import posixpath
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import import_module
from types import MappingProxyType

from generator.core.kinds.kind import Anchors, Folder, Kind, Pages, Register
from generator.core.lookalikes import as_id
from generator.core.project import CONTENT, FIGURES, SITE

# To add a kind: one module here, one template in render/templates, and the module's name in this table.
_MODULES = (
    "tree",
    "outcome",
    "faq",
    "place",
    "plan",
    "exercise",
    "red_flag",
    "care_level",
    "precaution",
    "source",
    "case",
)


def _kinds() -> dict[str, Kind]:
    found: list[Kind] = [import_module(f"{__name__}.{name}").KIND for name in _MODULES]
    return {kind.name: kind for kind in found}


KINDS: Mapping[str, Kind] = MappingProxyType(_kinds())
# The kinds with a page for each entry.
WITH_PAGES: Mapping[str, Pages] = MappingProxyType(
    {name: kind.site for name, kind in KINDS.items() if isinstance(kind.site, Pages)}
)
# The kinds whose entries are anchors on one page.
WITH_ANCHORS: Mapping[str, Anchors] = MappingProxyType(
    {name: kind.site for name, kind in KINDS.items() if isinstance(kind.site, Anchors)}
)
# The kinds with a file for each entry, and those with one file for all entries.
IN_FOLDERS = tuple(name for name, kind in KINDS.items() if isinstance(kind.home, Folder))
IN_REGISTERS = tuple(name for name, kind in KINDS.items() if isinstance(kind.home, Register))
# The kinds that a link in a text can name: `[words](kind:id)`.
LINK_KINDS = (*(kind.word for kind in KINDS.values() if kind.linkable), "page")
_BY_WORD = {kind.word: name for name, kind in KINDS.items()}
# Some editors add ".txt", which their users never see.
_YAML = re.compile(r"\.ya?ml(?:\.txt)?$", re.IGNORECASE)
# Notes for people who work on a project; allowed in any folder.
_NOTES = frozenset(("readme", "readme.md", "readme.txt", "index.md"))
_MEANT = re.compile(
    r"(?:^[^.]+|(?<!\.yml)(?<!\.yaml)\.txt|\.md|\.docx?|\.odt|\.rtf|\.pages|\.json|\.toml|\.csv|\.xlsx|\.ods)$",
    re.IGNORECASE,
)
# Suffixes that editors and merge tools add to the name of a backup copy.
_COPY = re.compile(r"(?:~|\.(?:bak|backup|copy|old|orig|rej|sav|save|swp|tmp)[0-9]*)$", re.IGNORECASE)
_DRAWING = re.compile(r"\.svg(?:\.txt)?$", re.IGNORECASE)
_MARKDOWN = re.compile(r"\.(?:md|markdown|mdown|mkdn?)(?:\.txt)?$", re.IGNORECASE)


@cache
def file_of(kind: str, id: str) -> str:
    """The file that defines an entry, relative to the project."""
    return KINDS[kind].file_of(id)


def linked_kind(word: str) -> str:
    """The kind that a link names by a word; the word itself if it is not of a kind, such as "page"."""
    return _BY_WORD.get(word, word)


@lru_cache(maxsize=1 << 14)
def kind_of(path: str) -> tuple[str, str] | None:
    """What a file defines: (kind, id) for an entry's file, (kind, "") for a register or the site file.

    None for any other file.
    """
    if path == SITE:
        return "site", ""
    folder, _, name = path.rpartition("/")
    for kind in KINDS.values():
        if isinstance(kind.home, Register) and path == kind.home.path:
            return kind.name, ""
    for kind in KINDS.values():
        if isinstance(kind.home, Folder) and folder == kind.home.path and name.endswith(".yml"):
            return kind.name, name.removesuffix(".yml")
    return None


@lru_cache(maxsize=1 << 14)
def is_misplaced(path: str) -> bool:
    """Whether a file would never be read: it has a wrong ending, or is YAML in a sub-folder or beside the folders."""
    if path.startswith(f"{CONTENT}/") and _MARKDOWN.search(path):
        return not path.endswith(".md")
    if posixpath.dirname(path) == FIGURES and _DRAWING.search(path):
        return not path.endswith(".svg")
    if kind_of(path) is not None or not _YAML.search(path):
        return False
    homes = tuple(f"{KINDS[kind].home.path}/" for kind in IN_FOLDERS)
    return posixpath.dirname(path) == CONTENT or path.startswith(homes) or kind_of(with_right_ending(path)) is not None


def is_yaml(path: str) -> bool:
    """Whether a file is YAML by its name, even if an editor has added ".txt"."""
    return _YAML.search(path) is not None


@lru_cache(maxsize=1 << 14)
def home_of_others(path: str) -> str:
    """The kind in whose folder a file is that is no entry but was probably meant as one; empty for other files.

    Such files have no ending, or are of word processors, plain text or ordinary pages. Images and the like are allowed
    anywhere.
    """
    folder, _, name = path.rpartition("/")
    if name.startswith(".") or name.lower() in _NOTES or not _MEANT.search(name) or kind_of(path) is not None:
        return ""
    return next((kind for kind in IN_FOLDERS if KINDS[kind].home.path == folder), "")


def is_copy(path: str) -> bool:
    """Whether a file is a backup copy of an entry, a page, a drawing or a translation, left by an editor or a merge."""
    original = _COPY.sub("", path)
    is_page = original.startswith(f"{CONTENT}/") and original.endswith(".md")
    is_drawing = posixpath.dirname(original) == FIGURES and original.endswith(".svg")
    is_words = original.startswith(f"{CONTENT}/translations/") and original.endswith(".yml")
    return original != path and (is_page or is_drawing or is_words or kind_of(original) is not None)


def home_for(kind: str, path: str) -> str:
    """The right file for an entry of a kind that is at another path now."""
    name = with_right_ending(posixpath.basename(path)).removesuffix(".yml")
    return KINDS[kind].file_of(as_id(_MEANT.sub("", name) or name) or "where-it-hurts")


def with_right_ending(path: str) -> str:
    """The path with `.yml` instead of `.yaml`, `.YML`, `.yml.txt` and the like; `.md` and `.svg` likewise."""
    return _DRAWING.sub(".svg", _MARKDOWN.sub(".md", _YAML.sub(".yml", path)))
