"""Texts as authors write them, and what readers see of them: each was lost or torn once."""

import markdown
import pytest
from example import EXAMPLE, FRONT, KNEE, SEE_SOMEONE, SOURCES, TREE, edit
from nasty import Read, one_line

from generator.check.run import check
from generator.core.project import Project
from generator.emit.build import build
from generator.load.files import load

pytestmark = pytest.mark.usefixtures("few_rules")

EXTENSIONS = ["attr_list", "md_in_html", "admonition", "toc", "tables", "fenced_code"]


@pytest.fixture
def read(project):
    """The pages of the example with some files changed, each as HTML and as what it says."""

    def pages(files):
        loaded = load(Project(project({**EXAMPLE, **files})))
        report = check(loaded)
        assert report.ok, report.findings
        converter = markdown.Markdown(extensions=EXTENSIONS)
        html = {
            file.uri: converter.reset().convert(file.content.partition("\n---\n")[2])
            for file in build(loaded, report).files
            if file.uri.endswith(".md")
        }
        return {uri: (one, Read(one)) for uri, one in html.items()}

    return pages


def choices(pages) -> list[str]:
    return [one_line(words) for words, had in pages["guides/example.md"][1].links if "data-choice" in had]


def answers(*texts: str) -> dict[str, str]:
    """The example with these texts as the answers to its question."""
    lines = "".join(
        f"      c{number}:\n        text: {text}\n        outcome: see-someone\n" for number, text in enumerate(texts)
    )
    tree = EXAMPLE[TREE].partition("    choices:\n")[0]
    easy = "      easy: {text: None of it, outcome: take-it-easy}\n"
    return {TREE: f"{tree}    choices:\n{lines}{easy}"}


def test_bold_at_the_start_of_a_text(read):
    pages = read(
        {
            **answers('"**Sudden** pain"'),
            **edit(
                SEE_SOMEONE, "get_help_if: [It is no better after 2 weeks]", 'get_help_if: ["**Call** if it spreads"]'
            ),
        }
    )
    html, _ = pages["guides/example.md"]
    # In one element, as the parts of a choice stand apart.
    assert "><span><strong>Sudden</strong> pain</span></a>" in html
    assert "<li><strong>Call</strong> if it spreads</li>" in html
    assert "*" not in html


def test_a_choice_that_ends_in_a_backslash_or_holds_brackets_can_be_taken(read):
    pages = read(answers("'Drive C:\\'", "'one \\] two'", "'\\[sic'", "'a ](b'"))
    assert choices(pages)[-5:] == ["Drive C:\\", "one ] two", "[sic", "a ](b", "None of it"]


def test_an_address_in_a_choice_is_words(read):
    pages = read(answers('"No, show me <https://example.org/leaflet> first"', "<https://example.org/x>"))
    assert choices(pages)[-3:-1] == ["No, show me https://example.org/leaflet first", "https://example.org/x"]
    for _, page in pages.values():
        assert not [had for _, had in page.links if had["href"].startswith("https://example.org/leaflet")]


def test_a_heading_may_end_in_a_number_sign(read):
    changed = (
        EXAMPLE[TREE]
        .replace("title: Sore knee", "title: 'Learn C#'")
        .replace("Does it hurt at rest?", "Do you write C#")
    )
    html, page = read({TREE: changed})["guides/example.md"]
    assert {"Learn C#", "Do you write C#"} <= {one_line(words) for words, _ in page.headings}
    assert ">Learn C#</h1>" in html


def test_spaces_that_do_not_break_stay(read):
    files = answers("10\u00a0mg")
    pages = read({TREE: files[TREE].replace("Does it hurt at rest?", "Mal\u00a0?")})
    html, _ = pages["guides/example.md"]
    assert "Mal\u00a0?</h2>" in html
    assert ">10\u00a0mg</a>" in html
    assert "10\u00a0mg" in pages["guides/example/whole/index.md"][0]


def test_a_reason_keeps_its_list_and_its_paragraphs(read):
    why = "    why: |\n      It tells apart:\n\n      - a tendon\n      - a nerve\n\n      Take your time.\n"
    html, _ = read({TREE: EXAMPLE[TREE].replace("    choices:\n", f"{why}    choices:\n")})["guides/example.md"]
    inside = html.partition('<div class="sp-why">')[2].partition("</div>")[0]
    assert [tag for tag, _ in Read(inside).elements] == ["p", "ul", "li", "li", "p"]


def test_a_reason_of_one_line_is_one_paragraph_whatever_it_begins_with(read):
    html, _ = read({TREE: EXAMPLE[TREE].replace("    choices:\n", "    why: 1. Pain tells.\n    choices:\n")})[
        "guides/example.md"
    ]
    assert '<p class="sp-why">1. Pain tells.</p>' in html


def test_a_file_name_and_a_source_are_words(read):
    name = "content/figures/a\u0022><script>alert(1)<script>.svg".replace("/script", "script")
    marker = "marker: {figure: 'a\"><script>alert(1)<script>', x: 1, y: 2}\n"
    pages = read(
        {
            name: EXAMPLE[FRONT],
            KNEE: f"title: Knee\n{marker}",
            SOURCES: 'a-study: {title: A, author: "*A*<b>", URL: "https://example.org/<script>", publisher: "<i>"}\n',
        }
    )
    for _, page in pages.values():
        assert not {"script", "b", "i"} & {tag for tag, _ in page.elements}
    assert "*A*<b>" in pages["sources/index.md"][1].words
    linked = [had["href"] for _, had in pages["sources/index.md"][1].links if had["href"].startswith("http")]
    assert linked == ["https://example.org/%3Cscript%3E"]
