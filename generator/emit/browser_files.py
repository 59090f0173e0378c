"""The guide's script and style, which every site that uses the generator needs, without the notes in them."""

from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from generator.core.site import OutputFile

_ASSETS = Path(__file__).parents[1] / "web" / "assets"
# As paths from the top of the site, in the order in which a page loads them.
STYLES = ("assets/signpost/signpost.css",)
SCRIPTS = ("assets/signpost/guide.mjs",)


def browser_files() -> list[OutputFile]:
    """The files themselves, ready to be written into the site."""
    return [OutputFile(f"assets/signpost/{path.name}", _small(path)) for path in sorted(_ASSETS.iterdir())]


def _small(path: Path) -> str:
    return (cssmin if path.suffix == ".css" else jsmin)(path.read_text("utf-8"))
