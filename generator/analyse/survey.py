"""The input of the rules: the library, and everything derived from it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.analyse.addresses import Addresses, addresses
from generator.analyse.cases import Uncovered, Walk, uncovered, walks
from generator.analyse.destinations import Origin, present_origins
from generator.analyse.graph import Graph, draw
from generator.analyse.links import DeadLink, dead_links
from generator.analyse.malformed_links import library_malformed_links
from generator.analyse.proof import Proof, prove
from generator.analyse.references import Reference, references
from generator.core.kinds.tree import Question
from generator.core.library import Library, all_texts_for_readers, strings
from generator.core.malformed_links import MalformedLink
from generator.core.source import Location, Spot, Step


@dataclass(frozen=True)
class Survey:
    """A library with everything derived from it, computed lazily and once, so that rules need not walk the trees.

    Attributes:
        graph: the order, reachability and loops of its trees.
    """

    library: Library
    graph: Graph

    @cached_property
    def proof(self) -> Proof:
        """What holds on every path through its trees."""
        return prove(self.library, self.graph)

    @cached_property
    def strings(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """Every string within each entry, by (kind, id), ids included."""
        return {(kind, id): strings(entry) for kind, id, entry in self.library.each()}

    @cached_property
    def texts(self) -> Mapping[tuple[str, str], tuple[tuple[tuple[Step, ...], str], ...]]:
        """Every text for readers within each entry, by (kind, id), with its path of keys and indexes."""
        return {(kind, id): all_texts_for_readers(entry) for kind, id, entry in self.library.each()}

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """All references."""
        return tuple(references(self.library))

    @cached_property
    def references_to(self) -> Mapping[str, tuple[Reference, ...]]:
        """All references, by the kind of the entry referred to."""
        found: dict[str, list[Reference]] = {}
        for reference in self.references:
            found.setdefault(reference.kind, []).append(reference)
        return {kind: tuple(each) for kind, each in found.items()}

    @cached_property
    def walks(self) -> tuple[Walk, ...]:
        """The walks of all cases; empty if the trees cannot be walked."""
        return tuple(walks(self.library)) if self.library.cases and can_be_walked(self) else ()

    @cached_property
    def uncovered(self) -> Uncovered:
        """What no case covers; only valid if the trees can be walked."""
        return uncovered(self.library, self.walks)

    @cached_property
    def addresses(self) -> Addresses:
        """The addresses of the site."""
        return addresses(self.library)

    @cached_property
    def origins(self) -> tuple[Origin, ...]:
        """The origin of each file of the site, without redirects from former addresses."""
        return present_origins(self.library)

    @cached_property
    def dead_links(self) -> tuple[DeadLink, ...]:
        """Links and images, other than by kind and id, that lead nowhere."""
        return tuple(dead_links(self.library, self.addresses, self.origins))

    @cached_property
    def malformed_links(self) -> tuple[tuple[Location | Spot, MalformedLink], ...]:
        """The malformed citations and links in texts and on pages, with their positions."""
        return tuple(library_malformed_links(self.library))

    def questions(self) -> Iterator[tuple[str, str, Question]]:
        """Every question as (tree id, question id, question)."""
        for tree_id, tree in self.library.trees.items():
            for id, question in tree.questions.items():
                yield tree_id, id, question


def survey(library: Library) -> Survey:
    """Compute the graph of a library; everything else is computed on demand."""
    return Survey(library, draw(library))


def can_be_walked(survey: Survey) -> bool:
    """Whether every choice that a reader can reach has a known target, and there are no loops.

    Other faults do not prevent a comparison of two versions.
    """
    library, graph = survey.library, survey.graph
    kinds = {"tree": library.trees, "outcome": library.outcomes}
    read = {**kinds, "red-flag": library.red_flags, "care-level": library.care_levels}
    # An entry that could not be read must not count as deleted.
    if any(library.known[kind] != frozenset(entries) for kind, entries in read.items()):
        return False
    if graph.loops or not library.trees:
        return False
    for id, shape in graph.shapes.items():
        questions = library.trees[id].questions
        if shape.loops or not shape.order:
            return False
        for question in shape.order:
            choices = questions[question].choices.values()
            targets = [target for choice in choices if (target := choice.target) is not None]
            if not targets or len(targets) < len(choices):
                return False
            if any(to not in {**kinds, "question": questions}[kind] for kind, to in targets):
                return False
    return True
