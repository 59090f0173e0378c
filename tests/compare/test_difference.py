"""What is counted without listing paths is what one counts by listing them."""

from collections import Counter
from random import Random

import pytest
import real_project
from deep import examples
from hypothesis import given
from hypothesis import strategies as st
from random_libraries import PLACES, some_library
from walker import End, answers, begin

from generator.analyse.routes import Routes
from generator.analyse.survey import survey
from generator.compare import routes as difference
from generator.compare.libraries import Comparison, compare
from generator.core.kinds.outcome import Outcome
from generator.core.kinds.tree import Choice, Question, Tree
from generator.core.library import Library

# ------------------------------------------------------------------------------------------------ by listing paths


def ways(library: Library, tree: str):
    """Every way through a tree: each question asked, by tree, id and whether it is about red flags, with its answer."""
    ahead = [((), begin(library, tree, frozenset()))]
    while ahead:
        way, reader = ahead.pop()
        for (question, choice), to in answers(library, reader):
            longer = (*way, ((reader.tree, question, bool(reader.levels)), choice))
            if isinstance(to, End):
                yield longer, (to.outcome, to.care)
            else:
                ahead.append((longer, to))


def by_hand(before: Library, after: Library, tree: str):
    """Compare each way with each other way that gives no other answer to any question that both ask."""
    old, new = list(ways(before, tree)), list(ways(after, tree))
    moved = Counter()
    for way, end in old:
        given = dict(way)
        for other, elsewhere in new:
            if end != elsewhere and all(given.get(question, choice) == choice for question, choice in other):
                moved[end, elsewhere] += 1
    kept = len({way for way, _ in old} & {way for way, _ in new})
    return moved, kept, len(old), len(new)


def compared(before: Library, after: Library) -> Comparison:
    return compare(survey(before), survey(after))


def told(comparison: Comparison, tree: str, outcome=lambda id: id):
    [guide] = [guide for guide in comparison.guides if guide.tree == tree]
    assert guide.exhaustive
    moved = {
        ((outcome(move.before.outcome), move.before.care), (move.after.outcome, move.after.care)): move.paths
        for move in guide.moves
    }
    return moved, guide.kept, guide.paths_before, guide.paths_after


# --------------------------------------------------------------------------------------------- changes of any kind


def with_question(
    library: Library, tree: str, id: str, question: Question | None, new_id: str | None = None
) -> Library:
    """The library with one question exchanged, in the same place."""
    questions = dict(library.trees[tree].questions)
    questions[id] = question
    changed = library.trees[tree].model_copy(update={"questions": questions})
    return library.with_entries(trees={**library.trees, tree: changed})


def with_choice(library: Library, tree: str, question: str, choice: str, to: Choice | None) -> Library:
    value = library.trees[tree].questions[question]
    choices = {**value.choices, choice: to} if to else {id: one for id, one in value.choices.items() if id != choice}
    return with_question(library, tree, question, value.model_copy(update={"choices": choices}))


def changed(dice: Random, library: Library) -> Library:
    """The library with one thing about it changed; no change makes a loop."""
    trees = list(library.trees)
    tree = dice.choice(trees)
    # Questions and trees are numbered so that each leads only to later ones.
    id = dice.choice([id for id in library.trees[tree].questions if id[-1].isdigit()])
    question = library.trees[tree].questions[id]
    later = [other for other in library.trees[tree].questions if other[-1].isdigit() and other > id]
    targets = [{"outcome": dice.choice(list(library.outcomes))}]
    targets += [{"question": other} for other in later]
    targets += [{"tree": other} for other in trees if other > tree]
    to = Choice(**dice.choice(targets))
    choice = dice.choice(list(question.choices))
    match dice.choice(["retarget", "retarget", "care", "add", "remove", "flag", "flag", "places", "insert", "skip"]):
        case "retarget":
            return with_choice(library, tree, id, choice, to)
        case "care":
            outcome = dice.choice(list(library.outcomes))
            value = library.outcomes[outcome].model_copy(update={"care": dice.choice([*library.care_levels, None])})
            return library.with_entries(outcomes={**library.outcomes, outcome: value})
        case "add":
            return with_choice(library, tree, id, f"choice{dice.randint(5, 9)}", to)
        case "remove" if len(question.choices) > 1:
            return with_choice(library, tree, id, choice, None)
        case "flag" if library.red_flags:
            flag = dice.choice(list(library.red_flags))
            if dice.random() < 0.5:
                return library.with_entries(
                    red_flags={key: one for key, one in library.red_flags.items() if key != flag}
                )
            value = library.red_flags[flag].model_copy(update={"care": dice.choice(list(library.care_levels))})
            return library.with_entries(red_flags={**library.red_flags, flag: value})
        case "places":
            value = library.trees[tree].model_copy(update={"places": dice.sample(PLACES, dice.randint(0, 2))})
            return library.with_entries(trees={**library.trees, tree: value})
        case "insert":
            new = f"asked-between-{dice.randint(0, 99)}-x"
            if new not in library.trees[tree].questions:
                between = Question(choices={"a": question.choices[choice], "b": to})
                library = with_question(library, tree, new, between)
                return with_choice(library, tree, id, choice, Choice(question=new))
        case "skip" if question.choices[choice].question:
            skipped = library.trees[tree].questions[question.choices[choice].question]
            return with_choice(library, tree, id, choice, dice.choice(list(skipped.choices.values())))
    return library


def reordered(dice: Random, library: Library) -> Library:
    """A tree whose questions lead on with every choice that led on, but in another order."""
    tree = dice.choice(list(library.trees))
    questions = library.trees[tree].questions
    ids = list(questions)
    order = dice.sample(ids, len(ids))
    as_it_was = dict(zip(sorted(ids), order, strict=True))

    def renumbered(choice: Choice) -> Choice:
        return choice.model_copy(update={"question": as_it_was[choice.question]}) if choice.question else choice

    new = {
        as_it_was[id]: Question(choices={key: renumbered(one) for key, one in question.choices.items()})
        for id, question in questions.items()
    }
    value = library.trees[tree].model_copy(update={"questions": new, "start": as_it_was[library.trees[tree].start]})
    return library.with_entries(trees={**library.trees, tree: value})


def any_change(dice: Random) -> tuple[Library, Library]:
    library = some_library(dice, loops=False)
    after = library
    for _ in range(dice.randint(1, 4)):
        after = changed(dice, after)
    # The version before may ask the same in another order.
    return (reordered(dice, library) if dice.random() < 0.3 else library), after


def renamed(library: Library) -> Library:
    """Every tree, question and outcome under another name, with the one it had among its aliases."""

    def new(choice: Choice) -> Choice:
        named = {kind: f"new-{id}" for kind in ("question", "outcome", "tree") if (id := getattr(choice, kind))}
        return choice.model_copy(update=named)

    def again(tree: str, value: Tree) -> Tree:
        questions = {
            f"new-{id}": Question(
                aliases=["never", id], choices={key: new(one) for key, one in question.choices.items()}
            )
            for id, question in value.questions.items()
        }
        return value.model_copy(update={"questions": questions, "start": f"new-{value.start}", "aliases": [tree]})

    outcomes = {f"new-{id}": value.model_copy(update={"aliases": [id]}) for id, value in library.outcomes.items()}
    flags = {
        id: flag.model_copy(update={"outcome": f"new-{flag.outcome}"}) if flag.outcome else flag
        for id, flag in library.red_flags.items()
    }
    return library.with_entries(
        trees={f"new-{id}": again(id, value) for id, value in library.trees.items()}, outcomes=outcomes, red_flags=flags
    )


any_two = given(st.builds(any_change, st.randoms(use_true_random=True)))


@pytest.mark.long
@any_two
def test_what_leads_elsewhere_is_counted_as_by_listing_all_paths(two):
    before, after = two
    comparison = compared(before, after)
    for tree in before.trees:
        assert told(comparison, tree) == by_hand(before, after, tree)


@pytest.mark.long
@any_two
def test_the_answers_told_for_a_change_lead_there_and_none_shorter_does(two):
    before, after = two
    comparison = compared(before, after)
    for guide in comparison.guides:
        old, new = (list(ways(library, guide.tree)) for library in two)
        for move in guide.moves:
            ends = [(move.before.outcome, move.before.care), (move.after.outcome, move.after.care)]
            joint = [
                ({**dict(way), **dict(other)}, other[-1])
                for way, end in old
                for other, elsewhere in new
                if [end, elsewhere] == ends and all(dict(way).get(key, choice) == choice for key, choice in other)
            ]
            answers = {tuple(asked): choice for asked, choice in move.answers}
            assert answers in [given for given, _ in joint]
            assert len(move.answers) == min(len(given) for given, _ in joint)
            assert {(tuple(asked), choice): paths for (asked, choice), paths in move.by} == Counter(
                now for _, now in joint
            )


@pytest.mark.long
@any_two
def test_what_only_has_another_name_is_followed_by_its_aliases(two):
    before, after = two[0], renamed(two[1])

    def outcome(id):
        return f"new-{id}" if id in before.outcomes else id

    comparison = compared(before, after)
    for tree in two[0].trees:
        old = by_hand(before, two[1], tree)
        moved, kept, *numbers = old
        named = Counter(
            {((outcome(end[0]), end[1]), (outcome(to[0]), to[1])): count for (end, to), count in moved.items()}
        )
        assert told(comparison, f"new-{tree}", outcome) == (named, kept, *numbers)
    assert {note.kind for note in comparison.notes if note.thing in ("guide", "outcome")} <= {"renamed", "changed"}


@pytest.mark.long
def test_the_changes_tried_here_are_of_every_kind():
    """Else the tests above would prove little."""
    dice = Random(1)
    seen = Counter()
    for _ in range(300):
        before, after = any_change(dice)
        for guide in compared(before, after).guides:
            seen["moved"] += bool(guide.moves)
            seen["kept whole"] += guide.kept == guide.paths_before == guide.paths_after
            seen["new paths"] += guide.kept < guide.paths_after
            seen["less urgent"] += bool(guide.less_urgent)
            seen["more paths than before"] += any(move.paths > guide.paths_before for move in guide.moves)
    assert min(seen.values()) > 10, seen
    assert len(seen) == 5


# ------------------------------------------------------------------------------------------- the guides of this site


@pytest.fixture(scope="module")
def content() -> Library:
    return real_project.library()


def urgent_answers(library: Library):
    """Every answer that ends with more urgent care than self-care, as (tree, question, choice)."""
    for tree, value in library.trees.items():
        for id, question in value.questions.items():
            for choice, one in question.choices.items():
                if one.outcome and not library.care_levels[library.outcomes[one.outcome].care].self_care:
                    yield tree, id, choice


def some_urgent_answers(library: Library, most: int):
    """Urgent answers from all over the guides; from each guide at least the first."""
    found = list(urgent_answers(library))
    first = {tree: (tree, question, choice) for tree, question, choice in reversed(found)}
    return sorted({*first.values(), *found[:: max(1, len(found) // most)]})


@pytest.mark.long
def test_an_urgent_answer_made_self_care_is_told_first_with_its_exact_number_of_paths(content):
    levels = content.care_levels
    gentle = next(id for id, outcome in content.outcomes.items() if levels[outcome.care].self_care)
    before = survey(content)
    routes = Routes(content)
    old = {tree: {path.answers: path.ending for path in routes.paths(tree)} for tree in content.trees}
    given = {tree: {answer for answers in paths for answer in answers} for tree, paths in old.items()}
    for tree, question, choice in some_urgent_answers(content, examples(20)):
        changed = content.trees[tree].questions[question].choices[choice].model_copy(update={"outcome": gentle})
        library = with_choice(content, tree, question, choice, changed)
        comparison = compare(before, survey(library))
        first = comparison.guides[0]
        assert first.tree == tree
        assert first.moves[0].by == ((((tree, question, False), choice), first.moves[0].paths),)
        assert first.moves[0].after.outcome == gentle
        routes = Routes(library)
        for guide in comparison.guides:
            if (question, choice) not in given[guide.tree]:
                assert not guide.moves
                continue
            new = {path.answers: path.ending for path in routes.paths(guide.tree)}
            moved = [answers for answers, ending in old[guide.tree].items() if new[answers] != ending]
            assert guide.less_urgent == sum(move.paths for move in guide.moves) == len(moved)
            assert guide.kept == len(new) == guide.paths_before


@pytest.mark.long
def test_an_outcome_that_becomes_self_care_moves_every_path_to_it(content):
    gentle = next(id for id, level in content.care_levels.items() if level.self_care)
    paths = [path for tree in content.trees for path in Routes(content).paths(tree)]
    others = [(id, outcome) for id, outcome in content.outcomes.items() if outcome.care != gentle]
    for id, outcome in others[:: len(others) // 12]:
        changed = content.with_entries(outcomes={**content.outcomes, id: outcome.model_copy(update={"care": gentle})})
        comparison = compared(content, changed)
        moves = [move for guide in comparison.guides for move in guide.moves]
        assert {(move.before.outcome, move.after.outcome, move.after.care) for move in moves} <= {(id, id, gentle)}
        assert sum(guide.less_urgent for guide in comparison.guides) == sum(path.ending.outcome == id for path in paths)
        # Cases that end there are told of as well.
        told = [note for note in comparison.notes if note.less_urgent and note.thing != "case"]
        assert [note.id for note in told] == [id]


@pytest.mark.long
def test_nothing_is_told_of_a_library_compared_with_itself(content):
    comparison = compared(content, content)
    assert not comparison.notes
    assert not comparison.less_urgent
    assert all(not guide.moves and guide.kept == guide.paths_before for guide in comparison.guides)


# ---------------------------------------------------------------------------------------------------- large guides


def row(ids: list[str], last: str = "end") -> Library:
    """A guide in which both answers to each question lead on to the next; the last can end elsewhere."""
    choices = [{"a": Choice(question=to), "b": Choice(question=to)} for to in ids[1:]]
    choices.append({"a": Choice(outcome="end"), "b": Choice(outcome=last)})
    questions = {id: Question(choices=one) for id, one in zip(ids, choices, strict=True)}
    outcomes = {"end": Outcome(), "other": Outcome()}
    return Library.of(trees={"tree": Tree(start=ids[0], questions=questions)}, outcomes=outcomes)


SIXTY = [f"q{n}" for n in range(60)]


@pytest.mark.parametrize(
    ("after", "moved", "kept"),
    [
        (SIXTY, 2**59, 2**60),
        (["new", *SIXTY], 2**60, 0),
        ([SIXTY[1], SIXTY[0], *SIXTY[2:]], 2**59, 0),
        ([SIXTY[-1], *SIXTY[:-1]], 2**59, 0),
        ([*SIXTY[1:], SIXTY[0]], 2**59, 0),
        ([f"other-{id}" for id in SIXTY], 2**119, 0),
    ],
    ids=["as it was", "one more first", "two swapped", "last first", "first last", "all others"],
)
def test_two_to_the_sixtieth_paths_are_compared_at_once(after, moved, kept, monkeypatch):
    monkeypatch.setattr(difference, "MAX_WORK", 1_000)
    assert told(compared(row(SIXTY), row(after, last="other")), "tree")[:2] == (
        {(("end", None), ("other", None)): moved},
        kept,
    )


@pytest.mark.long
def test_guides_that_ask_the_same_in_quite_another_order_are_not_called_alike():
    comparison = compared(row(SIXTY), row(SIXTY[::-1]))
    [guide] = comparison.guides
    assert (guide.exhaustive, guide.kept, guide.moves) == (False, None, ())
    assert comparison.less_urgent


@pytest.mark.long
def test_a_guide_of_five_thousand_questions_is_no_deeper_than_any_other():
    ids = [f"q{n}" for n in range(5000)]
    assert told(compared(row(ids), row(ids, last="other")), "tree")[1] == 2**5000
