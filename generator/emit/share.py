"""The control at the foot of a page that passes it on: a script, and its style."""

import json
from pathlib import Path

from generator.core.settings import SiteSettings
from generator.core.site import OutputFile
from generator.emit.browser_files import without_notes, without_space
from generator.render.script_words import script_words

SCRIPT, STYLE = "assets/signpost/share.mjs", "assets/signpost/share.css"
_SOURCES = Path(__file__).parents[1] / "web" / "share"


def share_files(site: SiteSettings) -> list[OutputFile]:
    """Both files, with the words of the site in the script; none where the site does not want them."""
    if not site.share:
        return []
    script = (_SOURCES / "share.mjs").read_text("utf-8")
    words = json.dumps(dict(script_words(site.words, "share")), ensure_ascii=False)
    style = (_SOURCES / "share.css").read_text("utf-8")
    return [
        OutputFile(SCRIPT, without_notes(script.replace("__WORDS__", words))),
        OutputFile(STYLE, without_space(without_notes(style))),
    ]
