"""Stage 3: run every rule, and give each fault its line and column."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.finding import Fault, Finding
from generator.model import Library
from generator.project import FOLDERS, REGISTERS, TREES, file_of
from generator.reading.load import Loaded
from generator.reading.parse import parse
from generator.reading.yaml_nodes import locate
from generator.registry import RULES
from generator.rules import (
    choice_target,
    duplicate_key,
    loop,
    missing_field,
    orphan_outcome,
    orphan_source,
    pointless_question,
    too_few_choices,
    unknown_key,
    unknown_outcome,
    unknown_question,
    unknown_tree,
    unreachable_question,
    wrong_type,
)
from generator.source import Location, Source, Spot, Step
from generator.survey import Survey, survey
from generator.wording import did_you_mean

# Faults by which a choice or a question is lost, and those that then seem to be there.
_CUTTING = frozenset(
    rule.CODE
    for rule in (
        choice_target,
        loop,
        missing_field,
        too_few_choices,
        unknown_key,
        unknown_outcome,
        unknown_question,
        unknown_tree,
        wrong_type,
    )
)
_OF_WAYS = frozenset((pointless_question.CODE, unreachable_question.CODE))


@dataclass(frozen=True, slots=True)
class Report:
    """What a run of the rules has to say.

    Attributes:
        survey: the library as far as it could be read, its graph and what was proved.
        findings: in the order of file, line and column.
    """

    survey: Survey
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether there is no error; warnings do not count."""
        return all(finding.severity != "error" for finding in self.findings)


def check(loaded: Loaded) -> Report:
    """Parse what was loaded and run every rule over it."""
    library, parse_faults = parse(loaded)
    surveyed = survey(library)
    faults = [*loaded.faults, *parse_faults]
    for rule in RULES.values():
        if rule.check is not None:
            faults += rule.check(surveyed)
    known = _Known(faults, parse_faults, _unseen(library, loaded.sources))
    news = [fault for fault in faults if not known.explains(fault)]
    return Report(surveyed, tuple(_placed(news, loaded.sources)))


class _Known:
    """What has been told already. One slip is told once, where it was made, and not again by all that follows from it.

    Only errors explain anything, so a library never passes for what is left out here; once the slip is mended, whatever
    was wrong besides is told.
    """

    def __init__(self, faults: Iterable[Fault], parse_faults: Iterable[Fault], unseen: list[str]):
        self.unseen = unseen
        self.unfit = {_place(fault) for fault in parse_faults if fault.code == wrong_type.CODE}
        self.unfit_items = {
            (file, path[:-1]) for file, path in self.unfit if path and isinstance(path[-1], int) and len(path) > 1
        }
        self.misspelt = [fault.at for fault in parse_faults if fault.code == unknown_key.CODE]
        self.doubled = {fault.at.file for fault in parse_faults if fault.code == duplicate_key.CODE}
        self.cut = {fault.at.file for fault in faults if _cuts_a_way(fault)}

    def explains(self, fault: Fault) -> bool:
        """Whether a fault only follows from another."""
        if fault.code in _OF_WAYS and fault.at.file in self.cut:
            return True
        if fault.code == orphan_outcome.CODE and self.cut:
            return True
        if fault.code in (orphan_outcome.CODE, orphan_source.CODE):
            id = fault.at.path[0] if fault.at.path else PurePosixPath(fault.at.file).stem
            return any(id in text for text in self.unseen)
        if fault.code == missing_field.CODE and fault.at.path:
            *above, name = fault.at.path
            misspelt = [at.path[-1] for at in self.misspelt if (at.file, at.path[:-1]) == (fault.at.file, tuple(above))]
            if misspelt and did_you_mean(name, misspelt, ""):
                return True
        if fault.code == too_few_choices.CODE and fault.at.file in self.doubled:
            return True
        place = _place(fault)
        return fault.code != wrong_type.CODE and (place in self.unfit or place in self.unfit_items)


def _cuts_a_way(fault: Fault) -> bool:
    """Whether a fault takes a question or a choice out of a tree, so that what it led to looks forgotten."""
    if not fault.at.file.startswith(f"{TREES}/"):
        return False
    if fault.code == duplicate_key.CODE:
        return True
    in_questions = isinstance(fault.at, Location) and fault.at.path[:1] in (("questions",), ("start",))
    return in_questions and fault.code in _CUTTING


def _place(fault: Fault) -> tuple[str, tuple[Step, ...] | None]:
    return fault.at.file, fault.at.path if isinstance(fault.at, Location) else None


def _unseen(library: Library, sources: tuple[Source, ...]) -> list[str]:
    """The texts of files that are no YAML: what they refer to is not known."""
    read = {(kind, id) for kind, id, _ in library.entries()}
    unread = {REGISTERS[kind] for kind in REGISTERS if library.known[kind] is None}
    unread |= {file_of(kind, id) for kind in FOLDERS for id in library.known[kind] if (kind, id) not in read}
    return [source.text for source in sources if source.path in unread]


def _placed(faults: Iterable[Fault], sources: tuple[Source, ...]) -> list[Finding]:
    if not faults:
        return []
    by_path = {source.path: source for source in sources}
    # By file, so that each file is read again at most once to find its lines.
    ordered = sorted(faults, key=lambda fault: fault.at.file)
    findings = {_finding(fault, by_path): None for fault in ordered}
    return sorted(findings, key=lambda one: (one.file, one.line, one.column, one.code))


def _finding(fault: Fault, sources: dict[str, Source]) -> Finding:
    spot = fault.at
    if isinstance(spot, Location):
        source = sources.get(spot.file)
        spot = locate(source, spot) if source else Spot(spot.file)
    rule = RULES[fault.code]
    return Finding(fault.code, rule.name, rule.severity, fault.message, fault.help, spot.file, spot.line, spot.column)
