"""What a reader answers is kept in the tab, is sent nowhere, and is not needed to go on."""

import pytest
from reader import Reader
from real_project import handed_over, within_one_guide
from test_the_address_says_where_the_reader_is import walk
from under_policy import settled

pytestmark = pytest.mark.browser

FORBIDDEN = """Object.defineProperty(window, "sessionStorage", {
  get() { throw new DOMException("The operation is insecure.", "SecurityError"); },
});"""
FULL = """Storage.prototype.setItem = () => { throw new DOMException("Full", "QuotaExceededError"); };"""


def test_nothing_is_asked_for_while_answering(reader: Reader):
    journey = within_one_guide()
    first = reader.open(journey.tree)
    settled(reader.page)
    asked: list[str] = []
    # A browser may look at the page's icon again with each new address; that says nothing of the answers.
    reader.page.on("request", lambda request: None if "favicon" in request.url else asked.append(request.url))
    for _, choice in journey.steps:
        first = reader.choose(choice)
    assert first.step == journey.ending.outcome
    assert asked == []


def test_addresses_and_requests_carry_no_answer(reader: Reader):
    journey = handed_over()
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(f"{request.url} {request.post_data or ''}"))
    places = []
    reader.page.on("framenavigated", lambda frame: places.append(frame.url))
    walk(reader, journey)
    assert asked
    assert not [url for url in [*asked, *places] if "?" in url]
    referred = [word for _, choice in journey.steps for word in asked if f"={choice}" in word]
    assert referred == []


def test_no_cookie_and_no_lasting_storage(reader: Reader):
    reader.open(handed_over().tree)
    kept = "JSON.stringify(Object.entries(localStorage).sort())"
    before = reader.page.evaluate(kept)
    walk(reader, handed_over())
    assert reader.page.evaluate(kept) == before
    assert "signpost" not in before
    assert reader.page.evaluate("document.cookie") == ""
    assert reader.page.context.cookies() == []
    assert reader.page.evaluate("indexedDB.databases().then((all) => all.length)") == 0


@pytest.mark.parametrize("broken", [FORBIDDEN, FULL], ids=["forbidden", "full"])
def test_without_storage_a_guide_works_to_its_end(new_context, address: str, broken: str):
    context = new_context()
    context.add_init_script(broken)
    reader = Reader(context.new_page(), address)
    seen = walk(reader, within_one_guide())
    assert seen[-1].step == within_one_guide().ending.outcome
    assert [len(one.answers) for one in seen] == list(range(len(seen)))
    assert {one.notice for one in seen} == {""}
    assert reader.back(to=seen[-2]).answers == seen[-2].answers


@pytest.mark.parametrize("broken", [FORBIDDEN, FULL], ids=["forbidden", "full"])
def test_without_storage_answers_come_along_to_the_next_guide(new_context, address: str, broken: str):
    context = new_context()
    context.add_init_script(broken)
    reader = Reader(context.new_page(), address)
    journey = handed_over()
    seen = walk(reader, journey)[-1]
    assert (seen.step, seen.notice, len(seen.answers)) == (journey.ending.outcome, "", len(journey.steps))
    # They are the tab's: a new one begins anew.
    assert Reader(context.new_page(), address).open(journey.trees[1]).answers == ()
