"""Ordinary pages stay as they are, but for citations and links by id, wherever Python-Markdown would see them."""

import pytest

from generator.core.page_text import front_matter_end, line_ends, page_mentions, page_title, resolved

PAGE = """\
---
title: "[@not](tree:not)"
---

# About *us* { #us .x }

See [the knee](tree:knee), [a *site*](https://example.org) and [@a; @b]. ![not](picture.png)

!!! note "With [a title](faq:c)"
    Inside [@c], `[@not]` and [words [@d]](tree:e).

        [@not]

    - one [two](<outcome:f>)

???+ tip
    > deep [@g]

[^1]: A footnote [@h]

    goes on [@i].

term
:   A definition [@j]

    ```
    [@not]
    ```

```
[@not](tree:not)
```

    [@not]

<div class="x" markdown>
[html](page:about/index.md)
</div>

Defined [elsewhere][later] and here.
[later]: place:l
"""
NAMED = ["knee", "a", "b", "c", "f", "g", "h", "i", "j", "e", "d", "about/index.md", "l"]


def test_everything_that_a_page_names_is_found_and_nothing_in_code():
    found = list(page_mentions(PAGE))
    assert {one.id for one in found} == set(NAMED)
    for one in found:
        name = f"@{one.id}" if one.kind == "source" else f"{one.kind}:{one.id}"
        assert PAGE.startswith(name, one.offset) or PAGE.startswith("[elsewhere]", one.offset)


def test_only_what_is_named_changes():
    made = resolved(PAGE, lambda kind, id: f"../{kind}/{id}.md", lambda ids: f"({'; '.join(ids)})")
    expected = PAGE
    for old, new in [
        ("(tree:knee)", "(../tree/knee.md)"),
        ("[@a; @b]", "(a; b)"),
        ("(faq:c)", "(../faq/c.md)"),
        ("[@c]", "(c)"),
        # There can be no link within a link.
        ("[words [@d]](tree:e)", "[words ](../tree/e.md)"),
        ("outcome:f", "../outcome/f.md"),
        ("[@g]", "(g)"),
        ("[@h]", "(h)"),
        ("[@i]", "(i)"),
        ("[@j]", "(j)"),
        ("page:about/index.md", "../page/about/index.md.md"),
        ("place:l", "../place/l.md"),
    ]:
        assert expected.count(old) == 1
        expected = expected.replace(old, new)
    assert made == expected


def test_a_citation_makes_no_link_of_the_brackets_before_it():
    made = resolved("[A study][@a], [b] [@c] and [@d][@e].", lambda *_: "", lambda ids: f"({'; '.join(ids)})")
    assert made == "[A study] (a), [b] (c) and (d) (e)."


@pytest.mark.parametrize(
    "page",
    [
        "[w](javascript:x)",
        "!!! note\n    [w]\n\n    [w]: javascript:x",
        "> [w]: javascript:x",
        "- a\n\n    [w]: javascript:x",
        "words\n[w]: javascript:x",
        "[w](java\nscript:x)",
        "[w](`javascript:x`)",
        "[w](outcomes:x)",
    ],
)
def test_a_link_that_leads_nowhere_good_is_told_of(page: str):
    assert [one.kind for one in page_mentions(page)] == ["link-kind"]


def test_a_page_that_speaks_of_scripts_is_fine():
    assert not list(
        page_mentions("Works without JavaScript: all of it. See [JavaScript: notes](notes.md) [1]: `data:x`.")
    )


@pytest.mark.parametrize(
    "text, title",
    [
        (PAGE, "About *us*"),
        ("---\n# no: heading\n---\n\n```\n# nor this\n```\n\nC\\#\n===\n", "C\\#"),
        ("## Only a part\n", "page"),
        ("# A {b} c #\n", "A {b} c"),
        ("", "page"),
    ],
)
def test_the_title_of_a_page_is_its_first_heading(text: str, title: str):
    assert page_title(text, "about/page.md") == title


@pytest.mark.parametrize(
    "text, begin",
    [("---\na: b\n---\nx", "x"), ("---  \na: b\n...\nx", "x"), ("---\na: b\n", "---"), ("x\n---\n", "x"), ("", "")],
)
def test_where_the_markdown_of_a_page_begins(text: str, begin: str):
    assert text[front_matter_end(text) :].startswith(begin)


def test_line_ends_of_all_systems():
    assert line_ends("a\r\nb\rc\n") == "a\nb\nc\n"
