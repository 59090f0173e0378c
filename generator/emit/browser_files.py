"""The guide's script and style, which every site that uses the generator needs, without the notes in them."""

import re
from pathlib import Path

from generator.core.site import OutputFile

_ASSETS = Path(__file__).parents[1] / "web" / "assets"
# As paths from the top of the site, in the order in which a page loads them.
STYLES = ("assets/signpost/signpost.css",)
SCRIPTS = ("assets/signpost/guide.mjs",)


# The modules of the guide's script, each after those that it imports: served as one file, which is asked for once.
_GUIDE = ("journey.mjs", "result.mjs", "numbers.mjs", "guide.mjs")
_ZERO = re.compile(r"(?<![\d.])0(?=\.\d)")
_SIGNS = re.compile(r"\s*([{};,>])\s*")
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./[a-z]+\.mjs";\n', re.MULTILINE)


def browser_files() -> list[OutputFile]:
    """The files themselves, ready to be written into the site."""
    served = {path.name: without_notes(path.read_text("utf-8")) for path in sorted(_ASSETS.iterdir())}
    served |= {name: without_space(text) for name, text in served.items() if name.endswith(".css")}
    # Their names at the top are all different, which a test holds them to; so they can stand in one file.
    script = "".join(_IMPORT.sub("", served.pop(name)) for name in _GUIDE)
    return [OutputFile(f"assets/signpost/{name}", text) for name, text in {**served, _GUIDE[-1]: script}.items()]


def without_notes(text: str) -> str:
    """A script or a style without the lines that only hold a comment, and without what stands before each line.

    Meant for our own files. The tests hold them to what this rests on: a line that begins with `//` or `/*` is
    never within a text, and where a comment of several lines ends, the line ends too.

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


def without_space(style: str) -> str:
    """A style without the space and the zeros that mean nothing. As above, our own: no text in it holds such signs."""
    return _ZERO.sub("", _SIGNS.sub(r"\1", style)).replace(";}", "}").replace(": ", ":")
