"""Whatever stands in a text field, the page means what the author means: the same choices, the same words, no more.

Random texts, from a grammar of what programs read as something else, in every text field of a library, built and read
by Python-Markdown with the extensions of this site. `SIGNPOST_TEXTS=50000` makes more of them.
"""

import json
import os
from collections.abc import Iterator
from html import unescape
from itertools import count
from random import Random

import markdown
import nasty
import pytest
from nasty import STRUCTURE, Read, each, one_line, rendered, squeezed

from generator.analyse.survey import survey
from generator.check.result import Report
from generator.core.blocks import is_allowed
from generator.core.kinds import KINDS
from generator.core.markup import plain
from generator.emit.build import build
from generator.load.files import Loaded

TEXTS = int(os.environ.get("SIGNPOST_TEXTS", "2000"))
PARTS = 8
EXTENSIONS = ["attr_list", "md_in_html", "admonition", "toc", "tables", "fenced_code"]
# What the templates are made of, and what authors can mark. Scripts, styles and the like are not among them.
ELEMENTS = each("""
a blockquote br circle code details div em figcaption figure g h1 h2 h3 h4 h5 h6 hr img li link ol p path pre rect
section span sp-words strong summary svg table tbody td text th title tr tspan ul use
""")
ATTRIBUTES = each("""
alt aria-hidden aria-label class cx cy d data-care data-choice data-edition data-flag data-from data-outcome
data-question data-seal data-search-exclude data-to data-tree dy fill-opacity font-size font-weight height hidden href
id open r rel role rx scope src start stroke-width tabindex text-anchor viewbox width x y target
""")
ADDRESSES = {"href", "src"}
# Shown in drawings only, which leave out what cannot be seen: tests/draw holds those.
DRAWN = {("site", "words", name, "0") for name in ("picture_signs", "picture_goes_on")}


def test_every_kind_of_entry_is_in_the_library_of_texts():
    assert set(STRUCTURE) == set(KINDS), "a new kind of entry needs a line in tests/nasty.py"


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_every_text_means_what_its_author_means(part: int, record_property):
    dice = Random(part)
    converter = markdown.Markdown(extensions=EXTENSIONS)
    shown = _shown(converter)
    made = 0
    while made < TEXTS / PARTS:
        library, texts = nasty.library(lambda key: nasty.text(dice, lines=key != "text" or dice.random() < 0.2))
        made += len(texts)
        pages = dict(_pages(library))
        for page in pages.values():
            _front_matter_is_harmless(page)
        read = _read(converter, pages)
        for uri, page in read.items():
            _nothing_else_is_there(page, uri)
        _every_choice_is_there(library, read)
        _every_word_is_there({path: texts[path] for path in shown}, read)
    record_property("covered", ("texts in the fields of a library", made))


# What extensions look for in finished HTML too, and what stands alone on its line.
EVERYWHERE = [
    "[TOC]",
    "x { onclick=alert(1) }",
    "{: onclick=alert(1) }",
    "[w](javascript:alert(1))",
    "\\",
    "#",
    "**",
    "| a |",
]


@pytest.mark.long
@pytest.mark.parametrize("text", EVERYWHERE)
def test_one_text_in_every_field_means_itself_in_each(text: str):
    converter = markdown.Markdown(extensions=EXTENSIONS)
    library, _ = nasty.library(lambda _: text)
    read = _read(converter, dict(_pages(library)))
    for uri, page in read.items():
        _nothing_else_is_there(page, uri)
        assert not [had for _, had in page.elements if had.get("class") == "toc"], uri
    _every_choice_is_there(library, read)


def _pages(library) -> Iterator[tuple[str, str]]:
    report = Report(survey(library), ())
    for file in build(Loaded((), {}, frozenset(), ()), report).files:
        if file.uri.endswith(".md") and not file.uri.startswith("contribute/"):
            yield file.uri, file.content


def _read(converter: markdown.Markdown, pages: dict[str, str]) -> dict[str, Read]:
    return {
        uri: Read(converter.reset().convert(page.removeprefix("---\n").partition("\n---\n")[2]))
        for uri, page in pages.items()
    }


def _shown(converter: markdown.Markdown) -> set[tuple[str, ...]]:
    """Where the texts stand that are among the words of a page, and not only in its attributes and front matter."""
    number = count()
    library, texts = nasty.library(lambda _: f"Word{next(number)}s")
    said = " ".join(page.words for page in _read(converter, dict(_pages(library))).values())
    return {path for path, text in texts.items() if text in said} - DRAWN


def _front_matter_is_harmless(page: str) -> None:
    for line in page.removeprefix("---\n").partition("\n---\n")[0].split("\n"):
        key, _, value = line.partition(": ")
        if key != "json_ld" and isinstance(told := json.loads(value), str):
            assert not set('<>"') & set(told), line
            assert unescape(told) == told, line


def _nothing_else_is_there(page: Read, uri: str) -> None:
    for tag, attributes in page.elements:
        assert tag in ELEMENTS, f"{uri}: <{tag} {attributes}>"
        # What the guide's script says is there in one element, under names of its own.
        if tag != "sp-words":
            assert attributes.keys() <= set(ATTRIBUTES), f"{uri}: <{tag} {attributes}>"
        for name in ADDRESSES & attributes.keys():
            assert is_allowed(attributes[name]), f"{uri}: {attributes[name]}"
    assert set(page.comments) <= {" "}


def _every_choice_is_there(library, read: dict[str, Read]) -> None:
    for id, tree in library.trees.items():
        page = read[f"guides/{id}.md"]
        live = [(one_line(words), attributes) for words, attributes in page.links if "data-choice" in attributes]
        wanted = [choice for question in tree.questions.values() for choice in question.choices.values()]
        # Those of the gate stand first.
        own = live[-len(wanted) :]
        assert [words for words, _ in own] == [one_line(f"{plain(one.text)} {plain(one.hint)}") for one in wanted]
        for (words, attributes), choice in zip(own, wanted, strict=True):
            if "[@" not in choice.text and "\n" not in choice.text.strip():
                assert words.startswith(one_line(Read(rendered(choice.text)).words)), choice.text
            kind, to = choice.target
            assert attributes["href"] == (f"{to}.md" if kind == "tree" else f"#{to}")
        flags = [words for words, attributes in live if "data-flag" in attributes]
        assert sorted(flags) == sorted(plain(library.red_flags[flag].text) for flag in _asked(live))
        questions = [
            one_line(words) for words, attributes in page.headings if "sp-question" in attributes.get("class", "")
        ]
        for words, question in zip(questions[-len(tree.questions) :], tree.questions.values(), strict=True):
            assert words == plain(question.ask) or "[@" in question.ask


def _asked(live: list[tuple[str, dict[str, str]]]) -> list[str]:
    return [attributes["data-flag"] for _, attributes in live if "data-flag" in attributes]


def _every_word_is_there(texts: dict[tuple[str, ...], str], read: dict[str, Read]) -> None:
    said = squeezed(" ".join(page.words for page in read.values()))
    for path, text in texts.items():
        # A citation is shown as the name of its source.
        for part in squeezed(Read(rendered(text)).words).replace("[@s;@s]", "[@s]").split("[@s]"):
            assert part in said, f"{path}: {text!r}: {part!r}"
