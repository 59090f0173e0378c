"""A link or a picture on an ordinary page that leads nowhere.

On an ordinary page, a link within the site names a Markdown file, relative to the page: `[more](../guides/knee.md)`.
Better, name the target by kind and id: `[more](tree:knee)`, which stays correct when something moves. Pictures and
other files can be anywhere under `content/`. Do not use an address as browsers show it (`../guides/knee/`,
`/guides/knee/`): site builders resolve it in different ways.

Wrong, in content/about/knees.md:

    # Knees

    See [the guide](../guides/exampel.md).

Right, in content/about/knees.md:

    # Knees

    See [the guide](../guides/example.md).
"""

from collections.abc import Iterator

from generator.analyse.links import DeadLink
from generator.analyse.survey import Survey
from generator.core.finding import Fault

CODE = "S412"
_HELP = {
    "folder": "Name the Markdown file of the page, such as ../guides/example.md, or the thing, such as tree:example.",
    "missing": "Name a file that is there, seen from the folder of this page.",
    "absolute": "Name the file as seen from the folder of this page, or the thing, such as tree:example.",
    "raw": "Write it in Markdown, as [words](address) or ![words](address).",
    "undefined": "Define it below, as [name]: address, or write \\[ where no link is meant.",
    "unreadable": "Write it as in the address bar of a browser, such as https://example.org/knees.",
}


def check(survey: Survey) -> Iterator[Fault]:
    """Follow every link and picture of every ordinary page."""
    for link in survey.dead_links:
        if link.why in _HELP:
            help = f'Did you mean "{link.meant}"?' if link.meant else _HELP[link.why]
            yield Fault(CODE, link.at, _message(link), help, link.meant)


def _message(link: DeadLink) -> str:
    match link.why:
        case "absolute":
            return f'"{link.target}" begins at the root of the host, where the site need not be.'
        case "raw":
            return f'Site builders disagree on where "{link.target}" leads in HTML.'
        case "undefined":
            return f'There is no definition of "{link.target}", so this is not a link.'
        case "unreadable":
            return f'"{link.target}" is no address that a browser can read.'
        case "folder":
            return f'"{link.target}" is not a file of the site.'
    return f'There is no {"picture" if link.kind == "image" else "page or file"} "{link.target}" here.'
