"""What the workbench shows of a page is what the site builder makes of it, for every page of this site."""

import re

import pytest
from deep import DEEP
from real_project import ROOT
from site_builders import published

from generator.core.site import Serving
from generator.load import yaml_nodes
from workbench.pack import project
from workbench.session import Session

URL = "https://above-and-below.example/"
_EDIT = re.compile(r'<p class="?ab-edit.*?</p>', re.DOTALL)


def told(html):
    """HTML without what says nothing: space between elements, and marks that the search has taken out when it ran."""
    html = re.sub(r' data-search-exclude="[^"]*"', "", html)
    return re.sub(r"\s+", " ", html).replace("> <", "><").strip()


def article(page):
    inside = page[page.index("<article") : page.index("</article>")]
    return _EDIT.sub("", inside.partition(">")[2])


@pytest.mark.builds
def test_pages_are_previewed_as_they_are_built(tmp_path, tmp_path_factory):
    site = published(tmp_path_factory)
    packed = project(ROOT, URL)
    for name, text in [*packed["texts"].items(), *((name, "") for name in packed["others"])]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(text.encode())
    session = Session(tmp_path, Serving(URL))
    yaml_nodes.forget()
    pages = [line for line in packed["texts"]["permalinks.txt"].splitlines() if line and "#" not in line]
    # In `make deep` every page, else one of each folder and every seventh.
    of_each_folder = {path.rstrip("/").rpartition("/")[0]: path for path in pages}.values()
    seen = 0
    for path in pages if DEEP else dict.fromkeys([*of_each_folder, *pages[::7]]):
        built = site / path / "index.html"
        if built.is_file():
            shown = session.preview(path.removeprefix("./"))
            assert told(shown["html"]) == told(article(built.read_text("utf-8"))), path
            seen += 1
    assert seen > (200 if DEEP else 30)
