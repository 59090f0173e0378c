"""All addresses of the site: its pages and anchors, and where former addresses lead now.

An address is a path from the root of the site, as links show it, such as "guides/sit-bone/#when-it-hurts"; "./" is the
home page. The pages are generated from these addresses, and the rules on permalinks compare the ledger with them on
every save, so nothing here renders anything.
"""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.analyse.gate import card_outcomes, gate, outcome_id, question_id
from generator.core.kinds import WITH_ANCHORS, WITH_PAGES
from generator.core.kinds.kind import Entry
from generator.core.kinds.outcome import Outcome
from generator.core.library import Library, aliases_of

HOME, RULES, TESTED = "index.md", "contribute/rules.md", "about/tested/index.md"
GUIDES, OUTCOMES, SOURCES = WITH_PAGES["tree"].index, WITH_PAGES["outcome"].index, WITH_ANCHORS["source"].page
_INDEX_FILES = ("index.md", "README.md")


@dataclass(frozen=True, slots=True)
class Anchors:
    """The anchors of a guide: each question and each outcome in the order shown, with its former ids.

    Attributes:
        questions: the red-flag questions first, then the tree's own.
        results: the outcomes that the tree leads to, then those that it led to according to the ledger.
    """

    questions: Mapping[str, tuple[str, ...]]
    results: Mapping[str, tuple[str, ...]]

    def ids(self) -> Iterable[str]:
        """Every anchor, former ids included."""
        for steps in (self.questions, self.results):
            for id, former in steps.items():
                yield id
                yield from former


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of a library.

    Attributes:
        pages: the Markdown file of each page, by address; a path from the root of the site.
        guides: the anchors of each tree's page.
        redirects: former addresses of pages, with the present ones.
        living: pages and anchors of what exists now; the ledger must promise these.
        kept: former addresses that still lead to the same thing.
        moved: former addresses of pages, and so of all their anchors, for which the site file names another page.
    """

    pages: Mapping[str, str]
    guides: Mapping[str, Anchors]
    redirects: Mapping[str, str]
    living: frozenset[str]
    kept: frozenset[str]
    moved: frozenset[str]

    def lead_on(self, address: str) -> bool:
        """Whether a link to this address still works."""
        return address in self.living or address in self.kept or page_of(address) in self.moved


def uri(kind: str, id: str) -> str:
    """The Markdown file of an entry's own page, from the root of the site.

    A tree has two more pages: its picture, as the kind "whole", and that of its cases, as the kind "tested".
    The page of a care level is its card, which exists if a red flag names the level.
    """
    if kind == "care-level":
        kind, id = "outcome", outcome_id(id)
    if kind == "whole":
        # In a folder of its own: only on an index page do all builders resolve the raw links in the picture alike.
        return f"{WITH_PAGES['tree'].folder}/{id}/whole/index.md"
    if kind == "tested":
        return f"{posixpath.dirname(TESTED)}/{id}.md"
    return f"{WITH_PAGES[kind].folder}/{id}.md"


def rule_uri(code: str) -> str:
    """The Markdown file of a rule's page; not promised, since it belongs to this Signpost and not to the library."""
    return f"{RULES.removesuffix('.md')}/{code.lower()}.md"


def page_address(uri: str) -> str:
    """The address of a page, as a folder, as browsers show it."""
    folder, name = posixpath.split(uri)
    path = folder if name in _INDEX_FILES else uri.removesuffix(".md")
    return f"{path or '.'}/"


def page_of(address: str) -> str:
    """An address without its anchor."""
    return address.partition("#")[0]


def addresses(library: Library) -> Addresses:
    """Compute all addresses of a library, even one with faults."""
    outcomes = {**library.outcomes, **card_outcomes(library)}
    pages = {page_address(uri): uri for uri in _page_uris(library, outcomes)}
    redirects = _redirects(library, outcomes, pages)
    living, kept = set(pages), set(redirects)
    guides = {}
    guide_of = _GuidePages(library, outcomes)
    for id, tree in library.trees.items():
        page = page_address(uri("tree", id))
        guides[id], led_to = guide_of.anchors(id)
        present = dict.fromkeys((*guides[id].questions, *led_to))
        living.update([f"{page}#{anchor}" for anchor in present])
        kept.update([f"{page}#{anchor}" for anchor in guides[id].ids() if anchor not in present])
        for alias in tree.aliases:
            page = page_address(uri("tree", alias))
            kept.update([f"{page}#{anchor}" for anchor in guides[id].ids()])
    for kind, anchors in WITH_ANCHORS.items():
        page = page_address(anchors.page)
        for id, entry in library.entries[kind].items():
            living.add(f"{page}#{id}")
            kept.update(f"{page}#{alias}" for alias in aliases_of(entry))
    moved = frozenset(_moved(library)) & frozenset(redirects)
    return Addresses(pages, guides, redirects, frozenset(living), frozenset(kept - living), moved)


def entries_with_pages(library: Library, outcomes: Mapping[str, Outcome]) -> dict[str, Mapping[str, Entry]]:
    """The entries of each kind with pages.

    Args:
        library: what an author wrote.
        outcomes: those of the library, and the generated cards of care levels.
    """
    return {kind: library.entries[kind] for kind in WITH_PAGES} | {"outcome": outcomes}


def _page_uris(library: Library, outcomes: Mapping[str, Outcome]) -> Iterable[str]:
    yield from (HOME, RULES) if library.site.rule_pages else (HOME,)
    for kind, pages in WITH_PAGES.items():
        if library.entries[kind] or not pages.unless_empty:
            yield pages.index
    yield from (anchors.page for kind, anchors in WITH_ANCHORS.items() if library.entries[kind])
    for kind, entries in entries_with_pages(library, outcomes).items():
        yield from (uri(kind, id) for id in entries)
    yield from (uri("whole", id) for id in library.trees)
    if library.cases:
        yield TESTED
        yield from (uri("tested", tree) for tree in tested_trees(library))
    yield from library.pages


def tested_trees(library: Library) -> list[str]:
    """The trees that have a page of cases; none if an author's own page replaces them all."""
    walked = {case.guide for case in library.cases.values()}
    return [] if TESTED in library.pages else [tree for tree in library.trees if tree in walked]


def _redirects(library: Library, outcomes: Mapping[str, Outcome], pages: Mapping[str, str]) -> dict[str, str]:
    tested = {tree: library.trees[tree] for tree in tested_trees(library)}
    entries = {**entries_with_pages(library, outcomes), "whole": library.trees, "tested": tested}
    found = {
        page_address(uri(kind, alias)): page_address(uri(kind, id))
        for kind, ids in entries.items()
        for id, entry in ids.items()
        for alias in aliases_of(entry)
    }
    found = {old: new for old, new in found.items() if old not in pages}
    for old, new in _moved(library).items():
        if old not in pages and new in pages:
            found.setdefault(old, new)
    return found


def _moved(library: Library) -> dict[str, str]:
    """The moved addresses in the site file; a guide's picture and the page of its cases move with the guide."""
    moved = library.site.moved
    guides, tested = page_address(GUIDES), page_address(TESTED)
    of_guides = {old: new for old, new in moved.items() if old.startswith(guides) and old != guides}
    pictures = {f"{old}whole/": new for old, new in of_guides.items()}
    cases = {f"{tested}{old.removeprefix(guides)}": new for old, new in of_guides.items()}
    published = {old: new for old, new in cases.items() if old in library.permalinks}
    return pictures | published | moved


class _GuidePages:
    """The anchors on the page of each tree, for one library."""

    def __init__(self, library: Library, outcomes: Mapping[str, Outcome]) -> None:
        self.library = library
        self.outcomes = outcomes
        self.names = self._names_of_outcomes()
        levels = library.care_levels.items()
        self.warnings = {question_id(name) for id, level in levels for name in (id, *level.aliases)}
        self.published: dict[str, list[str]] = {}  # the anchors in the ledger, by page
        for address in library.permalinks:
            page, _, anchor = address.partition("#")
            if anchor:
                self.published.setdefault(page, []).append(anchor)

    def _names_of_outcomes(self) -> dict[str, str]:
        """Each outcome by its id, its aliases and the pages that have moved to it."""
        pages = {page_address(uri("outcome", id)): id for id in self.outcomes}
        start = page_address(OUTCOMES)
        moved = self.library.site.moved.items()
        names = {old[len(start) : -1]: pages[new] for old, new in moved if old.startswith(start) and new in pages}
        return names | {alias: id for id, outcome in self.outcomes.items() for alias in (*outcome.aliases, id)}

    def anchors(self, id: str) -> tuple[Anchors, list[str]]:
        """The anchors of a tree's page, and the outcomes among them that its choices lead to."""
        tree = self.library.trees[id]
        asked = gate(self.library, id)
        levels = {question.id: question.level for question in asked}
        # The start question comes first, wherever it is in the file: readers without JavaScript begin there.
        own = [question for question in dict.fromkeys([tree.start, *tree.questions]) if question in tree.questions]
        questions: dict[str, list[str]] = {question: [] for question in (*levels, *own)}
        ends: dict[str, None] = {}
        for warning in asked:
            ends.update(dict.fromkeys(warning.endings(self.library).values()))
        for question in own:
            choices = tree.questions[question].choices.values()
            ends.update(dict.fromkeys(choice.outcome for choice in choices if choice.outcome is not None))
        led_to = [outcome for outcome in ends if outcome in self.outcomes and outcome not in questions]
        results: dict[str, list[str]] = {outcome: [] for outcome in led_to}
        taken = {*questions, *results}

        def lend(former: Iterable[str], to: list[str]) -> None:
            # An anchor can occur once on a page; conflicts are reported by another rule.
            for name in former:
                if name not in taken:
                    taken.add(name)
                    to.append(name)

        for question, level in levels.items():
            lend(map(question_id, self.library.care_levels[level].aliases), questions[question])
        for question in own:
            lend(tree.questions[question].aliases, questions[question])
        for outcome in led_to:
            lend(self.outcomes[outcome].aliases, results[outcome])

        # A published link must keep working if the tree now leads elsewhere: the outcome is still shown to anybody who
        # asks for it, and a link to red flags that are no longer asked leads to the first question.
        for name in (id, *tree.aliases):
            for anchor in self.published.get(page_address(uri("tree", name)), ()):
                meant = self.names.get(anchor)
                if anchor in taken:
                    continue
                if meant is not None and (meant in results or meant not in taken):
                    taken.add(meant)
                    lend((*self.outcomes[meant].aliases, anchor), results.setdefault(meant, []))
                elif anchor in self.warnings and questions:
                    lend([anchor], next(iter(questions.values())))
        return Anchors(_fixed(questions), _fixed(results)), led_to


def _fixed(former: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {id: tuple(names) for id, names in former.items()}
