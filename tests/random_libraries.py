"""Libraries of any kind, for tests of what is true of all of them."""

from random import Random

from hypothesis import strategies as st

from generator.core.kinds.care_level import CareLevel
from generator.core.kinds.outcome import Outcome
from generator.core.kinds.red_flag import RedFlag
from generator.core.kinds.tree import Choice, Question, Tree
from generator.core.library import Library

PLACES = ["hip", "knee", "shin", "toe"]


def some_library(dice: Random, *, loops: bool) -> Library:
    """Up to five trees with up to four questions; without loops, choices lead only to what comes later."""

    def some_places(most: int = 2) -> list[str]:
        return dice.sample(PLACES, dice.randint(0, most))

    care_levels = {f"level{n}": CareLevel(self_care=dice.random() < 0.4) for n in range(dice.randint(0, 4))}
    levels = list(care_levels) or [None]
    outcomes = {
        f"outcome{n}": Outcome(care=dice.choice(levels), places=some_places()) for n in range(dice.randint(1, 5))
    }

    def some_flag() -> RedFlag:
        care = dice.choice(levels)
        # A sign never leads to less than its own level.
        urgent = levels[: levels.index(care) + 1]
        own = [
            id for id, outcome in outcomes.items() if outcome.care in urgent and not care_levels[outcome.care].self_care
        ]
        places = dice.choice([some_places(), some_places(3), "everywhere"])
        return RedFlag(care=care, places=places, outcome=dice.choice([None, *own]))

    red_flags = {f"flag{n}": some_flag() for n in range(dice.randint(0, 5) if care_levels else 0)}
    tree_ids = [f"tree{n}" for n in range(dice.randint(1, 5))]
    trees = {}
    for place, id in enumerate(tree_ids):
        question_ids = [f"question{n}" for n in range(dice.randint(1, 4))]
        questions = {}
        for row, question in enumerate(question_ids):
            back = loops and dice.random() < 0.2
            targets = {
                "question": question_ids if back else question_ids[row + 1 :],
                "tree": tree_ids if back else tree_ids[place + 1 :],
                "outcome": list(outcomes),
            }
            kinds = [dice.choice([kind for kind in targets if targets[kind]]) for _ in range(dice.choice([2, 2, 3]))]
            choices = {
                f"choice{n}": Choice(unsure=dice.random() < 0.4, **{kind: dice.choice(targets[kind])})
                for n, kind in enumerate(kinds)
            }
            questions[question] = Question(choices=choices)
        shown = dice.sample(question_ids, len(question_ids))
        trees[id] = Tree(start="question0", places=some_places(), questions={one: questions[one] for one in shown})
    shown = dice.sample(tree_ids, len(tree_ids))
    return Library.of(
        trees={id: trees[id] for id in shown}, outcomes=outcomes, red_flags=red_flags, care_levels=care_levels
    )


def libraries(*, loops: bool) -> st.SearchStrategy[Library]:
    # True randomness, from a seed that Hypothesis chooses: it spreads wider than what Hypothesis could shrink.
    return st.builds(some_library, st.randoms(use_true_random=True), loops=st.just(loops))
