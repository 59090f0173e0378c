"""Somebody at the site in any engine, by WebDriver: real clicks and real keys."""

import time
from collections.abc import Callable
from typing import TypeVar

from reader import EXPLORE, LOOK, RUNNING, Explored, Plan, Seen, explored, seen
from selenium.common.exceptions import JavascriptException, StaleElementReferenceException
from selenium.webdriver import ActionChains
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement

# Only a fault takes so long, however busy the machine is.
_PATIENCE = 60
WEBKIT = "MiniBrowser"
Found = TypeVar("Found")
# Each call of a driver takes tens of milliseconds, so what belongs together is one.
_FIRST_VISIBLE = """
  return [...document.querySelectorAll(arguments[0])].find((one) => one.checkVisibility({ visibilityProperty: true }));
"""
# Not by the driver: WebKit's does not scroll to all that it is to click, Firefox's not to what is in a drawing.
_SCROLLED_TO = """
  const found = [...document.querySelectorAll(arguments[0])]
    .find((one) => one.checkVisibility({ visibilityProperty: true }));
  if (found) scrollBy(0, found.getBoundingClientRect().top - innerHeight / 2);
  return found;
"""
_LOOK_IF_THERE = f"return document.querySelector(arguments[0]) && ({LOOK})()"
# A walk within a page, by answers that a pointer would hit: each is scrolled to, and nothing may lie above its middle.
_EXPLORE = f"""
  const [plan, done] = arguments;
  const hit = (choice) => {{
    const rows = [...document.querySelectorAll(`a.sp-choice[data-choice="${{CSS.escape(choice)}}"]`)];
    const row = rows.find((one) => one.checkVisibility({{ visibilityProperty: true }}));
    scrollBy(0, row.getBoundingClientRect().top - innerHeight / 2);
    const {{ left, top, width, height }} = row.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    if (!row.contains(there)) throw new Error(`${{choice}} lies under ${{there?.outerHTML ?? "nothing"}}`);
  }};
  ({EXPLORE})(plan, hit).then((found) => done({{ found }}), (error) => done({{ error: String(error) }}));
"""
_FOCUS_IN_VIEW = """
  const { top, bottom } = document.activeElement.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight + 1;
"""


class Visitor:
    """Drives one browser."""

    def __init__(self, driver: WebDriver, address: str):
        self.driver = driver
        self.address = address

    def new(self) -> "Visitor":
        """Forget all that the browser keeps for the site."""
        self.driver.get(f"{self.address}robots.txt")
        self.run("sessionStorage.clear(); localStorage.clear(); window.name = ''")
        return self

    def run(self, script: str, *given: object) -> object:
        """What a script returns."""
        return self.driver.execute_script(script, *given)

    def until(self, condition: Callable[[], Found]) -> Found:
        """Wait until there is something; gives it."""
        end = time.monotonic() + _PATIENCE
        while True:
            try:
                if found := condition():
                    return found
            except (JavascriptException, StaleElementReferenceException):
                # Between two pages.
                pass
            if time.monotonic() > end:
                raise AssertionError(f"It never happened: {self.driver.current_url}")
            time.sleep(0.02)

    def open(self, path: str) -> None:
        """Come to a page from another, as by a link."""
        self.driver.get(f"{self.address}robots.txt")
        self.driver.get(f"{self.address}{path}")

    def arrived(self, tree: str = "") -> Seen:
        """Look, once the guide's script has begun; `tree` is the guide that is waited for."""
        return seen(self.until(lambda: self.run(_LOOK_IF_THERE, _running(tree))))

    def look(self) -> Seen:
        """What is on the screen now."""
        return seen(self.run(f"return ({LOOK})()"))

    def at(self, step: str, tree: str = "") -> Seen:
        """Look, once a question or result is there."""
        return self.until(lambda: (now := self._now(tree)) and now.steps == (step,) and now)

    def explore(self, plan: Plan) -> Explored:
        """Click the choices of a plan where a pointer would, all within this page, and come back to where it began."""
        told = self.driver.execute_async_script(_EXPLORE, plan)
        assert "found" in told, told
        return explored(told["found"])

    def _now(self, tree: str) -> Seen | None:
        raw = self.run(_LOOK_IF_THERE, _running(tree))
        return seen(raw) if raw else None

    def visible(self, selector: str) -> WebElement:
        """The first element that is there to be seen."""
        return self.until(lambda: self.run(_FIRST_VISIBLE, selector))

    def choose(self, choice: str) -> None:
        """Click an answer of the visible question."""
        answer = self.until(lambda: self.run(_SCROLLED_TO, f"a.sp-choice[data-choice='{choice}']"))
        if self.driver.name == WEBKIT:
            # Its driver finds no place of a pointer by an element.
            answer.click()
        else:
            # A pointer that is moved and pressed: after a click of theirs, these drivers wait for a page to come.
            ActionChains(self.driver, duration=0).click(answer).perform()

    def click(self, selector: str) -> None:
        """Click the first element that is there to be seen, scrolled to as a reader would."""
        self.until(lambda: self.run(_SCROLLED_TO, selector)).click()

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, at what has the focus."""
        ActionChains(self.driver).send_keys(*keys).perform()

    def top_of(self, selector: str) -> float:
        """How far below the upper edge of the screen something visible begins, in pixels."""
        return self.run("return arguments[0].getBoundingClientRect().top", self.visible(selector))

    def focus_in_view(self) -> bool:
        """Wait until all of what has the focus is on the screen: browsers scroll to it a moment later."""
        return self.until(lambda: self.run(_FOCUS_IN_VIEW))

    def height(self) -> float:
        """The height of the screen, in pixels."""
        return self.run("return innerHeight")


def _running(tree: str) -> str:
    """A selector of a guide whose script has begun; of any guide for ""."""
    return f"{RUNNING} > [data-tree='{tree}']" if tree else f"{RUNNING} > [data-tree]"
