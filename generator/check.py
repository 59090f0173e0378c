"""Stage 3: run every rule, and give each fault its line and column."""

from collections.abc import Iterable, Set
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from generator.finding import Fault, Finding
from generator.model import Library
from generator.project import FOLDERS, REGISTERS, file_of
from generator.reading.load import Loaded
from generator.reading.parse import parse
from generator.reading.reader import Reader
from generator.reading.yaml_nodes import locate
from generator.registry import RULES
from generator.rules import orphan_outcome, orphan_source, wrong_type
from generator.source import Location, Source, Spot, Step
from generator.survey import Survey, survey

_READER = Reader()


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


def check(loaded: Loaded, reader: Reader = _READER) -> Report:
    """Parse what was loaded and run every rule over it.

    Args:
        loaded: the project's sources.
        reader: what turns a file into values, and may know that there is nothing to say about it.
    """
    library, parse_faults = parse(loaded, reader=reader)
    surveyed = survey(library)
    unsettled = replace(surveyed, library=_unsettled(library, reader))
    faults = [*loaded.faults, *parse_faults]
    unfit = {_place(fault) for fault in parse_faults if fault.code == wrong_type.CODE}
    unseen = _unseen(library, loaded.sources)
    for rule in RULES.values():
        if rule.check is not None:
            faults += (
                fault
                for fault in rule.check(unsettled if rule.alone else surveyed)
                if not _is_no_news(fault, unfit, unseen)
            )
    return Report(surveyed, tuple(_placed(faults, loaded.sources)))


def _unsettled(library: Library, reader: Reader) -> Library:
    """The entries that rules have to look at which look at one alone."""
    left = {
        kind: {id: entry for id, entry in entries.items() if not reader.is_settled(file_of(kind, id))}
        for kind, entries in library.by_kind().items()
    }
    return replace(
        library,
        trees=left["tree"],
        outcomes=left["outcome"],
        faq=left["faq"],
        places=left["place"],
        sources=left["source"],
    )


def _is_no_news(fault: Fault, unfit: Set[tuple], unseen: list[str]) -> bool:
    """Whether a fault only follows from another: from a value that did not fit, or a file that could not be read."""
    if fault.code in (orphan_outcome.CODE, orphan_source.CODE):
        id = fault.at.path[0] if fault.at.path else PurePosixPath(fault.at.file).stem
        return any(id in text for text in unseen)
    return _place(fault) in unfit


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
