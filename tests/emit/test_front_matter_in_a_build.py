"""What an author says at the top of a page means the same to every builder, and is never shown to readers."""

from pathlib import Path

import pytest
from example import EXAMPLE
from mkdocs.utils.meta import get_data

from generator.check.run import check
from generator.core.page_fields import parts
from generator.core.project import Project
from generator.core.site import Serving
from generator.emit.build import build
from generator.load.files import load

pytestmark = pytest.mark.usefixtures("few_rules")

PAGE = "content/about/page.md"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def built(project):
    """The page as it is given to builders, as MkDocs takes it apart: its Markdown and its fields."""

    def page(text: str, url: str = "") -> tuple[str, dict]:
        loaded = load(Project(project({**EXAMPLE, PAGE: text})))
        report = check(loaded)
        assert report.ok, report.findings
        made = {file.uri: file.content for file in build(loaded, report, Serving(url)).files}
        return get_data(made["about/page.md"])

    return page


@pytest.mark.long
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("url", ["", "https://example.org/"])
def test_it_is_read_whatever_ends_its_lines(end: str, url: str, built):
    text = end.join(["---", "title: A page", "hide: [toc]", "---", "", "# A", "", "Words.", ""])
    body, fields = built(text, url)
    assert body == "# A\n\nWords.\n"
    assert fields["title"] == "A page"
    assert fields["hide"] == ["toc"]
    assert ("image" in fields) == bool(url)


@pytest.mark.parametrize(
    ("front", "fields"),
    [
        ("title: no", {"title": "no"}),
        ("title: 'a: b'", {"title": "a: b"}),
        ("title: 010-a", {"title": "010-a"}),
        ("title: |\n  two\n  lines", {"title": "two\nlines\n"}),
        ("reviewed: 2026-01-01", {"reviewed": "2026-01-01"}),
        ("search: {exclude: true}", {"search": {"exclude": True}}),
        ("search: {boost: 2}", {"search": {"boost": 2}}),
        ("# a note\ntags: [a, b]", {"tags": ["a", "b"]}),
        ("", {}),
    ],
)
def test_each_field_means_to_a_builder_what_it_means_here(front: str, fields: dict, built):
    body, found = built(f"---\n{front}\n---\n# A\n")
    assert (body.strip(), found) == ("# A", {"title": "A"} | fields)


def test_a_page_is_called_by_its_first_heading_and_harmless_in_a_theme(built):
    body, fields = built("Words.\n\n# A &lt;b&gt; *c* {#d}\n")
    assert fields == {"title": "A \uff1cb\uff1e c"}
    assert "# A &lt;b&gt; *c* {#d}" in body


@pytest.mark.parametrize(
    "text",
    ["Note: rest it.\nAnd more.\n", "Warning:\n    do not press\n", "\n\nNote: rest it.\n", "a-b: c\n"],
)
def test_words_with_a_colon_at_the_top_of_a_page_stay_on_it(text: str, built):
    body, fields = built(text)
    assert body == text.lstrip("\n")
    assert fields == {}
    assert built(f"---\ntitle: A\n---\n{text}") == (text.lstrip("\n"), {"title": "A"})


def test_a_page_is_the_same_in_a_checkout_with_windows_line_ends():
    pages = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in (ROOT / "content").rglob("*.md")}
    assert len(pages) > 10
    for path, content in pages.items():
        text = content.decode()
        assert parts(text.replace("\n", "\r\n")) == parts(text), path
