"""The guide's script and style, which every site that uses the generator needs."""

from pathlib import Path

from generator.site import OutputFile

_ASSETS = Path(__file__).parent / "assets"
# As paths from the top of the site, in the order in which a page loads them.
STYLES = ("assets/signpost/signpost.css",)
SCRIPTS = ("assets/signpost/guide.mjs",)


def browser_files() -> list[OutputFile]:
    """The files themselves, ready to be written into the site."""
    return [OutputFile(f"assets/signpost/{path.name}", path.read_text("utf-8")) for path in sorted(_ASSETS.iterdir())]
