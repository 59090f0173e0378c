"""The service worker that keeps guides and outcomes for offline use, or the one that removes it again.

`sw.js` must be at the root of the site, or it cannot handle all of it. It always exists: a site that once kept pages
and no longer does has to clean up the browsers that still have them.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

from generator.analyse.addresses import GUIDES, HOME, OUTCOMES
from generator.core.site import OutputFile, Serving
from generator.core.wording import direction
from generator.emit.browser_files import without_comments
from generator.render.link import Links
from generator.render.script_words import script_words

WORKER = "sw.js"
SCRIPT = "assets/signpost/offline.mjs"
_SOURCES = Path(__file__).parents[1] / "web" / "worker"


def offline_files(links: Links, serving: Serving, files: Iterable[OutputFile]) -> list[OutputFile]:
    """The service worker and the script that starts it.

    Args:
        links: a library in which the check found no error.
        serving: where and how the pages will be served.
        files: all other generated files; their content determines the version of the worker.
    """
    site = links.library.site
    on = site.offline and not serving.editing
    script = _filled("offline.mjs", {"ON": on, "WORDS": dict(script_words(site.words, "offline"))})
    if not on:
        return [OutputFile(WORKER, _filled("off.js", {})), OutputFile(SCRIPT, script)]
    files = [*files, OutputFile(SCRIPT, script)]
    pages = [HOME, GUIDES, OUTCOMES]
    pages += [links.address("tree", id) for id in links.library.trees]
    pages += [links.address("outcome", id) for id in links.outcomes]
    parts = [
        file.uri for file in files if file.uri.startswith("assets/signpost/") and file.uri.endswith((".mjs", ".css"))
    ]
    said = {"language": site.language, "direction": direction(site.language), **script_words(site.words, "worker")}
    words = {
        "VERSION": _version(files),
        "PAGES": [f"./{serving.path(page)}" for page in pages],
        "FILES": sorted(f"./{part}" for part in parts),
        "WORDS": {key: escape(text, quote=False) for key, text in said.items()},
    }
    return [OutputFile(WORKER, _filled("sw.js", words)), OutputFile(SCRIPT, script)]


def _version(files: Iterable[OutputFile]) -> str:
    digest = hashlib.sha256((_SOURCES / "sw.js").read_bytes())
    for file in sorted(files, key=lambda file: file.uri):
        if isinstance(file.content, str):
            digest.update(f"{file.uri}\0{file.content}\0".encode())
    return digest.hexdigest()[:16]


def _filled(name: str, words: Mapping[str, object]) -> str:
    text = (_SOURCES / name).read_text("utf-8")
    for word, value in words.items():
        text = text.replace(f'"__{word}__"', json.dumps(value)).replace(f"__{word}__", json.dumps(value))
    return without_comments(text)
