"""The grammar of texts: CommonMark without HTML, plus citations and links by id. Only this imports markdown_it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Literal
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, list_block, reference
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, autolink, image, link
from markdown_it.token import Token

from generator.core.blocks import NAME, WEB_KINDS, Block, Mention, Piece, is_allowed, one_line, visible_text, words
from generator.core.kinds import LINK_KINDS

# The deepest nesting: a quote takes one level, a list two. Anything deeper is shown with its marks, so no word is lost.
_DEEPEST = 12
# Deeper nested emphasis is dropped: readers see no difference.
_DEEPEST_EMPHASIS = 6
_LONGEST_SCHEME = 32
_SCRIPTS = frozenset(("javascript", "vbscript", "data"))
_MARKS: dict[str, Literal["strong", "/strong", "em", "/em"]] = {
    "strong_open": "strong",
    "strong_close": "/strong",
    "em_open": "em",
    "em_close": "/em",
}
# Markers of indented blocks of Python-Markdown and its extensions: admonitions, details, tabs, footnotes, definitions.
_BLOCK_MARKERS = ("!!! ", "!!!+ ", "??? ", "???+ ", "=== ", "[^", ":   ")
_INDENT = 4
# A line without any of these is plain words.
_MARKS_IN_TEXT = "[*_&<\\`\n"
_BlockRule = Callable[[StateBlock, int, int, bool], bool]
_Offset = Callable[[int], int]


def read(text: str) -> tuple[Block, ...]:
    """Parse a text into blocks; a text of one line is always one paragraph."""
    if "\n" not in text:
        [inline] = _parser().parseInline(text)
        return (Block("paragraph", tuple(_pieces(inline.children or [], lambda at: at))),)
    return _Reader(text.split("\n")).blocks(iter(_parser().parse(text)))


def read_page(text: str) -> tuple[Block, ...]:
    """Parse the links and headings of an ordinary page; everything else is left to the site builder.

    Args:
        text: with "\\n" as line ending.
    """
    env: dict[str, dict[str, dict[str, Any]]] = {}
    reader = _Reader(text.split("\n"))
    return reader.blocks(iter(_page_parser().parse(text, env))) + reader.definitions(env.get("references", {}))


def normalized(url: str) -> str:
    """An address with invalid characters percent-encoded."""
    return _parser().normalizeLink(url)


@cache
def _parser() -> MarkdownIt:
    return _made()


def _made() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": False}).disable(["html_block", "html_inline"])
    made.core.ruler.at("inline", _inline(_MARKS_IN_TEXT))
    # markdown-it calls this for the address of every link, image and definition.
    made.validateLink = is_allowed  # type: ignore[method-assign]  # The library documents it as a thing to replace.
    made.inline.ruler.before("link", "citation", _citation)
    made.inline.ruler.at("link", _link)
    made.inline.ruler.at("image", _image)
    made.inline.ruler.at("autolink", _autolink)
    made.block.ruler.at("blockquote", _capped(blockquote), {"alt": ["paragraph", "reference", "blockquote", "list"]})
    made.block.ruler.at("list", _capped(list_block), {"alt": ["paragraph", "reference", "blockquote"]})
    return made


@cache
def _page_parser() -> MarkdownIt:
    made = _made()
    # Only links and headings of a page matter.
    made.core.ruler.at("inline", _inline("["))
    made.block.ruler.before("code", "part", _capped(_part), {"alt": ["paragraph", "reference", "blockquote", "list"]})
    # Python-Markdown accepts a link definition anywhere, even within a paragraph.
    made.block.ruler.at("reference", reference, {"alt": ["paragraph"]})
    return made


def _inline(marks: str) -> Callable[[StateCore], None]:
    """A variant of markdown-it's inline rule that parses only lines with at least one of some marks."""

    def rule(state: StateCore) -> None:
        for token in state.tokens:
            if token.type == "inline":
                token.children = []
                if any(mark in token.content for mark in marks):
                    state.md.inline.parse(token.content, state.md, state.env, token.children)
                else:
                    token.children.append(Token("text", "", 0, content=token.content))

    return rule


def _capped(rule: _BlockRule) -> _BlockRule:
    return lambda state, start, end, silent: state.level < _DEEPEST and rule(state, start, end, silent)


def _part(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A block rule: a line such as `!!! note "Title"` and everything below it that is indented by four spaces."""
    if state.is_code_block(start):
        return False
    begin, line_end = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if not state.src.startswith(_BLOCK_MARKERS, begin, line_end):
        return False
    if silent:
        return True
    inline = state.push("paragraph_open", "p", 1)
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = state.src[begin:line_end], [start, start + 1], []
    state.push("paragraph_close", "p", -1)
    deep = state.blkIndent + _INDENT
    last = start + 1
    while last < end and (state.isEmpty(last) or state.sCount[last] >= deep):
        last += 1
    state.push("blockquote_open", "div", 1)
    before, line_max, parent = state.blkIndent, state.lineMax, state.parentType
    state.blkIndent, state.lineMax, state.parentType = deep, last, "root"
    state.md.block.tokenize(state, start + 1, last)
    state.blkIndent, state.lineMax, state.parentType = before, line_max, parent
    state.push("blockquote_close", "div", -1)
    state.line = last
    return True


def _citation(state: StateInline, silent: bool) -> bool:
    """An inline rule: a citation, `[@id]` or `[@id; @id]`."""
    text, at, end = state.src, state.pos, state.posMax
    # `silent` is set within link text: a citation there must not count as a link, which would prevent the outer one.
    if silent or not text.startswith("[@", at):
        return False
    names: list[tuple[str, str, int]] = []
    while at < end and text[at] == ("[" if not names else ";"):
        begin = at = _skipped(text, at + 1, end)
        at += 1
        while at < end and text[at] in NAME:
            at += 1
        if not text.startswith("@", begin) or at == begin + 1:
            return False
        names.append(("source", text[begin + 1 : at], begin))
        at = _skipped(text, at, end)
    if at >= end or text[at] != "]":
        return False
    state.push("citation", "", 0).meta = {"names": names, "span": (state.pos, at + 1)}
    state.pos = at + 1
    return True


def _link(state: StateInline, silent: bool) -> bool:
    """CommonMark's link rule, which also records links by id and malformed links."""
    start, before = state.pos, len(state.tokens)
    if not link(state, silent):
        if not silent and state.src[start] == "[":
            _record_malformed_link(state)
        return False
    if not silent:
        opened = next(token for token in state.tokens[before:] if token.type == "link_open")
        written = _destination(state, start)
        begin, target = written or (start, unquote(str(opened.attrs["href"])))
        opened.meta = {"at": begin}
        kind, _, id = target.partition(":")
        if kind in LINK_KINDS:
            span = (begin, begin + len(target)) if written else (begin, begin)
            opened.meta |= {"names": [(kind, id, begin)], "span": span}
    return True


def _destination(state: StateInline, start: int) -> tuple[int, str] | None:
    """The offset and text of the address in the link that was just parsed; None if a definition gives the address."""
    helpers, text = state.md.helpers, state.src
    end = helpers.parseLinkLabel(state, start, True)
    if not text.startswith("(", end + 1) or state.pos <= end + 2:
        return None
    begin = _skipped(text, end + 2, state.posMax)
    found = helpers.parseLinkDestination(text, begin, state.posMax)
    return (begin + text.startswith("<", begin), found.str) if found.ok else None


def _record_malformed_link(state: StateInline) -> None:
    """Record a malformed link: `[words](kind: id)`, `[words](script:…)`, `[words]: script:…`, `[words][nothing]`."""
    text, end, helpers = state.src, state.posMax, state.md.helpers
    label_end = helpers.parseLinkLabel(state, state.pos, True)
    if label_end >= 0 and text.startswith("[", label_end + 1) and not text.startswith("[@", label_end + 1):
        name_end = helpers.parseLinkLabel(state, label_end + 1, True)
        if name_end >= 0:
            name = text[label_end + 2 : name_end] or text[state.pos + 1 : label_end]
            state.push("malformed", "", 0).meta = {"names": [("definition", name, state.pos)]}
        return
    if label_end < 0 or not text.startswith(("(", ":"), label_end + 1):
        return
    if text[label_end + 1] == ":" and text[: state.pos].rpartition("\n")[2].strip(" "):
        return  # Only at the start of a line would it be a definition.
    begin = _skipped(text, label_end + 2, end)
    found = helpers.parseLinkDestination(text, begin, end)
    begin += text.startswith("<", begin)
    kind, colon, rest = found.str.partition(":") if found.ok else ("", "", "")
    if not colon:
        # Browsers ignore line ends in an address.
        joined, colon, rest = text[begin : begin + _LONGEST_SCHEME].replace("\n", "").partition(":")
        kind = joined if joined.lower() in _SCRIPTS else ""
    if colon and kind and {"/", "?", "#"}.isdisjoint(kind):
        # If the kind is right, what follows it is not a valid address.
        named = f"{kind}: " if not rest else found.str if kind.lower() in WEB_KINDS else kind
        state.push("malformed", "", 0).meta = {"names": [("link-kind", named.replace("\n", ""), begin)]}


def _image(state: StateInline, silent: bool) -> bool:
    """CommonMark's image rule, but not for entries of the library: there it is an exclamation mark before a link."""
    start, before, pending = state.pos, len(state.tokens), state.pending
    if not image(state, silent):
        return False
    if silent:
        return True
    if str(state.tokens[-1].attrs["src"]).partition(":")[0] in LINK_KINDS:
        del state.tokens[before:], state.tokens_meta[before:]
        state.pos, state.pending = start, pending
        return False
    state.tokens[-1].meta = {"at": (_destination(state, start + 1) or (start,))[0]}
    return True


def _autolink(state: StateInline, silent: bool) -> bool:
    """CommonMark's autolink rule, but not for entries of the library, which need link text."""
    begin = state.pos + 1
    kind = state.src[begin : begin + _LONGEST_SCHEME].partition(":")[0]
    return kind not in LINK_KINDS and autolink(state, silent)


def _skipped(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " \n\t":
        at += 1
    return at


class _Reader:
    """Turns tokens into blocks, with offsets in the whole text."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def blocks(self, tokens: Iterator[Token]) -> tuple[Block, ...]:
        """The blocks up to the end of the enclosing one."""
        found: list[Block] = []
        for token in tokens:
            match token.type:
                case "paragraph_open":
                    inside, _ = self._inside(tokens)
                    found.append(Block("paragraph", inside, tight=token.hidden))
                case "heading_open":
                    inside, source = self._inside(tokens)
                    line = (token.map or [0])[0]
                    found.append(Block("heading", inside, number=int(token.tag[1:]), source=source, line=line))
                case "fence" | "code_block":
                    found.append(Block("code", (Piece("code", token.content.removesuffix("\n")),)))
                case "hr":
                    found.append(Block("rule"))
                case "blockquote_open":
                    found.append(Block("quote", blocks=self.blocks(tokens)))
                case "list_item_open":
                    found.append(Block("item", blocks=self.blocks(tokens)))
                case "bullet_list_open":
                    found.append(_list(self.blocks(tokens)))
                case "ordered_list_open":
                    found.append(_list(self.blocks(tokens), int(token.attrs.get("start", 1))))
                case _:
                    break
        return tuple(found)

    def definitions(self, references: Mapping[str, Mapping[str, Any]]) -> tuple[Block, ...]:
        """The targets of link definitions such as `[words]: tree:knee`, as a block without words."""
        found = []
        for one in references.values():
            target = unquote(one["href"])
            kind, _, id = target.partition(":")
            if kind not in LINK_KINDS:
                continue
            first, end = one["map"]
            said = "\n".join(self._lines[first:end])
            if (begin := said.find(target, said.find("]:"))) >= 0:
                begin += self._starts[first]
                found.append(Piece("malformed", names=(Mention(kind, id, begin),), span=(begin, begin + len(target))))
        return (Block("paragraph", tuple(found)),) if found else ()

    def _inside(self, tokens: Iterator[Token]) -> tuple[tuple[Piece, ...], str]:
        inline = next(tokens)
        next(tokens)
        return tuple(_pieces(inline.children or [], self._offset(inline))), inline.content

    def _offset(self, inline: Token) -> _Offset:
        """A function from an offset in a block's content to the offset in the whole text."""

        def offset(at: int) -> int:
            number = inline.content.count("\n", 0, at)
            row = (inline.map or [0])[0] + number
            said = inline.content.split("\n")[number]
            column = at - (inline.content.rfind("\n", 0, at) + 1)
            # Before the content of a line are only marks and spaces, never a bracket, so the first match is right. If a
            # tab before it was split, there is no match; then the content is at the end of the line.
            begin = self._lines[row].find(said)
            return self._starts[row] + (begin if begin >= 0 else len(self._lines[row]) - len(said)) + column

        return offset


def _list(items: tuple[Block, ...], number: int = -1) -> Block:
    tight = all(block.tight for item in items for block in item.blocks if block.kind == "paragraph")
    return Block("list", blocks=items, number=number, tight=tight)


def _pieces(tokens: Sequence[Token], offset: _Offset) -> Iterator[Piece]:
    depth = 0
    for token in tokens:
        names, span = token.meta.get("names", ()), token.meta.get("span", (0, 0))
        named = tuple(Mention(kind, id, offset(at)) for kind, id, at in names)
        place = offset(token.meta["at"]) if "at" in token.meta else 0
        match token.type:
            case "text":
                if token.content:
                    yield Piece("words", visible_text(token.content).replace("\n", " "))
            case "code_inline":
                yield Piece("code", token.content)
            case "softbreak":
                yield Piece("space")
            case "hardbreak":
                yield Piece("break")
            case "link_open":
                where = (offset(span[0]), offset(span[0]) + span[1] - span[0]) if named else (0, 0)
                yield Piece("link", target=str(token.attrs["href"]), names=named, span=where, at=place)
            case "link_close":
                yield Piece("/link")
            case "image":
                inside = one_line("".join(words(_pieces(token.children or [], offset))))
                yield Piece("image", inside, target=str(token.attrs["src"]), at=place)
            case "citation":
                yield Piece("citation", names=named, span=(offset(span[0]), offset(span[1])))
            case "malformed":
                yield Piece("malformed", names=named)
            case _ if token.type in _MARKS:
                depth += token.nesting
                if depth + (token.nesting < 0) <= _DEEPEST_EMPHASIS:
                    yield Piece(_MARKS[token.type])
