"""Runs axe-core, which comes with the package axe-playwright-python, on what a page shows at the moment."""

from importlib.resources import files

from playwright.sync_api import BrowserContext, Page

SCRIPT = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# Off in axe-core unless it is asked for.
ALSO = {"target-size": {"enabled": True}}
FITTING = ["target-size", "scrollable-region-focusable"]
COLOURS = ["color-contrast", "link-in-text-block"]
SIZES = [{"width": 1280, "height": 900}, {"width": 390, "height": 844}, {"width": 320, "height": 568}]
SCHEMES = ["light", "dark"]
_RUN = """async ([within, tags, rules]) => {
  const found = await axe.run(within, {
    runOnly: tags, rules, preload: false, resultTypes: ["violations"], elementRef: false, selectors: false,
  });
  // A rule that fails itself has found nothing, and says so only here.
  for (const { error } of found.incomplete) if (error) throw new Error(error.message);
  return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`));
}"""


def bring(context: BrowserContext) -> None:
    """Have every page of a context bring axe-core along."""
    context.add_init_script(SCRIPT)


def faults(page: Page, within: str = "html", rules: list[str] | None = None) -> list[str]:
    """Every violation in a part of the page, as "rule: element", of some rules or of all."""
    return page.evaluate(_RUN, [within, rules or TAGS, {} if rules else ALSO])


def faults_but_of_colours(page: Page, within: str) -> list[str]:
    """The same by all rules but those of colours, which take most of the time."""
    return page.evaluate(_RUN, [within, TAGS, ALSO | {rule: {"enabled": False} for rule in COLOURS}])


def in_all_looks(page: Page, within: str = "html") -> tuple[int, list[str]]:
    """How many looks were judged, and the violations in them: wide and narrow, in light and in dark colours.

    By all rules wide and narrow; in dark colours and on the smallest screen by those that these can change.
    """
    wide, phone, smallest = SIZES
    looks = [
        (wide, "light", None),
        (wide, "dark", COLOURS),
        (smallest, "light", FITTING),
        (phone, "light", None),
        (phone, "dark", COLOURS),
    ]
    found = []
    for size, scheme, rules in looks:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += [f"{size['width']} {scheme} {fault}" for fault in faults(page, within, rules)]
    return len(looks), found


def in_each_look(page: Page, within: str = "html") -> list[str]:
    """Violations on a phone: by all rules once, and in the other looks those that depend on them.

    Widths change what fits, colours what can be told apart; the words, names and roles are the same in all. What fits
    and what can be told apart are judged in the article, as around it stands the same on every page (`in_all_looks`).
    """
    _, phone, smallest = SIZES
    # A page for frames is nothing else.
    own = "article" if page.locator("article").count() else within
    page.set_viewport_size(smallest)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    found = faults(page, own, FITTING)
    page.set_viewport_size(phone)
    found += faults_but_of_colours(page, within)
    found += faults(page, own, COLOURS)
    page.emulate_media(color_scheme="dark")
    return found + faults(page, own, COLOURS)
