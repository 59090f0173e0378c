"""Merges the search index entries of a guide into one, which is found by every word of its questions."""

import json
from collections.abc import Collection
from typing import Any


def whole_pages(index: str, paths: Collection[str]) -> str:
    """The index with a single entry for each of some pages, instead of one for every heading.

    A search then leads to the beginning of a guide, where the red flags are asked, and not into its middle. It also
    leaves the browser far fewer entries to index before the first search.

    Args:
        index: `search_index.json`, as written by the search plugins of MkDocs and of Material for MkDocs.
        paths: the addresses of the pages from the root of the site.

    Returns:
        the same JSON; unchanged if it contains more than entries, such as a prebuilt index.
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
