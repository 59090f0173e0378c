"""The search finds questions and results and lands on them; what is urgent comes first."""

import pytest
from playwright.sync_api import Page
from reader import Reader
from real_project import library

pytestmark = pytest.mark.browser


def found(page: Page, address: str, words: str) -> list[str]:
    """The addresses found for some words, the best first."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address)
    page.get_by_role("textbox", name="Search").press_sequentially(words)
    # The number of findings is told when the list is complete.
    page.locator(".md-search-result__meta").filter(has_text="matching").wait_for()
    links = page.locator(".md-search-result__link")
    return [link.evaluate("(one) => one.href").replace(address, "") for link in links.all()]


def plain(address: str) -> str:
    path, _, anchor = address.partition("#")
    return path.partition("?")[0] + (f"#{anchor}" if anchor else "")


@pytest.mark.parametrize("words", ["numb", "swollen", "cannot pee", "chest pain", "cold foot", "both legs weak"])
def test_a_sign_of_an_emergency_finds_the_emergency_first(page: Page, searchable: str, words: str):
    first = found(page, searchable, words)[0].partition("/?")[0].partition("/#")[0].strip("/")
    assert first.startswith("outcomes/")
    id = first.split("/")[1]
    assert id == "care-emergency" or library().outcomes[id].care == "emergency"


def test_a_pop_finds_help_today_first(page: Page, searchable: str):
    first = found(page, searchable, "pop")[0]
    assert first.startswith("outcomes/care-same-day/")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("felt a pop", "guides/sudden-pain/#felt-a-pop"),
        ("piriformis", "outcomes/deep-gluteal-pain/"),
        ("snapping", "guides/snapping-hamstring/"),
        ("calf pain", "guides/calf/"),
        ("sciatica", "outcomes/referred-from-back/"),
    ],
)
def test_questions_results_and_guides_are_found(page: Page, searchable: str, words: str, wanted: str):
    assert wanted in [plain(address) for address in found(page, searchable, words)]


def test_who_comes_to_a_question_from_the_search_stands_at_it_and_is_told_so(page: Page, searchable: str):
    links = found(page, searchable, "felt a pop")
    link = next(link for link in links if plain(link) == "guides/sudden-pain/#felt-a-pop")
    page.goto(searchable + link)
    seen = Reader(page, searchable).arrived()
    assert seen.step == "felt-a-pop"
    assert "middle of this guide" in seen.notice


def test_who_does_not_search_does_not_load_what_is_searched(page: Page, searchable: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{searchable}guides/calf/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "search_index" in url]
    with page.expect_response("**/search_index.json"):
        page.get_by_role("button", name="Search", exact=True).click()


def test_a_search_in_the_address_is_made(page: Page, searchable: str):
    page.goto(f"{searchable}?q=numb")
    page.locator(".md-search-result__item").first.wait_for()
