"""Back, Forward, reload, bookmarks and links do in a guide what they do anywhere."""

import pytest
from reader import Reader, Seen
from real_project import Journey, handed_over, longest, routes, within_one_guide

from generator.analyse.routes import Ending, Standing

pytestmark = pytest.mark.browser


def walk(reader: Reader, journey: Journey, questions: int | None = None) -> list[Seen]:
    """Answer the first questions of a journey, or all; gives what was seen before each answer and at the end."""
    seen = [reader.open(journey.tree)]
    for standing, choice in journey.steps[:questions]:
        seen.append(reader.choose(choice, handover_of(standing, choice)))
    return seen


def handover_of(standing: Standing, choice: str) -> str | None:
    """The other guide that an answer leads to, if it leads to one."""
    lead = dict(routes().choices(standing))[choice]
    return lead.tree if isinstance(lead, Standing) and lead.tree != standing.tree else None


def other_answer(standing: Standing, choice: str) -> tuple[str, str]:
    """Another choice of the same question that leads elsewhere on the same page, and where to."""
    leads = dict(routes().choices(standing))
    for other, lead in leads.items():
        if lead != leads[choice] and (isinstance(lead, Ending) or lead.tree == standing.tree):
            return other, lead.outcome if isinstance(lead, Ending) else lead.question
    raise AssertionError(f"All choices of {standing.question} lead to one place")


def address_of(reader: Reader, seen: Seen) -> str:
    return f"{reader.address}guides/{seen.tree}/#{seen.step}"


@pytest.mark.parametrize("journey", [within_one_guide, handed_over], indirect=True)
def test_back_and_forward_go_through_the_answers(reader: Reader, journey: Journey):
    seen = walk(reader, journey)
    for before in reversed(seen[:-1]):
        assert reader.back(to=before).without_focus() == before.without_focus()
    assert reader.look().answers == ()
    for after in seen[1:]:
        assert reader.forward(to=after).without_focus() == after.without_focus()


def test_a_handover_answered_again_takes_up_where_it_was(reader: Reader):
    journey = handed_over()
    seen = walk(reader, journey)
    second = journey.trees[1]
    at = next(number for number, (standing, _) in enumerate(journey.steps) if standing.tree == second) - 1
    for before in reversed(seen[at:-1]):
        reader.back(to=before)
    again = reader.choose(journey.steps[at][1], second)
    assert (again.step, again.answers) == (seen[at + 1].step, seen[at + 1].answers)


def test_reload_keeps_the_place_and_the_answers(reader: Reader):
    journey = handed_over()
    reader.open(journey.tree)
    for standing, choice in journey.steps:
        seen = reader.choose(choice, handover_of(standing, choice))
        reader.page.reload()
        assert reader.arrived().without_focus() == seen.without_focus()


def test_reload_at_the_first_question_starts_quietly(reader: Reader):
    start = reader.open(handed_over().tree)
    reader.page.reload()
    assert reader.arrived() == start


def test_a_link_to_a_question_shows_it_and_says_so(reader: Reader):
    steps = within_one_guide().steps
    for standing, _ in (steps[1], steps[len(steps) // 2], steps[-1]):
        seen = reader.open(standing.tree, f"#{standing.question}")
        assert (seen.step, seen.answers, seen.hash) == (standing.question, (), standing.question)
        assert "not answered the questions before" in seen.notice
        reader.away()


def test_the_notice_leads_to_the_first_question(reader: Reader):
    standing, _ = within_one_guide().steps[-1]
    reader.open(standing.tree, f"#{standing.question}")
    first = reader.follow(".sp-notice a")
    assert (first.step, first.notice, first.answers) == (within_one_guide().steps[0][0].question, "", ())


def test_who_came_to_the_middle_is_told_so_up_to_the_result(reader: Reader):
    # The warning signs have not been asked, so no result may look as if they had.
    journey = within_one_guide()
    standing, choice = journey.steps[-1]
    reader.open(standing.tree, f"#{standing.question}")
    result = reader.choose(choice)
    assert result.step == journey.ending.outcome
    assert "not answered the questions before" in result.notice
    reader.page.reload()
    assert reader.arrived().notice == result.notice


def test_a_link_to_a_result_shows_it_and_says_so(reader: Reader):
    journey = within_one_guide()
    seen = reader.open(journey.tree, f"#{journey.ending.outcome}")
    assert (seen.step, seen.answers) == (journey.ending.outcome, ())
    assert seen.card
    assert "not answered the questions before" in seen.notice


def test_a_link_to_the_first_question_is_no_middle(reader: Reader):
    standing, _ = within_one_guide().steps[0]
    seen = reader.open(standing.tree, f"#{standing.question}")
    assert (seen.step, seen.notice) == (standing.question, "")


@pytest.mark.parametrize("fragment", ["#no-such-part", "#%", "#%E0%A4%A", "#?"])
def test_a_link_to_a_part_that_is_gone_begins_with_the_first_question(reader: Reader, fragment: str):
    standing, _ = within_one_guide().steps[0]
    seen = reader.open(standing.tree, fragment)
    assert (seen.step, seen.answers) == (standing.question, ())
    assert "is gone" in seen.notice
    assert reader.choose(within_one_guide().steps[0][1]).notice == ""


def test_a_link_to_another_part_of_the_page_is_left_alone(reader: Reader):
    journey = within_one_guide()
    seen = reader.open(journey.tree, "#about-this-guide")
    assert (seen.step, seen.notice) == (journey.steps[0][0].question, "")
    box = reader.page.locator("#about-this-guide").bounding_box()
    assert 0 < box["y"] < reader.page.viewport_size["height"]
    here = walk(reader, journey, 2)[-1]
    there = reader.at_part("about-this-guide")
    assert (there.step, there.answers, there.notice) == (here.step, here.answers, "")


def test_change_goes_back_to_the_question_and_keeps_the_answers_before_it(reader: Reader):
    journey = within_one_guide()
    seen = walk(reader, journey)
    number = len(journey.steps) - 2
    changed = reader.follow(f".sp-trail li:nth-child({number + 1}) a")
    assert changed.without_focus() == seen[number].without_focus()

    standing, choice = journey.steps[number]
    other, to = other_answer(standing, choice)
    there = reader.choose(other)
    assert there.step == to
    assert len(there.answers) == number + 1
    assert there.answers[:number] == seen[number].answers


def test_the_same_answer_again_keeps_the_later_ones(reader: Reader):
    journey = within_one_guide()
    seen = walk(reader, journey)
    reader.follow(".sp-trail li:nth-child(1) a")
    again = reader.choose(journey.steps[0][1])
    assert (again.step, again.answers) == (seen[1].step, seen[1].answers)
    # The last answer still stands, and with it the way to the result.
    reader.page.goto(address_of(reader, seen[-1]))
    assert reader.arrived().answers == seen[-1].answers


def test_change_leads_back_across_a_handover(reader: Reader):
    journey = handed_over()
    seen = walk(reader, journey)
    reader.page.locator(".sp-trail > summary").click()
    reader.page.locator(".sp-trail li:nth-child(2) a").click()
    reader.page.wait_for_url(f"**/{journey.tree}/#*")
    assert reader.arrived().without_focus() == seen[1].without_focus()


def test_start_again_forgets_everything(reader: Reader):
    journey = within_one_guide()
    first = walk(reader, journey)[0]
    again = reader.follow(".sp-over")
    assert (again.step, again.answers, again.notice) == (first.step, (), "")
    reader.page.reload()
    assert reader.arrived().answers == ()
    assert "[]" in reader.page.evaluate("JSON.stringify(Object.values(sessionStorage))")


def test_start_again_after_a_handover_begins_with_the_first_guide(reader: Reader):
    journey = handed_over()
    first = walk(reader, journey)[0]
    reader.page.locator(".sp-over").click()
    reader.page.wait_for_url(f"**/{journey.tree}/**")
    assert reader.arrived() == first


def test_back_is_offered_above_the_question(reader: Reader):
    seen = walk(reader, within_one_guide(), 2)
    assert reader.follow(".sp-back").without_focus() == seen[1].without_focus()
    assert reader.follow(".sp-back").answers == ()
    assert reader.page.locator(".sp-back:visible").count() == 0


@pytest.mark.parametrize("key", ["Control", "Shift", "Meta", "Alt"])
def test_a_click_with_a_key_held_is_the_browsers(reader: Reader, key: str):
    start = reader.open(within_one_guide().tree)
    # The browser would open a tab, a window or a download; that the script lets it is what counts.
    clicked = """(key) => {
      const link = [...document.querySelectorAll("a.sp-choice")].find((choice) => choice.checkVisibility());
      let prevented;
      const last = (event) => {
        prevented = event.defaultPrevented;
        event.preventDefault();
      };
      addEventListener("click", last, { once: true });
      link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, [`${key}Key`]: true }));
      return prevented;
    }"""
    assert reader.page.evaluate(clicked, {"Control": "ctrl"}.get(key, key.lower())) is False
    assert reader.look() == start
    assert reader.page.evaluate("sessionStorage.getItem('signpost-journey')") == "[]"


def test_a_guide_opened_anew_asks_everything(reader: Reader):
    journey = handed_over()
    walk(reader, journey)
    for tree in journey.trees:
        fresh = reader.open(tree)
        entered = routes().enter(tree)
        assert (fresh.step, fresh.answers, fresh.notice) == (entered.question, (), "")
        assert fresh.flags == entered.gate[0].flags
        for standing, choice in longest(tree).steps:
            if not standing.gate:
                break
            here = reader.look()
            assert here.flags == standing.gate[0].flags
            reader.choose(choice)


def test_a_finished_guide_clears_nothing_for_a_guide_opened_from_the_list(reader: Reader):
    second = handed_over().trees[1]
    walk(reader, handed_over())
    reader.page.goto(f"{reader.address}guides/")
    reader.page.locator(f"article a[href$='{second}/']").first.click()
    reader.page.wait_for_url(f"**/guides/{second}/")
    seen = reader.arrived()
    assert (seen.step, seen.answers, seen.flags) == (
        routes().enter(second).question,
        (),
        routes().enter(second).gate[0].flags,
    )


def test_the_beginning_of_an_earlier_visit_takes_nothing_over_from_a_later_one(reader: Reader):
    second = handed_over().trees[1]
    start = reader.open(second)
    length = reader.page.evaluate("history.length")
    seen = walk(reader, handed_over())
    assert seen[-1].tree == second
    reader.leave(f"history.go({length} - history.length)")
    reader.page.wait_for_url(f"**/{second}/")
    again = reader.arrived()
    assert (again.step, again.flags, again.answers) == (start.step, start.flags, ())
    for standing, choice in longest(second).steps:
        here = reader.look()
        assert (here.step, here.flags) == (standing.question, standing.gate[0].flags if standing.gate else ())
        if handover_of(standing, choice):
            break
        reader.choose(choice)


def test_two_tabs_do_not_mix(reader: Reader, new_context):
    walk(reader, within_one_guide(), 2)
    other = Reader(reader.page.context.new_page(), reader.address)
    assert other.open(within_one_guide().tree).answers == ()
    assert len(reader.look().answers) == 2
