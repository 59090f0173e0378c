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
        indent = _INDENT.match(lines[number]).group() if 0 <= number < len(lines) else ""
        for place, char in enumerate(indent):
            if char not in " \t\r":
                return number, place, "an unusual space"
            if char == "\t" and lines[number].strip():
                return number, place, "a tab"
    if reason == _NO_KEY and row.lstrip().startswith("- "):
        return line, len(_INDENT.match(row).group()), "a stray dash"
    if reason == _NO_COLON and _WIDE_COLON in row:
        return line, row.index(_WIDE_COLON), "an unusual colon"
    if reason == _SECOND_COLON:
        if found := _CURLY.search(row[:column]):
            return line, found.start(1), "curly quotes"
        if not _NAME.search(row[:column]):
            return line, len(_INDENT.match(row).group()), "deeper than its neighbours"
    return None
