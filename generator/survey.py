"""What the rules look at: the library, the shape of its trees and what was proved about them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.addresses import Addresses, addresses
from generator.model import Library, Question, strings
from generator.references import Reference, references
from generator.routing.graph import Graph, draw
from generator.routing.proof import Proof, prove


@dataclass(frozen=True, slots=True)
class Survey:
    """A library, surveyed once, so that no rule walks the trees for itself.

    Attributes:
        strings: every string within each entry, by (kind, id), ids included.
    """

    library: Library
    graph: Graph
    proof: Proof
    references: tuple[Reference, ...]
    addresses: Addresses
    strings: Mapping[tuple[str, str], list[str]]

    def questions(self) -> Iterator[tuple[str, str, Question]]:
        """Every question as (tree id, question id, question)."""
        for tree_id, tree in self.library.trees.items():
            for id, question in tree.questions.items():
                yield tree_id, id, question


def survey(library: Library) -> Survey:
    """Draw the graph of a library, prove what holds on it, and collect what refers to what and what is where."""
    graph = draw(library)
    found = {(kind, id): strings(entry) for kind, entries in library.by_kind().items() for id, entry in entries.items()}
    return Survey(library, graph, prove(library, graph), tuple(references(library, found)), addresses(library), found)
