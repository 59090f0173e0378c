"""Stage 3: run every rule, and give each fault its line and column."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from generator.consequences import news
from generator.finding import Fault, Finding
from generator.helper import Errand
from generator.model import Library
from generator.project import file_of
from generator.reading.load import Loaded
from generator.reading.parse import parse
from generator.reading.reader import Reader, is_much
from generator.reading.yaml_nodes import locate
from generator.registry import RULES
from generator.source import Location, Source, Spot
from generator.survey import Survey, survey
from generator.verdict import Claim


@dataclass(frozen=True, slots=True)
class Report:
    """What a run of the rules has to say.

    Attributes:
        survey: the library as far as it could be read, its graph and what was proved.
        findings: in the order of file, line and column.
        faulty: the files in which there is any fault, those included of which nothing is told because it only
            follows from another.
    """

    survey: Survey
    findings: tuple[Finding, ...]
    faulty: frozenset[str] = frozenset()

    @property
    def claim(self) -> Claim:
        """How much was checked, and what was proved of it."""
        library, proof = self.survey.library, self.survey.proof
        return Claim(
            trees=len(library.trees),
            questions=sum(len(tree.questions) for tree in library.trees.values()),
            outcomes=len(library.outcomes),
            paths=sum(proof.paths.values()),
            exhaustive=proof.exhaustive,
            red_flags=bool(library.red_flags),
            address=library.site.address,
        )

    @property
    def ok(self) -> bool:
        """Whether there is no error; warnings do not count."""
        return all(finding.severity != "error" for finding in self.findings)


def check(loaded: Loaded, reader: Reader | None = None, today: date | None = None) -> Report:
    """Parse what was loaded and run every rule over it.

    Args:
        loaded: the project's sources.
        reader: what turns a file into values, and may know that there is nothing to say about it; one that reads
            every file if left out.
        today: the day to hold review dates against; the present one if left out.
    """
    reader = reader or Reader()
    library, parse_faults = parse(loaded, today, reader)
    surveyed = survey(library)
    unsettled = replace(surveyed, library=_unsettled(library, reader))
    alone = Errand(lambda: _judge(unsettled, alone=True), helped=is_much(reader.left(loaded.sources)))
    found = _judge(surveyed, alone=False) | alone.result()
    faults = [*loaded.faults, *parse_faults, *chain.from_iterable(found[code] for code in RULES if code in found)]
    faulty = frozenset(fault.at.file for fault in faults)
    if faults:
        faults = news(faults, library, {source.path: source for source in loaded.sources})
    return Report(surveyed, tuple(_placed(faults, loaded.sources)), faulty)


def _judge(surveyed: Survey, *, alone: bool) -> dict[str, list[Fault]]:
    """What the rules find that look at one file alone, or those that do not, by code."""
    rules = [rule for rule in RULES.values() if rule.check is not None and rule.alone is alone]
    return {rule.code: list(rule.check(surveyed)) for rule in rules}


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
