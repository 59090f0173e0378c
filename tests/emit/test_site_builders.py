"""Every site builder makes the same site: the same pages that say the same and lead to the same places."""

import json
import re
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest
import site_builders
from deep import first_of

pytestmark = pytest.mark.builds

# Deep below the host's top, so that an address that leaves the site from above is not cut short and taken for right.
TOP = "http://site.invalid/a/b/c/d/e/"
OTHERS = first_of(["MkDocs alone", "Zensical"])
# At the foot of every page, "Made with".
MAKERS = {"https://squidfunk.github.io/mkdocs-material/", "https://zensical.org/"}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The staged site, not yet built."""
    return site_builders.staged(tmp_path_factory)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is published."""
    return site_builders.published(tmp_path_factory)


@pytest.fixture(scope="module", params=OTHERS)
def other(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site without Signpost's plugin."""
    build = site_builders.mkdocs_alone if request.param == "MkDocs alone" else site_builders.zensical
    return build(tmp_path_factory)


@cache
def pages(site: Path) -> dict[str, str]:
    """The HTML of every page by its path, those at former addresses included."""
    return {file.relative_to(site).as_posix(): file.read_text("utf-8") for file in site.rglob("*.html")}


def article(path: str, html: str) -> str:
    """What a page says, in a form in which the builders can be compared. What is evened out:

    - white space, which no reader sees: each builder's template indents in its own way;
    - how an address is written: "./x/" and "x/" are one place, and a slash may be a character reference;
    - `data-search-exclude`: it speaks to the builder's search only, and Zensical takes it off once it has obeyed
      (what the search knows is compared below);
    - how a block of code is wrapped, with nothing marked in it;
    - an empty target for "Skip to content", which Zensical sets above the heading where MkDocs uses the heading.
    """
    said = re.search(r"<article.*?</article>|<p>This page has moved.*", html, re.DOTALL).group()
    said = said.replace('<a id="__skip" tabindex="-1"></a>', "")
    said = (
        re.sub(
            r'<div class="highlight"><pre><span></span><code>(.*?)</code></pre>\s*</div>',
            r"<pre><code>\1</code></pre>",
            said,
            flags=re.DOTALL,
        )
        .replace('<code class="language-text">', "<code>")
        .replace("&quot;", '"')
    )
    said = re.sub(r' data-search-exclude(="")?(?=[ >])', "", said)
    said = re.sub(r'\b(href|src)="([^"]*)"', lambda found: f'{found[1]}="{_place(path, unescape(found[2]))}"', said)
    return re.sub(r"\s*(<[^>]*>)\s*", r"\n\1\n", re.sub(r"\s+", " ", said))


def links(path: str, html: str) -> set[str]:
    """Where the links of a page lead, its menu included, but not those to its own parts and to the builder's maker."""
    found = {_place(path, unescape(href)) for href in re.findall(r'<a\b[^>]*?\bhref="([^"]*)"', html)} - MAKERS
    return {place for place in found if place.partition("#")[0] != _place(path, "").partition("#")[0]}


def about(html: str) -> list[tuple[str, ...]]:
    """What the head of a page tells search engines and forums."""
    head = unescape(html.partition("</head>")[0])
    told = re.findall(r'<meta (?:name|property)="(description|robots|og:[^"]+)" content="([^"]*)"', head)
    return [
        *told,
        *re.findall(r'<link rel="(canonical)" href="([^"]*)"', head),
        *re.findall("<title>(.*?)</title>", head),
    ]


def _place(path: str, href: str) -> str:
    return urljoin(f"{TOP}{path.removesuffix('index.html')}", href).removesuffix("/.")


def test_the_pages_are_the_same(published: Path, other: Path):
    one, another = pages(published), pages(other)
    assert len(one) > 100
    assert sorted(one) == sorted(another)


def test_every_page_says_the_same(published: Path, other: Path):
    one, another = pages(published), pages(other)
    # What stands in a frame is whole, and made by no builder.
    framed = {path for path in one if "/embed/" in path}
    assert [path for path in framed if one[path] != another[path]] == []
    assert [path for path in one.keys() - framed if article(path, one[path]) != article(path, another[path])] == []


def test_every_link_leads_to_the_same_place(published: Path, other: Path):
    one, another = pages(published), pages(other)
    assert [path for path in one if links(path, one[path]) != links(path, another[path])] == []


def test_previews_are_the_same(published: Path, other: Path):
    one, another = pages(published), pages(other)
    assert [path for path in one if about(one[path]) != about(another[path])] == []


def test_the_search_knows_the_same_parts_of_the_same_pages(published: Path, other: Path):
    def known(site: Path) -> dict[str, str]:
        index, zensicals = site / "search/search_index.json", site / "search.json"
        entries = json.loads(index.read_text("utf-8"))["docs"] if index.exists() else None
        entries = entries or json.loads(zensicals.read_text("utf-8"))["items"]
        return {entry["location"].replace("./", ""): entry["title"] for entry in entries}

    one, another = known(published), known(other)
    # With the plugin a guide is one entry; without it, one for each question besides.
    steps = {place for place in another if re.match(r"guides/[\w-]+/#", place)}
    assert steps
    assert one == {place: title for place, title in another.items() if place not in steps}


def test_search_engines_are_told_of_the_same_pages(published: Path, other: Path):
    def told(site: Path) -> list[str]:
        return sorted(re.findall("<loc>(.*?)</loc>", (site / "sitemap.xml").read_text("utf-8")))

    assert told(published) == told(other)


def test_scripts_styles_and_pictures_arrive_unchanged(source: Path, other: Path):
    docs = source / "build/docs"
    given = [file for file in docs.rglob("*") if file.is_file() and file.suffix != ".md" and file.name[0] != "."]
    assert len(given) >= 6
    for file in given:
        assert (other / file.relative_to(docs)).read_bytes() == file.read_bytes()
