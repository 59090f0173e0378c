"""A published address that would no longer lead anywhere.

`permalinks.txt`, the ledger of permalinks, lists every page and anchor that has been published. People have linked to
them, so each must still exist or lead to its replacement. Add the old id to the `aliases` of the replacement, or, for a
page without an id, add both addresses to `moved` in `content/site.yml`. Readers who follow an old link may be worried
and must not end at a missing page: if nothing replaces a result, give the alias to the result that its readers should
see now.

Wrong, in permalinks.txt:

    guides/example/
    guides/example/#at-rest

Right, in permalinks.txt:

    guides/example/
    guides/example/#rest
"""

from collections.abc import Callable, Iterable, Iterator

from generator.analyse.addresses import GUIDES, TESTED, page_address, uri
from generator.analyse.gate import outcome_id, question_id
from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.kinds import KINDS, WITH_ANCHORS, WITH_PAGES, file_of
from generator.core.project import SITE
from generator.core.text import nearest

CODE = "S901"
_KINDS = {pages.folder: kind for kind, pages in WITH_PAGES.items()}
_TREES, _TESTED = page_address(GUIDES), page_address(TESTED)
_WITH_ANCHORS = {page_address(anchors.page): kind for kind, anchors in WITH_ANCHORS.items()}


def check(survey: Survey) -> Iterator[Fault]:
    """Compare the ledger with all present addresses and all redirects."""
    library = survey.library
    if not library.whole:
        return  # What a broken file defines is not gone, and the broken file is already reported.
    broken = {address for address in library.permalinks if not survey.addresses.lead_on(address)}
    for address, spot in library.permalinks.items():
        if address in broken and not _follows(address, broken):
            yield Fault(CODE, spot, f'The published address "{address}" would lead nowhere.', _help(survey, address))


def _follows(address: str, broken: set[str]) -> bool:
    """Whether the guide, page or result that this address belongs to is reported, so that one repair covers both."""
    page, _, anchor = address.partition("#")
    guide = _TREES + page.removeprefix(_TESTED) if page.startswith(_TESTED) else page.removesuffix("whole/")
    if guide in broken - {address}:
        return True
    level = anchor.removeprefix(question_id(""))
    result = anchor if level == anchor else outcome_id(level)
    return bool(anchor) and (page in broken or page_address(uri("outcome", result)) in broken)


def _help(survey: Survey, address: str) -> str:
    library = survey.library
    page, _, anchor = address.partition("#")
    folder, _, id = page.removesuffix("/").partition("/")
    kind = _KINDS.get(folder)
    if anchor and (of := _WITH_ANCHORS.get(page)):
        new = _new(survey, f"{page}#", library.entries[of])
        noun = KINDS[of].noun
        return _under(noun, file_of(of, ""), anchor, nearest(anchor, new), f"the {noun}")
    if kind == "tree" and anchor:
        return _help_in_guide(survey, page, anchor)
    if kind == "outcome" and (level := _level(survey, id, outcome_id)):
        return _under("care level", file_of("care-level", ""), *level, "the care level")
    if kind and id:
        guess = nearest(id, _new(survey, f"{folder}/", library.entries[kind], "/"))
        if guess:
            return f'Add "aliases: [{id}]" to {file_of(kind, guess)}, if that took its place.'
        return (
            f'Add "aliases: [{id}]" to the {KINDS[kind].noun} in {KINDS[kind].home.path}/ that took its place. '
            f'If none did, add "moved: {{{page}: ...}}" to {SITE}, with the page that its reader should see now.'
        )
    now = nearest(page, [one for one in survey.addresses.pages if one not in library.permalinks]) or "articles/new/"
    return f'Add "moved: {{{page}: {now}}}" to {SITE}, with the address of the page that took its place.'


def _help_in_guide(survey: Survey, page: str, anchor: str) -> str:
    library = survey.library
    page = survey.addresses.redirects.get(page, page)
    tree = page.split("/")[1]
    if level := _level(survey, anchor, question_id) or _level(survey, anchor, outcome_id):
        return _under("care level", file_of("care-level", ""), *level, "the care level")
    if tree not in library.trees:
        return f'Add its page "{page}" to permalinks.txt first.'
    new = _new(survey, f"{page}#", library.trees[tree].questions)
    return _under("question", file_of("tree", tree), anchor, nearest(anchor, new), "the question")


def _level(survey: Survey, id: str, made_id: Callable[[str], str]) -> tuple[str, str | None] | None:
    """For an id that was made for a care level that no longer exists: the level's id, and its probable new id."""
    prefix = made_id("")
    level = id.removeprefix(prefix)
    levels = survey.library.care_levels
    if not id.startswith(prefix) or level in levels or not levels:
        return None
    cards = {one: page_address(uri("outcome", outcome_id(one))) for one in levels}
    made = survey.addresses.pages.keys() - survey.library.permalinks.keys()
    return level, nearest(level, [one for one, page in cards.items() if page in made])


def _new(survey: Survey, before: str, ids: Iterable[str], after: str = "") -> list[str]:
    """The ids that have not been published yet, which may be new names of published ones."""
    return [id for id in ids if f"{before}{id}{after}" not in survey.library.permalinks]


def _under(kind: str, file: str, id: str, guess: str | None, thing: str) -> str:
    if guess:
        return f'Add "aliases: [{id}]" under "{guess}" in {file}, if that {kind} took its place.'
    return f'Add "aliases: [{id}]" to {file} under {thing} that took its place.'
