"""What an author's text means: read once as CommonMark, with citations and links by id; its words and what it names.

`[@goom-2016]` or `[@goom-2016; @beatty-2017]` cites sources. `[words](outcome:get-it-checked)` links
to a thing of the library; the kinds are tree, outcome, faq, place, source, and page for an ordinary page.
A text of one line is inline Markdown; a text of several lines can hold paragraphs, headings, lists, quotes and code.
HTML means nothing here: it is shown as it was typed. What stands in backticks is code, and stays as it is.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from generator.core.blocks import NAME, Block, Mention, Piece, is_allowed, one_line, seen, words
from generator.core.kinds import LINK_KINDS

# Without any of these there are words, citations and links by id only, in paragraphs where each line begins with a
# letter or one of `_BEGINS_WORDS`. Such texts, nearly all, are not given to the parser. A test holds the two ways to
# each other.
_MARKS = ("*", "_", "<", "\\", "`", "]:", "][", "\t", " \n")
# A link by id to whose words nothing can happen, and the beginning of a citation.
_LINK = re.compile(
    rf"(?<!!)\[([^\W_](?:[\w ,.'\u2019-]*[^\W_])?)\]\(((?:{'|'.join(LINK_KINDS)}):[a-z0-9]+(?:[./-][a-z0-9]+)*)\)"
)
_BRACKET = re.compile(rf"\[@|{_LINK.pattern}")
_BEGINS_WORDS = frozenset("[(\"'\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}")
_BLANKS = " \n\t"
# Characters of an address that need no encoding anywhere in it.
_IN_ADDRESS = NAME | frozenset(".:/?#&=+~,;@()")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def parse(text: str) -> tuple[Block, ...]:
    """A text as blocks; one paragraph where it has one line, none where it is blank."""
    return _parsed(seen(text).strip(_BLANKS))


def pieces(text: str) -> tuple[Piece, ...]:
    """A text as one line: the pieces of all its blocks, with a space between two blocks."""
    found: list[Piece] = []
    for inside in _lines(parse(text)):
        found += (Piece("space"), *inside) if found else inside
    return tuple(found)


def mentions(text: str) -> Iterator[Mention]:
    """Everything that a text cites or links to by id, and what looks like a link of another kind as "link-kind"."""
    # Most texts have neither, and this runs over every text of a library.
    if "[" not in text:
        return
    before = len(text) - len(text.lstrip(_BLANKS))
    for piece in pieces(text):
        for name in piece.names:
            yield replace(name, offset=name.offset + before) if before else name


@lru_cache(maxsize=1 << 18)
def plain(text: str) -> str:
    """One line of the words that a reader sees, without citations, for titles, descriptions, attributes and data."""
    bare = seen(text).strip(_BLANKS)
    if "[" not in bare and "\n" not in bare and not _may_mean_more(bare):
        # Nearly all are one line of words and nothing else.
        return one_line(bare)
    return one_line("".join(words(pieces(text))))


def literal(words: str) -> str:
    """Markdown that means exactly these words, to be put together with other Markdown."""
    return "".join(f"\\{one}" if one in _PUNCTUATION else one for one in seen(words))


def web_address(url: str) -> str:
    """An address on the web as a browser would ask for it; "" where it is none."""
    if not _IN_ADDRESS.issuperset(url):
        from generator.core.grammar import normalized

        url = normalized(seen(url).strip())
    return url if url.lower().startswith(("http://", "https://")) and is_allowed(url) else ""


@lru_cache(maxsize=8192)
def _parsed(bare: str) -> tuple[Block, ...]:
    if (simple := simply_parsed(bare)) is not None:
        return simple
    # Imported here: the parser takes a twentieth of a second to load, and many projects have no text that needs it.
    from generator.core.grammar import read

    return read(bare)


def simply_parsed(bare: str) -> tuple[Block, ...] | None:
    """What the parser makes of a text of words, citations and links by id, in a tenth of the time; None for others.

    Args:
        bare: the text without blanks around it.
    """
    if _may_mean_more(bare):
        return None
    if (links := bare.count("](")) and len(_LINK.findall(bare)) < links:
        return None
    found: list[Block] = []
    inside: list[Piece] = []
    lines = bare.split("\n")
    at = 0
    for line in lines:
        if not line:
            found += [Block("paragraph", tuple(inside))] if inside else []
            inside = []
        else:
            if len(lines) > 1 and not _begins_words(line):
                return None
            inside += [Piece("space")] if inside else []
            inside += _words_and_citations(line, at) if "[" in line else [Piece("words", line)]
        at += len(line) + 1
    return (*found, Block("paragraph", tuple(inside))) if inside else tuple(found)


def _may_mean_more(bare: str) -> bool:
    return any(mark in bare for mark in _MARKS) or ("&" in bare and ";" in bare)


def _begins_words(line: str) -> bool:
    # Of the wide spaces around a paragraph the parser takes some away.
    return (
        (line[0].isalpha() or line[0] in _BEGINS_WORDS) and line.count("[") == line.count("]") and line.strip() == line
    )


def _words_and_citations(line: str, at: int) -> Iterator[Piece]:
    """The pieces of a line in which brackets can be nothing but citations and links by id.

    Args:
        line: one without other links.
        at: where in the text the line begins.
    """
    said = 0
    found = _BRACKET.search(line)
    while found:
        begin = found.start()
        if found[2]:
            if begin > said:
                yield Piece("words", line[said:begin])
            kind, _, id = found[2].partition(":")
            place, said = found.start(2), found.end()
            span = (at + place, at + place + len(found[2]))
            yield Piece("link", target=found[2], names=(Mention(kind, id, span[0]),), span=span, at=span[0])
            yield Piece("words", found[1])
            yield Piece("/link")
            found = _BRACKET.search(line, said)
            continue
        inside, closed, _ = line[begin + 1 :].partition("]")
        ids = [one.strip(" ") for one in inside.split(";")]
        end = begin + len(inside) + 2
        if closed and all(one[:1] == "@" and len(one) > 1 and NAME.issuperset(one[1:]) for one in ids):
            if begin > said:
                yield Piece("words", line[said:begin])
            names = []
            here = begin
            for one in ids:
                here = line.index(one, here)
                names.append(Mention("source", one[1:], at + here))
                here += len(one)
            yield Piece("citation", names=tuple(names), span=(at + begin, at + end))
            said = end
        else:
            end = begin + 1
        found = _BRACKET.search(line, end)
    if said < len(line):
        yield Piece("words", line[said:])


def _lines(blocks: Iterable[Block]) -> Iterator[tuple[Piece, ...]]:
    for block in blocks:
        if block.pieces:
            yield block.pieces
        yield from _lines(block.blocks)
