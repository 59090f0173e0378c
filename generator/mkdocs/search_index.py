"""The index that a site's search reads: a guide is one thing in it, found by every word of its questions."""

import json
from collections.abc import Collection
from typing import Any


def whole_pages(index: str, paths: Collection[str]) -> str:
    """The index, each of some pages one entry and not one for every heading on it.

    Who searches is led to the beginning of a guide, where the warning signs are asked, and not into its middle; and
    a browser, which puts all entries in order before the first search, has fewer by far.

    Args:
        index: `search_index.json`, as the search plugins of MkDocs and of Material for MkDocs write it.
        paths: the addresses of the pages from the top of the site.

    Returns:
        the same JSON; as it was where it holds more than entries, such as an order that was made beforehand.
    """
    read = json.loads(index)
    if read.keys() != {"config", "docs"}:
        return index
    found: dict[str, dict[str, Any]] = {}
    for entry in read["docs"]:
        page = entry["location"].partition("#")[0]
        if page not in paths:
            page = entry["location"]
        if page in found:
            found[page]["text"] += f"<p>{entry['title']}</p>{entry['text']}"
        else:
            found[page] = {**entry, "location": page}
    return json.dumps({**read, "docs": list(found.values())}, separators=(",", ":"))
