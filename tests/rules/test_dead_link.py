import pytest
from example import KNEE, add

PAGE = "content/about/page.md"
OTHERS = {
    "content/about/index.md": "# About\n\n## Who\n",
    "content/pictures/a.png": "",
    "content/pictures/b.svg": "",
    "content/a b/ü.md": "# Ü\n",
    "content/paper.pdf": "",
    "content/site.yml": "rule_pages: true\n",
}


def said(page: str) -> dict[str, str]:
    return OTHERS | {PAGE: f"---\ntitle: A page\n---\n\n# A page\n\n{page}\n"}


@pytest.mark.parametrize(
    "page",
    [
        "[a](index.md) [b](index.md#who) [c](../about/index.md) [d](page.md) [e](page.md#a-page) [f](#a-page)",
        "[a](../guides/index.md) [b](../guides/example.md) [c](../guides/example.md#rest)",
        "[d](../sources/index.md#a-study)",
        "[a](../guides/example/whole/index.md) [b](../guides/example/guide.json) [c](../sw.js) [d](../index.md)",
        "[a](../outcomes/care-soon.md) [b](../places/knee.md) [c](../contribute/rules.md)",
        "![a](../pictures/a.png) ![b](../pictures/b.svg) [c](../pictures/a.png) [d](../paper.pdf#page=2)",
        "[a](<../a b/ü.md>) [b](../a%20b/%C3%BC.md) [c](../a%20b/ü.md)",
        "[a][there] [there] [There][] ![a][picture]\n\n[there]: index.md#who\n[picture]: ../pictures/a.png 'A picture'",
        "[a](https://example.org) [b](//example.org/a) [c](mailto:a@b.org) [d](tel:999)",
        "<https://example.org> <a@b.org>",
        "[a](#) [b](?print) [c](index.md?a=b#who)",
        "`[a](none.md)` ``[a](none.md)`` \\[a](none.md) \\[a]\\[b]",
        "```\n[a](none.md)\n```\n\n    [a](none.md)\n\nWords [are] no link, nor is [1].",
        "<!-- [a](none.md) -->\n\n<details markdown>\n<summary>More</summary>\n\n[a](index.md)\n\n</details>",
        '<a href="#a-page">a</a> <a href="https://example.org">b</a> <a id="here"></a> [c](#here)',
        "!!! note\n    [a](index.md)\n\n| a |\n|---|\n| [b](index.md) |",
        "[the guide](tree:example) [@a-study] [a study](source:a-study)",
    ],
)
def test_a_link_that_leads_somewhere_is_no_fault(page, found_at_marks):
    assert not found_at_marks(said(page))


@pytest.mark.parametrize(
    ("page", "message", "help"),
    [
        ("[a](▸none.md)", 'no page or file "none.md" here', "Name a file that is there"),
        ("[a](▸indx.md)", 'no page or file "indx.md" here', 'Did you mean "index.md"?'),
        ("[a](▸../guides/exampel.md)", "no page or file", 'Did you mean "../guides/example.md"?'),
        ("[a](▸../../README.md)", "no page or file", "Name a file"),
        ("![a](▸none.png)", 'no picture "none.png" here', "Name a file"),
        ("![a](▸index.md)", 'no picture "index.md" here', ""),
        ("![a](▸../figures/front.svg)", "no picture", ""),
        ("[a](▸../guides/)", '"../guides/" is not a file of the site', 'Did you mean "../guides/index.md"?'),
        ("[a](▸../guides/example/)", "is not a file of the site", 'Did you mean "../guides/example.md"?'),
        ("[a](▸../guides/example)", "is not a file of the site", 'Did you mean "../guides/example.md"?'),
        ("[a](▸/guides/example/)", "begins at the root of the host", 'Did you mean "tree:example"?'),
        ("[a](▸/)", "begins at the root of the host", "seen from the folder"),
        ("[a](▸.)", "is not a file of the site", ""),
        ("[a](▸www.nhs.uk)", 'no page or file "www.nhs.uk"', 'Did you mean "https://www.nhs.uk"?'),
        ("[a](▸a@b.org)", "no page or file", 'Did you mean "mailto:a@b.org"?'),
        ("[a](▸Index.md)", "no page or file", 'Did you mean "index.md"?'),
        ("[a](▸../sitemap.xml)", "no page or file", ""),
        ("[a](▸../assets/preview/site.png)", "no page or file", ""),
        ("[a](<▸b c.md>)", "no page or file", ""),
        ("[a](▸b c.md)", 'no page or file "b c.md"', ""),
        ("▸[a][there]\n\n[there]: none.md", "no page or file", ""),
        ("▸[a][nowhere]", 'no definition of "nowhere"', "[name]: address"),
        ("a ▸[nowhere][]", 'no definition of "nowhere"', "[name]: address"),
        ("> - [a](▸none.md)", "no page or file", ""),
        ("[![a](../pictures/a.png)](▸none.md)", "no page or file", ""),
        ("[![a](▸none.png)](index.md)", "no picture", ""),
        ("!!! note\n    [a](▸none.md)", "no page or file", ""),
        ("| a |\n|---|\n| [b](▸none.md) |", "no page or file", ""),
        # What a character reference stands for is not looked up in an address.
        ("[a](▸pag&#101;.md)", "", ""),
        ("[a](▸pa\\ge.md)", "no page or file", ""),
        # Python-Markdown takes this for a paragraph of the item, CommonMark for code.
        ("- a\n\n      [b](▸none.md)", "no page or file", ""),
        ('<a href="▸index.md">a</a>', "disagree", "Write it in Markdown"),
        ('<p>\n<img src="▸../pictures/a.png">\n</p>', "disagree", "Write it in Markdown"),
    ],
)
def test_one_that_leads_to_nothing_is_told_at_its_address(page, message, help, found_at_marks):
    [finding] = found_at_marks(said(page))
    assert finding.code == "S412"
    assert message in finding.message
    assert help in finding.help


@pytest.mark.parametrize("page", ["[a](▸http://[::1)", "[a](<▸http://[::1>)", "[a]: ▸http://[::1"])
def test_an_address_that_no_browser_can_read_is_told_as_any_other_kind_that_is_none(page, found_at_marks):
    [finding] = found_at_marks(said(page))
    assert finding.code in ("S409", "S412")


def test_so_is_one_in_angle_brackets(found_at_marks):
    [finding] = found_at_marks(said("a <▸http://[::1> b"))
    assert finding.code == "S412"
    assert "no address that a browser can read" in finding.message


@pytest.mark.parametrize(
    "address", ["", "pictures/a.png", "about/", "about/page/", "guides/example/", "about/index.html", "."]
)
def test_on_the_index_of_a_folder_html_may_name_what_browsers_see(address, found_at_marks):
    files = said("") | {"content/index.md": f'# Home\n\n<a href="{address}">a</a> <a href="▸about/none/">b</a>\n'}
    [finding] = found_at_marks(files)
    assert finding.code == "S412"


def test_windows_line_ends_and_a_byte_order_mark_move_nothing(project, checked):
    from example import EXAMPLE

    text = "\ufeff---\r\ntitle: A\r\n---\r\n\r\n# A\r\n\r\nSee [a](none.md).\r\n"
    [finding] = checked(project({**EXAMPLE, PAGE: text})).findings
    assert (finding.code, finding.line, finding.column) == ("S412", 7, 9)


def test_a_page_that_could_not_be_read_is_there_all_the_same(project, checked):
    from example import EXAMPLE

    files = {**EXAMPLE, PAGE: "[a](other.md)\n", "content/about/other.md": b"# \xff\n"}
    [finding] = checked(project(files)).findings
    assert finding.code == "S102"


def test_a_place_that_leads_to_a_page_is_judged_by_that_pages_name(found_at_marks):
    assert not found_at_marks(add(KNEE, "what: See [more](page:about/index.md).\n") | OTHERS)
