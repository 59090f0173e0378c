"""Two pages, entries or files that would have the same address on the site.

Each page and each file of the site is made from exactly one thing. If two claim the same address, one would overwrite
the other. This happens with a page of yours where Signpost makes one, such as `content/guides.md` beside the list of
guides; with a guide that has the id `index`; with a file called `sw.js`; and with a former address that something else
has now. Names that differ only in capitals are one file on Windows and macOS.

A few you may replace on purpose, by a file of the same name: `content/index.md` (the first page),
`content/about/tested/index.md` (the page of cases), `content/robots.txt`, `content/llms.txt` and `content/_headers`.

Wrong, in content/guides.md:

    # Our guides

Right, in content/about/our-guides.md:

    # Our guides
"""

from collections.abc import Iterator

from generator.analyse.destinations import Clash, clashes
from generator.analyse.survey import Survey
from generator.core.finding import Fault

CODE = "S906"


def check(survey: Survey) -> Iterator[Fault]:
    """Report every file of the site that more than one thing would be written to."""
    for clash in clashes(survey.library, survey.addresses, survey.origins):
        yield Fault(CODE, clash.at, _message(clash), _help(clash))


def _message(clash: Clash) -> str:
    first, second = clash.first.what, clash.second.what
    match clash.kind:
        case "reserved":
            return f"{_capitalised(second)} would stand in {clash.address}, {first}."
        case "case":
            return f'On Windows and macOS, "{clash.address}" would be both {second} and {first}.'
        case "folder":
            return f'"{clash.address}" would have to be both a file and a folder, for {second} and for {first}.'
    return f'"{clash.address}" would be both {second} and {first}.'


def _help(clash: Clash) -> str:
    origin = clash.second
    if origin.by == "former":
        return "Take the former address out, or give the other thing another name."
    if origin.by == "entry":
        return "Give it another id, which is the name of its file."
    if origin.uri == "README.md":
        return "Call it index.md if it is to be the first page, else give it another name."
    if clash.kind == "reserved":
        return "Move it to another folder."
    return "Give it another name, or put it into another folder."


def _capitalised(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:] if sentence.startswith("the ") else sentence
