"""The table of files is what a build makes, and two things for one file are found however they are called."""

from itertools import combinations, product
from pathlib import Path

import pytest
from deep import DEEP, examples
from example import EXAMPLE
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analyse.destinations import RESERVED, built, clashes, origins
from generator.check.run import check
from generator.core.cache import users_cache
from generator.core.project import Project
from generator.core.site import Serving
from generator.emit.build import build
from generator.load.files import load

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests/golden"
BUILDERS = {"404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json"}
FORMER = EXAMPLE | {
    "decision_trees/example.yml": EXAMPLE["decision_trees/example.yml"] + "aliases: [former, earlier]\n",
    "content/outcomes/see-someone.yml": EXAMPLE["content/outcomes/see-someone.yml"] + "aliases: [see-a-doctor]\n",
    "content/site.yml": "title: Knees\nheaders: true\noffline: true\nmoved: {old/page/: guides/, guides/gone/: ./}\n",
    "content/notes/README.md": "# Notes\n",
    "content/notes/more.md": "# More\n",
    "content/guides/beside.md": "# No guide, but it may stand there\n",
    "content/pictures/a.png": "",
    "content/pictures/b.svg": "",
    "content/robots.txt": "",
}


def _project(case: str, project) -> Path:
    if case == "this one":
        return ROOT
    return project(FORMER) if case == "former addresses" else GOLDEN / case / "input"


@pytest.mark.long
@pytest.mark.parametrize(
    ("case", "directory_urls"),
    [
        *product(["everything", "plain", "former addresses"], [True, False]),
        # All of this site is built for it; how pages are called is told by the others.
        ("this one", True),
        *([("this one", False)] if DEEP else []),
    ],
)
def test_the_table_names_each_file_that_a_build_makes_and_no_other(case, directory_urls, project):
    loaded = load(Project(_project(case, project)))
    report = check(loaded)
    assert report.ok, report.findings
    # Where it is served in other tests: what they have drawn for this site need not be drawn anew.
    site = build(loaded, report, Serving("https://above-and-below.example/", directory_urls), users_cache())
    library = report.survey.library
    listed = [origin.uri for origin in origins(library, report.survey.addresses, directory_urls)]
    made = {uri for uri in (*(file.uri for file in site.files), *site.assets) if not uri.startswith(tuple(RESERVED))}
    # What follows a moved guide, its picture, has no line of its own.
    made -= {f"{old}whole/index.html" for old in library.site.moved}
    assert len(listed) == len(set(listed))
    assert set(listed) - BUILDERS == made


NAMES = ["a", "A", "b", "index", "README", "guides", "example", "sw.js", "é", "É", "e\u0301"]
paths = st.builds(
    lambda folders, name, ending: "/".join([*folders, name + ending]),
    st.lists(st.sampled_from(NAMES), max_size=2),
    st.sampled_from(NAMES),
    st.sampled_from([".md", ".html", "", ".js"]),
)


def _are_one(first: str, second: str) -> bool:
    """What Windows and macOS would say of two files, by hand."""
    spelt = {"é": "É", "e\u0301": "É", "E\u0301": "É"}

    def seen(path: str) -> str:
        for old, new in spelt.items():
            path = path.replace(old, new)
        return path.upper()

    one, other = first.split("/"), second.split("/")
    for depth, (left, right) in enumerate(zip(one, other, strict=False), start=1):
        if seen(left) != seen(right):
            return False
        if depth in (len(one), len(other)):
            return True
        if left != right:
            return True
    return False


@settings(max_examples=examples(120))
@given(st.sets(paths, min_size=1, max_size=5))
def test_files_clash_where_two_would_be_one_on_some_system(files):
    from generator.analyse.survey import survey
    from generator.core.library import Library
    from generator.core.source import SourceFile

    pages = {path: SourceFile(f"content/{path}", "# A\n") for path in files if path.endswith(".md")}
    assets = frozenset(f"content/{path}" for path in files if not path.endswith(".md"))
    surveyed = survey(Library(pages=pages, assets=assets))
    everything = origins(surveyed.library, surveyed.addresses)
    expected = any(
        _are_one(built(first.uri, urls), built(second.uri, urls))
        for first, second in combinations(everything, 2)
        for urls in (True, False)
    )
    found = clashes(surveyed.library, surveyed.addresses, surveyed.origins)
    assert bool(found) == expected
    assert all(clash.second.at is not None and clash.second.by == "author" for clash in found)
