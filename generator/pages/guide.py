"""A guide: a decision tree as one page, every question on it, and the list of guides."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.addresses import GUIDES
from generator.link import Links
from generator.markup import plain
from generator.model import RedFlag, Tree
from generator.project import file_of
from generator.routing.gate import NO, UNSURE, YES, GateQuestion, flags_for, gate, outcome_id
from generator.site import Page

_GATE_ANSWERS = {YES: "Yes, at least one", UNSURE: "I am not sure", NO: "No, none of these"}


@dataclass(frozen=True, slots=True)
class Answer:
    """A choice as shown. `kind` and `to` say where it leads: a question or outcome on this page, or another tree."""

    id: str
    text: str
    kind: str
    to: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as shown; `flags` are listed under a red-flag question."""

    id: str
    ask: str
    why: str
    answers: tuple[Answer, ...]
    flags: tuple[tuple[str, RedFlag], ...] = ()
    aliases: tuple[str, ...] = ()


def pages(links: Links) -> Iterator[Page]:
    """One page a tree, and the list of them."""
    library = links.library
    for id, tree in library.trees.items():
        yield Page(
            uri=links.address("tree", id),
            template="guide",
            title=plain(tree.title),
            description=plain(tree.summary),
            source=file_of("tree", id),
            view={
                "id": id,
                "tree": tree,
                "asked": asked_in(links, id),
                "gate": gate(library, id),
                "results": links.addresses.guides[id].results,
                "levels": library.care_levels,
                "hands_over": _hands_over(tree),
                "handed_from": links.related("tree", id, "tree"),
                "related": {kind: links.related("tree", id, kind) for kind in ("faq", "page")},
                "sources": _sources(links, id, tree),
                "reviewed": tree.reviewed,
            },
            meta={"hide": ["toc"], "search": {"boost": 6}},
        )
    yield Page(
        uri=GUIDES,
        template="guides",
        title="Guides",
        description="Answer a few questions, one at a time, and find out what to do and how soon.",
        source=None,
        view={"trees": library.trees},
    )


def asked_in(links: Links, id: str) -> list[Asked]:
    """Every question of a guide in the order shown, those about red flags first."""
    return [*_gate(links, id, gate(links.library, id)), *_questions(links, id, links.library.trees[id])]


def _gate(links: Links, id: str, questions: tuple[GateQuestion, ...]) -> Iterator[Asked]:
    library = links.library
    former = links.addresses.guides[id].questions
    for number, question in enumerate(questions):
        level = library.care_levels[question.level]
        following = questions[number + 1].id if number + 1 < len(questions) else library.trees[id].start
        card = outcome_id(question.level)
        # A heading of its own for each, so that a reader notices the step.
        of = f" ({number + 1} of {len(questions)})" if len(questions) > 1 else ""
        leads = {YES: ("outcome", card), UNSURE: ("outcome", card), NO: ("question", following)}
        yield Asked(
            id=question.id,
            ask=f"Warning signs{of}: do any of these apply to you?",
            why=f"If one does, the advice will be: {level.title[:1].lower()}{level.title[1:]}.",
            answers=tuple(Answer(id, _GATE_ANSWERS[id], *lead) for id, lead in leads.items()),
            flags=tuple((id, library.red_flags[id]) for id in question.flags),
            aliases=former[question.id],
        )


def _questions(links: Links, id: str, tree: Tree) -> Iterator[Asked]:
    for question_id, former in links.addresses.guides[id].questions.items():
        if question_id not in tree.questions:
            continue
        question = tree.questions[question_id]
        answers = tuple(
            Answer(choice_id, choice.text, *choice.target) for choice_id, choice in question.choices.items()
        )
        yield Asked(question_id, question.ask, question.why, answers, aliases=former)


def _hands_over(tree: Tree) -> list[str]:
    targets = (choice.tree for question in tree.questions.values() for choice in question.choices.values())
    return list(dict.fromkeys(target for target in targets if target))


def _sources(links: Links, id: str, tree: Tree) -> list[str]:
    """What the tree cites, then what its red flags rest on."""
    library = links.library
    flags = flags_for(library, tree.places)
    behind = (source for flag_id, flag in library.red_flags.items() if flag_id in flags for source in flag.sources)
    return list(dict.fromkeys([*tree.sources, *behind]))
