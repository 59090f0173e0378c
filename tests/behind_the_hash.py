"""What stands behind the "#" of a link: an anchor, and in a link to a guide the answers that it carries.

Read by what decisions 19 and 31 say of such links, and not by the code that makes them, so that whatever follows links
can hold them against the pages that there are: `#place?question=choice.seal&question=choice.seal&end`.
"""

import re
from collections.abc import Container
from typing import NamedTuple
from urllib.parse import unquote

_ANSWER = re.compile(r"([a-z0-9-]+)=([a-z0-9-]+)\.([a-z0-9]+)")
_END = "end"


class Behind(NamedTuple):
    """An anchor, and (question, choice, seal) for each answer."""

    anchor: str
    answers: tuple[tuple[str, str, str], ...]


def read(fragment: str) -> Behind:
    """Take the fragment of a link apart.

    Raises:
        ValueError: where it says that it carries answers, and these cannot be read.
    """
    anchor, carries, carried = unquote(fragment).partition("?")
    if not carries:
        return Behind(anchor, ())
    *answers, end = carried.split("&")
    found = [_ANSWER.fullmatch(answer) for answer in answers]
    if end != _END or not found or not all(found):
        raise ValueError(f"answers that cannot be read: {carried}")
    return Behind(anchor, tuple(one.groups() for one in found if one))


def why_dead(fragment: str, anchors: Container[str]) -> str:
    """Why a link with a fragment leads nowhere on a page that has some anchors; empty where it leads somewhere."""
    # An author's own anchor may have a question mark in it.
    if not fragment or unquote(fragment) in anchors:
        return ""
    try:
        behind = read(fragment)
    except ValueError as error:
        return str(error)
    if behind.anchor not in anchors:
        return "no anchor"
    # The answers begin in the guide that the link leads to; the later ones may be of another.
    if behind.answers and behind.answers[0][0] not in anchors:
        return f"no such question: {behind.answers[0][0]}"
    return ""
