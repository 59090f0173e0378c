"""Every address that the site promises: its pages and anchors, and what former ones lead to now.

An address is a path from the top of the site as a link shows it, such as "guides/sit-bone/#when-it-hurts";
"./" is the first page. The pages are made from this, and the rules on permalinks hold the ledger against it,
on every save: so nothing here renders anything.
"""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model import Library, Outcome
from generator.routing.gate import card_outcomes, gate, outcome_id, question_id

GUIDES, OUTCOMES, QUESTIONS, PLACES, SOURCES, RULES, HOME = (
    "guides/index.md",
    "outcomes/index.md",
    "questions/index.md",
    "places/index.md",
    "sources/index.md",
    "contribute/rules.md",
    "index.md",
)
PAGE_FOLDERS = {"tree": "guides", "outcome": "outcomes", "faq": "questions", "place": "places"}
_INDEXES = ("index.md", "README.md")


@dataclass(frozen=True, slots=True)
class Anchors:
    """The anchors of a guide: each question and each result in the order shown, with the ids that lead there too.

    Attributes:
        questions: those about red flags first, then the tree's own.
        results: those that the tree leads to, then those that it led to when the ledger was written.
    """

    questions: Mapping[str, tuple[str, ...]]
    results: Mapping[str, tuple[str, ...]]

    def ids(self) -> Iterable[str]:
        """Every anchor, former ones included."""
        for steps in (self.questions, self.results):
            for id, former in steps.items():
                yield id
                yield from former


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of a library.

    Attributes:
        pages: each page's address, with its Markdown file as a path from the top of the site.
        guides: the anchors of each tree's page.
        redirects: former addresses of pages, with the present ones.
        living: pages and anchors that are made for what there is now; these are to be promised.
        kept: former ones that still lead to what they led to.
        moved: former addresses of pages, with all their anchors, for which the site file names another page.
    """

    pages: Mapping[str, str]
    guides: Mapping[str, Anchors]
    redirects: Mapping[str, str]
    living: frozenset[str]
    kept: frozenset[str]
    moved: frozenset[str]

    def lead_on(self, address: str) -> bool:
        """Whether somebody who follows a link to this address arrives."""
        return address in self.living or address in self.kept or page_of(address) in self.moved


def uri(kind: str, id: str) -> str:
    """The Markdown file of a thing's own page, as a path from the top of the site."""
    return f"{PAGE_FOLDERS[kind]}/{id}.md"


def page_address(uri: str) -> str:
    """The address of a page: a folder, as browsers show it."""
    folder, name = posixpath.split(uri)
    path = folder if name in _INDEXES else uri.removesuffix(".md")
    return f"{path or '.'}/"


def page_of(address: str) -> str:
    """The page of an address, without its anchor."""
    return address.partition("#")[0]


def addresses(library: Library) -> Addresses:
    """Work out all addresses of a library, be it with faults."""
    outcomes = {**library.outcomes, **card_outcomes(library)}
    pages = {page_address(uri): uri for uri in _page_uris(library, outcomes)}
    published = _published(library)
    guides = {id: _anchors(library, id, outcomes, published) for id in library.trees}
    redirects = _redirects(library, outcomes, pages)
    living = set(pages)
    kept = set(redirects)
    for id, anchors in guides.items():
        page = page_address(uri("tree", id))
        now = {f"{page}#{anchor}" for anchor in (*anchors.questions, *_led_to(library, id, outcomes))}
        living |= now
        kept |= {f"{page}#{anchor}" for anchor in anchors.ids()} - now
        for alias in library.trees[id].aliases:
            kept |= {f"{page_address(uri('tree', alias))}#{anchor}" for anchor in anchors.ids()}
    page = page_address(SOURCES)
    for id, source in library.sources.items():
        living.add(f"{page}#{id}")
        kept |= {f"{page}#{alias}" for alias in source.aliases}
    moved = frozenset(library.site.moved) & frozenset(redirects)
    return Addresses(pages, guides, redirects, frozenset(living), frozenset(kept - living), moved)


def _page_uris(library: Library, outcomes: Mapping[str, Outcome]) -> Iterable[str]:
    yield from (HOME, GUIDES, OUTCOMES, RULES)
    indexes = {QUESTIONS: library.faq, PLACES: library.places, SOURCES: library.sources}
    yield from (index for index, entries in indexes.items() if entries)
    entries = {"tree": library.trees, "outcome": outcomes, "faq": library.faq, "place": library.places}
    yield from (uri(kind, id) for kind, ids in entries.items() for id in ids)
    yield from library.pages


def _published(library: Library) -> Mapping[str, list[str]]:
    """The anchors in the ledger, by page."""
    found: dict[str, list[str]] = {}
    for address in library.permalinks:
        page, _, anchor = address.partition("#")
        if anchor:
            found.setdefault(page, []).append(anchor)
    return found


def _redirects(library: Library, outcomes: Mapping[str, Outcome], pages: Mapping[str, str]) -> dict[str, str]:
    entries = {"tree": library.trees, "outcome": outcomes, "faq": library.faq, "place": library.places}
    found = {
        page_address(uri(kind, alias)): page_address(uri(kind, id))
        for kind, ids in entries.items()
        for id, entry in ids.items()
        for alias in entry.aliases
    }
    found = {old: new for old, new in found.items() if old not in pages}
    for old, new in library.site.moved.items():
        if old not in pages and new in pages:
            found.setdefault(old, new)
    return found


def _led_to(library: Library, tree: str, outcomes: Mapping[str, Outcome]) -> dict[str, None]:
    """The results that a tree's answers lead to, in the order of its page."""
    found = dict.fromkeys(outcome_id(question.level) for question in gate(library, tree))
    questions = library.trees[tree].questions
    for question in _in_order(library, tree):
        leads = (choice.outcome for choice in questions[question].choices.values())
        found |= dict.fromkeys(id for id in leads if id in outcomes)
    return found


def _in_order(library: Library, tree: str) -> list[str]:
    """The tree's own questions, the first one first wherever it is written: readers without a script begin there."""
    questions = library.trees[tree].questions
    return [id for id in dict.fromkeys([library.trees[tree].start, *questions]) if id in questions]


def _anchors(
    library: Library, tree: str, outcomes: Mapping[str, Outcome], published: Mapping[str, list[str]]
) -> Anchors:
    levels = {question.id: question.level for question in gate(library, tree)}
    questions: dict[str, list[str]] = {id: [] for id in (*levels, *_in_order(library, tree))}
    results: dict[str, list[str]] = {id: [] for id in _led_to(library, tree, outcomes) if id not in questions}
    taken = {*questions, *results}

    def lend(former: Iterable[str], to: list[str]) -> None:
        # An anchor can stand once on a page; what clashes is an error of its own.
        for id in former:
            if id not in taken:
                taken.add(id)
                to.append(id)

    for id, former in questions.items():
        level = levels.get(id)
        aliases = library.care_levels[level].aliases if level else library.trees[tree].questions[id].aliases
        lend(map(question_id, aliases) if level else aliases, former)
    for id, former in results.items():
        lend(outcomes[id].aliases, former)

    # A link that was given away must not die because the tree leads elsewhere now: the result is still shown to
    # who asks for it, and who asks for warning signs that are no longer asked about begins at the beginning.
    names = {alias: id for id, outcome in outcomes.items() for alias in (*outcome.aliases, id)}
    warnings = {question_id(id) for level, care in library.care_levels.items() for id in (level, *care.aliases)}
    for name in (tree, *library.trees[tree].aliases):
        for anchor in published.get(page_address(uri("tree", name)), ()):
            if anchor in taken:
                continue
            outcome = names.get(anchor)
            if outcome is not None and outcome not in questions:
                taken.add(outcome)
                lend(outcomes[outcome].aliases, results.setdefault(outcome, []))
            elif anchor in warnings and questions:
                lend([anchor], next(iter(questions.values())))
    return Anchors(
        {id: tuple(former) for id, former in questions.items()}, {id: tuple(former) for id, former in results.items()}
    )
