"""PyYAML's parser in Python, adapted to give the same results as the C parser, which is not available in a browser.

Both accept the same files and give the same nodes, except for edge cases: tabs, question marks within brackets, a file
without a final line break. Here these follow the C parser, and so do the messages about broken YAML, on which our hints
and messages depend. Texts are scanned by whole words; otherwise the parser would be the slowest part of a check.
"""

import re

from yaml.composer import Composer
from yaml.error import Mark, MarkedYAMLError
from yaml.events import NodeEvent
from yaml.parser import Parser
from yaml.reader import Reader, ReaderError
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken

# Messages of the Python parser, as patterns, and the messages of the C parser for them.
_MESSAGES = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"expected ',' or '([\]}])', but got .*", r"did not find expected ',' or '\1'"),
        (r"expected the node content, but found .*", "did not find expected node content"),
        (r"mapping values are not allowed here", "mapping values are not allowed in this context"),
        (r"sequence entries are not allowed here", "block sequence entries are not allowed in this context"),
        (r"mapping keys are not allowed here", "mapping keys are not allowed in this context"),
        (r"(?s)found character .* that cannot start any token", "found character that cannot start any token"),
        (r"(?s)expected a comment or a line break, but found .*", "did not find expected comment or line break"),
        (r"(?s)expected chomping or indentation .*, but found .*", "did not find expected comment or line break"),
        (r"(?s)expected indentation indicator in the range .*", "found an indentation indicator equal to 0"),
        (
            r"(?s)expected alphabetic or numeric character, but found .*",
            "did not find expected alphabetic or numeric character",
        ),
        (r"found undefined alias .*", "found undefined alias"),
        (r"expected '<document start>', but found .*", "did not find expected <document start>"),
    )
)
_BLOCK_END = re.compile(r"expected <block end>, but found .*")
# A byte order mark may be the first character of a file.
_BYTE_ORDER = "\ufeff"
_BLANKS_AND_BREAKS = re.compile(r"[ \t\r\n]*")
_BREAK = re.compile(r"\r\n|\r|\n")
_SPACES, _SPACES_AND_TABS = re.compile(r" *"), re.compile(r"[ \t]*")
_REST_OF_LINE = re.compile(r"[^\0\r\n]*")
# Words of an unquoted text, outside and within brackets, and of quoted texts: up to a character that may end them.
_WORDS = re.compile(r"(?:(?:[^\0 \t\r\n:]|:(?![\0 \t\r\n]))+(?: +(?![\0 \t\r\n#]|:[\0 \t\r\n]))?)*")
_WORDS_IN_FLOW = re.compile(r"(?:[^\0 \t\r\n:,\[\]{}]|:(?![\0 \t\r\n,?\[\]{}]))*")
_WORDS_IN_SINGLE = re.compile(r"(?:[^\0 \t\r\n']+(?: +(?![\0 \t\r\n]))?)*")
_WORDS_IN_DOUBLE = re.compile(r"(?:[^\0 \t\r\n\"\\]+(?: +(?![\0 \t\r\n]))?)*")
_DOCUMENT = re.compile(r"(?:---|\.\.\.)[\0 \t\r\n]")
_HEX = re.compile(r"[0-9A-Fa-f]*")
_NO_CHARACTERS = range(0xD800, 0xE000)


class PythonParser(Reader, Scanner, Parser, Composer):
    """Composes nodes from a text, with marks that count characters from 0, and without resolving tags.

    Args:
        text: the whole file; old line breaks such as U+2028 do not count as line breaks here, and must not be in it.

    Raises:
        ReaderError: if a character is not allowed in YAML. Its position counts bytes, as with the C parser.
    """

    buffer: str
    pointer: int
    index: int
    line: int
    column: int
    flow_level: int
    indent: int
    allow_simple_key: bool

    def __init__(self, text: str) -> None:
        text = text.removeprefix(_BYTE_ORDER)
        Reader.__init__(self, text)
        # Padding, so that looking ahead beyond the end finds the end.
        self.buffer = text + "\0" * 8
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)

    # Composing: the caller applies the core schema.

    def descend_resolver(self, *_: object) -> None:
        """Do not resolve tags."""

    def ascend_resolver(self) -> None:
        """Do not resolve tags."""

    def resolve(self, *_: object) -> str:
        """Do not resolve tags."""
        return ""

    # Reading: the whole text is in memory.

    def check_printable(self, data: str) -> None:
        """Refuse characters that YAML does not allow."""
        if found := self.NON_PRINTABLE.search(data):
            position = len(data[: found.start()].encode())
            raise ReaderError(self.name, position, ord(found[0]), "unicode", "special characters are not allowed")

    def peek(self, index: int = 0) -> str:
        """The character at an offset from the current one."""
        return self.buffer[self.pointer + index]

    def prefix(self, length: int = 1) -> str:
        """The next characters, from the current one on."""
        return self.buffer[self.pointer : self.pointer + length]

    def forward(self, length: int = 1) -> None:
        """Advance by some characters."""
        start = self.pointer
        self.pointer = self.index = end = start + length
        passed = self.buffer[start:end]
        if "\n" not in passed and "\r" not in passed:
            self.column += length
            return
        # "\r\n" is counted once, at its second character.
        for at in range(start, end):
            sign = self.buffer[at]
            if sign == "\n" or (sign == "\r" and self.buffer[at + 1] != "\n"):
                self.line += 1
                self.column = 0
            else:
                self.column += 1

    def get_mark(self) -> Mark:
        """The position of the current character."""
        return Mark("", self.index, self.line, self.column, None, 0)

    # Parsing.

    def parse_flow_sequence_entry_mapping_value(self) -> NodeEvent:
        """The value of a key within a list in brackets; a missing value gets the position of the next token."""
        # The stubs leave both out.
        event: NodeEvent = super().parse_flow_sequence_entry_mapping_value()  # type: ignore[no-untyped-call]  # As said.
        if event.start_mark is event.end_mark:
            event.start_mark = event.end_mark = self.peek_token().start_mark  # type: ignore[no-untyped-call]  # As said.
        return event

    # Scanning.

    def scan_to_next_token(self) -> None:
        """Skip spaces, comments and line breaks; also tabs, except where a key may begin."""
        while True:
            if self.column == 0 and self.peek() == _BYTE_ORDER:
                self.forward()
            blanks = _SPACES_AND_TABS if self.flow_level or not self.allow_simple_key else _SPACES
            self._skip(blanks)
            if self.peek() == "#":
                self._skip(_REST_OF_LINE)
            if not self._skip(_BREAK):
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def fetch_stream_end(self) -> None:
        """Treat the end of a file as the beginning of a new line."""
        if self.column:
            self.column = 0
            self.line += 1
        super().fetch_stream_end()

    def check_key(self) -> bool:
        """Whether a question mark begins a key."""
        return bool(self.flow_level) or self.peek(1) in "\0 \t\r\n"

    def check_plain(self) -> bool:
        """Whether an unquoted text begins here."""
        sign, after = self.peek(), self.peek(1)
        if sign in "-?:":
            blank = after in (" \t" if sign == "-" else "\0 \t\r\n")
            return not blank and (sign == "-" or not self.flow_level)
        return sign not in "\0 \t\r\n,[]{}#&*!|>'\"%@`"

    def scan_plain(self) -> ScalarToken:
        """An unquoted text, which may have several lines."""
        start = end = self.get_mark()
        indent = self.indent + 1
        words: list[str] = []
        between = ""
        broken = False
        while not self._at_document() and self.peek() != "#":
            if found := self._skip(_WORDS_IN_FLOW if self.flow_level else _WORDS):
                words += (between, found)
                between, broken = "", False
                end = self.get_mark()
                self.allow_simple_key = False
            if self.flow_level and self.peek() == ":" and self.peek(1) in ",?[]{}":
                raise ScannerError("while scanning a plain scalar", start, "found unexpected ':'", self.get_mark())
            if self.peek() not in " \t\r\n":
                break
            between, broken = self._between(start, indent)
            if not self.flow_level and self.column < indent:
                break
        if broken:
            self.allow_simple_key = True
        return ScalarToken("".join(words), True, start, end)

    def _between(self, start: Mark | None = None, indent: int = 0) -> tuple[str, bool]:
        """Skip blanks and line breaks between two words; return their replacement, and whether there was a line break.

        Raises:
            ScannerError: if there is a tab in the indentation of a text that begins at `start`.
        """
        at = self.pointer
        passed = _BLANKS_AND_BREAKS.match(self.buffer, at)[0]  # type: ignore[index]  # It matches anything.
        breaks = [found.end() for found in _BREAK.finditer(passed)]
        if start is not None and "\t" in passed:
            for begin in breaks:
                tab = passed.find("\t", begin, begin + indent)
                if tab >= 0 and not _BREAK.search(passed, begin, tab):
                    self.forward(tab)
                    said = "found a tab character that violates indentation"
                    raise ScannerError("while scanning a plain scalar", start, said, self.get_mark())
        self.forward(len(passed))
        if not breaks:
            return passed, False
        return "\n" * (len(breaks) - 1) or " ", True

    def scan_flow_scalar(self, style: str) -> ScalarToken:
        """A quoted text."""
        start = self.get_mark()
        self.forward()
        words: list[str] = []
        plain = _WORDS_IN_SINGLE if style == "'" else _WORDS_IN_DOUBLE
        while True:
            if self._at_document():
                raise ScannerError(
                    "while scanning a quoted scalar", start, "found unexpected document indicator", self.get_mark()
                )
            joined = False
            while True:
                words.append(self._skip(plain))
                sign = self.peek()
                if sign == "'" == style and self.peek(1) == "'":
                    words.append("'")
                    self.forward(2)
                elif sign == "\\" and self.peek(1) in "\r\n":
                    self.forward()
                    self._skip(_BREAK)
                    joined = True
                    break
                elif sign == "\\" and style == '"':
                    words.append(self._escaped(start))
                else:
                    break
            if self.peek() == style:
                break
            if self.peek() == "\0":
                raise ScannerError(
                    "while scanning a quoted scalar", start, "found unexpected end of stream", self.get_mark()
                )
            between, broken = self._between()
            if joined:
                # The first line break was escaped; further ones count, and blanks do not.
                between = "\n" * (len(between) if between != " " else 1) if broken else ""
            words.append(between)
        self.forward()
        return ScalarToken("".join(words), False, start, self.get_mark(), style)

    def scan_block_scalar(self, style: str) -> ScalarToken:
        """A text of several lines below "|" or ">"."""
        self._block = self.get_mark()
        return super().scan_block_scalar(style)

    def scan_block_scalar_indentation(self) -> tuple[list[str], int, Mark]:
        """The blank lines before a block text, and its indentation."""
        found: tuple[list[str], int, Mark] = super().scan_block_scalar_indentation()
        self._refuse_tab(found[1] + 1)
        return found

    def scan_block_scalar_breaks(self, indent: int) -> tuple[list[str], Mark]:
        """The blank lines within a block text."""
        found: tuple[list[str], Mark] = super().scan_block_scalar_breaks(indent)
        self._refuse_tab(indent)
        return found

    def scan_block_scalar_ignored_line(self, start_mark: Mark) -> None:
        """The rest of the line of a block header: blanks and a comment."""
        self._skip(_SPACES_AND_TABS)
        super().scan_block_scalar_ignored_line(start_mark)

    def _refuse_tab(self, indent: int) -> None:
        if self.column < indent and self.peek() == "\t":
            said = "found a tab character where an indentation space is expected"
            raise ScannerError("while scanning a block scalar", self._block, said, self.get_mark())

    def _escaped(self, start: Mark) -> str:
        sign = self.peek(1)
        if sign in self.ESCAPE_REPLACEMENTS:
            self.forward(2)
            return str(self.ESCAPE_REPLACEMENTS[sign])
        context = "while parsing a quoted scalar"
        if sign not in self.ESCAPE_CODES:
            raise ScannerError(context, start, "found unknown escape character", self.get_mark())
        length = self.ESCAPE_CODES[sign]
        self.forward(2)
        digits = self.prefix(length)
        if not _HEX.fullmatch(digits):
            raise ScannerError(context, start, "did not find expected hexdecimal number", self.get_mark())
        code = int(digits, 16)
        if code in _NO_CHARACTERS or code > 0x10FFFF:
            raise ScannerError(context, start, "found invalid Unicode character escape code", self.get_mark())
        self.forward(length)
        return chr(code)

    def _at_document(self) -> bool:
        return self.column == 0 and _DOCUMENT.match(self.buffer, self.pointer) is not None

    def _skip(self, pattern: re.Pattern[str]) -> str:
        """Skip what a pattern matches, and return it."""
        found = pattern.match(self.buffer, self.pointer)
        if found is None or not found[0]:
            return ""
        self.forward(len(found[0]))
        return found[0]


def as_in_c(error: MarkedYAMLError) -> MarkedYAMLError:
    """An error of either parser, with the message of the C parser."""
    said = error.problem or ""
    if _BLOCK_END.fullmatch(said):
        of_list = error.context == "while parsing a block collection"
        said = "did not find expected '-' indicator" if of_list else "did not find expected key"
    elif error.context == "while scanning a directive" and said.startswith("expected alphabetic"):
        start, at = error.context_mark, error.problem_mark
        at_first = start is None or at is None or at.index == start.index + 1
        said = "could not find expected directive name" if at_first else "found unexpected non-alphabetical character"
    else:
        for pattern, in_c in _MESSAGES:
            if found := pattern.fullmatch(said):
                said = found.expand(in_c)
                break
    error.problem = said
    error.context_mark = error.context_mark or (error.problem_mark if error.context else None)
    return error
