"""What is written for a text comes down to the HTML that CommonMark makes of it, whoever builds the site."""

from random import Random

import markdown
import nasty
import pytest
from nasty import Read, rendered, squeezed

from generator.core.markup import parse, pieces
from generator.render.safe_markdown import Targets, escaped, href, item, line, paragraphs
from generator.render.sanitizer import is_as_written

TARGETS = Targets(lambda kind, id: f"../{kind}/{id}.md", lambda ids: f"({'; '.join(ids)})")
OURS = ["attr_list", "md_in_html", "admonition", "toc", "tables", "fenced_code"]
# Others that a site may have. Those that only set type, such as `smarty`, are left out.
OTHERS = ["attr_list", "md_in_html", "admonition", "toc", "tables", "def_list", "footnotes", "abbr", "nl2br"]
OTHERS += [
    f"pymdownx.{name}" for name in ("superfences", "details", "tabbed", "tasklist", "betterem", "caret", "tilde")
]
OTHERS += [f"pymdownx.{name}" for name in ("mark", "critic", "keys", "emoji", "arithmatex", "magiclink", "snippets")]
OTHERS += ["pymdownx.blocks.admonition", "pymdownx.blocks.html", "pymdownx.fancylists", "pymdownx.saneheaders"]
MADE_BY_AUTHORS = {"p", "strong", "em", "code", "br", "pre", "ul", "ol", "li", "blockquote", "hr", "a", "img"}
MADE_BY_AUTHORS |= {f"h{level}" for level in range(1, 7)}


@pytest.mark.long
@pytest.mark.parametrize("extensions", [OURS, OTHERS], ids=["ours", "others"])
def test_random_texts_say_the_same_in_the_same_elements(extensions: list[str]):
    converter = markdown.Markdown(extensions=extensions)
    dice = Random(14)
    for _ in range(500):
        text = nasty.text(dice, lines=True, citations=False)
        html = converter.reset().convert(paragraphs(parse(text), TARGETS) + "\n")
        page, wanted = Read(html), Read(rendered(text))
        assert squeezed(page.words) == squeezed(wanted.words), text
        assert {tag for tag, _ in page.elements} <= MADE_BY_AUTHORS, text
        assert {name for _, had in page.elements for name in had} <= {"href", "src", "alt", "id", "start", "type"}, text
        # Readers see nothing of a link without words, and it is left out.
        assert len(page.links) == len([one for one, _ in wanted.links if one.strip(" ")]), text


@pytest.mark.long
def test_random_lists_quotes_and_code_have_the_same_structure():
    converter = markdown.Markdown(extensions=OURS)
    dice = Random(15)
    seen = set()
    for _ in range(400):
        text = "\n".join(_blocks(dice, 0))
        page = Read(converter.reset().convert(paragraphs(parse(text), TARGETS)))
        wanted = Read(rendered(text))
        tags = [[tag for tag, _ in one.elements if tag not in ("p", "pre", "br")] for one in (page, wanted)]
        assert tags[0] == tags[1], text
        seen.update(tags[0])
        assert squeezed(page.words) == squeezed(wanted.words), text
    assert seen == {"strong", "em", "code", "a", "ul", "ol", "li", "blockquote", "h2"}


def _blocks(dice: Random, depth: int) -> list[str]:
    lines: list[str] = []
    for _ in range(dice.randint(1, 3)):
        kind = dice.random()
        if depth > 2 or kind < 0.45:
            block = _paragraph(dice)
        elif kind < 0.8:
            block = _list(dice, depth)
        elif kind < 0.9:
            block = [f"> {one}" for one in _blocks(dice, depth + 1)]
        elif kind < 0.95:
            block = ["```", "code  <b>", "", "# x", "```"]
        else:
            block = ["## heading"]
        lines += ["", *block] if lines else block
    return lines


def _paragraph(dice: Random) -> list[str]:
    words = ["one", "**two**", "*three*", "[link](tree:one)", "`code`"]
    return [" ".join(dice.choice(words) for _ in range(dice.randint(1, 4))) for _ in range(dice.randint(1, 2))]


def _list(dice: Random, depth: int) -> list[str]:
    loose, numbered = dice.random() < 0.4, dice.random() < 0.4
    lines: list[str] = []
    for number in range(dice.randint(1, 3)):
        inside = _blocks(dice, depth + 1) if dice.random() < 0.4 else _paragraph(dice)
        mark = f"{number + 1}. " if numbered else "- "
        lines += [""] if lines and loose else []
        lines += [mark + inside[0], *(" " * len(mark) + one if one else "" for one in inside[1:])]
    return lines


@pytest.mark.parametrize(
    "text, written",
    [
        ("**Sudden** pain", "<strong>Sudden</strong> pain"),
        ("Drive C:\\", "Drive C:&#92;"),
        ("one \\] two", "one &#93; two"),
        ("\\[sic", "&#91;sic"),
        ("<https://example.org/x>", "https&#58;//example.org/x"),
        ("Learn C#", "Learn C\\#"),
        ("10\u00a0mg ", "10\u00a0mg"),
        ("10\u00a0", "10&#160;"),
        ("- [x] {.y} $1", "\\- &#91;x&#93; &#123;.y&#125; &#36;1"),
        ("12. Call", "12\\. Call"),
        ("R&D &amp; &amp;amp;", "R&amp;D &amp; &amp;amp;"),
        ("Costs £3.50, or 10:30 - 11:00 (it\u2019s free)!", "Costs £3.50, or 10:30 - 11:00 (it\u2019s free)!"),
        ("see [words](tree:one) [@s].", "see words."),
        ("`a_b` and <b>", "<code>a\\_b</code> and &lt;b&gt;"),
    ],
)
def test_the_inside_of_a_link(text: str, written: str):
    assert line(pieces(text), None) == written


def test_links_and_citations_are_written_for_site_builders():
    written = line(pieces("Stop![words *here*](tree:one) [@a; @b], <a@b.c>"), TARGETS)
    assert written == "Stop\\![words <em>here</em>](../tree/one.md) (a; b), [a&#64;b.c](mailto:a&#64;b.c)"


def test_an_item_of_several_blocks_is_indented():
    assert item(parse("one\ntwo\n\n- three\n\n```\nfour  five\n```"), TARGETS) == (
        "one two\n\n    - three\n\n    <code>four&#160;&#160;five</code>"
    )


def test_addresses():
    assert href("https://a.b/(c)?d=1&e='f'") == "https://a.b/&#40;c&#41;?d=1&amp;e=&#39;f&#39;"
    assert href("../a (b)é.md#c") == "../a%20%28b%29%C3%A9.md#c"


def test_the_second_wall_lets_through_only_what_authors_can_mark():
    assert is_as_written("a <strong>b</strong> <code>&#91;</code><br>\n&lt;b&gt; &amp;amp;")
    for html in ["<script>", "<a href='x'>a</a>", "<strong class='x'>a</strong>", "<b>a</b>", "<img src=x>"]:
        assert not is_as_written(f"a {html} b")


def test_where_the_second_wall_takes_something_out_the_words_stay(monkeypatch):
    monkeypatch.setattr(
        "generator.render.safe_markdown._TAGS", {"strong": "<strong onclick='x'>", "/strong": "</strong>"}
    )
    assert line(pieces("**a**#"), TARGETS) == "a\\#"
    assert escaped("a#") == "a\\#"
