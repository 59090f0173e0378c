"""The result of a check: the findings, and what was proved."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.analyse.gate import unasked_flags
from generator.analyse.gated_self_care import gated_self_care
from generator.analyse.survey import Survey
from generator.analyse.translations import progress_by_language
from generator.core.finding import Finding


@dataclass(frozen=True, slots=True)
class Summary:
    """How much was checked, and what was proved about it.

    Attributes:
        trees, questions, outcomes: how many there are.
        paths: how many, over all trees.
        exhaustive: whether `paths` is exact and every tree is complete.
        self_care: how many outcomes send nobody to a professional.
        held_back: how many of these are reached only after certain red flags were answered with no.
        unasked: how many red flags no guide asks about in its gate, so that only warnings show them.
        cases: how many cases were walked to their expected ending.
        translations: for each language, the number of complete, stale and missing texts.
        rules_at: the URL of the site, from its settings, if it publishes pages of the rules; "" otherwise.
    """

    trees: int
    questions: int
    outcomes: int
    paths: int
    exhaustive: bool
    self_care: int
    held_back: int
    unasked: int
    cases: int
    translations: Mapping[str, tuple[int, int, int]]
    rules_at: str


@dataclass(frozen=True, slots=True)
class Report:
    """The result of running every rule over a project.

    Attributes:
        survey: the library as far as it could be read, with its graph and proofs.
        findings: sorted by file, line and column.
    """

    survey: Survey
    findings: tuple[Finding, ...]

    @property
    def summary(self) -> Summary:
        """How much was checked, and what was proved about it."""
        library, proof = self.survey.library, self.survey.proof
        called_for = gated_self_care(library)
        return Summary(
            trees=len(library.trees),
            questions=sum(len(tree.questions) for tree in library.trees.values()),
            outcomes=len(library.outcomes),
            paths=sum(proof.paths.values()),
            exhaustive=proof.exhaustive,
            self_care=len(called_for),
            held_back=sum(map(bool, called_for.values())),
            unasked=len(unasked_flags(library)),
            cases=len(self.survey.walks),
            translations={
                language: (len(one.complete), len(one.stale), len(one.missing))
                for language, one in progress_by_language(library).items()
            },
            rules_at=library.site.address if library.site.rule_pages else "",
        )

    @property
    def ok(self) -> bool:
        """Whether there is no error; warnings do not count."""
        return all(finding.severity != "error" for finding in self.findings)
