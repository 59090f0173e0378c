"""The search finds guides and results and lands on them; what is urgent comes first."""

import json
from collections.abc import Iterator
from urllib.request import urlopen

import pytest
from conftest import watched
from playwright.sync_api import Browser, Page, expect
from reader import Reader
from real_project import library
from under_policy import settled

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def first_page(chromium: Browser, searchable: str) -> Iterator[Page]:
    """The first page of the site, on which one search after another is made: to load the index takes longest."""
    with watched(chromium) as new_context:
        page = new_context(viewport={"width": 1280, "height": 900}).new_page()
        page.goto(searchable)
        yield page


def found(page: Page, address: str, words: str) -> list[str]:
    """The addresses found for some words, the best first."""
    field = page.get_by_role("textbox", name="Search")
    meta = page.locator(".md-search-result__meta")
    # It searches at each key, so the words are put there at once.
    field.fill("")
    field.press("End")
    expect(meta).not_to_contain_text("matching")
    field.fill(words)
    field.press("End")
    # The number of findings is told when the list is complete.
    expect(meta).to_contain_text("matching")
    hrefs = page.locator(".md-search-result__link").evaluate_all("(all) => all.map((one) => one.href)")
    return [href.replace(address, "") for href in hrefs]


def read(address: str) -> str:
    with urlopen(address) as response:
        return response.read().decode()


def plain(address: str) -> str:
    path, _, anchor = address.partition("#")
    return path.partition("?")[0] + (f"#{anchor}" if anchor else "")


@pytest.mark.parametrize("words", ["numb", "swollen", "cannot pee", "chest pain", "cold foot", "both legs weak"])
def test_a_sign_of_an_emergency_finds_the_emergency_first(first_page: Page, searchable: str, words: str):
    first = found(first_page, searchable, words)[0].partition("/?")[0].partition("/#")[0].strip("/")
    assert first.startswith("outcomes/")
    id = first.split("/")[1]
    assert id == "care-emergency" or library().outcomes[id].care == "emergency"


def test_a_pop_finds_help_today_first(first_page: Page, searchable: str):
    first = found(first_page, searchable, "pop")[0]
    assert first.startswith("outcomes/care-same-day/")


def pages(addresses: list[str]) -> list[str]:
    return list(dict.fromkeys(address.partition("?")[0].partition("#")[0] for address in addresses))


@pytest.mark.parametrize(
    ("words", "guide"),
    [
        ("sit bone", "sit-bone"),
        ("calf pain", "calf"),
        ("achilles", "achilles"),
        ("knee", "knee"),
        ("buttock", "sit-bone"),
    ],
)
def test_the_name_of_a_guide_finds_it_first(first_page: Page, searchable: str, words: str, guide: str):
    assert pages(found(first_page, searchable, words))[0] == f"guides/{guide}/"


def test_its_questions_follow_then_results_of_its_name(first_page: Page, searchable: str):
    kinds = [page.split("/")[0] for page in pages(found(first_page, searchable, "sit bone"))[:6]]
    assert kinds == ["guides", "questions", "questions", "outcomes", "outcomes", "plans"]


@pytest.mark.parametrize("words", ["sit bone", "hot swollen calf", "both legs weak", "stiff in the morning"])
def test_every_word_counts(first_page: Page, searchable: str, words: str):
    index = json.loads(read(f"{searchable}search/search_index.json"))
    texts: dict[str, str] = {}
    for one in index["docs"]:
        page = one["location"].partition("#")[0]
        texts[page] = f"{texts.get(page, '')} {one['title']} {one['text']}".lower()
    hits = pages(found(first_page, searchable, words))
    assert hits
    for page in hits:
        assert all(word in texts[page] for word in words.split() if word not in ("in", "the")), page


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        # Words of a question and of an answer in the middle of it.
        ("popped", "guides/sudden-pain/"),
        ("piriformis", "outcomes/deep-gluteal-pain/"),
        ("snapping", "guides/snapping-hamstring/"),
        ("calf pain", "guides/calf/"),
        ("sciatica", "outcomes/referred-from-back/"),
    ],
)
def test_results_and_guides_are_found(first_page: Page, searchable: str, words: str, wanted: str):
    assert wanted in [plain(address) for address in found(first_page, searchable, words)]


def test_who_comes_to_a_guide_from_the_search_begins_it(page: Page, first_page: Page, searchable: str):
    links = found(first_page, searchable, "popped")
    guides = [link for link in links if link.startswith("guides/")]
    assert guides
    assert all("#" not in link for link in guides)
    page.goto(searchable + next(link for link in guides if plain(link) == "guides/sudden-pain/"))
    seen = Reader(page, searchable).arrived()
    assert (seen.notice, seen.answers) == ("", ())
    assert seen.flags


def test_who_does_not_search_does_not_load_what_is_searched(page: Page, searchable: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{searchable}guides/calf/")
    settled(page)
    assert not [url for url in asked if "search" in url]
    with page.expect_response("**/search_index.json"), page.expect_response("**/workers/search.*.js"):
        page.get_by_role("button", name="Search", exact=True).click()


def test_a_search_in_the_address_is_made(page: Page, searchable: str):
    page.goto(f"{searchable}?q=numb")
    page.locator(".md-search-result__item").first.wait_for()
