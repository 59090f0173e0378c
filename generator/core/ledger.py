"""The ledger of published addresses as text."""

from collections.abc import Iterable

HEAD = """\
# Every published page and anchor. People have linked to them, so none may vanish.
# "signpost permalinks --update" adds what is new; nobody needs to edit this file.
"""


def extended(text: str | None, addresses: Iterable[str]) -> str:
    """The ledger with more addresses: comments first, as they were, then all addresses in order.

    Args:
        text: what it says so far; None where there is none yet.
        addresses: to be added; those it has already stay as they are.
    """
    lines = (HEAD if text is None else text).splitlines()
    head = [line for line in lines if line.startswith("#")]
    known = {line for line in lines if line and not line.startswith("#")}
    return "\n".join([*head, *sorted(known | set(addresses))]) + "\n"
