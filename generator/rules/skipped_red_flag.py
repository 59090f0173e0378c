"""A path to self-care on which a red flag was not asked about.

Readers may only reach a self-care outcome after they have answered no to every red flag of its places. A tree asks the
red flags of its own places. So a tree that leads to a self-care outcome for another place has to name that place, too.

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
    """Compare the red flags that each tree asks about with those that its self-care outcomes require.

    A reader can enter a tree directly, and then has passed only its own gate. So if any path skips a red flag, one
    from a direct entry does, and the shortest path is among those.
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
        reported: set[str] = set()
        came = None
        for question, choice_id, outcome in _ends(library, id, survey):
            skipped = needed.get(outcome, frozenset()) - asked
            if not skipped or outcome in reported:
                continue
            reported.add(outcome)
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
    """(question, choice, outcome) for each choice that ends the tree, those nearest to the start first."""
    questions = library.trees[tree].questions
    if not survey.graph.shapes[tree].order:
        return
    for question in ways(library.trees[tree]):
        for id, choice in questions[question].choices.items():
            if (target := choice.target) and target[0] == "outcome":
                yield question, id, target[1]


def _shown(answers: list[tuple[str, str]]) -> str:
    return " → ".join(f"{question}: {choice}" for question, choice in answers)
