"""A way to self-care on which a red flag was never asked about.

An outcome that sends nobody to a professional may only be reached after every red flag that its
places call for has been answered no. A tree asks the red flags of its own places. So a tree that
leads to a self-care outcome for another place has to name that place, too.

Wrong, in decision_trees/example.yml:

    title: Sore elbow
    summary: Find out what to do about a sore elbow.
    places: [elbow]

Right:

    title: Sore knee
    summary: Find out what to do about a sore knee.
    places: [knee]
"""

from collections.abc import Iterator

from generator.analyse.gate import NO, flags_for, gate
from generator.analyse.gated_self_care import gated_self_care
from generator.analyse.graph import way_to, ways
from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import Library, at
from generator.core.text import listing

CODE = "S601"


def check(survey: Survey) -> Iterator[Fault]:
    """Hold the flags that each tree asks against those that its self-care outcomes call for.

    A tree can be entered directly, and then nothing but its own gate has been asked; so if any path
    skips a flag, the direct one does, and the shortest is among the direct ones.
    """
    library = survey.library
    if not library.red_flags:
        return
    needed = gated_self_care(library)
    for id, tree in library.trees.items():
        asked = flags_for(library, tree.places)
        if not any(
            (to := choice.outcome) in needed and to is not None and not needed[to] <= asked
            for question in tree.questions.values()
            for choice in question.choices.values()
        ):
            continue
        told: set[str] = set()
        came = None
        for question, choice_id, outcome in _ends(library, id, survey):
            skipped = needed.get(outcome, frozenset()) - asked
            if not skipped or outcome in told:
                continue
            told.add(outcome)
            came = came or ways(tree)
            answers = [(question.id, NO) for question in gate(library, id)]
            answers += [*way_to(came, question), (question, choice_id)]
            names = listing(f'"{flag}"' for flag in library.red_flags if flag in skipped)
            yield Fault(
                CODE,
                at("tree", id, "questions", question, "choices", choice_id, "outcome"),
                f'A reader can come to the self-care outcome "{outcome}" without being asked the red flag {names}.'
                f" The shortest way: {_shown(answers)}.",
                f'Add the places of "{outcome}" to this tree\'s places, or lead to another outcome.',
            )


def _ends(library: Library, tree: str, survey: Survey) -> Iterator[tuple[str, str, str]]:
    """(question, choice, outcome) for each choice that ends the tree, the nearest to its start first."""
    questions = library.trees[tree].questions
    if not survey.graph.shapes[tree].order:
        return
    for question in ways(library.trees[tree]):
        for id, choice in questions[question].choices.items():
            if (target := choice.target) and target[0] == "outcome":
                yield question, id, target[1]


def _shown(answers: list[tuple[str, str]]) -> str:
    return " → ".join(f"{question}: {choice}" for question, choice in answers)
