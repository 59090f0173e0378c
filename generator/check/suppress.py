"""Drops faults that only follow from other faults, so that one mistake is reported once, at its cause.

To find what a mistake removed from a tree, the text of the file is compared with what was parsed from it: a question or
outcome that is named in the text, but that no parsed choice leads to, is treated as lost rather than as forgotten.

Only errors suppress other faults, and they stay in the report themselves. So a library with a suppressed fault never
passes the check, and any independent fault that was suppressed appears once the cause is fixed.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from generator.check.translated import originals_at_fault
from generator.check.unknown_care import unknown_care
from generator.check.unread import unread
from generator.core.finding import Fault
from generator.core.kinds import IN_FOLDERS, IN_REGISTERS, KINDS, file_of, kind_of
from generator.core.kinds.tree import TARGETS, Tree
from generator.core.library import Library
from generator.core.source import Location, SourceFile, Spot, Step
from generator.core.text import did_you_mean
from generator.load.yaml_nodes import locate
from generator.rules import (
    bad_id,
    broken_character,
    broken_link,
    case_ends_elsewhere,
    case_without_end,
    choice_target,
    choice_without_case,
    duplicate_key,
    id_clash,
    loop,
    loop_across_trees,
    missing_field,
    no_unsure,
    outcome_without_case,
    pointless_question,
    skipped_red_flag,
    too_few_choices,
    unknown_key,
    unknown_link_kind,
    unknown_question,
    unmarked_unsure,
    unreachable_question,
    wrong_answer_in_case,
    wrong_type,
    yaml_syntax,
    yaml_tag,
)

# The rules about unknown references, and those about entries that nothing refers to, each with its kind.
_UNKNOWN = {unknown_question.CODE, *(kind.unknown.code for kind in KINDS.values() if kind.unknown)}
_ORPHANS = {kind.orphan.code: kind for kind in KINDS.values() if kind.orphan}
# The rules about the choices of a question, and about marking one of them as unsure.
_CHOICE_RULES = (too_few_choices.CODE, unmarked_unsure.CODE)
# The rules about where a case leads.
_CASE_RULES = {wrong_answer_in_case.CODE, case_without_end.CODE, case_ends_elsewhere.CODE}
# The rules that report a name containing an invisible character.
_SPELLING_RULES = {bad_id.CODE, unknown_key.CODE, yaml_syntax.CODE, *_UNKNOWN}
_CASE_PATH_FIELDS = ("guide", "answers", "expect")
# A file, and the keys and indexes that lead to a value in it; None in place of a path for a fault at a bare position.
_Place = tuple[str, tuple[Step, ...] | None]
_NAMED = re.compile(r"\b(?:question|outcome|start)[ \t]*:([^#,}\n]*)")
_NAME = re.compile(r"[a-z0-9-]+")


def without_follow_up_faults(
    faults: Iterable[Fault], library: Library, sources: Mapping[str, SourceFile]
) -> list[Fault]:
    """The faults that do not merely follow from another one.

    Args:
        faults: all faults found.
        library: as far as it could be read.
        sources: its files, by path.
    """
    faults = list(faults)
    known = _Known(faults, library, sources)
    return [fault for fault in faults if not known.explains(fault)]


class _Known:
    """What is known to be wrong or missing, from all faults together; decides which faults follow from others."""

    def __init__(self, faults: list[Fault], library: Library, sources: Mapping[str, SourceFile]) -> None:
        self.faults = faults
        self.library = library
        self.sources = sources
        self.unparsed_texts = _unparsed_texts(library, sources)
        at: dict[str, list[Location | Spot]] = {}
        for fault in faults:
            at.setdefault(fault.code, []).append(fault.at)
        self.wrong_types = {_place(one) for one in at.get(wrong_type.CODE, ())}
        # A list that holds an invalid item is not empty, even if no valid item is left.
        self.wrong_types.update(
            [(file, path[:-1]) for file, path in self.wrong_types if path and isinstance(path[-1], int)]
        )
        self.misspelt: dict[_Place, list[str]] = {}
        for file, path in map(_place, at.get(unknown_key.CODE, ())):
            if path:
                self.misspelt.setdefault((file, path[:-1]), []).append(str(path[-1]))
        # `unmarked`: choices whose `unsure` mark could not be read. `unsettled`: questions for which another fault
        # already reports the number of choices or their unsure marks.
        self.unmarked: set[_Place] = {
            (file, path[:-1]) for file, path in self.wrong_types if path and path[-1] == "unsure"
        }
        self.unmarked |= {place for place, keys in self.misspelt.items() if did_you_mean("unsure", keys, "")}
        unsettled = self.unmarked | {_place(one) for code in _CHOICE_RULES for one in at.get(code, ())}
        self.unsettled = {(file, path[:2]) for file, path in unsettled if path}
        self.duplicates = [one for one in at.get(duplicate_key.CODE, ()) if isinstance(one, Spot)]
        self.meant = {fault.suggestion for fault in faults if fault.code in _UNKNOWN and fault.suggestion}
        # Suggestions of another kind than expected, such as "question:rest".
        self.meant |= {one.partition(":")[2] for one in self.meant if ":" in one}
        self.links = set(at.get(broken_link.CODE, ()))
        self.broken_targets = {_place(one) for one in at.get(choice_target.CODE, ())}
        self.lost: dict[str, set[str]] = {}
        if at.keys() & {*_ORPHANS, unreachable_question.CODE}:
            self.lost = {id: self._lost(id, tree) for id, tree in library.trees.items()}
        self.lost_anywhere = set().union(*self.lost.values())
        # A choice in a loop was meant to lead elsewhere, and a question without choices still has to get some: either
        # could lead to an outcome that nothing leads to now.
        paths = (one.path for one in at.get(missing_field.CODE, ()) if isinstance(one, Location))
        empty = any(path[-1:] == ("choices",) for path in paths)
        self.open_ended = empty or bool(at.keys() & {loop.CODE, loop_across_trees.CODE})
        # If the places of a guide could not be read, its red flags are not asked, and every case that mentions them
        # fails.
        of_places = {wrong_type.CODE, missing_field.CODE, *_UNKNOWN}
        named = (one for code in of_places for one in at.get(code, ()) if isinstance(one, Location))
        self.broken_gates = {one.file for one in named if one.path[:1] == ("places",) and _is_of(one, "tree")}
        # If a question or choice of a guide could not be read correctly, its cases take other paths.
        of_steps = (wrong_type.CODE, missing_field.CODE, bad_id.CODE, unknown_key.CODE)
        self.broken_steps = any(_is_about_step(one) for code in of_steps for one in at.get(code, ()))
        self.files_with_duplicates = {spot.file for spot in self.duplicates}
        self.unread = unread(faults)
        self.originals = originals_at_fault(faults)
        self.care = unknown_care(faults, library)
        # A value behind a YAML tag is not a value that rules can judge.
        self.tagged = {one for one in at.get(yaml_tag.CODE, ()) if isinstance(one, Spot)}
        # Keys that are unknown ids: nothing refers to them, because another id was meant.
        self.unknown_keys = {one for code in _UNKNOWN for one in at.get(code, ()) if _is_a_key(one)}
        of_fields = {wrong_type.CODE, unknown_key.CODE, missing_field.CODE, duplicate_key.CODE, *_UNKNOWN}
        self.broken_cases = {one.file for code in of_fields for one in at.get(code, ()) if _is_about_case_path(one)}
        # If a case leads somewhere unexpected, its author may have meant it to cover other choices and outcomes.
        self.misrouted_cases = self.broken_cases | {one.file for code in _CASE_RULES for one in at.get(code, ())}

    @property
    def paths_unknown(self) -> bool:
        """Whether the questions of guides or the targets of choices are partly unknown, so that any case may fail."""
        return bool(self.broken_gates) or self.broken_steps or self.care.signs

    def explains(self, fault: Fault) -> bool:
        """Whether a fault only follows from another."""
        return self._is_tagged(fault) or self._is_reported_on_same_line(fault) or self._follows(fault)

    def _follows(self, fault: Fault) -> bool:
        id = fault.at.path[-1] if isinstance(fault.at, Location) and fault.at.path else ""
        if kind := _ORPHANS.get(fault.code):
            id = str(id) or PurePosixPath(fault.at.file).stem
            lost = id in self.meant or (kind.name == "outcome" and (self.open_ended or id in self.lost_anywhere))
            lost = lost or fault.at in self.unknown_keys
            return lost or self.unread.may_name(kind) or any(id in text for text in self.unparsed_texts)
        if any(one.explains(fault) for one in (self.unread, self.originals, self.care)):
            return True
        match fault.code:
            case wrong_type.CODE:
                return False
            case unreachable_question.CODE:
                return id in self.meant or id in self.lost.get(PurePosixPath(fault.at.file).stem, ())
            case id_clash.CODE:
                return f"question:{id}" in self.meant
            case skipped_red_flag.CODE:
                return fault.at.file in self.broken_gates
            case outcome_without_case.CODE | choice_without_case.CODE if self.paths_unknown:
                return True
            case outcome_without_case.CODE | choice_without_case.CODE:
                unread = self.library.known["case"] != frozenset(self.library.cases) or "case" in self.unread.kinds
                return unread or bool(self.misrouted_cases)
            case pointless_question.CODE:
                # A choice that leads elsewhere may have been lost further down.
                return fault.at.file in self.files_with_duplicates
        return _place(fault.at) in self.wrong_types or self._is_same_mistake(fault)

    def _is_same_mistake(self, fault: Fault) -> bool:
        """Whether another fault is about the same text that this fault reports as missing or wrong."""
        match fault.code:
            case unmarked_unsure.CODE:
                return _place(fault.at) in self.unmarked
            case no_unsure.CODE:
                return _place(fault.at) in self.unsettled
            case missing_field.CODE:
                return self._is_misspelt(fault.at)
            case too_few_choices.CODE:
                return self._has_duplicate_key(fault.at)
            case unknown_link_kind.CODE:
                return fault.at in self.links
            case choice_target.CODE:
                return self._has_broken_target(fault.at)
        return fault.code in _CASE_RULES and (self.paths_unknown or fault.at.file in self.broken_cases)

    def _is_tagged(self, fault: Fault) -> bool:
        """Whether a fault is about a value behind a YAML tag, which is already reported."""
        if not self.tagged or not isinstance(fault.at, Location) or fault.at.file not in self.sources:
            return False
        return locate(self.sources[fault.at.file], fault.at).begin in self.tagged

    def _is_reported_on_same_line(self, fault: Fault) -> bool:
        """Whether a fault is about a broken character that another fault on the same line already reports as part of a
        name."""
        at, source = fault.at, self.sources.get(fault.at.file)
        if fault.code != broken_character.CODE or source is None or not at.file.endswith(".yml"):
            return False
        others = [one.at for one in self.faults if one.code in _SPELLING_RULES and one.at.file == at.file]
        return any(_line(source, one) == _line(source, at) for one in others)

    def _has_broken_target(self, at: Location | Spot) -> bool:
        """Whether the target of a choice has a wrong type or is under an unknown key."""
        file, path = _place(at)
        if path is None:
            return False
        return (file, path) in self.misspelt or any((file, (*path, target)) in self.wrong_types for target in TARGETS)

    def _lost(self, id: str, tree: Tree) -> set[str]:
        """What a tree's file names but no parsed choice leads to (questions and outcomes), and the questions after
        these."""
        file = file_of("tree", id)
        found = {tree.start}
        for question, asked in tree.questions.items():
            for name, choice in asked.choices.items():
                if (file, ("questions", question, "choices", name)) not in self.broken_targets:
                    found.update(end for end in (choice.question, choice.outcome) if end is not None)
        source = self.sources.get(file)
        said = _NAMED.findall(source.text) if source else ()
        named = {one for words in said for one in _NAME.findall(words)}
        lost = (named | self.meant) - found
        ahead = [question for question in lost if question in tree.questions]
        while ahead:
            for choice in tree.questions[ahead.pop()].choices.values():
                if (to := choice.question) is not None and to in tree.questions and to not in lost:
                    lost.add(to)
                    ahead.append(to)
        return lost

    def _is_misspelt(self, at: Location | Spot) -> bool:
        if not isinstance(at, Location) or not at.path:
            return False
        beside = self.misspelt.get((at.file, at.path[:-1]))
        return bool(beside and did_you_mean(str(at.path[-1]), beside, ""))

    def _has_duplicate_key(self, at: Location | Spot) -> bool:
        """Whether the question that a fault is about contains a duplicate key, so that one of its choices is lost."""
        if at.file not in self.files_with_duplicates or not isinstance(at, Location) or len(at.path) < 2:
            return False
        duplicates = [spot.line for spot in self.duplicates if spot.file == at.file]
        source = self.sources[at.file]
        questions = self.library.trees[PurePosixPath(at.file).stem].questions
        starts = sorted(locate(source, Location(at.file, ("questions", one), "key")).begin.line for one in questions)
        begin = locate(source, Location(at.file, at.path[:2], "key")).begin.line
        end = next((line for line in starts if line > begin), source.text.count("\n") + 2)
        return any(begin < line < end for line in duplicates)


def _place(at: Location | Spot) -> _Place:
    return at.file, at.path if isinstance(at, Location) else None


def _line(source: SourceFile, at: Location | Spot) -> int:
    return (at if isinstance(at, Spot) else locate(source, at).begin).line


def _is_a_key(at: Location | Spot) -> bool:
    return isinstance(at, Location) and at.of == "key"


def _is_of(at: Location, kind: str) -> bool:
    found = kind_of(at.file)
    return found is not None and found[0] == kind


def _is_about_step(at: Location | Spot) -> bool:
    """Whether a fault is about a question or choice of a guide as a whole, or about where it leads."""
    if not isinstance(at, Location) or at.path[:1] != ("questions",) or not _is_of(at, "tree"):
        return False
    return len(at.path) in (2, 4) or at.path[-1] in ("choices", *TARGETS)


def _is_about_case_path(at: Location | Spot) -> bool:
    """Whether a fault is about a field that decides the path of a case.

    A duplicate key, or an unknown key that resembles such a field, counts as well.
    """
    kind = kind_of(at.file)
    if kind is None or kind[0] != "case":
        return False
    return not isinstance(at, Location) or not at.path or bool(did_you_mean(str(at.path[0]), _CASE_PATH_FIELDS, ""))


def _unparsed_texts(library: Library, sources: Mapping[str, SourceFile]) -> list[str]:
    """The texts of files that are not valid YAML: what they refer to is unknown."""
    unread = {
        file_of(kind, id)
        for kind in IN_FOLDERS
        for id in (library.known[kind] or frozenset()) - library.entries[kind].keys()
    }
    unread |= {file_of(kind, "") for kind in IN_REGISTERS if library.known[kind] is None}
    return [source.text for path, source in sources.items() if path in unread]
