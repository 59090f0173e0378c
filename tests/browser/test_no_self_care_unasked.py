"""Whatever changes while a reader is on the way: self-care is shown only to who said no to all signs of today.

Random pairs of versions of a site, and readers who wander through the first, and go on in the second.
"""

import copy
import json
from collections.abc import Iterator
from random import Random

import pytest
from deep import examples
from playwright.sync_api import BrowserContext, Page
from quick_site import TOP, Host, Version
from two_guides import FIRST, Project, files

from generator.analyse.gate import NO, gate
from generator.analyse.guide import guide_questions
from generator.analyse.seals import editions
from generator.core.markup import plain

pytestmark = pytest.mark.browser

PAIRS, READERS = examples(20), 4
LEVELS = ("emergency", "soon")
# Whether a step is shown, and nothing is still on its way to another page.
_SETTLED = """(before) => {
  const steps = [...document.querySelectorAll(".sp-running .sp-step")].filter((step) => step.checkVisibility());
  return steps.length === 1 && (before === null || location.href !== before || !window.marked);
}"""
_SEEN = """() => {
  const words = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll(".sp-hidden").forEach((part) => part.remove());
    return copy.textContent.trim();
  };
  const all = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  return {
    tree: document.querySelector("h1.sp-guide").dataset.tree,
    edition: document.querySelector("h1.sp-guide").dataset.edition,
    step: all("h2.sp-question, h2.sp-result")[0].id,
    choices: all("a.sp-choice").map((link) => link.dataset.choice),
    signs: all("[data-flag]").map(words),
    answers: [...document.querySelectorAll(".sp-trail:not([hidden]) li")].map((row) =>
      [".sp-trail__ask", "b"].map((part) => words(row.querySelector(part)))),
    notice: all(".sp-notice").map(words).join(" "),
    card: document.querySelector(".sp-step:not([hidden]) .sp-care")?.className ?? "",
    trees: JSON.parse(sessionStorage.getItem("signpost-journey")).map((answer) => answer.tree),
  };
}"""
_CLICK = """(choice) => {
  window.marked = true;
  const links = [...document.querySelectorAll(`a.sp-choice[data-choice="${CSS.escape(choice)}"]`)];
  const link = links.find((one) => one.checkVisibility());
  setTimeout(() => link.click());
}"""


def edited(project: Project, dice: Random) -> Project:
    """The project after one edit; what it makes may have faults."""
    project = copy.deepcopy(project)
    flags, trees = project["flags"], project["trees"]
    tree = dice.choice(sorted(trees))
    questions = trees[tree]["questions"]
    question = dice.choice(sorted(questions))
    choices = questions[question]["choices"]
    choice = dice.choice(sorted(choices))
    flag = dice.choice(sorted(flags))
    new = f"new-{dice.randrange(1000)}"
    targets = [{"outcome": id} for id in project["outcomes"]] + [{"question": id} for id in questions]
    match dice.randrange(12):
        case 0 | 1:
            places = dice.choice(["everywhere", ["knee"], ["calf"]])
            made = {"text": f"A sign, {new}", "care": dice.choice(LEVELS), "places": places}
            flags[new] = {**made, "sources": ["a-study"]}
        case 2 | 3:
            flags[flag]["text"] += dice.choice([".", " today", f" {new}"])
        case 4:
            del flags[flag]
        case 5:
            flags[flag]["care"] = dice.choice(LEVELS)
        case 6:
            flags[flag]["places"] = dice.choice(["everywhere", ["knee"], ["calf"], ["knee", "calf"]])
        case 7:
            questions[question]["ask"] += f" {new}"
        case 8:
            choices[choice]["text"] += f" {new}"
        case 9:
            choices[new] = {"text": f"Something else, {new}", **dice.choice(targets)}
        case 10:
            choices[choice] = {"text": choices[choice]["text"], **dice.choice(targets)}
        case 11:
            ways = {id: {"text": f"{id}, {new}", **dice.choice(targets)} for id in ("one", "other")}
            questions[new] = {"ask": f"What of {new}?", "choices": ways}
            choices[choice] = {"text": choices[choice]["text"], "question": new}
    return project


def sound(project: Project, edits: int, dice: Random) -> tuple[Project, Version]:
    """The project after some edits, and that as a version without faults."""
    for _ in range(edits):
        while Version(files(tried := edited(project, dice))).faults:
            pass
        project = tried
    return project, Version(files(project))


class Wanderer:
    """A reader who remembers what they said no to."""

    def __init__(self, page: Page, dice: Random):
        self.page = page
        self._dice = dice
        self.said: set[str] = set()

    def settled(self, before: str | None = None) -> dict:
        self.page.wait_for_function(_SETTLED, arg=before)
        return self.page.evaluate(_SEEN)

    def wander(self, most: int) -> dict:
        """Answer up to some questions, and most warning signs with no; gives what is seen then."""
        for _ in range(most):
            seen = self.settled()
            if not seen["choices"]:
                break
            choice = self._dice.choice(seen["choices"])
            if NO in seen["choices"] and self._dice.random() < 0.95:
                choice = NO
            if seen["signs"] and choice == NO:
                self.said.update(seen["signs"])
            before = self.page.url
            self.page.evaluate(_CLICK, choice)
            self.settled(before)
        return self.settled()

    def come_again(self) -> None:
        """Come to what is published now: by reload, from another page by Back, or by a link copied from a result."""
        way = self._dice.choice(["reload", "back", "link", "back and reload"])
        tools = self.page.locator(".sp-tools button").nth(1)
        if way == "link" and tools.is_visible():
            tools.click()
            link = self.page.evaluate("navigator.clipboard.readText()")
            self.page = self.page.context.new_page()
            self.page.goto(link)
        elif way == "back":
            self.page.goto(f"{TOP}robots.txt")
            self.page.go_back()
        else:
            if way == "back and reload" and self.page.locator(".sp-back:visible").count():
                self.page.locator(".sp-back:visible").click()
                self.settled()
            self.page.reload()
        self.settled()


def words(version: Version, trees: list[str]) -> Iterator[list[str]]:
    """Each answer that can be given in some guides, as a reader sees it."""
    for tree in trees:
        for question in guide_questions(version.library, tree):
            for answer in question.answers:
                yield [plain(question.ask), plain(answer.text)]


@pytest.mark.parametrize("seed", range(PAIRS))
def test_self_care_only_after_no_to_every_sign_of_today(new_context, covered, seed: int):
    dice = Random(seed)
    project, before = sound(FIRST, dice.randint(0, 3), dice)
    _, after = sound(project, dice.randint(1, 4), dice)
    context: BrowserContext = new_context(permissions=["clipboard-read", "clipboard-write"])
    for _ in range(READERS):
        context.unroute_all()
        host = Host(context, before)
        reader = Wanderer(context.new_page(), dice)
        reader.page.goto(f"{TOP}guides/knee.html")
        reader.wander(dice.randint(2, 9))
        host.publish(after)
        if dice.random() < 0.85:
            reader.come_again()
        seen = reader.wander(20)
        assert not seen["choices"], seen
        today = after if editions(after.library)[seen["tree"]] == seen["edition"] else before
        trees = sorted({*seen["trees"], seen["tree"]})
        assert "not answered the questions before" not in seen["notice"]
        possible = list(words(today, trees))
        assert [answer for answer in seen["answers"] if answer not in possible] == []
        if "self-care" in seen["card"]:
            signs = {
                plain(today.library.red_flags[flag].text)
                for tree in trees
                for question in gate(today.library, tree)
                for flag in question.flags
            }
            assert signs <= reader.said, json.dumps(seen, indent=1)
            covered("readers sent to self-care after a site had changed")
        reader.page.close()
    covered("pairs of versions of a site")
