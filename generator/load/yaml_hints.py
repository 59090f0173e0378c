"""Better reasons for YAML syntax errors: what the author probably did, where the parser only reports a position."""

import re

from generator.core.kinds import KINDS
from generator.core.kinds.kind import fields_of
from generator.core.lookalikes import is_odd

_INDENT = re.compile(r"(?:\s|[\u00ad\u200b-\u200f\u2060\ufeff])*")
# A key without a space after its colon, or with one that only looks like it; likewise after a dash.
_NO_SPACE = re.compile(
    r"(\s*(?:- )?[A-Za-z_][\w-]*:)((?![\s/])[^\s]|[\u00a0\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff])"
)
_KEY = re.compile(r"\s*(?:- )?[\w-]+:(?:\s|$)")
_BEGINS_TEXT = re.compile(r"\s*(?:- )?[\w-]+:(?:\s+[^\s\"'\[{|>#].*)?$")
_BLOCK = re.compile(r":\s+([|>][-+0-9]*)\s*$")
_CURLY = re.compile(r"(?::|-)\s+([\u201c\u201d\u201e\u2018\u00ab])")
_WIDE_COLON = "\uff1a"
_NAME = re.compile(r":\s")
_SECOND_COLON = "mapping values are not allowed in this context"
_NO_KEY = "did not find expected key"
_NO_COLON = "could not find expected ':'"
_NO_START = "found character that cannot start any token"
_NO_DOCUMENT = "did not find expected <document start>"
_ALIAS = "an alias"
# The reason for a merge conflict marker; it is reported by another rule than the other reasons.
MERGE = "a line of a merge"
_OF_BLOCKS = (_NO_KEY, _NO_COLON, _SECOND_COLON)
# A line of an unquoted text that a comment ends, and a line that seems to continue a text.
_CUT_BY_COMMENT = re.compile(r"^\s*(?:- )*(?:[^\s:#\"']+:\s+)?(?![\s\"'\[{|>#]).*?\s(#)")
_CONTINUES = re.compile(r"^\s+(?!- )[^\s#](?!.*:(?:\s|$))")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_COMMENT = "a comment that cuts a text"
_IN_FLOW = re.compile(r"[^\s,\[{}\]#]\s+(#)")
# A key with another sign instead of its colon; and lines of dots, of a merge conflict, or of a code fence.
_NO_COLON_BUT = re.compile(r"\s*(?:- )?([\w-]+)[ \t]*(=>?|[-=]+>|\u2192|;)[ \t]+[^\s=]")
_CLEAR_SIGNS = ("=", "=>", "->", "-->", "\u2192")
_FENCE = re.compile(r"\s*(?:`{3,}|~{3,})[\w-]*\s*$")
_MERGE = re.compile(r"\s*(?:[<>|]{7}(?: .*)?|={7})$")
_DOTS = re.compile(r"\.\.\.\s*$")
# An id in backticks, or with the "@" of a citation.
_MARKED = re.compile(r"(?:`([a-z0-9-]+)`|@([a-z0-9-]+))(?=\s*(?:[,\]}]|$))")
# Errors about an invalid character escape; reported at its digits, after the backslash and a letter.
_NO_CHARACTER = ("found invalid Unicode character escape code", "did not find expected hexdecimal number")

# Line and column, from 0, and a reason that the rule `yaml_syntax` knows.
_Hint = tuple[int, int, str]


def hint(lines: list[str], line: int, column: int, reason: str) -> tuple[int, int, str] | None:
    """Find a better reason for a syntax error, from the reported line and those around it.

    Args:
        lines: the whole text.
        line: the reported line, from 0.
        column: likewise.
        reason: the parser's message.

    Returns:
        line, column and a reason that the rule `yaml_syntax` knows; None if there is no better one.
    """
    for look in (_foreign_line, _unusual_sign, _wrong_depth, _wrong_value):
        if better := look(lines, line, column, reason):
            return better
    return None


def _foreign_line(lines: list[str], line: int, column: int, reason: str) -> _Hint | None:
    """A line that does not belong to the file: a code fence or a conflict marker; or a mark that belongs into texts."""
    for number in (line, line - 1, line + 1):
        row = _row(lines, number).rstrip("\r") if number >= 0 else ""
        if number != line and row and _is_in_block(lines, number):
            continue
        for form, told in ((_FENCE, "a code fence"), (_MERGE, MERGE)):
            if form.match(row):
                return number, len(_indent(row)), told
    if reason == _NO_DOCUMENT:
        dots = next((number for number in range(line, -1, -1) if _DOTS.match(_row(lines, number))), -1)
        return (dots, 0, "three dots") if dots >= 0 else None
    if reason == _NO_START and (found := _MARKED.match(_row(lines, line), column)):
        return line, column, f"an id with a mark {found[1] or found[2]}"
    for number in (line, line - 1) if reason in _OF_BLOCKS else ():
        found = _NO_COLON_BUT.match(_row(lines, number)) if number >= 0 else None
        if found and not _is_in_block(lines, number) and (found[2] in _CLEAR_SIGNS or _is_key(found[1])):
            return number, found.start(2), f"another sign than a colon {found[2]}"
    return None


def _is_key(word: str) -> bool:
    """Whether any kind of entry, or a part of one, has a field of this name."""
    models = [kind.model for kind in KINDS.values()]
    while models:
        fields = fields_of(models.pop())
        if any(field.key == word for field in fields):
            return True
        models += [field.part for field in fields if field.part is not None]
    return False


def _unusual_sign(lines: list[str], line: int, column: int, reason: str) -> _Hint | None:
    """An unusual character in the indentation, or after a colon."""
    for number in (line, line - 1, line - 2):
        indent = _indent(lines[number]) if 0 <= number < len(lines) and lines[number].strip() else ""
        for place, char in enumerate(indent):
            if char not in " \t\r":
                return number, place, f"an unusual space {char}"
            if char == "\t" and number > line - 2:
                return number, place, "a tab"
    for number in (line, line - 1):
        if 0 <= number < len(lines) and (found := _NO_SPACE.match(lines[number])):
            sign = found[2]
            return number, found.end(1), f"an unusual space {sign}" if is_odd(sign) else "no space after a colon"
    row = _row(lines, line)
    if reason == _NO_COLON and _WIDE_COLON in row:
        return line, row.index(_WIDE_COLON), "an unusual colon"
    return (line, column - 2, _NO_CHARACTER[0]) if reason in _NO_CHARACTER else None


def _wrong_depth(lines: list[str], line: int, column: int, reason: str) -> _Hint | None:
    """A line with wrong indentation."""
    row = _row(lines, line)
    depth = len(_indent(row))
    if reason in (*_OF_BLOCKS, _ALIAS) and (header := _block_above(lines, line)):
        return line, depth, f"a text that is not indented below {header}"
    if reason == _NO_KEY and (number := _shallower(lines, line)) >= 0:
        return number, len(_indent(lines[number])), "less deep than its neighbours"
    if reason == _NO_KEY and row.lstrip().startswith("- "):
        return line, depth, "a stray dash"
    if reason in (_SECOND_COLON, _NO_COLON) and line and _continues(lines, line):
        if _CONTINUES.match(row) and _CUT_BY_COMMENT.match(lines[line - 1]):
            return None
        return line, depth, "a text of several lines"
    if reason == _SECOND_COLON and not _CURLY.search(row[:column]) and not _NAME.search(row[:column]):
        return line, depth, "deeper than its neighbours"
    return None


def _wrong_value(lines: list[str], line: int, column: int, reason: str) -> _Hint | None:
    """A text that ends too early, or has the wrong quotes."""
    row = _row(lines, line)
    if (
        reason in (_NO_KEY, _NO_COLON)
        and line
        and _CONTINUES.match(row)
        and (cut := _CUT_BY_COMMENT.match(lines[line - 1]))
    ):
        return line - 1, cut.start(1), _COMMENT
    if reason == _SECOND_COLON and (found := _CURLY.search(row[:column])):
        return line, found.start(1), "curly quotes"
    return None


def _row(lines: list[str], line: int) -> str:
    return lines[line] if line < len(lines) else ""


def _block_above(lines: list[str], line: int) -> str:
    """The header of a block text, such as ">-", if the line belongs to one that begins above it; else empty."""
    if line >= len(lines) or _KEY.match(lines[line]):
        return ""
    depth = len(_indent(lines[line]))
    for number in range(line - 1, -1, -1):
        row = lines[number]
        if not row.strip():
            continue
        if (found := _BLOCK.search(row)) and len(_indent(row)) >= depth:
            return found[1]
        # A key at that depth, or further out, ends the search: it begins another text.
        if len(_indent(row)) <= depth:
            return ""
    return ""


def _is_in_block(lines: list[str], line: int) -> bool:
    """Whether a line is inside a block text: the nearest less indented line above it begins one."""
    depth = len(_indent(lines[line]))
    above = (row for row in reversed(lines[:line]) if row.strip() and len(_indent(row)) < depth)
    return _BLOCK.search(next(above, "")) is not None


def _shallower(lines: list[str], line: int) -> int:
    """The line above that is less indented than this one and its siblings further up; -1 if there is none.

    The lines below it are as deep as those below the siblings, so it is the line that was moved.
    """
    depth = len(_indent(_row(lines, line)))
    less, less_below, below = -1, line, line
    for number in range(line - 1, -1, -1):
        if not lines[number].strip():
            continue
        here = len(_indent(lines[number]))
        if less >= 0 and here == depth and _KEY.match(lines[number]):
            # The same key there belongs to another thing, and is not a sibling.
            if lines[number].split(":")[0] == lines[line].split(":")[0]:
                return -1
            return less if len(_indent(lines[below])) == len(_indent(lines[less_below])) else -1
        if here < depth:
            if less >= 0 or below == line or not _KEY.match(lines[number]):
                return -1
            less, less_below = number, below
        below = number
    return -1


def _continues(lines: list[str], line: int) -> bool:
    """Whether a line continues the unquoted text of the lines above, which begins after a colon."""
    row = _row(lines, line)
    # A single word is a key without its colon.
    if _KEY.match(row) or row.lstrip().startswith("- ") or " " not in row.strip():
        return False
    above = lines[line - 1]
    return bool(_BEGINS_TEXT.match(above)) or (not _KEY.match(above) and line > 1 and _continues(lines, line - 1))


def _indent(row: str) -> str:
    found = _INDENT.match(row)
    return found.group() if found else ""


def comment_in_flow(lines: list[str], opened: tuple[int, int], end: int) -> tuple[int, int, str] | None:
    """Find a comment that cuts off the rest of a list or mapping in brackets, so that it is never closed.

    Args:
        lines: the whole text.
        opened: line and column of the bracket, from 0.
        end: the line that the parser reported.

    Returns:
        as `hint`.
    """
    for number in range(opened[0], min(end, len(lines) - 1) + 1):
        row = _QUOTED.sub(lambda quoted: "x" * len(quoted[0]), lines[number])
        begin = opened[1] if number == opened[0] else 0
        # On a line of its own, or after a comma, a comment cuts off nothing.
        if found := _IN_FLOW.search(row, begin):
            return number, found.start(1), _COMMENT
    return None
