"""Where a link to an address ends: the outcome that is shown, and its care level."""

from dataclasses import dataclass

from generator.analyse.addresses import Addresses, page_address, page_of, uri
from generator.analyse.gate import card_outcomes, gate
from generator.core.kinds.outcome import Outcome
from generator.core.library import Library


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a link ends.

    Attributes:
        page: the address of the page.
        tree: the guide of the page; None for other pages.
        outcome: the outcome that is shown, cards included; None if none is.
        care: the care level of the outcome, or of the red-flag question that is shown; None if there is neither.
    """

    page: str
    tree: str | None = None
    outcome: str | None = None
    care: str | None = None


class Landings:
    """Looks up the addresses of one library."""

    def __init__(self, library: Library, addresses: Addresses) -> None:
        self._addresses = addresses
        outcomes = {**library.outcomes, **card_outcomes(library)}
        self._outcomes: dict[str, tuple[str, Outcome]] = {
            page_address(uri("outcome", id)): (id, outcome) for id, outcome in outcomes.items()
        }
        self._cares = {id: outcome.care for id, outcome in outcomes.items()}
        self._trees = {page_address(uri("tree", id)): id for id in library.trees}
        self._gates = {tree: {asked.id: asked.level for asked in gate(library, tree)} for tree in library.trees}
        self._anchors: dict[str, dict[str, Landing]] = {}

    def at(self, address: str) -> Landing | None:
        """Where a link to an address ends; None if it leads nowhere. An unknown anchor is ignored."""
        page = page_of(address)
        if page not in self._addresses.pages:
            if page not in self._addresses.redirects:
                return None
            page = self._addresses.redirects[page]
        if page in self._outcomes:
            id, outcome = self._outcomes[page]
            return Landing(page, None, id, outcome.care)
        tree = self._trees.get(page)
        if tree is None:
            return Landing(page)
        return self._of_guide(page, tree).get(address.partition("#")[2], Landing(page, tree))

    def _of_guide(self, page: str, tree: str) -> dict[str, Landing]:
        if tree not in self._anchors:
            found: dict[str, Landing] = {}
            anchors, levels = self._addresses.guides[tree], self._gates[tree]
            for id, former in anchors.questions.items():
                landing = Landing(page, tree, None, levels.get(id))
                found.update(dict.fromkeys((id, *former), landing))
            for id, former in anchors.results.items():
                landing = Landing(page, tree, id, self._cares.get(id))
                found.update(dict.fromkeys((id, *former), landing))
            self._anchors[tree] = found
        return self._anchors[tree]
