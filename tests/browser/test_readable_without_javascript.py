"""Without JavaScript a guide is a document: every question stands in it, and its links lead through it."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag, urlsplit

import pytest
from conftest import watched
from playwright.sync_api import Browser, Page
from real_project import ROOT, TREES, handed_over, library, report

from generator.analyse.gate import NO, UNSURE, GateQuestion, gate
from generator.analyse.routes import Answer
from generator.render.prose import plain

pytestmark = pytest.mark.browser
LEDGER = (ROOT / "permalinks.txt").read_text("utf-8").split()

_READ = """() => {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const words = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll(".headerlink, .sp-number, .sp-hint").forEach((part) => part.remove());
    return copy.textContent.replace(/\\s+/g, " ").trim();
  };
  const steps = [];
  for (const section of document.querySelectorAll("h1.sp-guide ~ .sp-step")) {
    const heading = section.querySelector("h2");
    const flags = [...section.querySelectorAll("[data-flag]")].map((flag) => [flag.dataset.flag, seen(flag)]);
    const links = [...section.querySelectorAll("a.sp-choice")];
    const choices = links.map((link) => [link.dataset.choice, words(link), link.href, seen(link)]);
    const result = heading.matches(".sp-result");
    steps.push({ id: heading.id, result, heading: words(heading), seen: seen(heading), flags, choices });
  }
  return steps;
}"""


_PLACES = """(id) => [`h2[id='${id}']:target`, ".md-header"]
  .map((part) => document.querySelector(part).getBoundingClientRect().toJSON())"""


# The same after going to each of some parts by its address.
_COMES = """(ids) => ids.map((id) => {
  location.hash = id;
  return (PLACES)(id);
})""".replace("PLACES", _PLACES)


@dataclass(frozen=True)
class Question:
    """A question as the page has it; `choices` are (id, text, address)."""

    heading: str
    flags: tuple[str, ...]
    choices: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Guide:
    """A guide's page as it is without a script, in its order; `results` are headings by id."""

    url: str
    questions: dict[str, Question]
    results: dict[str, str]


@pytest.fixture
def page(new_context) -> Page:
    """A page in a browser that runs no script."""
    return new_context(java_script_enabled=False).new_page()


@pytest.fixture(scope="module")
def guides(chromium: Browser, address: str) -> Iterator[dict[str, Guide]]:
    """Every guide, by its id."""
    with watched(chromium) as new_context:
        page = new_context(java_script_enabled=False).new_page()
        yield {tree: _read(page, f"{address}guides/{tree}/") for tree in TREES}


def _read(page: Page, url: str) -> Guide:
    page.goto(url)
    questions, results = {}, {}
    for step in page.evaluate(_READ):
        assert step["seen"], f"{step['id']} cannot be seen"
        if step["result"]:
            results[step["id"]] = step["heading"]
            continue
        assert all(seen for _, seen in step["flags"])
        assert all(seen for *_, seen in step["choices"])
        choices = tuple((id, text, href) for id, text, href, _ in step["choices"])
        questions[step["id"]] = Question(step["heading"], tuple(id for id, _ in step["flags"]), choices)
    return Guide(url, questions, results)


@pytest.mark.parametrize("tree", TREES)
def test_every_question_and_choice_stands_on_the_page_in_order(page: Page, address: str, tree: str):
    guide = _read(page, f"{address}guides/{tree}/")
    model = library().trees[tree]
    first = gate(library(), tree)

    assert list(guide.questions) == list(
        dict.fromkeys([*(question.id for question in first), model.start, *model.questions])
    )
    for number, question in enumerate(first):
        shown = guide.questions[question.id]
        onward = first[number + 1].id if number + 1 < len(first) else model.start
        endings = question.endings(library())
        assert shown.flags == question.flags
        assert [(id, href) for id, _, href in shown.choices] == [
            *((flag, f"{guide.url}#{endings[flag]}") for flag in question.flags),
            (NO, f"{guide.url}#{onward}"),
            (UNSURE, f"{guide.url}#{question.card}"),
        ]
    for id, question in model.questions.items():
        shown = guide.questions[id]
        assert shown.heading == plain(question.ask)
        assert shown.choices == tuple(
            (choice_id, plain(choice.text), _address(address, guide, choice.target))
            for choice_id, choice in question.choices.items()
        )
    ends = {choice.outcome for question in model.questions.values() for choice in question.choices.values()}
    ends |= {outcome for question in first for outcome in question.endings(library()).values()}
    # Those that a link from before names are still there, though no answer leads to them any more.
    published = {line.partition("#")[2] for line in LEDGER if line.startswith(f"guides/{tree}/#")}
    assert ends - {None} <= set(guide.results) <= (ends | published) - {None}
    for id in ends & library().outcomes.keys():
        assert guide.results[id] == plain(library().outcomes[id].title)


def _address(address: str, guide: Guide, target: tuple[str, str]) -> str:
    kind, id = target
    return f"{address}guides/{id}/" if kind == "tree" else f"{guide.url}#{id}"


@pytest.mark.parametrize("tree", TREES)
def test_following_the_links_gives_every_path(guides: dict[str, Guide], tree: str):
    found = list(_follow(guides, guides[tree].url, ()))
    assert found == list(_model_paths(tree, ()))
    assert len(found) >= report().survey.proof.paths[tree]


def _follow(guides: dict[str, Guide], url: str, given: tuple[Answer, ...]) -> Iterator[tuple[tuple[Answer, ...], str]]:
    page, fragment = urldefrag(url)
    guide = guides[urlsplit(page).path.rstrip("/").rpartition("/")[2]]
    assert page == guide.url
    if fragment in guide.results:
        yield given, fragment
        return
    # A link to a guide itself is read from its first question on.
    id = fragment or next(iter(guide.questions))
    for choice, _, href in guide.questions[id].choices:
        yield from _follow(guides, href, (*given, (id, choice)))


def _model_paths(tree: str, given: tuple[Answer, ...]) -> Iterator[tuple[tuple[Answer, ...], str]]:
    """The paths of a reader whom nothing remembers: each guide asks for all of its red flags."""
    yield from _from_gate(tree, gate(library(), tree), given)


def _from_gate(
    tree: str, left: tuple[GateQuestion, ...], given: tuple[Answer, ...]
) -> Iterator[tuple[tuple[Answer, ...], str]]:
    if not left:
        yield from _from_question(tree, library().trees[tree].start, given)
        return
    question, *later = left
    for choice, outcome in question.endings(library()).items():
        if choice == UNSURE:
            yield from _from_gate(tree, tuple(later), (*given, (question.id, NO)))
        yield (*given, (question.id, choice)), outcome


def _from_question(tree: str, id: str, given: tuple[Answer, ...]) -> Iterator[tuple[tuple[Answer, ...], str]]:
    for choice_id, choice in library().trees[tree].questions[id].choices.items():
        answers = (*given, (id, choice_id))
        kind, target = choice.target
        if kind == "outcome":
            yield answers, target
        elif kind == "tree":
            yield from _model_paths(target, answers)
        else:
            yield from _from_question(tree, target, answers)


@pytest.mark.parametrize("tree", TREES)
def test_every_part_of_a_guide_that_is_led_to_comes_into_view(page: Page, address: str, tree: str):
    guide = _read(page, f"{address}guides/{tree}/")
    ids = [*guide.questions, *guide.results]
    for id, (heading, header) in zip(ids, page.evaluate(_COMES, ids), strict=True):
        assert header["bottom"] <= heading["top"] < page.viewport_size["height"] / 2, id


def test_every_link_of_a_guide_brings_its_heading_into_view(page: Page, address: str):
    tree = handed_over().tree
    url = f"{address}guides/{tree}/"
    guide = _read(page, url)
    choices = [(id, choice, href) for id, asked in guide.questions.items() for choice, _, href in asked.choices]
    # Of several choices that lead to one place, one is enough.
    for id, choice, href in {href: (id, choice, href) for id, choice, href in choices}.values():
        page.locator(f"h2[id='{id}'] ~ ul a[data-choice='{choice}']").first.click()
        target, fragment = urldefrag(href)
        page.wait_for_url(href)
        if target != url:
            assert page.locator("h2.sp-question").first.is_visible()
            page.goto(url)
            continue
        heading, header = page.evaluate(_PLACES, fragment)
        assert header["bottom"] <= heading["top"] < page.viewport_size["height"] / 2, (id, choice)


def test_a_result_says_how_urgent_it_is_and_leads_to_its_page(page: Page, address: str):
    page.goto(f"{address}guides/{TREES[0]}/")
    ids = page.eval_on_selector_all("h2.sp-result", "headings => headings.map((heading) => heading.id)")
    for id in ids:
        assert page.locator(f"h2[id='{id}'] ~ .sp-care").first.is_visible()
        more = page.locator(f"h2[id='{id}'] ~ p > a.sp-more").first
        assert more.is_visible()
        assert more.evaluate("(link) => link.href") == f"{address}outcomes/{id}/"
    more.click()
    page.wait_for_url(f"{address}outcomes/{ids[-1]}/")


def test_a_guide_whose_script_never_comes_is_answered_all_the_same(chromium: Browser, address: str):
    # A profile of its own: that a file is missing is the point here, and no fault.
    context = chromium.new_context()
    page = context.new_page()
    page.route("**/guide.mjs", lambda route: route.abort())
    tree = TREES[0]
    page.goto(f"{address}guides/{tree}/")
    for question in gate(library(), tree):
        assert page.locator(".sp-step:visible > h2").get_attribute("id") == question.id
        page.locator(f"a.sp-choice[data-choice='{NO}']:visible").click()
    assert page.locator(".sp-step:visible > h2").get_attribute("id") == library().trees[tree].start
    page.go_back()
    page.locator(f"a.sp-choice[data-choice='{UNSURE}']:visible").click()
    assert page.locator(".sp-step:visible > h2").get_attribute("id") == gate(library(), tree)[-1].card
    page.locator(".sp-about").wait_for(state="visible")
    context.close()
