"""Stage 4: give every entry its page and anchor, and collect what refers to it. It cannot fail after a passed check."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from generator.analyse.addresses import Addresses, uri
from generator.analyse.cases import Walk
from generator.analyse.gate import card_outcomes, gate, outcome_id
from generator.analyse.graph import Answer, way_to, ways
from generator.analyse.survey import Survey
from generator.core.blocks import one_line, visible_text
from generator.core.kinds import KINDS, WITH_ANCHORS, WITH_PAGES, linked_kind
from generator.core.kinds.kind import Entry
from generator.core.kinds.outcome import Outcome
from generator.core.kinds.source import BibliographicSource, issued
from generator.core.library import Library, title_of
from generator.core.markup import literal, plain, web_address
from generator.core.page_text import page_title
from generator.core.page_words import ENGLISH, PageWords
from generator.core.wording import plain_text
from generator.render.acts import with_acts


@dataclass(frozen=True, slots=True)
class Way:
    """A shortest sequence of answers in one tree that reaches an outcome through one particular choice."""

    tree: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses, titles and backlinks of a library.

    Attributes:
        outcomes: those of the library and the cards generated for red flags.
        ways_here: for each outcome, the paths that lead to it, in the order of the trees.
        referrers: for each (kind, id), the entries that refer to it, as (kind, id), each once.
        addresses: every page and anchor, including former ones.
        walks: the walks of all cases.
    """

    library: Library
    outcomes: Mapping[str, Outcome]
    ways_here: Mapping[str, tuple[Way, ...]]
    referrers: Mapping[tuple[str, str], tuple[tuple[str, str], ...]]
    addresses: Addresses
    walks: tuple[Walk, ...] = ()

    def address(self, kind: str, id: str) -> str:
        """The page of an entry as a path from the root of the site, with its anchor if it shares a page.

        The kind "whole" is the overview page of a tree.
        """
        if kind == "page":
            return id
        kind = linked_kind(kind)
        if kind in WITH_ANCHORS:
            return f"{WITH_ANCHORS[kind].page}#{id}"
        return uri(kind, id)

    def entries(self, kind: str) -> Mapping[str, Entry]:
        """The entries of a kind; for outcomes, including the cards generated for red flags."""
        return self.outcomes if kind == "outcome" else self.library.entries[kind]

    def title(self, kind: str, id: str) -> str:
        """The link text for an entry: its title as written, in Markdown."""
        if kind == "page":
            return page_title(self.library.pages[id].text, id)
        if kind == "source":
            return literal(label(id, self.library.sources[id], self.library.site.words))
        return title_of(kind, self.entries(kind)[id])

    def related(self, kind: str, id: str, wanted: str) -> list[str]:
        """The ids of a kind that refer to this entry or are in its lists, in the order of their files."""
        named = {id for other, id in self.referrers.get((kind, id), ()) if other == wanted}
        order: Iterable[str] = self.library.pages if wanted == "page" else self.entries(wanted)
        return [id for id in order if id in named]

    def all_related(self, kind: str, id: str) -> dict[str, list[str]]:
        """What is shown as related on an entry's page: for each kind that its own kind declares as related, the ids."""
        return {other: self.related(kind, id, other) for other in WITH_PAGES[kind].related}


def link(survey: Survey) -> Links:
    """Compute the addresses and backlinks of a library without errors."""
    library = with_acts(survey.library)
    outcomes = {**library.outcomes, **card_outcomes(library)}
    return Links(library, outcomes, _ways_here(library), _referrers(survey, outcomes), survey.addresses, survey.walks)


def relative(target: str, page: str) -> str:
    """A link target relative to a page, both as paths from the root of the site."""
    path, _, anchor = target.partition("#")
    path = posixpath.relpath(path, posixpath.dirname(page) or ".") if path != page else ""
    return f"{path}#{anchor}" if anchor else path or posixpath.basename(page)


def label(id: str, source: BibliographicSource, words: PageWords = ENGLISH) -> str:
    """How a source is cited in a text: authors and year, as plain text."""
    who = _who(source, words) or plain(source.publisher or source.title) or id
    when = year(source)
    return f"{who}, {when}" if when else who


def year(source: BibliographicSource) -> str:
    """The year of publication, from any of the forms in which CSL writes a date; "" if there is none."""
    return one_line(visible_text(issued(source)))[:4]


def source_address(source: BibliographicSource) -> str:
    """The URL of a source; "" if it has none."""
    return web_address(f"https://doi.org/{quote(source.DOI, safe='/.:;()-_')}" if source.DOI else source.URL)


def names(source: BibliographicSource) -> list[tuple[str, str]]:
    """The authors as (family or full name, given names), plain text."""
    authors = [source.author] if isinstance(source.author, str) else source.author
    found = []
    for author in authors:
        if isinstance(author, str):
            found.append((one_line(visible_text(author)), ""))
        else:
            family = author.get("family") or author.get("literal") or author.get("name") or ""
            found.append((one_line(visible_text(str(family))), one_line(visible_text(str(author.get("given") or "")))))
    return [name for name in found if name[0]]


def _who(source: BibliographicSource, words: PageWords) -> str:
    families = [family for family, _ in names(source)]
    if len(families) > 1 and families[-1] == "et al.":
        return plain_text(words.more_authors, first=families[0])
    match families:
        case []:
            return ""
        case [one]:
            return one
        case [one, two]:
            return plain_text(words.two_authors, first=one, second=two)
    return plain_text(words.more_authors, first=families[0])


def _ways_here(library: Library) -> dict[str, tuple[Way, ...]]:
    found: dict[str, list[Way]] = {}
    for id, tree in library.trees.items():
        came = ways(tree)
        for question in came:
            for choice_id, choice in tree.questions[question].choices.items():
                if choice.outcome is not None:
                    answers = (*way_to(came, question), (question, choice_id))
                    found.setdefault(choice.outcome, []).append(Way(id, answers))
        for warning in gate(library, id):
            for answer, outcome in warning.endings(library).items():
                found.setdefault(outcome, []).append(Way(id, ((warning.id, answer),)))
    return {outcome: tuple(here) for outcome, here in found.items()}


def _referrers(survey: Survey, outcomes: Mapping[str, Outcome]) -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    found: dict[tuple[str, str], dict[tuple[str, str], None]] = {}
    for reference in survey.references:
        for owner in _shown_on(reference.owner, survey, outcomes):
            found.setdefault((reference.kind, reference.id), {})[owner] = None
            # References in lists work in both directions: an FAQ entry that lists a place is related to the place.
            if reference.by == "list" and reference.kind != "source":
                found.setdefault(owner, {})[reference.kind, reference.id] = None
    return {thing: tuple(owners) for thing, owners in found.items()}


def _shown_on(owner: tuple[str, str], survey: Survey, outcomes: Mapping[str, Outcome]) -> list[tuple[str, str]]:
    """The pages on which an entry's references are shown, as (kind, id): its own page, if it has one."""
    kind, id = owner
    if kind not in ("red-flag", "care-level"):
        return [owner] if kind not in KINDS or KINDS[kind].linkable else []
    # Neither has a page; both are shown, with their sources, on the level's card. A level without red flags has no
    # card.
    level = survey.library.red_flags[id].care if kind == "red-flag" else id
    if outcome_id(level) in outcomes:
        return [("outcome", outcome_id(level))]
    return [("outcome", one) for one, outcome in outcomes.items() if outcome.care == level]
