"""Finds which kinds of entry may be named, or defined, in files that could not be read at all."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.core.finding import Fault
from generator.core.kinds import KINDS, kind_of, with_right_ending
from generator.core.kinds.kind import Entry, Kind, RefersTo, fields_of, parts_of
from generator.core.source import Location, Spot
from generator.rules import (
    bad_id,
    bad_translation,
    broken_permalink,
    empty_file,
    link_out_of_project,
    merge_mark,
    misplaced_file,
    missing_field,
    no_tree,
    not_utf8,
    unknown_figure,
    unknown_page,
    unreadable_file,
    unusable_move,
)

_FILE_RULES = {
    module.CODE for module in (empty_file, link_out_of_project, merge_mark, misplaced_file, not_utf8, unreadable_file)
}
# The rules that only report that an address, a page, a figure or a translated text is missing.
_MISSING_THING_RULES = {
    module.CODE for module in (bad_translation, broken_permalink, unknown_figure, unknown_page, unusable_move)
}
_PAGE = "page"


@dataclass(frozen=True)
class Unread:
    """What is unknown because files could not be read.

    Attributes:
        kinds: the kinds of the unread files ("page" for ordinary pages). What their entries refer to is unknown.
        folders: kinds of which no file could be read. Which entries of these kinds exist is unknown.
    """

    kinds: frozenset[str]
    folders: frozenset[str]

    def may_name(self, kind: Kind) -> bool:
        """Whether a file that could not be read may refer to an entry of a kind in a way that keeps it from being an
        orphan."""
        if not kind.orphan_unless:
            return bool(self.kinds)
        return any(name in KINDS and _names(KINDS[name].model, kind) for name in self.kinds)

    def explains(self, fault: Fault) -> bool:
        """Whether a fault only reports something as missing that may be in an unread file."""
        if fault.code == no_tree.CODE:
            return "tree" in self.kinds
        if self.folders and fault.code in _MISSING_THING_RULES:
            return True
        rules = (KINDS[name].unknown for name in self.folders)
        return any(rule is not None and fault.code == rule.code for rule in rules)


def unread(faults: Iterable[Fault]) -> Unread:
    """Collect what could not be read from the faults that report it."""
    kinds: set[str] = set()
    folders: set[str] = set()
    faults = list(faults)
    # An entry whose parts are all missing refers to nothing, although it was meant to.
    for fault in faults:
        if fault.code == missing_field.CODE and isinstance(fault.at, Location) and len(fault.at.path) == 1:
            found = kind_of(fault.at.file)
            if found and found[0] in KINDS and fault.at.path[0] in parts_of(KINDS[found[0]].model):
                kinds.add(found[0])
    paths = [fault.at.file for fault in faults if fault.code in _FILE_RULES]
    # A file in the wrong folder may be referred to, and refer to others, as the kind that it resembles.
    paths += [fault.suggestion for fault in faults if fault.code == misplaced_file.CODE and fault.suggestion]
    paths += [fault.at.file for fault in faults if fault.code == bad_id.CODE and isinstance(fault.at, Spot)]
    for path in paths:
        meant = with_right_ending(path)
        above = {name for name, kind in KINDS.items() if _home(kind).startswith(f"{path}/") or _home(kind) == path}
        within = {name for name, kind in KINDS.items() if path.startswith(f"{_home(kind)}/")}
        found = kind_of(meant)
        if found is not None:
            kinds.add(found[0])
        elif meant.endswith(".md"):
            kinds.add(_PAGE)
        elif above or within:
            kinds |= above | within
            folders |= above
        elif meant.endswith(".yml"):
            # It is in no kind's folder, so it may have been meant for any kind.
            kinds |= KINDS.keys()
    return Unread(frozenset(kinds), frozenset(folders))


def _home(kind: Kind) -> str:
    """The folder or file in which entries of a kind are written."""
    return kind.home.path


def _names(model: type[Entry], kind: Kind) -> bool:
    for one in fields_of(model):
        role = one.role
        if isinstance(role, RefersTo) and role.kind == kind.name and role.by in kind.orphan_unless:
            return True
        if one.part is not None and _names(one.part, kind):
            return True
    return False
