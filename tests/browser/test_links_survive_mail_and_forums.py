"""A link with answers that a mail program or a forum has taken hold of leads where it led, or says what is wrong."""

import random
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from conftest import watched
from playwright.sync_api import BrowserContext
from quick_site import TOP, Host, reader_of
from reader import Reader
from real_project import ROOT
from test_answers_count_for_their_words import HANDED, WALKED, answer_all, at, first, link_of

pytestmark = pytest.mark.browser

GUIDE = f"{TOP}guides/knee.html"
CUT = "cut off or damaged"


@pytest.fixture(scope="module")
def links(chromium) -> tuple[str, str]:
    """The fragments of two links as a reader copies them: within one guide, and from one to the next."""
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    Host(context, first())
    made = []
    for choices in (WALKED, HANDED):
        reader = reader_of(context)
        answer_all(reader, choices)
        address, _, fragment = link_of(reader).partition("#")
        assert address == GUIDE
        made.append(fragment)
    context.close()
    return made[0], made[1]


@pytest.fixture(scope="module")
def reader(chromium) -> Iterator[Reader]:
    """One reader for all links: a browser that is begun anew for each takes most of the time."""
    with watched(chromium) as new_context:
        context: BrowserContext = new_context()
        Host(context, first())
        yield reader_of(context)


def opened(reader: Reader, fragment: str) -> None:
    """Follow a link whose fragment stands in it exactly so, as far as a browser takes that from a page."""
    reader.away()
    reader.page.evaluate("sessionStorage.clear()")
    reader.page.evaluate("(link) => location.assign(link)", f"{GUIDE}#{fragment}")


ENCODED = {
    "all of it": lambda link: quote(link, safe=""),
    "all of it, twice": lambda link: quote(quote(link, safe=""), safe=""),
    "its signs": lambda link: quote(link, safe="=&"),
    "every letter": lambda link: "".join(f"%{ord(letter):02x}" for letter in link),
    "the ampersands, as in HTML": lambda link: link.replace("&", "&amp;"),
    "the ampersands, by number": lambda link: link.replace("&", "&#38;"),
    "the ampersands, encoded after that": lambda link: link.replace("&", "%26amp%3B"),
}
WRAPPED = {
    "a space": lambda link: f"{link[:40]} {link[40:]}",
    "an encoded space": lambda link: f"{link[:40]}%20{link[40:]}",
    "lines of 30 letters": lambda link: "%0D%0A".join(link[at : at + 30] for at in range(0, len(link), 30)),
    "quoted lines": lambda link: "%0A%3E%20".join(link[at : at + 30] for at in range(0, len(link), 30)),
    "a soft hyphen": lambda link: f"{link[:25]}%C2%AD{link[25:]}",
    "a space of no width": lambda link: f"{link[:25]}%E2%80%8B{link[25:]}",
}
ENDS = [*"),.>\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}];!?:*", ").", "%29", "%3E"]
ENDS += ["&amp;", "&gt;", "&quot;"]
ENDED = {end: (lambda link, end=end: link + end) for end in ENDS}


@pytest.mark.parametrize(
    "damage", [*ENCODED.values(), *WRAPPED.values(), *ENDED.values()], ids=[*ENCODED, *WRAPPED, *ENDED]
)
def test_it_leads_where_it_led(reader: Reader, links: tuple[str, str], damage):
    for link, tree, step, number in ((links[0], "knee", "take-it-easy", 4), (links[1], "calf", "rest-calf", 6)):
        opened(reader, damage(link))
        seen = at(reader, tree, step)
        assert len(seen.answers) == number
        assert "came with a link" in seen.notice


@pytest.mark.parametrize("end", ENDS)
def test_a_link_to_a_place_alone_is_found_too(reader: Reader, end: str):
    opened(reader, f"where{end}")
    seen = reader.arrived()
    assert seen.step == "where"
    assert "not answered the questions before" in seen.notice


def test_cut_off_anywhere_it_says_so_and_shows_no_other_result(reader: Reader, links: tuple[str, str]):
    """Lengths of one link from its first answer on. Where its end alone is missing, nothing is lost."""
    link, pairs = links[0], links[0].partition("?")[2].split("&")
    ends = [link.index(pair) + len(pair) for pair in pairs[:4]]
    steps = ("red-flags-emergency", "red-flags-soon", "when", "where", "take-it-easy")
    around = (end + off for end in ends for off in (-1, 0, 1, 2))
    for length in sorted({*range(link.index("=") + 2, len(link), 7), *around} - {len(link)}):
        kept = sum(end <= length for end in ends)
        opened(reader, link[:length])
        seen = at(reader, "knee", steps[kept])
        assert len(seen.answers) == kept
        assert ("came with a link" if kept == 4 else CUT) in seen.notice, link[:length]


def test_cut_off_in_the_second_guide_it_says_so_there(reader: Reader, links: tuple[str, str]):
    opened(reader, links[1].partition("&how=")[0])
    seen = at(reader, "calf", "how")
    assert (len(seen.answers), CUT in seen.notice) == (5, True)


def test_no_letter_changed_gives_a_wrong_answer(reader: Reader, links: tuple[str, str]):
    """Random damage: the answers that are counted are those of the link, from the first on, and the rest is asked."""
    dice = random.Random(14)
    opened(reader, links[0])
    whole = at(reader, "knee", "take-it-easy").answers
    link = links[0]
    for _ in range(20):
        place = dice.randrange(link.index("?") + 1, len(link))
        damaged = link[:place] + dice.choice("abcz0189-.=&?%") + link[place + dice.choice((0, 1)) :]
        opened(reader, damaged)
        reader.page.wait_for_url(lambda url: "?" not in url)
        seen = reader.arrived()
        assert seen.answers == whole[: len(seen.answers)], damaged
        assert seen.notice, damaged


def test_an_address_whose_fragment_was_taken_for_a_part_of_its_path(new_context, links: tuple[str, str]):
    """Where even the "#" was encoded, the host finds no page. This site's page for missing ones leads on."""
    context: BrowserContext = new_context()
    Host(context, first())
    missing = '<!doctype html><title>Missing</title><script type="module" src="/assets/not-found.mjs"></script>'
    script = ROOT / "site_overrides/assets/not-found.mjs"
    context.route("**/assets/not-found.mjs", lambda route: route.fulfill(path=script, content_type="text/javascript"))
    context.route("**/*%*23*", lambda route: route.fulfill(body=missing, content_type="text/html"))
    reader = reader_of(context)
    for hash_sign in ("%23", "%2523"):
        reader.away()
        reader.page.goto(f"{GUIDE}{hash_sign}{quote(links[0], safe='')}")
        assert len(at(reader, "knee", "take-it-easy").answers) == 4
