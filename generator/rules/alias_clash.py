"""An alias that is already the id or alias of something else.

`aliases` lists the former ids of an entry, so that old links still lead to it. An id that belongs to another entry of
the same kind, or to something else on the same page, cannot lead here as well.

Wrong, in content/places/knee.yml:

    title: Knee
    aliases: [elbow]

Right, in content/places/knee.yml:

    title: Knee
    aliases: [kneecap]
"""

from collections.abc import Iterable, Iterator, Mapping

from generator.analyse.gate import card_outcomes, gate, outcome_id, question_id
from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.kinds import KINDS
from generator.core.kinds.outcome import Outcome
from generator.core.library import aliases_of, at
from generator.core.source import Location

CODE = "S904"


def check(survey: Survey) -> Iterator[Fault]:
    """Compare the aliases of each kind with its ids and with each other, then those on the same page of a guide."""
    library = survey.library
    cards = card_outcomes(library)
    for name, kind in KINDS.items():
        ids = dict.fromkeys(library.known[name] or (), f"the id of {_a(kind.noun)}")
        if name == "outcome":
            ids |= dict.fromkeys(cards, "the id of a card that the generator makes for red flags")
        aliases = (
            (at(name, id, "aliases", index), alias)
            for id, entry in library.entries[name].items()
            for index, alias in enumerate(aliases_of(entry))
        )
        yield from _faults(ids, aliases, f"an alias of another {kind.noun}")
    outcomes = {**library.outcomes, **cards}
    aliased = {id for id, outcome in outcomes.items() if outcome.aliases}
    for id, tree in library.trees.items():
        if any(
            question.aliases or (aliased and any(choice.outcome in aliased for choice in question.choices.values()))
            for question in tree.questions.values()
        ):
            yield from _on_page(survey, id, outcomes)


def _on_page(survey: Survey, id: str, outcomes: Mapping[str, Outcome]) -> Iterator[Fault]:
    library = survey.library
    tree = library.trees[id]
    choices = (choice for question in tree.questions.values() for choice in question.choices.values())
    led_to = dict.fromkeys(end for choice in choices if (end := choice.outcome) is not None and end in outcomes)
    levels = [question.level for question in gate(library, id)]
    for question in gate(library, id):
        led_to |= dict.fromkeys(one for one in question.endings(library).values() if one in library.outcomes)
    page = f'on the page of the guide "{id}"'
    results = dict.fromkeys((*map(outcome_id, levels), *led_to), f"the id of a result {page}")
    questions = dict.fromkeys((*map(question_id, levels), *tree.questions), f"the id of a question {page}")
    former_results = {alias: f"an alias of a result {page}" for result in results for alias in outcomes[result].aliases}
    aliases = (
        (at("tree", id, "questions", question, "aliases", index), alias)
        for question in tree.questions
        for index, alias in enumerate(tree.questions[question].aliases)
    )
    yield from _faults(former_results | results | questions, aliases, f"an alias of another question {page}")
    of_results = (
        (at("outcome", one, "aliases", index), alias)
        for one in led_to
        for index, alias in enumerate(outcomes[one].aliases)
    )
    yield from _faults(questions, ((where, alias) for where, alias in of_results if alias in questions), "")


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _faults(ids: Mapping[str, str], aliases: Iterable[tuple[Location, str]], again: str) -> Iterator[Fault]:
    taken = dict(ids)
    for where, alias in aliases:
        if alias in taken:
            help = "Take it out here or there, so that an old link leads to one of them."
            yield Fault(CODE, where, f'"{alias}" is {taken[alias]}, so it cannot lead here too.', help)
        taken.setdefault(alias, again)
