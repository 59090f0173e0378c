"""A link with answers in it shows the same result to whoever opens it, or stops where the guide has changed."""

import random

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from reader import Reader, Seen
from real_project import TREES, Journey, handed_over, journeys, library, longest, within_one_guide
from test_the_address_says_where_the_reader_is import walk

from generator.analyse.gate import gate
from generator.analyse.guide import guide_questions
from generator.analyse.routes import Standing
from generator.analyse.seals import flag_seal, question_seal

pytestmark = pytest.mark.browser


@pytest.fixture
def context(new_context) -> BrowserContext:
    return new_context(permissions=["clipboard-read", "clipboard-write"])


def link_of(page: Page) -> str:
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
    return page.evaluate("navigator.clipboard.readText()")


def opened(context: BrowserContext, address: str, link: str, step: str) -> tuple[Reader, Seen]:
    """Open a link in a tab of its own; `step` is where it is to end."""
    reader = Reader(context.new_page(), address)
    reader.page.goto(link)
    reader.page.wait_for_url(f"**#{step}")
    return reader, reader.arrived()


@pytest.mark.parametrize("journey", [within_one_guide, handed_over], indirect=True)
def test_it_leads_to_the_same_result_with_the_same_answers(context, address: str, journey: Journey):
    reader = Reader(context.new_page(), address)
    there = walk(reader, journey)[-1]
    other, seen = opened(context, address, link_of(reader.page), journey.ending.outcome)
    assert (seen.step, seen.answers, seen.card) == (there.step, there.answers, there.card)
    assert "came with a link" in seen.notice
    # The address is plain again, and reload keeps everything.
    assert seen.hash == journey.ending.outcome
    other.page.reload()
    assert other.arrived().without_focus() == seen.without_focus()


@pytest.mark.parametrize("tree", TREES)
def test_links_made_for_any_way_lead_to_its_end(page: Page, address: str, tree: str):
    """Written here from the model, not copied from the page: the form of a link is a promise."""
    ways = random.Random(tree).sample(journeys(tree), 2)
    reader = Reader(page, address)
    for journey in ways:
        reader.away()
        page.goto(f"{address}guides/{tree}/{fragment(journey)}")
        page.wait_for_url(f"**/{journey.trees[-1]}/#{journey.ending.outcome}")
        seen = reader.arrived()
        assert seen.step == journey.ending.outcome
        assert len(seen.answers) == len(journey.steps)


def fragment(journey: Journey) -> str:
    pairs = [f"{standing.question}={choice}.{sealed(standing)}" for standing, choice in journey.steps]
    return f"#{journey.steps[0][0].question}?{'&'.join(pairs)}&end"


def sealed(standing: Standing) -> str:
    """What an answer is sealed with: its question and the red flags that are still asked, together, in digits of 36."""
    questions = {question.id: question for question in guide_questions(library(), standing.tree)}
    parts = [question_seal(questions[standing.question])]
    flags = standing.gate[0].flags if standing.gate else ()
    parts += [flag_seal(id, library().red_flags[id]) for id in flags]
    number = 0
    for part in parts:
        number ^= int(part, 16)
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"


def test_seals_keep_links_short():
    """Fourteen letters more for a no to warning signs, eight for any other answer, and four at the end."""
    for journey in (longest(tree) for tree in TREES):
        bare = "&".join(f"{standing.question}={choice}" for standing, choice in journey.steps)
        signs = sum(bool(standing.gate) for standing, _ in journey.steps)
        most = len(bare) + 14 * signs + 8 * (len(journey.steps) - signs) + len("&end")
        assert len(fragment(journey).partition("?")[2]) <= most


def test_an_answer_that_is_no_longer_there_stops_at_its_question(context, address: str):
    journey = within_one_guide()
    reader = Reader(context.new_page(), address)
    walk(reader, journey)
    link = link_of(reader.page)
    standing, choice = journey.steps[-2]
    stale = link.replace(f"{standing.question}={choice}", f"{standing.question}=not-any-more")
    assert stale != link
    _, seen = opened(context, address, stale, standing.question)
    assert seen.step == standing.question
    assert len(seen.answers) == len(journey.steps) - 2
    assert "has changed" in seen.notice


def test_a_question_that_the_link_does_not_answer_is_asked(context, address: str):
    journey = within_one_guide()
    reader = Reader(context.new_page(), address)
    walk(reader, journey)
    link = link_of(reader.page)
    standing, choice = journey.steps[-2]
    _, seen = opened(context, address, link.replace(f"{standing.question}={choice}", ""), standing.question)
    assert (seen.step, "has changed" in seen.notice) == (standing.question, True)


def test_other_red_flags_are_asked_again(context, address: str):
    """A no that was said to some warning signs is no answer to others."""
    journey = within_one_guide()
    first = gate(library(), journey.tree)[0].id
    reader = Reader(context.new_page(), address)
    walk(reader, journey)
    link = link_of(reader.page)
    sealed = next(pair for pair in link.partition("?")[2].split("&") if pair.startswith(f"{first}="))
    for forged in (f"{first}=no", f"{first}=no.0000000"):
        _, seen = opened(context, address, link.replace(sealed, forged), first)
        assert (seen.step, seen.answers) == (first, ())
        assert "has changed" in seen.notice


def test_answers_in_another_order_are_found_by_their_question(context, address: str):
    journey = within_one_guide()
    reader = Reader(context.new_page(), address)
    there = walk(reader, journey)[-1]
    place, _, pairs = link_of(reader.page).partition("?")
    turned = "&".join(reversed(pairs.split("&")))
    _, seen = opened(context, address, f"{place}?{turned}&unknown=1", journey.ending.outcome)
    assert seen.answers == there.answers


def test_a_question_mark_of_somebody_elses_is_not_taken_for_answers(reader: Reader):
    standing, _ = within_one_guide().steps[-1]
    seen = reader.open(standing.tree, f"#{standing.question}?utm_source=forum")
    assert (seen.step, seen.answers) == (standing.question, ())
    assert "not answered the questions before" in seen.notice


@pytest.mark.parametrize(
    "broken", ["?red-flags-emergency", "?red-flags-emergency=", "?=&&=", "?red-flags-emergency=no.%"]
)
def test_half_a_link_is_no_answer(reader: Reader, broken: str):
    tree = within_one_guide().tree
    seen = reader.open(tree, f"#{gate(library(), tree)[0].id}{broken}")
    assert (seen.step, seen.answers) == (gate(library(), tree)[0].id, ())


def test_who_answers_the_same_again_has_answered_themselves(context, address: str):
    journey = within_one_guide()
    reader = Reader(context.new_page(), address)
    walk(reader, journey)
    other, _ = opened(context, address, link_of(reader.page), journey.ending.outcome)
    seen = other.follow(".sp-notice a")
    assert (seen.answers, seen.notice) == ((), "")
    for _, choice in journey.steps:
        seen = other.choose(choice)
        assert seen.notice == ""
    assert seen.step == journey.ending.outcome


def test_who_came_midway_copies_a_link_without_answers(context, address: str):
    journey = within_one_guide()
    last, choice = journey.steps[-1]
    reader = Reader(context.new_page(), address)
    reader.open(journey.tree, f"#{last.question}")
    reader.choose(choice)
    assert link_of(reader.page) == f"{address}guides/{journey.tree}/#{journey.ending.outcome}"


def test_an_answer_changed_after_a_link_leads_on_from_there(context, address: str):
    journey = within_one_guide()
    reader = Reader(context.new_page(), address)
    walk(reader, journey)
    other, seen = opened(context, address, link_of(reader.page), journey.ending.outcome)
    back = other.follow(".sp-trail li:last-child a")
    assert back.step == journey.steps[-1][0].question
    assert back.answers == seen.answers[:-1]


def test_two_tabs_do_not_know_of_each_other(context, address: str):
    one, two = Reader(context.new_page(), address), Reader(context.new_page(), address)
    first = walk(one, within_one_guide())[-1]
    start = two.open(within_one_guide().tree)
    assert start.answers == ()
    assert one.look() == first


def test_back_after_leaving_the_site_finds_the_place_and_the_answers(reader: Reader):
    seen = walk(reader, handed_over())[-1]
    reader.page.goto("about:blank")
    reader.page.go_back()
    assert reader.arrived().without_focus() == seen.without_focus()


@pytest.mark.parametrize("seal", ["", ".1abcdefgh"])
def test_a_yes_from_before_signs_were_answers_of_their_own_stops_at_the_signs(context, address: str, seal: str):
    asked = gate(library(), TREES[0])[0]
    reader = Reader(context.new_page(), address)
    seen = reader.open(TREES[0], f"#{asked.card}?{asked.id}=yes{seal}&end")
    assert (seen.step, seen.answers) == (asked.id, ())
    assert "has changed since" in seen.notice
