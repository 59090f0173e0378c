"""What an author probably did, where the parser only says at which character it stumbled."""

import re

_MERGE_MARK = re.compile(r"<{7}|={7}$|>{7}")
_INDENT = re.compile(r"\s*")
_CURLY = re.compile(r"(?::|-)\s+([\u201c\u201d\u201e\u2018\u00ab])")
_WIDE_COLON = "\uff1a"
_NAME = re.compile(r":\s")
_SECOND_COLON = "mapping values are not allowed in this context"
_NO_KEY = "did not find expected key"
_NO_COLON = "could not find expected ':'"
# A line of a text without quotes that a comment ends, and one that seems to go on with a text.
_CUT = re.compile(r"^\s*(?:- )*(?:[^\s:#\"']+:\s+)?(?![\s\"'\[{|>#]).*?\s(#)")
_GOES_ON = re.compile(r"^\s+(?!- )[^\s#](?!.*:(?:\s|$))")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_COMMENT = "a comment that cuts a text"
_IN_FLOW = re.compile(r"[^\s,\[{}\]#]\s+(#)")
# A character by its number that is none; told at its digits, behind the backslash and a letter.
_NO_CHARACTER = ("found invalid Unicode character escape code", "did not find expected hexdecimal number")


def hint(lines: list[str], line: int, column: int, reason: str) -> tuple[int, int, str] | None:
    """Look at the line where the parser stumbled, and at the one before.

    Args:
        lines: the whole text.
        line: where it stumbled, from 0.
        column: likewise.
        reason: the parser's own word for it.

    Returns:
        line, column and a better reason, as `yaml_syntax` knows it; None where there is nothing better to say.
    """
    row = lines[line] if line < len(lines) else ""
    if _MERGE_MARK.match(row):
        return line, 0, "a merge mark"
    for number in (line, line - 1):
        indent = _indent(lines[number]) if 0 <= number < len(lines) else ""
        for place, char in enumerate(indent):
            if char not in " \t\r":
                return number, place, "an unusual space"
            if char == "\t" and lines[number].strip():
                return number, place, "a tab"
    if reason == _NO_KEY and row.lstrip().startswith("- "):
        return line, len(_indent(row)), "a stray dash"
    if reason == _NO_COLON and _WIDE_COLON in row:
        return line, row.index(_WIDE_COLON), "an unusual colon"
    if reason in _NO_CHARACTER:
        return line, column - 2, _NO_CHARACTER[0]
    if reason in (_NO_KEY, _NO_COLON) and line and _GOES_ON.match(row) and (cut := _CUT.match(lines[line - 1])):
        return line - 1, cut.start(1), _COMMENT
    if reason == _SECOND_COLON:
        if found := _CURLY.search(row[:column]):
            return line, found.start(1), "curly quotes"
        if not _NAME.search(row[:column]):
            return line, len(_indent(row)), "deeper than its neighbours"
    return None


def _indent(row: str) -> str:
    found = _INDENT.match(row)
    return found.group() if found else ""


def comment_in_flow(lines: list[str], opened: tuple[int, int], end: int) -> tuple[int, int, str] | None:
    """Whether a comment cuts off the rest of a list or mapping in brackets, so that it is never closed.

    Args:
        lines: the whole text.
        opened: line and column of the bracket, from 0.
        end: the line where the parser stumbled.

    Returns:
        as `hint`.
    """
    for number in range(opened[0], min(end, len(lines) - 1) + 1):
        row = _QUOTED.sub(lambda quoted: "x" * len(quoted[0]), lines[number])
        begin = opened[1] if number == opened[0] else 0
        # On a line of its own, or behind a comma, a comment cuts nothing.
        if found := _IN_FLOW.search(row, begin):
            return number, found.start(1), _COMMENT
    return None
