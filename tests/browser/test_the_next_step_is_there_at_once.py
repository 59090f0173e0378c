"""An answer shows the step that it names before the browser tells of the new address, and once only."""

import time

import pytest
from playwright.sync_api import Page
from reader import Reader
from real_project import within_one_guide
from test_the_address_says_where_the_reader_is import other_answer, walk
from under_policy import until

pytestmark = pytest.mark.browser


def test_the_step_that_an_answer_names_is_there_in_the_task_of_the_click(reader: Reader):
    journey = within_one_guide()
    names = [*(standing.question for standing, _ in journey.steps[1:]), journey.ending.outcome]
    seen = [reader.open(journey.tree)]
    for (_, choice), name in zip(journey.steps, names, strict=True):
        places = reader.page.evaluate("history.length")
        watched = reader.choose_watched(choice)
        there = watched.at_once
        assert (there.step, there.hash, there.focus, there.notice) == (name, name, name, "")
        assert there.title.startswith(there.heading)
        assert len(there.answers) == len(seen)
        # When all hear of the address, nothing is left to do, but to draw the square code of a result for paper.
        assert watched.later == there
        drawn = int(name == journey.ending.outcome)
        assert (watched.focused, watched.touched, watched.scrolled) == ((name,), drawn, 0)
        assert reader.page.evaluate("history.length") == places + 1
        seen.append(there)
    for before in reversed(seen[:-1]):
        assert reader.back(to=before).without_focus() == before.without_focus()


def test_the_browsers_list_of_places_names_each_step_by_its_own_title(reader: Reader):
    seen = walk(reader, within_one_guide())
    history = reader.page.context.new_cdp_session(reader.page).send("Page.getNavigationHistory")
    assert [entry["title"] for entry in history["entries"]][-len(seen) :] == [one.title for one in seen]


def test_two_answers_before_the_browser_tells_of_the_first(reader: Reader):
    journey = within_one_guide()
    seen = walk(reader, journey, 3)
    again = Reader(reader.page.context.new_page(), reader.address)
    again.open(journey.tree)
    there = again.choose_in_one_breath(*(choice for _, choice in journey.steps[:3]))
    assert there == seen[-1]
    for before in reversed(seen[:-1]):
        assert again.back(to=before).without_focus() == before.without_focus()


def test_back_before_the_browser_tells_of_the_answer(reader: Reader):
    journey = within_one_guide()
    before = walk(reader, journey, 2)[-1]
    reader.page.evaluate(
        """([choice, id]) => new Promise((resolve, reject) => {
          setTimeout(() => reject(new Error("Back went nowhere")), 60000);
          addEventListener("hashchange", () => location.hash === `#${id}` && resolve());
          [...document.querySelectorAll(`[data-choice="${choice}"]`)].find((link) => link.checkVisibility()).click();
          history.back();
        })""",
        [journey.steps[2][1], before.step],
    )
    assert reader.look().without_focus() == before.without_focus()
    # The answer is kept for Forward, and another may be given.
    other, to = other_answer(*journey.steps[2])
    assert reader.choose(other).step == to


def test_a_link_with_answers_to_the_step_just_shown_is_looked_at(reader: Reader):
    journey = within_one_guide()
    here = walk(reader, journey, 2)[-1]
    reader.page.evaluate(
        """(hash) => new Promise((resolve) => {
          addEventListener("hashchange", () => resolve(), { once: true });
          location.hash = hash;
        })""",
        f"{here.step}?{journey.steps[0][0].question}=no-such-answer",
    )
    seen = reader.look()
    assert (seen.step, seen.answers) == (journey.steps[0][0].question, ())
    assert "has changed" in seen.notice


def test_an_answer_with_a_real_key_and_a_real_tap(new_context, address: str):
    page = new_context(has_touch=True).new_page()
    reader = Reader(page, address)
    journey = within_one_guide()
    reader.open(journey.tree)
    for number, (_, choice) in enumerate(journey.steps):
        link = page.locator(f"a.sp-choice[data-choice='{choice}']:visible")
        link.press("Enter") if number % 2 else link.tap()
        name = journey.steps[number + 1][0].question if number + 1 < len(journey.steps) else journey.ending.outcome
        page.wait_for_url(f"**#{name}")
        there = reader.look()
        assert (there.step, there.focus, len(there.answers)) == (name, name, number + 1)


def test_a_double_click_answers_one_question(reader: Reader):
    """Its second click lands on the question that has just appeared, which nobody has read by then."""
    seen = walk(reader, within_one_guide(), 1)[0]
    page = Reader(reader.page.context.new_page(), reader.address)
    page.open(within_one_guide().tree)
    page.page.locator("a.sp-choice[data-choice=no]:visible").dblclick()
    until(page.page, "() => location.hash.length > 1")
    there = page.look()
    assert there.step != seen.step
    assert len(there.answers) == 1
    # Wherever it lands: on each answer of the question that is there now.
    moved = page.page.evaluate(
        """() => [...document.querySelectorAll("a.sp-choice")].filter((link) => link.checkVisibility()).filter(
          (link) => link.dispatchEvent(new MouseEvent("click", { detail: 2, bubbles: true, cancelable: true })))"""
    )
    assert moved == []
    assert page.look() == there
    assert page.choose(there.choices[-1]).answers[:1] == there.answers


def test_a_double_click_that_ends_at_a_result_leaves_it_there(reader: Reader):
    """Its second click may land on a link of the result."""
    start = reader.open(within_one_guide().tree)
    reader.page.evaluate("""() => document.addEventListener("click", ({ detail, defaultPrevented }) => {
      if (detail === 1) for (const link of document.querySelectorAll(".sp-more")) {
        link.style.position = "fixed";
        link.style.inset = "0";
      }
      (window.clicks ??= []).push([detail, defaultPrevented]);
    })""")
    reader.page.locator("a.sp-choice[data-choice=unsure]:visible").dblclick()
    until(reader.page, "() => window.clicks?.length === 2")
    assert reader.page.evaluate("clicks") == [[1, True], [2, True]]
    there = reader.look()
    assert (there.tree, len(there.answers), there.choices) == (start.tree, 1, ())


def double_tap(page: Page, finger: dict[str, float]) -> None:
    """Two taps, a fifth of a second apart by what the browser is told, however long it takes to tell it."""
    touchscreen = page.context.new_cdp_session(page)
    now = time.time()
    for down in (now, now + 0.2):
        for kind, after, points in (("touchStart", 0, [finger]), ("touchEnd", 0.05, [])):
            event = {"type": kind, "touchPoints": points, "timestamp": down + after}
            touchscreen.send("Input.dispatchTouchEvent", event)


def test_a_double_tap_answers_two_questions_and_says_so(new_context, address: str):
    """Some are quick, and some hands tremble: nobody can tell, but the reader can."""
    page = new_context(has_touch=True, is_mobile=True).new_page()
    reader = Reader(page, address)
    reader.open(within_one_guide().tree)
    page.evaluate(
        """() => {
          addEventListener("click", ({ detail }) => (window.taps ??= []).push(detail), true);
          // The question that comes has its last answer where the finger is.
          for (const { style } of document.querySelectorAll("[data-choice=no]")) {
            style.position = "fixed";
            style.inset = "40% 0 auto";
          }
        }"""
    )
    row = page.locator("[data-choice=no]:visible").bounding_box()
    finger = {"x": row["x"] + row["width"] / 2, "y": row["y"] + row["height"] / 2}
    first = reader.look()
    double_tap(page, finger)
    until(page, "() => window.taps?.length === 2")
    assert page.evaluate("taps") == [1, 2]
    there = reader.look()
    assert len(there.answers) == 2
    assert there.notice == "Two taps answered two questions. Go back if you have not read both."
    page.go_back()
    until(page, "(step) => location.hash !== `#${step}`", there.step)
    back = reader.look()
    assert (len(back.answers), back.notice) == (1, "")
    assert back.step != first.step


def test_an_answer_leaves_alone_what_need_not_change(reader: Reader):
    """What a browser would have to style and lay out anew on a slow phone: the theme's rules make that most of it."""
    journey = within_one_guide()
    reader.open(journey.tree)
    reader.page.evaluate(
        """() => {
          window.changed = [];
          const article = document.querySelector("article");
          const told = (changes) => {
            for (const { type, target, removedNodes } of changes) {
              const around = type === "attributes" && target.contains(document.querySelector(".sp-step"));
              if (around) changed.push(`class of ${target.nodeName}`);
              if (type === "childList" && target.closest(".sp-step")) changed.push(`within ${target.nodeName}`);
              for (const gone of removedNodes) if (gone.nodeName === "LI") changed.push("a row that stays");
            }
          };
          const all = { attributeFilter: ["class"], childList: true, subtree: true };
          new MutationObserver(told).observe(document.body, all);
        }"""
    )
    for _, choice in journey.steps:
        reader.choose(choice)
    assert reader.page.evaluate("changed") == []
