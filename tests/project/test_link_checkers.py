"""What follows links in the tests knows links that carry answers, and still finds each one that leads nowhere."""

from pathlib import Path

import pytest
from behind_the_hash import read, why_dead
from browser.html_pages import dead_links, read_site
from fuzz.held import BrokenPromiseError, links

GUIDE = '<h2 id="rest">At rest?</h2><h2 id="go-easy">Go easy</h2><p id="odd?one"></p>'
GOOD = ["", "rest", "go-easy?rest=no.1k2&end", "rest?rest=back.0&how-long=no.9z&end", "odd?one", "odd%3Fone"]
BAD = {
    "gone": "no anchor",
    "?rest=no.1k2&end": "no anchor",
    "gone?rest=no.1k2&end": "no anchor",
    "go-easy?gone=no.1k2&end": "no such question: gone",
    "go-easy?": "cannot be read",
    "go-easy?end": "cannot be read",
    "go-easy?rest=no.1k2": "cannot be read",
    "go-easy?rest=no&end": "cannot be read",
    "go-easy?rest=.1k2&end": "cannot be read",
    "go-easy?rest=no.1k2&&end": "cannot be read",
    "go-easy?rest=no.1k2&amp;amp;end": "cannot be read",
    "go-easy?rest=no.1k2&end&rest=no.1k2": "cannot be read",
}


def site(folder: Path, fragment: str) -> Path:
    (folder / "guides").mkdir()
    (folder / "guides/index.html").write_text(GUIDE)
    (folder / "index.html").write_text(f'<a href="guides/#{fragment.replace("&", "&amp;")}">There</a>')
    return folder


def test_a_fragment_is_an_anchor_and_the_answers_in_order():
    assert read("go-easy?rest=no.1k2&how-long=a-day.z&end") == (
        "go-easy",
        (("rest", "no", "1k2"), ("how-long", "a-day", "z")),
    )
    assert read("rest") == ("rest", ())


@pytest.mark.parametrize("fragment", GOOD)
def test_what_leads_somewhere_is_let_pass(fragment: str, tmp_path: Path):
    assert why_dead(fragment, {"rest", "go-easy", "odd?one"}) == ""
    folder = site(tmp_path, fragment)
    assert list(dead_links(folder, read_site(folder))) == []
    assert links(folder, folder / "content") == 1


@pytest.mark.parametrize(("fragment", "reason"), BAD.items())
def test_what_leads_nowhere_is_found(fragment: str, reason: str, tmp_path: Path):
    folder = site(tmp_path, fragment)
    [dead] = dead_links(folder, read_site(folder))
    assert reason in dead
    with pytest.raises(BrokenPromiseError, match=reason):
        links(folder, folder / "content")
