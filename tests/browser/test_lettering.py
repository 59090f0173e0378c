"""The typefaces that tests bring along are those that a page is then drawn in, and a run says what it has."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from lettering import FAMILIES, WIDEST, set_in, shown_in
from playwright.sync_api import Page
from real_project import ROOT

pytestmark = pytest.mark.browser

WIDTH = """() => {
  const line = document.createElement("span");
  line.textContent = "You take, or recently took, an antibiotic such as ciprofloxacin";
  line.style.cssText = "position: absolute; white-space: nowrap";
  document.querySelector("article").append(line);
  return line.getBoundingClientRect().width;
}"""


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_page_is_drawn_in_what_was_brought_and_the_widest_is_the_widest(new_context, address: str, scripts: bool):
    page: Page = new_context(java_script_enabled=scripts).new_page()
    widths = {}
    for family in FAMILIES:
        page.goto(f"{address}outcomes/")
        set_in(page, family)
        assert shown_in(page, "article") == {f"Brought {family}"}
        widths[family] = page.evaluate(WIDTH)
    assert max(widths, key=widths.get) == WIDEST


def test_the_site_chooses_its_typeface(page: Page, address: str):
    # The theme has a list of its own, which begins with what no machine has.
    page.goto(f"{address}outcomes/")
    families = page.evaluate("getComputedStyle(document.querySelector('article p')).fontFamily").split(", ")
    assert families[0] == "-apple-system"
    assert families[-1] == "sans-serif"


def test_a_run_says_which_browser_and_fonts_it_has():
    run = [sys.executable, "-m", "pytest", "--collect-only", "-p", "no:cacheprovider", str(Path(__file__))]
    said = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert re.search(r"^browser: Chromium \d+\.[\d.]+, /", said, re.M)
    assert re.search(r"^fonts: .+ for text, .+ for titles; brought by the tests: ", said, re.M)
