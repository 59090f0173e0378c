"""The share control at the bottom of a page: a script that contains its style."""

import json
from pathlib import Path

from generator.core.settings import SiteSettings
from generator.core.site import OutputFile
from generator.emit.browser_files import minified_css, without_comments
from generator.render.script_words import script_words

SCRIPT = "assets/signpost/share.mjs"
_SOURCES = Path(__file__).parents[1] / "web" / "share"


def share_files(site: SiteSettings) -> list[OutputFile]:
    """The script, with its texts and style inserted; empty if the site settings disable it."""
    if not site.share:
        return []
    script = without_comments((_SOURCES / "share.mjs").read_text("utf-8"))
    style = minified_css(without_comments((_SOURCES / "share.css").read_text("utf-8")))
    said = {"STYLE": style, "WORDS": dict(script_words(site.words, "share"))}
    for name, value in said.items():
        script = script.replace(f"__{name}__", json.dumps(value, ensure_ascii=False))
    return [OutputFile(SCRIPT, script)]
