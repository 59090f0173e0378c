"""The ledger of permalinks: the text that lists all published addresses."""

from collections.abc import Iterable

HEAD = """\
# Every published page and anchor. People have linked to them, so none may vanish.
# "signpost permalinks --update" adds what is new; nobody needs to edit this file.
"""


def extended(text: str | None, addresses: Iterable[str]) -> str:
    """The ledger with more addresses: its comments first, unchanged, then all addresses, sorted.

    Args:
        text: the present ledger; None if there is none yet.
        addresses: addresses to add; known ones are kept.
    """
    lines = (HEAD if text is None else text).splitlines()
    head = [line for line in lines if line.startswith("#")]
    known = {line for line in lines if line and not line.startswith("#")}
    return "\n".join([*head, *sorted(known | set(addresses))]) + "\n"
