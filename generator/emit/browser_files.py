"""The scripts and styles that every generated site needs, with comments removed."""

import re
from pathlib import Path

from generator.core.site import OutputFile

_ASSETS = Path(__file__).parents[1] / "web" / "assets"
# As paths from the root of the site, in the order in which a page loads them.
STYLES = ("assets/signpost/signpost.css",)
SCRIPTS = ("assets/signpost/guide.mjs",)


# The modules of the guide's script, each after those that it imports. They are served as one file, for a single
# request.
_GUIDE = ("journey.mjs", "result.mjs", "numbers.mjs", "guide.mjs")
_ZERO = re.compile(r"(?<![\d.])0(?=\.\d)")
_SIGNS = re.compile(r"\s*([{};,>])\s*")
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./[a-z]+\.mjs";\n', re.MULTILINE)


def browser_files() -> list[OutputFile]:
    """The scripts and styles, ready to be written into the site."""
    served = {path.name: without_comments(path.read_text("utf-8")) for path in sorted(_ASSETS.iterdir())}
    served |= {name: minified_css(text) for name, text in served.items() if name.endswith(".css")}
    # Their top-level names are all different (a test checks this), so they can share one file.
    script = "".join(_IMPORT.sub("", served.pop(name)) for name in _GUIDE)
    return [OutputFile(f"assets/signpost/{name}", text) for name, text in {**served, _GUIDE[-1]: script}.items()]


def without_comments(text: str) -> str:
    """A script or style without comment lines and without indentation.

    Only for our own files, which follow two rules that tests check: a line that begins with `//` or `/*` is never
    inside a string, and nothing follows the end of a comment of several lines.

    Args:
        text: JavaScript or CSS.
    """
    kept = []
    within = False
    for line in map(str.strip, text.splitlines()):
        if within or line.startswith("/*"):
            within = not line.endswith("*/")
        elif line and not line.startswith("//"):
            kept.append(line)
    return "\n".join(kept) + "\n"


def minified_css(style: str) -> str:
    """A style without redundant spaces and zeros. Only for our own files: no string in them contains such
    characters."""
    return _ZERO.sub("", _SIGNS.sub(r"\1", style)).replace(";}", "}").replace(": ", ":")
