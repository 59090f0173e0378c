"""A reader at a guide in the browser: what they see, and what they do."""

import json
from dataclasses import dataclass, replace

from playwright.sync_api import Page

# Everything is read from what is visible, not from how the script keeps it.
LOOK = """() => {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const words = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll(".headerlink, .sp-hidden, .sp-number, .sp-hint").forEach((part) => part.remove());
    return copy.textContent.replace(/\\s+/g, " ").trim();
  };
  const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
  const card = all(".sp-care")[0];
  return {
    tree: document.querySelector("h1.sp-guide").dataset.tree,
    steps: all("h2.sp-question, h2.sp-result").map((heading) => heading.id),
    headings: all("h2.sp-question, h2.sp-result").map(words),
    choices: all("a.sp-choice").map((link) => link.dataset.choice),
    texts: all("a.sp-choice").map(words),
    flags: all("[data-flag]").map((flag) => flag.dataset.flag),
    answers: [...document.querySelectorAll(".sp-trail:not([hidden]) li")].map((row) =>
      [".sp-trail__ask", "b"].map((part) => words(row.querySelector(part)))),
    notice: all(".sp-notice").map(words).join(" "),
    card: card ? [...card.classList].filter((name) => name.startsWith("sp-care--")).join(" ") : "",
    hash: location.hash.slice(1),
    title: document.title,
    focus: document.activeElement === document.body ? "" : document.activeElement.id,
  };
}"""
# A move inside a page is over when the browser has told of it; a minute is far more than that takes.
_MOVE = """(act) => new Promise((resolve, reject) => {
  const late = setTimeout(() => reject(new Error("nothing moved")), 60000);
  addEventListener("hashchange", () => { clearTimeout(late); resolve(); }, { once: true });
  act();
})"""
_CLICK = """(choice) => {
  const links = [...document.querySelectorAll(`a.sp-choice[data-choice="${CSS.escape(choice)}"]`)];
  links.find((link) => link.checkVisibility()).click();
}"""
# What is there in the task of a click, and what still happens until the browser has told of the new address.
_WATCH = """async (choice) => {
  const focused = [];
  const focus = (event) => focused.push(event.target.id);
  document.addEventListener("focusin", focus);
  const told = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("nothing moved")), 60000);
    addEventListener("hashchange", () => setTimeout(resolve), { once: true });
  });
  (CLICK)(choice);
  const at_once = (LOOK)();
  const from = scrollY;
  let touched = 0;
  const observer = new MutationObserver((changes) => (touched += changes.length));
  const all = { attributes: true, characterData: true, childList: true, subtree: true };
  for (const part of document.querySelectorAll(".sp-step, .sp-trail, .sp-after")) observer.observe(part, all);
  await told;
  observer.disconnect();
  document.removeEventListener("focusin", focus);
  return { at_once, later: (LOOK)(), focused, touched, scrolled: scrollY - from };
}""".replace("CLICK", _CLICK).replace("LOOK", LOOK)
_IN_ONE_BREATH = """async (choices) => {
  const told = new Promise((resolve, reject) => {
    let left = choices.length;
    setTimeout(() => reject(new Error(`${left} answers moved nothing`)), 60000);
    addEventListener("hashchange", () => --left || resolve());
  });
  choices.forEach(CLICK);
  await told;
  return (LOOK)();
}""".replace("CLICK", _CLICK).replace("LOOK", LOOK)
# A walk within a page: each choice of a plan clicked, looked at, walked on from if the plan says so, and Back.
EXPLORE = (
    """async (plan, ready = () => {}) => {
  const moved = MOVE;
  const explore = async (plan) => {
    const seen = { seen: (LOOK)(), onward: {} };
    for (const [choice, further] of plan) {
      ready(choice);
      await moved(() => (CLICK)(choice));
      seen.onward[choice] = await explore(further ?? []);
      await moved(() => history.back());
      seen.onward[choice].after_back = (LOOK)();
    }
    return seen;
  };
  return explore(plan);
}""".replace("MOVE", _MOVE)
    .replace("CLICK", _CLICK)
    .replace("LOOK", LOOK)
)
# Back a number of times, and then some choices.
_GO = (
    """async ([back, choices]) => {
  const moved = MOVE;
  for (let left = back; left; left -= 1) await moved(() => history.back());
  for (const choice of choices) await moved(() => (CLICK)(choice));
  return (LOOK)();
}""".replace("MOVE", _MOVE)
    .replace("CLICK", _CLICK)
    .replace("LOOK", LOOK)
)
RUNNING = ".sp-running"

# Choices of a question to be clicked, each with the same for the question that it leads to, or None to look only.
Plan = list[tuple[str, "Plan | None"]]


@dataclass(frozen=True)
class Seen:
    """What stands on the screen; `steps` are the ids of the questions and results that are visible."""

    tree: str
    steps: tuple[str, ...]
    headings: tuple[str, ...]
    choices: tuple[str, ...]
    texts: tuple[str, ...]
    flags: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    notice: str
    card: str
    hash: str
    title: str
    focus: str

    @property
    def step(self) -> str:
        """The one question or result that is visible."""
        assert len(self.steps) == 1, self.steps
        return self.steps[0]

    @property
    def heading(self) -> str:
        """Its heading."""
        return self.headings[0]

    def without_focus(self) -> "Seen":
        """The same, wherever the focus is."""
        return replace(self, focus="")


@dataclass(frozen=True)
class Explored:
    """What was seen at a place, after each of its choices, and after Back from there."""

    seen: Seen
    onward: dict[str, "Explored"]
    after_back: Seen | None


@dataclass(frozen=True)
class Watched:
    """An answer, closely: what is seen in the task of the click, and once the browser has told of the new address.

    `focused` is what got the focus from the click on; `touched` and `scrolled` say how much of the guide changed and
    how far the page moved between the two.
    """

    at_once: Seen
    later: Seen
    focused: tuple[str, ...]
    touched: int
    scrolled: float


class Reader:
    """Drives one page. Links are clicked by script, for speed; other tests use a real pointer and real keys."""

    def __init__(self, page: Page, address: str, ending: str = "/"):
        self.page = page
        self.address = address
        self._ending = ending

    def open(self, tree: str, fragment: str = "") -> Seen:
        """Come to a guide from outside."""
        self.page.goto(f"{self._page_of(tree)}{fragment}")
        return self.arrived()

    def away(self) -> None:
        """Leave for a page without a script, so that a guide that is opened next is opened anew."""
        self.page.goto(f"{self.address}robots.txt")

    def arrived(self) -> Seen:
        """Look, once the guide's script has begun."""
        self.page.wait_for_selector(RUNNING)
        return self.look()

    def look(self) -> Seen:
        """What is on the screen now."""
        return seen(self.page.evaluate(LOOK))

    def choose(self, choice: str, handover: str | None = None) -> Seen:
        """Answer the visible question; `handover` names the other guide that the answer leads to."""
        if handover:
            self.leave(f"({_CLICK})({json.dumps(choice)})")
            return self.handed_to(handover)
        return self._moved(f"() => ({_CLICK})({json.dumps(choice)})")

    def choose_watched(self, choice: str) -> Watched:
        """Answer the visible question with another on the same page, and see what happens when."""
        raw = self.page.evaluate(_WATCH, choice)
        looks = {name: seen(raw.pop(name)) for name in ("at_once", "later")}
        return Watched(**looks, **{key: _frozen(value) for key, value in raw.items()})

    def choose_in_one_breath(self, *choices: str) -> Seen:
        """Answer one question after another before the browser can tell of the first; look once it has told of all."""
        return seen(self.page.evaluate(_IN_ONE_BREATH, choices))

    def explore(self, plan: Plan) -> Explored:
        """Click the choices of a plan, all within this page, and come back to where it began."""
        return explored(self.page.evaluate(EXPLORE, plan))

    def go(self, back: int, choices: tuple[str, ...]) -> Seen:
        """Use Back some times within this page, then answer with some choices; look only at the end."""
        return seen(self.page.evaluate(_GO, [back, choices]))

    def leave(self, act: str) -> None:
        """Do what leads to another page: a moment later, for the page must still be there to say that it heard."""
        self.page.evaluate(f"() => void setTimeout(() => {act})")

    def handed_to(self, tree: str) -> Seen:
        """Look, once the page of another guide is there."""
        self.page.wait_for_url(lambda url: url.partition("#")[0] == self._page_of(tree))
        self.page.wait_for_selector(f"{RUNNING} [data-tree='{tree}']")
        return self.look()

    def back(self, to: Seen) -> Seen:
        """Use the browser's Back, to a place seen before."""
        return self._through_history(-1, to.tree)

    def forward(self, to: Seen) -> Seen:
        """Use the browser's Forward, to a place seen before."""
        return self._through_history(1, to.tree)

    def follow(self, selector: str) -> Seen:
        """Click a visible link that stays on the page."""
        found = f"[...document.querySelectorAll({json.dumps(selector)})]"
        unfolded = f"{found}.forEach((link) => link.closest('details')?.setAttribute('open', ''))"
        visible = f"({unfolded}, {found}.find((link) => link.checkVisibility()))"
        return self._moved(f"() => {visible}.click()")

    def at_part(self, id: str) -> Seen:
        """Go to another part of the page, as by a link."""
        return self._moved(f"() => (location.hash = {json.dumps(id)})")

    def _page_of(self, tree: str) -> str:
        return f"{self.address}guides/{tree}{self._ending}"

    def _moved(self, act: str) -> Seen:
        return seen(self.page.evaluate(f"({_MOVE})({act}).then({LOOK})"))

    def _through_history(self, by: int, tree: str) -> Seen:
        if self.page.url.partition("#")[0] == self._page_of(tree):
            return self._moved(f"() => history.go({by})")
        self.leave(f"history.go({by})")
        return self.handed_to(tree)


def seen(raw: dict) -> Seen:
    """What `LOOK` found."""
    return Seen(**{key: _frozen(value) for key, value in raw.items()})


def explored(raw: dict) -> Explored:
    """What `EXPLORE` found."""
    onward = {choice: explored(further) for choice, further in raw["onward"].items()}
    back = raw.get("after_back")
    return Explored(seen(raw["seen"]), onward, back and seen(back))


def _frozen(value):
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
