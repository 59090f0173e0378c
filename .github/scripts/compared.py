"""Whether a comparison has the form that `signpost diff --format markdown` writes, and nothing else in it.

A comparison is made by the proposal's own code, so it may be anything. What has this form is shown as it is: all words
of an author stand in spans of code, where GitHub makes nothing of them, and the words around them are of letters that
cannot become a link, a mention, a reference or HTML. Everything else is text, to be shown as text.
Standard library only: nothing is installed.
"""

import re

CLOSE = "</details>"
# An author's words. Two backticks side by side would be the end of another span.
_SPAN = r"(?<!`)`[^`\n|]+`(?!`)"
# Ours. No name of a commit, no "GH-12" and no "www.", of which GitHub would make a link.
_OURS = r"(?![0-9a-fA-F]{7})(?!\b[A-Za-z]+-\d)(?!\.\w)[A-Za-z0-9 ,.;:()'\"!?→-]"
_INLINE = rf"(?:{_SPAN}|<br>|\*|🔻|{_OURS})+"
# Neither the beginning of a list nor a line across the page, of whatever it may be part.
_TEXT = rf"(?! |\d+[.)]|[-*] |[-* ]+(?:\n|\Z)){_INLINE}"
_ITEM = rf"(?:  )*- {_TEXT}"
_LINE = rf"(?:\[!(?:WARNING|IMPORTANT)\]|{_ITEM}|{_TEXT}|)"
_LABEL = r"(?:[\w .,'?!:-]|#\d+;|<br/>)*"
_DRAWN = "|".join(
    (
        "flowchart LR",
        r"classDef \w+ [a-z]+:#[0-9a-f]+,[a-z]+:#[0-9a-f]+",
        rf'n\d+(?:\["{_LABEL}"\]|\[\["{_LABEL}"\]\]|\(\["{_LABEL}"\]\))(?::::\w+)?',
        rf'n\d+ (?:==>|-\.->|-->)\|"{_LABEL}"\| n\d+',
    )
)
_HTML = r"(?:[^<>&\n]|&(?:amp|lt|gt|quot|#x27);)"
_OPEN = re.compile(rf"<details><summary>(?:[A-Za-z ]+ \([0-9,]+\)|[A-Za-z ]+<code>{_HTML}*</code>)</summary>")
_BLOCK = re.compile(
    "|".join(
        (
            rf"### (?:⚠️|📖|✅) {_INLINE}",
            rf"#### {_SPAN}",
            rf"> ?{_LINE}(?:\n> ?{_LINE})*",
            rf"{_ITEM}(?:\n{_ITEM})*",
            rf"\| [A-Za-z |]+ \|\n[|:-]+(?:\n\| {_INLINE}(?:\| {_INLINE})*\|)+",
            rf"```mermaid\n(?:(?:{_DRAWN})\n)+```",
            _TEXT,
        )
    )
)


def compared(text: str, longest: int) -> str | None:
    """The comparison, as much of it as there is room for, with everything in it closed.

    Args:
        text: Markdown, without the mark of the comment.
        longest: how many characters it may have.

    Returns:
        None where it has another form than the one known here.
    """
    kept: list[str] = []
    room = longest
    opened = False
    for block in text.split("\n\n"):
        if _OPEN.fullmatch(block) and not opened:
            opened = True
        elif block == CLOSE and opened:
            opened = False
        elif not _BLOCK.fullmatch(block):
            return None
        if room >= 0:
            room -= len(block) + 2
            if room >= 0:
                kept.append(block)
    if sum(map(_is_open, kept)) > kept.count(CLOSE):
        kept.append(CLOSE)
    if room < 0:
        kept.append("(and more, left out here)")
    return "\n\n".join(kept)


def _is_open(block: str) -> bool:
    return block.startswith("<details>")
