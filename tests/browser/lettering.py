"""Typefaces that the tests bring along, and which ones a browser shows a text in."""

import base64
from functools import cache
from pathlib import Path

from chromium import FLAGS, MISSING, find
from playwright.sync_api import Browser, Error, Page, sync_playwright
from under_policy import style

_FOLDER = Path(__file__).parent / "fonts"
_SITE = Path(__file__).parents[2] / "site_overrides/assets/site.css"
_FILES = {"DejaVu Sans": "DejaVuSans", "Noto Sans": "NotoSans", "Arimo": "Arimo"}
FAMILIES = list(_FILES)
# Wider than what nearly every reader has.
WIDEST = "DejaVu Sans"
_WEIGHTS = {"400": "Regular", "700": "Bold"}
# From bytes and not from an address: a site's policy may forbid fonts.
_BRING = """async ([family, weights]) => {
  for (const [weight, data] of weights) {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    document.fonts.add(await new FontFace(family, bytes, { weight }).load());
  }
}"""


def set_in(page: Page, family: str) -> None:
    """Show a page in one of `FAMILIES`, whatever the machine has. It holds until the page is left."""
    name = f"Brought {family}"
    page.evaluate(_BRING, [name, _weights(_FILES[family])])
    style(page, f"*, ::before, ::after {{ font-family: '{name}' !important }}")


@cache
def _weights(name: str) -> list[tuple[str, str]]:
    """The files of a family: each weight, and what is in its file, in base64."""
    files = {weight: _FOLDER / f"{name}-{kind}.woff2" for weight, kind in _WEIGHTS.items()}
    return [(weight, base64.b64encode(file.read_bytes()).decode()) for weight, file in files.items()]


def shown_in(page: Page, selector: str) -> set[str]:
    """The families that the text of an element, or of what it holds, is really drawn in.

    A family that a test brought is called "Brought …". On a busy machine a text may be drawn anew a moment after the
    page was told to: what counts is what two looks in a row agree on.
    """
    now = _drawn_in(page, selector)
    for _ in range(100):
        before = now
        page.wait_for_timeout(100)
        now = _drawn_in(page, selector)
        if now == before:
            break
    return now


def _drawn_in(page: Page, selector: str) -> set[str]:
    session = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        session.send(f"{domain}.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    found = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": f"{selector}, {selector} *"})
    fonts = [
        font
        for node in found["nodeIds"]
        for font in session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    ]
    session.detach()
    return {f"Brought {font['familyName']}" if font["isCustomFont"] else font["familyName"] for font in fonts}


def told() -> list[str]:
    """For the head of a test run: which browser there is, and in which of the machine's fonts it shows the site."""
    path = find()
    if path is None:
        return [f"browser: none. {MISSING}"]
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
            version, fonts = browser.version, _of_the_machine(browser)
            browser.close()
    except Error as error:
        return [f"browser: {path} could not be started. {MISSING}", str(error).strip().partition("\n")[0]]
    brought = ", ".join(FAMILIES)
    return [f"browser: Chromium {version}, {path}", f"fonts: {fonts}; brought by the tests: {brought}"]


def _of_the_machine(browser: Browser) -> str:
    """What the site's own lists of families come to here."""
    page = browser.new_page()
    page.set_content(
        f"<style>{_SITE.read_text('utf-8')}</style>"
        "<p style='font-family: var(--md-text-font-family)'>Text</p><h1 style='font-family: var(--ab-title)'>Title</h1>"
    )
    text, title = (", ".join(sorted(shown_in(page, part))) for part in ("p", "h1"))
    return f"{text} for text, {title} for titles"
