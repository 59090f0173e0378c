"""A result on paper: all that is needed and nothing else, on one sheet, in whatever typeface the reader has.

The typefaces are brought along. What is read back from a PDF is compared without spaces, and with ligatures taken
apart: where lines end, and which letters are joined, is the typeface's own affair.
"""

import io
import re
import unicodedata
from datetime import date

import pytest
from deep import first_of
from lettering import FAMILIES, WIDEST, set_in, shown_in
from pypdf import PageObject, PdfReader
from reader import Reader
from real_project import TREES, Journey, handed_over, library, longest, within_one_guide, wordiest
from test_the_address_says_where_the_reader_is import walk

from generator.core.markup import plain
from generator.render.link import label

pytestmark = pytest.mark.browser

SHEETS = ["A4", "Letter"]
JOURNEYS = pytest.mark.parametrize("journey", [within_one_guide, handed_over], indirect=True)
# The sheets of the longest results are printed in every typeface; what stands on a sheet is the same in each.
IN_WIDEST = pytest.mark.parametrize("family", first_of(sorted(FAMILIES, key=lambda family: family != WIDEST)))
# In points: below this, print is hard to read.
SMALLEST = 9
# The size of every text that is on the sheet; a browser's own pixels are 1/96 of an inch, and points 1/72.
SIZES = """() => [...document.querySelectorAll("article *")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(".sp-hidden, .sp-hidden *, svg *"))
  .filter((one) => [...one.childNodes].some((part) => part.nodeType === Node.TEXT_NODE && part.data.trim()))
  .map((one) => [one.textContent.trim().slice(0, 40), parseFloat(getComputedStyle(one).fontSize) * 72 / 96])"""


def many_answers() -> Journey:
    """The longest way through a guide that is long itself."""
    return longest(TREES[1])


def printed(reader: Reader, sheet: str) -> list[PageObject]:
    return list(PdfReader(io.BytesIO(reader.page.pdf(format=sheet))).pages)


def bare(text: str) -> str:
    """The letters of a text, as they are the same in every typeface."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def shown(text: str) -> str:
    return bare(plain(text))


def said(date_: date) -> str:
    return f"{date_.day} {date_:%B %Y}"


@IN_WIDEST
@JOURNEYS
def test_a_printed_result_has_all_that_is_needed(reader: Reader, journey: Journey, family: str):
    seen = walk(reader, journey)[-1]
    set_in(reader.page, family)
    pages = printed(reader, "A4")
    assert len(pages) == 1
    text = bare(pages[0].extract_text())
    outcome, level = library().outcomes[journey.ending.outcome], library().care_levels[journey.ending.care]
    for words in (outcome.title, level.title, level.on_card or level.act, *outcome.get_help_if):
        assert shown(words) in text
    for ask, answer in seen.answers:
        assert bare(ask) in text
        assert bare(answer) in text
    assert bare(f"Last reviewed: {said(outcome.reviewed)}") in text
    for id in outcome.sources:
        assert shown(label(id, library().sources[id])) in text
    assert f"https://above-and-below.example/outcomes/{journey.ending.outcome}/" in text
    assert bare("not a diagnosis") in text
    for unwanted in ("Copy link", "Start again", "About this guide", "Edit this page", "Source Home"):
        assert bare(unwanted) not in text
    # Not looked for in the text: a result may speak of change itself.
    reader.page.emulate_media(media="print")
    changes = reader.page.locator(".sp-trail li > a").all()
    assert len(changes) == len(seen.answers)
    assert not any(link.is_visible() for link in changes)


@pytest.mark.parametrize("tree", TREES)
def test_the_longest_results_fit_one_sheet(reader: Reader, covered, tree: str):
    """In the widest typeface; where most is answered, in every one, as a narrower one may have higher lines."""
    most = max(TREES, key=lambda tree: len(longest(tree).steps))
    for journey in dict.fromkeys([longest(tree), wordiest(tree)]):
        reader.away()
        walk(reader, journey)
        for family in FAMILIES if tree == most else [WIDEST]:
            set_in(reader.page, family)
            for sheet in SHEETS:
                over = [page.extract_text() for page in printed(reader, sheet)[1:]]
                assert over == [], (family, sheet)
                covered("sheets of paper")


@IN_WIDEST
def test_the_typeface_on_the_sheet_is_the_one_that_was_brought(reader: Reader, family: str):
    walk(reader, within_one_guide())
    set_in(reader.page, family)
    reader.page.emulate_media(media="print")
    assert shown_in(reader.page, "article") == {f"Brought {family}"}


@pytest.mark.parametrize("journey", [within_one_guide, many_answers], indirect=True)
def test_nothing_on_the_sheet_is_too_small_to_read(reader: Reader, journey: Journey):
    walk(reader, journey)
    reader.page.emulate_media(media="print")
    sizes = reader.page.evaluate(SIZES)
    assert len(sizes) > 15
    assert [(words, size) for words, size in sizes if size < SMALLEST - 0.01] == []


def test_other_pages_leave_out_what_paper_cannot_do_and_break_where_they_must(reader: Reader):
    reader.page.goto(f"{reader.address}outcomes/{within_one_guide().ending.outcome}/")
    reader.page.emulate_media(media="print")
    for part in (".md-header", ".sp-share", ".ab-edit", ".md-footer"):
        assert not reader.page.locator(part).is_visible(), part
    # Kept together, a long list of signs would leave most of the sheet before it empty.
    breaks = "(all) => all.map((one) => getComputedStyle(one).breakInside)"
    assert set(reader.page.locator("details.sp-first").evaluate_all(breaks)) == {"auto"}
