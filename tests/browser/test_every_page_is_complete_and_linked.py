"""Every page says where it comes from and when it was reviewed, and links to what it is about, both ways."""

from collections import Counter
from itertools import pairwise, permutations
from pathlib import Path

import pytest
from deep import DEEP
from html_pages import HtmlPage, dead_links
from lettering import WIDEST, set_in
from playwright.sync_api import Page
from real_project import ROOT, TREES, library, report
from screens import PHONE, SMALL
from shapes import covering, shape

from generator.analyse.gate import card_outcomes, gate, outcome_id
from generator.core.kinds import WITH_PAGES, file_of
from generator.core.kinds.kind import Entry
from generator.core.project import SITE
from generator.render.link import label
from generator.render.prose import plain

pytestmark = pytest.mark.browser

Pages = dict[str, HtmlPage]
FOLDERS = {kind: pages.folder for kind, pages in WITH_PAGES.items()}
LISTS = [f"{folder}/" for folder in FOLDERS.values()]
SOURCES = "sources/"
MOST_LISTED = 12
LONGEST = 40
# What the site is told to say at the foot of each page; a change of wording there is no fault.
ATTRIBUTION = plain(library().site.attribution).split(".")[0]


def path_of(kind: str, id: str) -> str:
    return f"{FOLDERS[kind]}/{id}/"


def entries() -> list[tuple[str, str, Entry]]:
    """Everything that has a page of its own, the cards of the red flags included."""
    cards = [("outcome", id, card) for id, card in card_outcomes(library()).items()]
    return [*((kind, id, entry) for kind in WITH_PAGES for id, entry in library().entries[kind].items()), *cards]


def whole_of(tree: str) -> str:
    """The page that shows all of a guide at a glance."""
    return f"{path_of('tree', tree)}whole/"


def generated() -> list[str]:
    return ["", *LISTS, SOURCES, *(path_of(kind, id) for kind, id, _ in entries()), *map(whole_of, TREES)]


def source_of(kind: str, id: str) -> str:
    made = kind == "outcome" and id not in library().outcomes
    return file_of("red-flag", "") if made else file_of(kind, id)


def test_every_entry_has_its_page_and_nothing_else_has(html_pages: Pages):
    made = {path for path in html_pages if path.startswith((*LISTS, SOURCES))}
    assert made == set(generated()) - {""}


def test_every_page_leads_to_the_file_it_is_made_of(html_pages: Pages):
    wanted = {path_of(kind, id): source_of(kind, id) for kind, id, _ in entries()}
    wanted |= {whole_of(tree): file_of("tree", tree) for tree in TREES}
    wanted |= {SOURCES: file_of("source", ""), "": SITE}
    edited = {path: edit for path, page in html_pages.items() if (edit := _edit_file(page))}
    assert {path: edited.get(path) for path in wanted} == wanted
    assert [file for file in edited.values() if not (ROOT / file).is_file()] == []


def _edit_file(page: HtmlPage) -> str | None:
    """The file of the project that the page's edit link leads to, as its host will see the address."""
    links = [link.href for link in page.links if link.attributes.get("rel") == "edit"]
    assert len(links) <= 1
    return links[0].partition("/edit/main/")[2] if links else None


def test_every_page_describes_itself(html_pages: Pages):
    described: dict[str, str] = {}
    for path in generated():
        meta = html_pages[path].meta
        description = meta["description"]
        assert 20 <= len(description) <= 250, (path, description)
        assert description == meta["og:description"]
        assert meta["og:title"] in html_pages[path].title
        assert meta["og:url"].endswith(f"/{path}")
        assert not set("*`[]\n") & set(description), (path, description)
        assert description not in described, (path, described.get(description))
        described[description] = path


def test_titles_tell_pages_apart(html_pages: Pages):
    titles = [html_pages[path].title for path in generated()]
    assert sorted(set(titles)) == sorted(titles)


def test_every_page_says_whose_claims_it_holds(html_pages: Pages):
    assert ATTRIBUTION
    missing = [path for path in generated() if ATTRIBUTION not in html_pages[path].article]
    assert missing == []
    assert all(html_pages[path].leads_to("about/") for path in generated())


def test_every_page_says_when_it_was_reviewed(html_pages: Pages):
    for kind, id, entry in entries():
        shown = "Last reviewed:" in html_pages[path_of(kind, id)].article
        assert shown == (entry.reviewed is not None), (kind, id)
        if entry.reviewed:
            day = f"Last reviewed: {entry.reviewed.day} {entry.reviewed:%B %Y}."
            assert day in html_pages[path_of(kind, id)].article, (kind, id)


def assert_linked(pages: Pages, one: str, other: str) -> None:
    for here, there in permutations([one, other]):
        assert pages[here].leads_to(there), f"{here} does not link to {there}"


def test_guides_and_their_outcomes_link_to_each_other(html_pages: Pages):
    for id, tree in library().trees.items():
        choices = [choice for question in tree.questions.values() for choice in question.choices.values()]
        ends = {choice.outcome for choice in choices if choice.outcome}
        for outcome in ends | {outcome_id(question.level) for question in gate(library(), id)}:
            assert_linked(html_pages, path_of("tree", id), path_of("outcome", outcome))
        for other in {choice.tree for choice in choices if choice.tree}:
            assert_linked(html_pages, path_of("tree", id), path_of("tree", other))
        assert_linked(html_pages, path_of("tree", id), whole_of(id))


def test_an_outcome_lists_the_answers_that_lead_to_it(html_pages: Pages):
    for tree in library().trees.values():
        for question in tree.questions.values():
            for choice in question.choices.values():
                if choice.outcome:
                    page = html_pages[path_of("outcome", choice.outcome)]
                    assert f"{_words(question.ask)} {_words(choice.text)}" in page.article


def _words(text: str) -> str:
    return " ".join(plain(text).split())


@pytest.mark.parametrize("field", ["places", "trees", "outcomes"])
def test_what_an_entry_names_in_a_list_is_linked_both_ways(html_pages: Pages, field: str):
    kind_named = {"places": "place", "trees": "tree", "outcomes": "outcome"}[field]
    pairs = [
        (path_of(kind, id), path_of(kind_named, named))
        for kind, id, entry in entries()
        for named in getattr(entry, field, ())
    ]
    assert pairs
    for one, other in pairs:
        assert_linked(html_pages, one, other)


def test_red_flags_and_their_places_link_to_each_other(html_pages: Pages):
    for flag in library().red_flags.values():
        for place in flag.places if flag.places != "everywhere" else ():
            assert_linked(html_pages, path_of("outcome", outcome_id(flag.care)), path_of("place", place))


def test_sources_list_the_pages_that_cite_them_and_no_others(html_pages: Pages):
    sources = html_pages[SOURCES]
    listed = {
        (link.under, link.target)
        for link in sources.links
        if link.area == "article" and link.under and link.target is not None and link.target != SOURCES
    }
    citing = {
        (link.fragment, path)
        for path, page in html_pages.items()
        for link in page.links
        if link.area == "article" and link.target == SOURCES and link.fragment and path != SOURCES
    }
    # What only the red flags of a guide rest on is listed with their card, which the guide leads to.
    flagged = {(source, path) for source, path in citing if path.startswith("guides/")} - {
        (source, path_of("tree", id)) for id, tree in library().trees.items() for source in tree.sources
    }
    # What a result shows of its plan rests on sources that are listed with the plan.
    of_plans = {
        (source, path_of("outcome", id))
        for id, outcome in library().outcomes.items()
        for source, path in listed
        if outcome.plan and path == path_of("plan", outcome.plan)
    }
    # Of very many pages only the first are listed, and it is said how many there are besides.
    pages_of = Counter(source for source, _ in citing)
    cut = {source for source, count in Counter(source for source, _ in listed).items() if count == MOST_LISTED}
    cut = {source for source in cut if pages_of[source] > 100}
    assert sources.article.count(" other pages") == len(cut)
    assert listed <= citing
    assert {(source, path) for source, path in citing - listed - flagged - of_plans if source not in cut} == set()
    assert {id for id, _ in citing} == set(library().sources)


def test_every_source_that_an_entry_names_is_cited_on_its_page(html_pages: Pages):
    for kind, id, entry in entries():
        for source in entry.sources:
            assert html_pages[path_of(kind, id)].leads_to(SOURCES, source), (kind, id, source)
    for source, entry in library().sources.items():
        assert label(source, entry) in html_pages[SOURCES].article


def test_lists_name_everything_there_is(html_pages: Pages):
    for kind, id, _ in entries():
        assert html_pages[f"{FOLDERS[kind]}/"].leads_to(path_of(kind, id))
    for tree in TREES:
        assert html_pages[""].leads_to(path_of("tree", tree))
    for entry in library().site.most_asked:
        assert html_pages[""].leads_to(path_of("faq", entry))


def test_the_body_map_and_the_list_beside_it_lead_to_the_same_places(html_pages: Pages):
    spots = {link.target for link in html_pages[""].links if link.attributes.get("class") == "sp-spot"}
    listed = {
        link.target
        for link in html_pages[""].links
        if link.area == "article" and link.attributes.get("class") != "sp-spot"
    }
    assert len(spots) > 5
    assert spots <= listed
    assert {path_of("tree", tree) for tree in library().trees} <= listed


def test_a_result_that_can_wait_shows_its_own_red_flags_first(html_pages: Pages):
    urgency = list(library().care_levels)
    for id, outcome in library().outcomes.items():
        places = frozenset(outcome.places)
        for flag in library().red_flags.values():
            if flag.is_shown_at(places) and urgency.index(flag.care) < urgency.index(outcome.care):
                assert _words(flag.text) in html_pages[path_of("outcome", id)].article, (id, flag.text)


def test_the_menu_is_the_same_on_every_page(html_pages: Pages):
    # However many pages there are: with every page in it, each page would carry them all.
    menu = _menu(html_pages["404.html"])
    assert set(LISTS) <= menu
    assert len(menu) < 30
    for path, page in html_pages.items():
        assert _menu(page) | {path} == menu | {path}


def _menu(page: HtmlPage) -> set[str]:
    return {link.target for link in page.links if link.area == "nav" and link.target is not None}


def test_every_link_inside_the_site_leads_somewhere(site: Path, html_pages: Pages):
    assert list(dead_links(site, html_pages)) == []


def test_no_id_stands_twice_on_a_page(html_pages: Pages):
    for path, page in html_pages.items():
        # Material's own drawings repeat theirs.
        own = [id for id in page.ids if not id.startswith("__")]
        assert sorted(set(own)) == sorted(own), path


def test_the_project_has_no_errors():
    assert report().ok


def test_every_page_fits_the_smallest_screen(new_context, site: Path, address: str, html_pages: Pages):
    # Of all pages those that have together all that any is made of, and those with the longest words. Without scripts,
    # which is quicker, and shows all of a guide at once.
    made_of = {
        path: shape((site / path / "index.html").read_text("utf-8")) for path in html_pages if path[-5:] != ".html"
    }
    by_longest_word = sorted(made_of, key=lambda path: max(map(len, html_pages[path].article.split())), reverse=True)
    page = new_context(viewport=SMALL, java_script_enabled=False).new_page()
    for path in covering(made_of, by_longest_word if DEEP else by_longest_word[:LONGEST]):
        page.goto(address + path)
        set_in(page, WIDEST)
        headed, width = page.evaluate(_HEADED)
        assert headed, path
        assert width <= SMALL["width"], path


_HEADED = """() => {
  const heading = document.querySelector("h1");
  const seen = heading.checkVisibility({ visibilityProperty: true }) && heading.getBoundingClientRect().height > 0;
  return [seen, document.documentElement.scrollWidth];
}"""


@pytest.mark.parametrize("tree", TREES)
def test_every_step_fits_the_screen_and_a_finger(new_context, address: str, tree: str):
    page = new_context().new_page()
    page.goto(f"{address}guides/{tree}/")
    page.wait_for_selector(".sp-running")
    set_in(page, WIDEST)
    for screen in (PHONE, SMALL):
        page.set_viewport_size(screen)
        _fits(page, screen, tree)


def _fits(page: Page, screen: dict[str, int], tree: str) -> None:
    measured = page.evaluate(_MEASURE)
    asked = [*(question.id for question in gate(library(), tree)), *library().trees[tree].questions]
    assert {id for id, _, rows in measured if rows} == set(asked)
    for id, width, rows in measured:
        assert width <= screen["width"], id
        for choice, row in rows:
            assert row["height"] >= 44, (id, choice)
            assert row["width"] >= screen["width"] - 40, (id, choice)
            assert 0 <= row["left"] < row["left"] + row["width"] <= screen["width"], (id, choice)
        for (_, above), (choice, below) in pairwise(rows):
            assert below["top"] >= above["top"] + above["height"] + 4, (id, choice)


# Each step in turn is made the one that is shown, as the guide's script does it.
_MEASURE = """() => {
  const steps = [...document.querySelectorAll(".sp-step")];
  return steps.map((step) => {
    for (const other of steps) other.hidden = other !== step;
    const choices = [...step.querySelectorAll("a.sp-choice")].filter((link) => link.checkVisibility());
    const boxes = choices.map((link) => [link.dataset.choice, link.getBoundingClientRect().toJSON()]);
    return [step.querySelector("h2").id, document.documentElement.scrollWidth, boxes];
  });
}"""
