"""An old link to a result that would now lead to less urgent care, without confirmation that this is intended.

Somebody may have been given that link because the result said to be seen today. So a former id of a published result
may lead to self-care only if the author confirms it by listing the same id under `meant_for`. This applies to `aliases`
and to `moved` in `content/site.yml`. It also applies if the former result was self-care itself, because only its author
knows that. The card of a care level, `care-...`, may not lead to anything less urgent than that level without
`meant_for`.

Wrong, in content/outcomes/take-it-easy.yml:

    title: Take it easy
    care: self-care
    summary: Rest it.
    get_help_if: [It is no better after 2 weeks]
    places: [knee]
    sources: [a-study]
    reviewed: 2026-11-22
    aliases: [care-emergency]

Right, in content/outcomes/take-it-easy.yml:

    title: Take it easy
    care: self-care
    summary: Rest it.
    get_help_if: [It is no better after 2 weeks]
    places: [knee]
    sources: [a-study]
    reviewed: 2026-11-22
    aliases: [care-emergency]
    meant_for: [care-emergency]
"""

from collections.abc import Iterator

from generator.analyse.addresses import OUTCOMES, page_address, uri
from generator.analyse.gate import outcome_id
from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import Library, at, at_site
from generator.core.source import Location

CODE = "S907"


def check(survey: Survey) -> Iterator[Fault]:
    """Check every former id of every result, and every `meant_for` that is no former id."""
    library = survey.library
    places = list(library.care_levels)
    cards = {
        outcome_id(name): place
        for place, (id, level) in enumerate(library.care_levels.items())
        for name in (id, *level.aliases)
    }
    led: dict[str, dict[str, Location]] = {id: {} for id in library.outcomes}
    for former, id, where in _former(library):
        led[id].setdefault(former, where)
        outcome = library.outcomes[id]
        if outcome.care not in places or former in outcome.meant_for:
            continue
        is_self_care = library.care_levels[outcome.care].self_care
        published = page_address(uri("outcome", former)) in library.permalinks
        if places.index(outcome.care) > cards.get(former, len(places)) or (is_self_care and published):
            care = "self-care" if is_self_care else "less urgent care"
            yield Fault(
                CODE,
                where,
                f'An old link to "{former}" would lead to {care} here, and nothing confirms that this is intended.',
                f'Let it lead to a result as urgent as it was. If it was no more urgent than "{id}", or its reader is'
                f' really meant to see that now, add "meant_for: [{former}]" to content/outcomes/{id}.yml.',
            )
    for id, outcome in library.outcomes.items():
        for index, former in enumerate(outcome.meant_for):
            if former not in led[id]:
                where = at("outcome", id, "meant_for", index)
                message = f'No old link to "{former}" leads here, so it has no place under "meant_for".'
                yield Fault(CODE, where, message, "Take it out, or write the same id under aliases.")


def _former(library: Library) -> Iterator[tuple[str, str, Location]]:
    """Every former id of a result, with its present id and the location that says so."""
    for id, outcome in library.outcomes.items():
        for index, former in enumerate(outcome.aliases):
            yield former, id, at("outcome", id, "aliases", index)
    pages = {page_address(uri("outcome", id)): id for id in library.outcomes}
    folder = page_address(OUTCOMES)
    for old, new in library.site.moved.items():
        if new in pages and old.startswith(folder):
            yield old.removeprefix(folder).removesuffix("/"), pages[new], at_site("moved", old)
