"""Where the parts of a project are: the folder contract, in one place."""

import posixpath
import re
from dataclasses import dataclass
from pathlib import Path

TREES = "decision_trees"
CONTENT = "content"

# One file an entry: its id is the file's name without the suffix.
FOLDERS = {
    "tree": TREES,
    "outcome": f"{CONTENT}/outcomes",
    "faq": f"{CONTENT}/faq",
    "place": f"{CONTENT}/places",
}
# One file for all of a kind: its ids are the keys of the mapping.
REGISTERS = {
    "red-flag": f"{TREES}/red_flags.yml",
    "care-level": f"{TREES}/care_levels.yml",
    "source": f"{CONTENT}/sources.yml",
}
SITE = f"{CONTENT}/site.yml"
FIGURES = f"{CONTENT}/figures"
# The ledger of every published address.
PERMALINKS = "permalinks.txt"

ID = re.compile(r"[a-z0-9-]+")
# A page with or without an anchor, such as "guides/sit-bone/#when-it-hurts".
ADDRESS = re.compile(r"(?:\./|[^\s/#<=>|][^#]*/)(?:#\S+)?")
# Some editors add an ending of their own, which their users never see.
_YAML = re.compile(r"\.ya?ml(?:\.txt)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Project:
    """A folder that holds `decision_trees/` and `content/`."""

    root: Path


def file_of(kind: str, id: str) -> str:
    """The file that defines an entry, relative to the project."""
    return REGISTERS.get(kind) or f"{FOLDERS[kind]}/{id}.yml"


def kind_of(path: str) -> tuple[str, str] | None:
    """What a file defines: (kind, id) for an entry's file, (kind, "") for a register or the site file.

    None for a file whose name has no meaning here.
    """
    if path == SITE:
        return "site", ""
    for kind, register in REGISTERS.items():
        if path == register:
            return kind, ""
    folder, _, name = path.rpartition("/")
    if name.endswith(".yml"):
        for kind, home in FOLDERS.items():
            if folder == home:
                return kind, name.removesuffix(".yml")
    return None


def is_misplaced(path: str) -> bool:
    """Whether a YAML file stands where it would never be read: with a wrong ending, in a sub-folder, or beside them."""
    if kind_of(path) is not None or not _YAML.search(path):
        return False
    homes = tuple(f"{folder}/" for folder in FOLDERS.values())
    return posixpath.dirname(path) == CONTENT or path.startswith(homes) or kind_of(with_right_ending(path)) is not None


def with_right_ending(path: str) -> str:
    """The path with `.yml` in the place of `.yaml`, `.YML`, `.yml.txt` and the like."""
    return _YAML.sub(".yml", path)
