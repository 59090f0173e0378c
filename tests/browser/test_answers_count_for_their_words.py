"""What a reader remembers or a link carries counts only for the very words that it was said to.

A site is published anew while a reader is on the way, or after a link was given away.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pytest
from playwright.sync_api import BrowserContext, expect
from quick_site import TOP, Host, Version, reader_of
from reader import Reader, Seen
from two_guides import FIRST, Project, add_flag, changed, files, set_to, without

pytestmark = pytest.mark.browser

SIGNS, CHANGED, LED, NONE = "warning signs has changed", "has changed at this question", "now lead here", ""
LINKED = "came with a link"
WALKED = ("no", "no", "walking", "front")
HANDED = ("no", "no", "walking", "back", "no", "slowly")
WHEN, WHERE = "trees/knee/questions/when", "trees/knee/questions/where"


@dataclass(frozen=True)
class Case:
    """A change of the site, and what a reader sees who had answered to the end before it."""

    edits: tuple[Callable[[Project], object], ...]
    step: str
    answers: int
    notice: str
    tree: str = "knee"

    def version(self) -> Version:
        version = built(json.dumps(changed(*self.edits)))
        assert not version.faults, version.faults
        return version


@cache
def built(project: str) -> Version:
    return Version(files(json.loads(project)))


def first() -> Version:
    return built(json.dumps(FIRST))


def inserted(project: Project) -> None:
    questions = project["trees"]["knee"]["questions"]
    questions["when"]["choices"]["walking"]["question"] = "long"
    choices = {"days": {"text": "Days", "question": "where"}, "years": {"text": "Years", "outcome": "see-someone"}}
    questions["long"] = {"ask": "For how long?", "choices": choices}


def renamed(project: Project) -> None:
    questions = project["trees"]["knee"]["questions"]
    questions["whereabouts"] = questions.pop("where") | {"aliases": ["where"]}
    for choice in ("walking", "other"):
        questions["when"]["choices"][choice]["question"] = "whereabouts"


def left_out(project: Project) -> None:
    questions = project["trees"]["knee"]["questions"]
    del questions["where"]
    questions["when"]["choices"]["walking"] = {"text": "When I walk", "outcome": "take-it-easy"}
    questions["when"]["choices"]["other"] = {"text": "None of these", "outcome": "take-it-easy"}


NEW_TEXT = "Your knee is hot, red and swollen"
WITHIN = {
    "a new sign": Case((add_flag("locked", "It is locked", "soon", "knee"),), "red-flags-soon", 1, SIGNS),
    "a new urgent sign": Case((add_flag("open", "It is open", "emergency", "knee"),), "red-flags-emergency", 0, SIGNS),
    "a sign's words": Case((set_to("flags/swelling/text", NEW_TEXT),), "red-flags-soon", 1, SIGNS),
    "one letter of a sign": Case((set_to("flags/numb/text", "Your leg is numb."),), "red-flags-emergency", 0, SIGNS),
    "a sign under another id": Case(
        (add_flag("hot", "Your knee is hot and swollen", "soon", "knee"), without("flags/swelling")),
        "red-flags-soon",
        1,
        SIGNS,
    ),
    "a sign of another level": Case((set_to("flags/swelling/care", "emergency"),), "red-flags-emergency", 0, SIGNS),
    "a sign that is gone": Case((without("flags/swelling"),), "take-it-easy", 3, NONE),
    "the words of the choice": Case((set_to(f"{WHEN}/choices/walking/text", "On walking"),), "when", 2, CHANGED),
    "the words of the choice beside it": Case((set_to(f"{WHEN}/choices/night/text", "In bed"),), "when", 2, CHANGED),
    "a choice more": Case(
        (set_to(f"{WHEN}/choices/sitting", {"text": "When I sit", "outcome": "see-someone"}),), "when", 2, CHANGED
    ),
    "a choice less": Case((without(f"{WHEN}/choices/walking"),), "when", 2, CHANGED),
    "the words of the question": Case((set_to(f"{WHERE}/ask", "Where is the pain?"),), "where", 3, CHANGED),
    "a question between": Case((inserted,), "long", 3, CHANGED),
    "another way": Case(
        (
            set_to(f"{WHERE}/choices/front/outcome", "see-someone"),
            set_to(f"{WHEN}/choices/other", {"text": "None of these", "outcome": "take-it-easy"}),
        ),
        "see-someone",
        4,
        LED,
    ),
    "another id of a question": Case((renamed,), "take-it-easy", 4, NONE),
    "a question less": Case((left_out,), "take-it-easy", 3, NONE),
    "the words of a result": Case((set_to("outcomes/take-it-easy/summary", "Rest."),), "take-it-easy", 4, NONE),
    "another guide": Case((set_to("trees/calf/questions/how/ask", "How was it?"),), "take-it-easy", 4, NONE),
    "a sign of another guide": Case((set_to("flags/clot/text", "One calf is fat"),), "take-it-easy", 4, NONE),
}
ACROSS = {
    "a new sign of the first guide": Case(
        (add_flag("locked", "It is locked", "soon", "knee"),), "red-flags-soon", 1, SIGNS
    ),
    "a new sign of the second guide": Case(
        (add_flag("cold", "It is cold", "soon", "calf"),), "red-flags-soon", 4, SIGNS, "calf"
    ),
    "the words of a sign of both": Case((set_to("flags/numb/text", "Numb"),), "red-flags-emergency", 0, SIGNS),
    "the words of a sign of the second guide": Case(
        (set_to("flags/clot/text", "One calf is fat"),), "red-flags-soon", 4, SIGNS, "calf"
    ),
    "a choice in the first guide": Case((set_to(f"{WHEN}/choices/walking/text", "On walking"),), "when", 2, CHANGED),
    "the handover's words": Case((set_to(f"{WHERE}/choices/back/text", "Behind"),), "where", 3, CHANGED),
    "the first guide hands over no more": Case(
        (set_to(f"{WHERE}/choices/back", {"text": "Behind, towards the calf", "outcome": "see-someone"}),),
        "see-someone",
        4,
        LED,
    ),
    "a question of the second guide": Case(
        (set_to("trees/calf/questions/how/ask", "How was it?"),), "how", 5, CHANGED, "calf"
    ),
    "the words of a result": Case((set_to("outcomes/rest-calf/summary", "Rest."),), "rest-calf", 6, NONE, "calf"),
}


def cases(table: dict[str, Case]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", table.values(), ids=table.keys())


def answer_all(reader: Reader, choices: tuple[str, ...] = WALKED) -> Seen:
    """Answer from the first guide's first question on; "back" leads into the second guide."""
    seen = reader.open("knee")
    for choice in choices:
        seen = reader.choose(choice, "calf" if choice == "back" else None)
    return seen


def at(reader: Reader, tree: str, step: str) -> Seen:
    """Look, once a guide shows a step: the script may first have to ask at the guide before."""
    reader.page.wait_for_url(f"**/guides/{tree}.html#{step}")
    return reader.arrived()


def link_of(reader: Reader) -> str:
    reader.page.get_by_role("button", name="Copy link").click()
    expect(reader.page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
    return reader.page.evaluate("navigator.clipboard.readText()")


@pytest.fixture
def context(new_context) -> BrowserContext:
    return new_context(permissions=["clipboard-read", "clipboard-write"])


@pytest.fixture
def host(context: BrowserContext) -> Host:
    return Host(context, first())


def check_seen(seen: Seen, case: Case, notice: str) -> None:
    assert (seen.tree, seen.step, len(seen.answers)) == (case.tree, case.step, case.answers)
    assert notice in seen.notice
    assert notice or not seen.notice


@cases(WITHIN | {f"{name}, across": case for name, case in ACROSS.items()})
def test_who_reloads_a_site_that_has_changed_and_who_opens_a_link_made_before(host: Host, context, case: Case):
    reader = reader_of(context)
    answer_all(reader, HANDED if case in ACROSS.values() else WALKED)
    link = link_of(reader)
    host.publish(case.version())
    reader.page.reload()
    check_seen(at(reader, case.tree, case.step), case, case.notice)
    # And it stays so.
    reader.page.reload()
    assert (reader.arrived().step, len(reader.look().answers)) == (case.step, case.answers)

    other = reader_of(context)
    other.page.goto(link)
    # Who opens a link stood nowhere before, so nothing can be said of another place.
    check_seen(at(other, case.tree, case.step), case, LINKED if case.notice in (NONE, LED) else case.notice)


@cases({name: case for name, case in WITHIN.items() if case.answers < 3})
def test_a_reader_in_the_middle_of_a_site_that_has_changed(host: Host, context, case: Case):
    reader = reader_of(context)
    assert answer_all(reader, WALKED[:3]).step == "where"
    host.publish(case.version())
    reader.page.reload()
    check_seen(at(reader, case.tree, case.step), case, case.notice)


def test_a_new_sign_is_asked_of_who_stood_at_the_second_question(host: Host, context):
    """To the end: the sign is there to be read, and its yes leads to help."""
    reader = reader_of(context)
    answer_all(reader, WALKED[:3])
    host.publish(WITHIN["a new sign"].version())
    reader.page.reload()
    seen = at(reader, "knee", "red-flags-soon")
    assert seen.flags == ("swelling", "locked")
    assert reader.choose("locked").step == "care-soon"
    reader.back(to=seen)
    for choice in WALKED[1:]:
        seen = reader.choose(choice)
        assert seen.notice == ""
    assert seen.step == "take-it-easy"


def test_a_reader_at_a_question_that_is_gone(host: Host, context):
    reader = reader_of(context)
    answer_all(reader, WALKED[:3])
    host.publish(WITHIN["a question less"].version())
    reader.page.reload()
    seen = at(reader, "knee", "take-it-easy")
    assert (len(seen.answers), LED in seen.notice) == (3, True)


def test_a_reader_just_handed_over_when_a_sign_of_both_guides_changes(host: Host, context):
    """In the second guide it was not asked, as the first had asked it in its old words."""
    reader = reader_of(context)
    seen = answer_all(reader, HANDED[:4])
    assert (seen.tree, seen.flags) == ("calf", ("clot",))
    host.publish(ACROSS["the words of a sign of both"].version())
    reader.page.reload()
    seen = at(reader, "knee", "red-flags-emergency")
    assert (seen.answers, SIGNS in seen.notice) == ((), True)


@pytest.mark.parametrize("name", ["a new sign of the first guide", "the words of a sign of both"])
def test_a_guide_still_open_when_the_site_changes_hands_over_nobody_unasked(host: Host, context, name: str):
    reader = reader_of(context)
    answer_all(reader, HANDED[:3])
    case = ACROSS[name]
    host.publish(case.version())
    reader.leave("[...document.querySelectorAll('[data-choice=back]')][0].click()")
    check_seen(at(reader, case.tree, case.step), case, case.notice)


def test_an_old_copy_of_the_first_guide_does_not_send_to_and_fro(host: Host, context):
    """A browser, or a host between, may give the first guide as it was. Then the second counts nothing of it."""
    reader = reader_of(context)
    answer_all(reader, HANDED)
    host.publish(changed_both())
    host.stale.add("guides/knee.html")
    reader.page.reload()
    seen = at(reader, "calf", "red-flags-emergency")
    assert (seen.answers, SIGNS in seen.notice) == ((), True)
    assert seen.flags == ("numb",)
    assert host.asked.count("guides/calf.html") == 3
    for choice in ("no", "no", "slowly"):
        seen = reader.choose(choice)
    assert (seen.step, len(seen.answers), seen.notice) == ("rest-calf", 3, "")


def changed_both() -> Version:
    return built(json.dumps(changed(*ACROSS["a new sign of the first guide"].edits)))


def test_who_came_midway_is_still_told_so(host: Host, context):
    reader = reader_of(context)
    reader.open("knee", "#where")
    reader.choose("front")
    host.publish(WITHIN["the words of the question"].version())
    reader.page.reload()
    seen = at(reader, "knee", "take-it-easy")
    assert (seen.answers, "not answered the questions before" in seen.notice) == ((), True)


def test_what_a_build_before_seals_had_stored_counts_for_nothing(host: Host, context):
    reader = reader_of(context)
    reader.open("knee")
    asked = {"tree": "knee", "page": "/guides/knee.html", "ask": "?", "text": "No"}
    journey = [
        {**asked, "question": "red-flags-emergency", "choice": "no", "to": "red-flags-soon", "cleared": ["numb"]},
        {**asked, "question": "red-flags-soon", "choice": "no", "to": "when", "cleared": ["swelling"]},
    ]
    reader.page.evaluate("(old) => sessionStorage.setItem('signpost-journey', JSON.stringify(old))", journey)
    reader.page.evaluate("location.hash = 'when'")
    seen = at(reader, "knee", "red-flags-emergency")
    assert (seen.answers, SIGNS in seen.notice) == ((), True)


def test_two_versions_in_two_folders_of_one_origin(context):
    """They share what the tab remembers: a preview of a proposal, and the site itself."""
    both = Version(files(changed(*WITHIN["a new sign"].edits)), "preview/")
    both.served |= first().served
    Host(context, both)
    reader = reader_of(context)
    answer_all(reader, WALKED[:3])
    reader.page.goto(f"{TOP}preview/guides/knee.html#where")
    seen = at(reader, "knee", "red-flags-soon")
    assert (len(seen.answers), seen.flags, SIGNS in seen.notice) == (1, ("swelling", "locked"), True)
    # Links to earlier questions stay in the folder.
    assert reader.page.locator(".sp-trail a").evaluate_all("(all) => all.map((one) => one.pathname)") == [
        "/preview/guides/knee.html"
    ]


def test_a_result_page_folds_its_signs_only_for_who_said_no_to_these(host: Host, context):
    reader = reader_of(context)
    answer_all(reader)
    reader.page.goto(f"{TOP}outcomes/take-it-easy.html")
    numb, swelling = (reader.page.locator("details.sp-first", has_text=sign) for sign in ("numb", "swollen"))
    for signs in (numb, swelling):
        expect(signs).to_have_js_property("open", False)
    host.publish(WITHIN["a sign's words"].version())
    reader.page.reload()
    expect(swelling).to_have_js_property("open", True)
    expect(numb).to_have_js_property("open", False)


def test_links_made_before_seals_stop_at_the_warning_signs(host: Host, context):
    """Given away years ago: their seals had 32 bits, over ids alone."""
    reader = reader_of(context)
    for old in ("no.1tm2yt8", "no", "no.0000000"):
        reader.away()
        reader.page.goto(f"{TOP}guides/knee.html#take-it-easy?red-flags-emergency={old}&when=walking&where=front")
        seen = at(reader, "knee", "red-flags-emergency")
        assert seen.answers == ()
        assert "does not say which words" in seen.notice
        assert reader.choose("no").notice == ""


def test_a_heading_of_signs_that_were_all_answered_before_is_not_shown(context):
    """Nor is one that has other words now the same heading: what stood below it is asked again."""

    def headed(heading: str) -> Version:
        hot = {"text": "It is hot", "care": "soon", "places": ["knee", "calf"], "sources": ["a-study"]}
        both = (set_to("flags/hot", {**hot, "group": heading}), set_to("flags/clot/group", "Veins"))
        return built(json.dumps(changed(*both)))

    host = Host(context, headed("Heat"))
    reader = reader_of(context)
    seen = answer_all(reader, HANDED[:4])
    headings = reader.page.locator(".sp-step:not([hidden]) .sp-group:visible")
    assert (seen.tree, seen.flags) == ("calf", ("clot",))
    expect(headings).to_have_text(["Veins"])
    host.publish(headed("At night"))
    reader.page.reload()
    seen = at(reader, "knee", "red-flags-soon")
    assert (seen.flags, SIGNS in seen.notice) == (("swelling", "hot"), True)
    expect(headings).to_have_text(["At night"])
