"""Find malformed citations and links: text that looks like one but is none, so that readers would see it as typed."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.core.blocks import WEB_KINDS, Piece
from generator.core.kinds import LINK_KINDS
from generator.core.lookalikes import as_id, odd_character

_ID = r"[A-Za-z0-9_-]+"
_AT = "[@\N{FULLWIDTH COMMERCIAL AT}]"
# A well-formed citation; nearly every "@" in a library is in one.
_RIGHT = re.compile(rf"\[@{_ID}[ \n\t]*(?:;[ \n\t]*@{_ID}[ \n\t]*)*\]")
# Brackets with an at sign, closed or not; or an at sign alone before a name. Not in email addresses.
_WRONG = re.compile(rf"(?<!\\)\[(?:[^\[\]\n]*[^\w\[\]\n])?{_AT}[^\[\]\n]*\]?|(?<![\w.+\-/\\])(?<!\\\[){_AT} ?{_ID}")
_NAMED = re.compile(rf"{_AT}[ \t\n]*([^\[\]@;,\s]+(?:[\u00a0\u2000-\u200a\u202f][^\[\]@;,\s]+)*)")
_WORD = re.compile(_ID)
_IN_BRACKETS = re.compile(r"\[(?<![\\\]]\[)[ \t]*([a-z0-9][a-z0-9-]*)[ \t]*\](?![(\[:])")
_KINDS = "|".join((*LINK_KINDS, *sorted(WEB_KINDS)))
# A space between the two parts of a link, the two parts in the wrong order, and a link that is never closed.
_APART = re.compile(rf"(?<!\\)\[([^\[\]\n]+)\][ \t]+\(((?:{_KINDS}):[^()\s]+)\)")
_TURNED = re.compile(rf"\(([^()\n]+)\)\[((?:{_KINDS}):[^\[\]\s]+)\]")
_OPEN = re.compile(rf"(?<!\\)\[([^\[\]\n]+)\]\(((?:{_KINDS}):[^()\s]+)(?=[ \n]|$)(?![ \n]+[\"'(])(?![^()]*\))")
# The address is followed by something other than a title in quotes, so not all Markdown parsers see a link.
_CROWDED = re.compile(
    rf"(?<!\\)\[([^\[\]\n]+)\]\([ \t]*((?:{'|'.join(LINK_KINDS)}):[^()\s]+)[ \t\n]+(?:[^()\n]|\([^()\n]*\)|\n(?!\n))*\)"
)
# Quick pre-checks for `_APART` and `_OPEN`, which begin with a sign that is found fast.
_MAYBE_APART = re.compile(rf"\][ \t]+\((?:{_KINDS}):")
_MAYBE_OPEN = re.compile(rf"\]\([ \t]*(?:{_KINDS}):[^()\s]+(?![^()\s]|\))")
_YEAR = re.compile(r"-(?:1[89]|20)\d\d")


@dataclass(frozen=True, slots=True)
class MalformedLink:
    """A malformed citation or link.

    Attributes:
        kind: what it looks like.
        written: its text, as typed.
        meant: what to write instead; empty if unknown.
        offset: where it begins in the text.
        odd: in a citation, a character of an id that looks like another one; else empty.
    """

    kind: Literal["citation", "link"]
    written: str
    meant: str
    offset: int
    odd: str = ""


def may_have_malformed_links(text: str, sources: Collection[str]) -> bool:
    """A quick pre-check of one text, or of many joined; without false negatives."""
    if "@" in text or "\N{FULLWIDTH COMMERCIAL AT}" in text:
        without = _RIGHT.sub("", text)
        if "@" in without or "\N{FULLWIDTH COMMERCIAL AT}" in without:
            return True
    if "[" not in text:
        return False
    return (
        ("] " in text and _MAYBE_APART.search(text) is not None)
        or ")[" in text
        or any(found[1] in sources for found in _IN_BRACKETS.finditer(text))
        or _MAYBE_OPEN.search(text) is not None
    )


def malformed_links(text: str, pieces: tuple[Piece, ...], sources: Collection[str]) -> Iterator[MalformedLink]:
    """The malformed citations and links of a text, in text order.

    Args:
        text: as an author wrote it.
        pieces: its inline pieces; code and addresses are ignored.
        sources: the ids of all sources.
    """
    if not may_have_malformed_links(text, sources):
        return
    # In paragraphs, line ends are shown as spaces.
    shown = _one_line("".join(piece.words if piece.kind == "words" else "\0" for piece in pieces))
    found = [*_citations(text, sources), *_links(text)]
    for malformed in sorted(found, key=lambda one: one.offset):
        # Only what the parser read as plain words counts.
        if _one_line(malformed.written.partition("](")[0]) in shown:
            yield malformed


def _citations(text: str, sources: Collection[str]) -> Iterator[MalformedLink]:
    right = [found.span() for found in _RIGHT.finditer(text)]
    for found in _WRONG.finditer(text):
        if any(begin <= found.start() < end for begin, end in right):
            continue
        written = found[0]
        inside = written.strip("[]")
        typed = [one.rstrip(".:") for one in _NAMED.findall(inside)]
        typed += [one for one in _WORD.findall(inside) if one in sources]
        ids = tuple(dict.fromkeys(one if one in sources else as_id(one) or one for one in typed))
        if not written.startswith("[") and not any(one in sources or _YEAR.search(one) for one in ids):
            continue
        odd = next(filter(None, map(odd_character, typed)), "")
        meant = f"[{'; '.join(f'@{one}' for one in ids)}]" if ids else ""
        yield MalformedLink("citation", written, meant, found.start(), odd)
    for found in _IN_BRACKETS.finditer(text):
        if found[1] in sources:
            yield MalformedLink("citation", found[0], f"[@{found[1]}]", found.start())


def _one_line(text: str) -> str:
    """The text with tabs, line ends and repeated spaces as one space. Other spaces stay: they may be the mistake."""
    return re.sub("[ \t\n]+", " ", text).strip(" ")


def _links(text: str) -> Iterator[MalformedLink]:
    told = set()
    for form in (_APART, _TURNED, _CROWDED, _OPEN):
        for found in form.finditer(text):
            if found.start() in told:
                continue
            told.add(found.start())
            target = found[2].rstrip(".,;:") if form is _OPEN else found[2]
            yield MalformedLink("link", found[0], f"[{found[1]}]({target})", found.start())
