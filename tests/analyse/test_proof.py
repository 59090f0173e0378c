"""What is proved without taking every path is what one finds by taking every path.

The walker in `walker` is written from the words of the design alone, and shares nothing with the package
`generator.analyse`.
"""

import json
from itertools import islice

import pytest
from chains import chain
from click.testing import CliRunner
from deep import examples
from example import EXAMPLE, TREE
from hypothesis import given, settings
from random_libraries import libraries
from walker import End, Reader, answers, begin, called_for, walk

from generator.analyse import proof
from generator.analyse.routes import Path, Routes
from generator.analyse.survey import survey
from generator.check.run import Report
from generator.cli.main import main
from generator.core.kinds.care_level import CareLevel
from generator.core.kinds.outcome import Outcome
from generator.core.kinds.red_flag import RedFlag
from generator.core.kinds.tree import Choice, Question, Tree
from generator.core.library import Library
from generator.core.text import allow_long_numbers
from generator.report import json_report, text_report
from generator.rules import loop, loop_across_trees, skipped_red_flag, unreachable_question


def readers(library: Library) -> dict[Reader, int]:
    """Everyone who can stand anywhere, however they came, each with the fewest answers it takes."""
    ahead = [begin(library, tree, frozenset()) for tree in library.trees]
    found = dict.fromkeys(ahead, 0)
    for reader in ahead:
        for _, to in answers(library, reader):
            if isinstance(to, Reader) and to not in found:
                found[to] = found[reader] + 1
                ahead.append(to)
    return found


def can_go_round(library: Library) -> bool:
    """Whether some reader can answer more questions than there are, the red-flag questions of every tree included."""
    ahead = {begin(library, tree, frozenset()) for tree in library.trees}
    for _ in range(sum(len(tree.questions) + len(library.care_levels) for tree in library.trees.values())):
        ahead = {to for reader in ahead for _, to in answers(library, reader) if isinstance(to, Reader)}
    return bool(ahead)


whatever = given(libraries(loops=True))
without_loops = given(libraries(loops=False))


# --------------------------------------------------------------------------------------------- what is proved


@without_loops
def test_the_paths_of_a_tree_are_those_that_readers_can_take_in_the_order_they_would_try_them(library):
    for tree in library.trees:
        taken = [(way, end.outcome, end.care) for way, end in walk(library, begin(library, tree, frozenset()))]
        assert [(path.answers, path.ending.outcome, path.ending.care) for path in Routes(library).paths(tree)] == taken


@without_loops
def test_paths_are_counted_exactly_without_taking_them(library):
    proved = survey(library).proof
    assert proved.exhaustive
    for tree, count in proved.paths.items():
        assert count == sum(1 for _ in walk(library, begin(library, tree, frozenset())))
    assert proved.paths.keys() == library.trees.keys()


@without_loops
def test_where_exact_counting_would_take_too_long_the_count_is_too_high_and_says_so(library):
    exact = survey(library).proof.paths
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(proof, "MAX_SETS", 0)
        rough = survey(library).proof
    assert all(rough.paths[tree] >= count for tree, count in exact.items())
    assert rough.paths == exact or not rough.exhaustive


def test_a_count_that_is_too_high_is_printed_as_such(monkeypatch):
    library = chained_trees(3)
    # Who enters the second tree directly has not been asked what the third asks; who comes from the first has.
    between = library.trees["tree1"].model_copy(update={"places": []})
    library = library.with_entries(trees={**library.trees, "tree1": between})
    assert survey(library).proof.exhaustive
    monkeypatch.setattr(proof, "MAX_SETS", 0)
    report = Report(survey(library), ())
    assert not json.loads(json_report.render(report))["exhaustive"]
    assert "at most " in text_report.render(report, {}, lambda text, **_: text)
    assert "exhaustive" not in text_report.render(report, {}, lambda text, **_: text)


@whatever
def test_a_loop_is_told_exactly_if_a_reader_can_go_round_in_one(library):
    surveyed = survey(library)
    told = [*loop.check(surveyed), *loop_across_trees.check(surveyed)]
    assert bool(told) == can_go_round(library)
    assert surveyed.proof.exhaustive == (not told)


@whatever
def test_a_loop_that_is_told_is_one(library):
    graph = survey(library).graph
    for tree, shape in graph.shapes.items():
        questions = library.trees[tree].questions
        for found in shape.loops:
            assert found.nodes[0] == found.nodes[-1]
            for question, to in zip(found.nodes, found.nodes[1:], strict=False):
                assert to in {choice.question for choice in questions[question].choices.values()}
            question, choice = found.edge
            assert (question, questions[question].choices[choice].question) == found.nodes[-2:]
    for found in graph.loops:
        assert found.nodes[0] == found.nodes[-1]
        assert found.edge == found.nodes[-2:]
        for tree, to in zip(found.nodes, found.nodes[1:], strict=False):
            choices = [
                choice for question in library.trees[tree].questions.values() for choice in question.choices.values()
            ]
            assert to in {choice.tree for choice in choices}


@whatever
def test_a_question_is_called_unreachable_exactly_if_no_reader_comes_to_it(library):
    come_to = {(reader.tree, reader.question) for reader in readers(library) if not reader.levels}
    written = {(tree, question) for tree, value in library.trees.items() for question in value.questions}
    told = unreachable_question.check(survey(library))
    assert {(fault.at.file, fault.at.path[-1]) for fault in told} == {
        (f"decision_trees/{tree}.yml", question) for tree, question in written - come_to
    }


@whatever
def test_self_care_that_skips_a_red_flag_is_told_with_the_shortest_way_there(library):
    fewest: dict[tuple[str, str], int] = {}
    for reader, number in readers(library).items():
        for _, end in answers(library, reader):
            if not isinstance(end, End) or end.outcome not in library.outcomes:
                continue
            outcome = library.outcomes[end.outcome]
            self_care = end.care is not None and library.care_levels[end.care].self_care
            if self_care and called_for(library, outcome.places, end.denied):
                key = (end.tree, end.outcome)
                fewest[key] = min(fewest.get(key, number + 1), number + 1)
    told = {}
    for fault in skipped_red_flag.check(survey(library)):
        tree = fault.at.file.removeprefix("decision_trees/").removesuffix(".yml")
        *_, question, _, choice, _ = fault.at.path
        outcome = library.trees[tree].questions[question].choices[choice].outcome
        way = [
            tuple(step.split(": ")) for step in fault.message.split("The shortest way: ")[1].rstrip(".").split(" → ")
        ]
        assert follow(library, tree, way).outcome == outcome
        assert (tree, outcome) not in told
        told[tree, outcome] = len(way)
    assert told == fewest


def follow(library: Library, tree: str, way: list[tuple[str, str]]) -> Reader | End:
    at = begin(library, tree, frozenset())
    for answer in way:
        at = dict(answers(library, at))[answer]
    return at


@without_loops
def test_an_unsure_answer_is_told_exactly_if_some_reader_could_get_less_care_by_it(library):
    level = {id: place for place, id in enumerate(library.care_levels)}
    lowered = set()
    for reader in readers(library):
        if reader.levels or not level:
            continue
        choices = library.trees[reader.tree].questions[reader.question].choices
        least = {
            id: max(level[end.care] for end in ([to] if isinstance(to, End) else [end for _, end in walk(library, to)]))
            for (_, id), to in answers(library, reader)
        }
        sure = [least[id] for id, choice in choices.items() if not choice.unsure]
        lowered |= {
            (reader.tree, reader.question, id)
            for id, choice in choices.items()
            if choice.unsure and sure and least[id] > min(sure)
        }
    assert {(one.tree, one.question, one.choice) for one in survey(library).proof.lowered} == lowered


@without_loops
def test_a_question_is_called_pointless_exactly_if_it_never_changes_a_readers_result(library):
    results: dict[tuple[str, str], set[str]] = {}
    for reader in readers(library):
        if not reader.levels:
            ends = results.setdefault((reader.tree, reader.question), set())
            ends |= {end.outcome for _, end in walk(library, reader)}
    pointless = {(*question, *ends) for question, ends in results.items() if len(ends) == 1}
    assert set(survey(library).proof.pointless) == pointless


# ------------------------------------------------------------------------------------- through the whole program


def as_yaml(library: Library) -> dict[str, str]:
    """The library as its author would have written it; JSON is YAML."""
    said = {"exclude_defaults": True, "by_alias": True}
    files = {
        "decision_trees/care_levels.yml": {id: level.model_dump(**said) for id, level in library.care_levels.items()},
        "decision_trees/red_flags.yml": {id: flag.model_dump(**said) for id, flag in library.red_flags.items()},
    }
    files |= {f"decision_trees/{id}.yml": tree.model_dump(**said) for id, tree in library.trees.items()}
    files |= {f"content/outcomes/{id}.yml": outcome.model_dump(**said) for id, outcome in library.outcomes.items()}
    return {path: json.dumps(value) for path, value in files.items()}


@pytest.fixture
def report_of(project, checked, tmp_path):
    def report(library: Library) -> Report:
        for file in tmp_path.rglob("*.yml"):
            file.unlink()
        return checked(project(as_yaml(library)))

    return report


def test_what_is_proved_of_a_library_is_proved_of_its_files(report_of):
    @settings(max_examples=examples(25))
    @whatever
    def holds(library):
        library = Library.of(
            trees=dict(sorted(library.trees.items())),
            outcomes=library.outcomes,
            red_flags=library.red_flags,
            care_levels=library.care_levels,
        )
        assert report_of(library).survey.proof == survey(library).proof

    holds()


# --------------------------------------------------------------------------------------------------- large trees


def test_two_to_the_sixtieth_paths_are_checked_and_counted_at_once(project):
    folder = project(EXAMPLE | {TREE: chain(60, rejoin=True)})
    result = CliRunner().invoke(main, ["check", "--format", "json", "--project", str(folder)], catch_exceptions=False)
    # One red-flag question comes first: its sign and its "not sure" end, its no leads on.
    assert json.loads(result.output)["paths"] == 2**60 + 2
    assert json.loads(result.output)["ok"]
    text = CliRunner().invoke(main, ["check", "--project", str(folder)], catch_exceptions=False).output
    size = "1 guide, 60 questions, 1,152,921,504,606,846,978 paths"
    assert f"{size}: all end, 1 self-care result only past the red flags; exhaustive" in text


def test_each_question_is_looked_at_once_however_many_paths_there_are(project, checked, monkeypatch):
    looked = []
    together = proof._together
    monkeypatch.setattr(proof, "_together", lambda reaches: looked.append(1) or together(reaches))
    assert checked(project(EXAMPLE | {TREE: chain(60, rejoin=True)})).ok
    # And once more for the whole guide, with its red-flag question.
    assert len(looked) == 61


def test_a_list_of_paths_stops_early_where_there_are_too_many(project):
    folder = project(EXAMPLE | {TREE: chain(60, rejoin=True)})
    arguments = ["paths", "example", "--format", "json", "--limit", "5", "--project", str(folder)]
    listed = json.loads(CliRunner().invoke(main, arguments, catch_exceptions=False).output)
    assert not listed["exhaustive"]
    assert len(listed["paths"]) == 5


@pytest.mark.long
def test_a_chain_of_five_thousand_questions_is_no_deeper_than_any_other(project, checked):
    report = checked(project(EXAMPLE | {TREE: chain(5000, rejoin=False)}))
    assert report.ok
    assert report.survey.proof.paths["example"] == 5001 + 2
    assert len(third_path(report.survey.library, "example").answers) == 5000 + 1


def third_path(library: Library, tree: str) -> Path:
    """After a yes and a doubt about the red flags: the way that always takes the first choice."""
    return next(islice(Routes(library).paths(tree), 2, None))


def row_of_questions(length: int, last: Choice) -> Library:
    """A tree whose questions lead on with both choices, the last of them with one to somewhere else."""
    ids = [f"q{n}" for n in range(length)]
    choices = [{"a": Choice(question=to), "b": Choice(question=to)} for to in ids[1:]]
    choices.append({"a": Choice(outcome="end"), "b": last})
    questions = {id: Question(choices=one) for id, one in zip(ids, choices, strict=True)}
    return Library.of(trees={"tree": Tree(start="q0", questions=questions)}, outcomes={"end": Outcome()})


def test_a_circle_of_five_thousand_questions_is_found():
    [fault] = loop.check(survey(row_of_questions(5000, Choice(question="q0"))))
    assert fault.message.count(" → ") == 5000


@pytest.mark.long
def test_a_count_of_any_length_is_printed():
    allow_long_numbers()
    report = Report(survey(row_of_questions(15_000, Choice(outcome="end"))), ())
    assert json.loads(json_report.render(report))["paths"] == 2**15_000
    assert f"{2**15_000:,} paths" in text_report.render(report, {}, lambda text, **_: text)


def chained_trees(number: int) -> Library:
    """Each tree hands over to the next; all ask the same red flag, which a reader is asked only once."""

    def tree(n: int) -> Tree:
        on = Choice(text="A", outcome="soon") if n == number - 1 else Choice(text="A", tree=f"tree{n + 1}")
        choices = {"a": on, "b": Choice(text="B", outcome="easy")}
        return Tree(title="T", start="q", places=["knee"], questions={"q": Question(ask="Q?", choices=choices)})

    return Library.of(
        trees={f"tree{n}": tree(n) for n in range(number)},
        outcomes={"soon": Outcome(care="soon"), "easy": Outcome(care="self-care", places=["knee"])},
        red_flags={"swelling": RedFlag(text="Hot", care="soon", places=["knee"])},
        care_levels={"soon": CareLevel(card="non-urgent"), "self-care": CareLevel(card="self-care", self_care=True)},
    )


@pytest.mark.long
def test_three_thousand_trees_that_hand_over_are_no_deeper_than_one():
    library = chained_trees(3000)
    proved = survey(library).proof
    assert proved.exhaustive
    assert proved.paths["tree0"] == 3001 + 2
    assert len(third_path(library, "tree0").answers) == 3000 + 1


# --------------------------------------------------------------------------------------- red flags on a handover


def handover(first: list[str], second: list[str]) -> list[tuple[tuple[str, str], ...]]:
    """The ways through two trees, one handing over to the other."""
    library = two_trees(first, second)
    ways = [path.answers for path in Routes(library).paths("first")]
    assert len(ways) == survey(library).proof.paths["first"]
    return ways


def two_trees(first: list[str], second: list[str]) -> Library:
    """One tree that hands over to another, at these places; three red flags of two levels."""
    end = {"a": Choice(outcome="soon"), "b": Choice(outcome="easy")}
    return Library.of(
        trees={
            "first": Tree(start="q1", places=first, questions={"q1": Question(choices={"a": Choice(tree="second")})}),
            "second": Tree(start="q2", places=second, questions={"q2": Question(choices=end)}),
        },
        outcomes={"soon": Outcome(care="soon"), "easy": Outcome(care="self-care")},
        red_flags={
            "hot": RedFlag(care="soon", places=["knee"]),
            "stiff": RedFlag(care="soon", places=["hip"]),
            "numb": RedFlag(care="emergency", places=["hip"]),
        },
        care_levels={"emergency": CareLevel(), "soon": CareLevel(), "self-care": CareLevel(self_care=True)},
    )


NO_URGENT, NO_SOON = ("red-flags-emergency", "no"), ("red-flags-soon", "no")


def test_what_was_answered_no_is_not_asked_again():
    assert sorted(handover(["knee"], ["knee"]), key=len)[-1] == (NO_SOON, ("q1", "a"), ("q2", "b"))


def test_a_level_of_which_something_is_left_is_asked_after_all():
    assert sorted(handover(["knee"], ["hip"]), key=len)[-1] == (NO_SOON, ("q1", "a"), NO_URGENT, NO_SOON, ("q2", "b"))


def test_a_level_of_which_nothing_is_left_is_passed_over():
    assert sorted(handover(["hip"], ["hip", "knee"]), key=len)[-1] == (
        NO_URGENT,
        NO_SOON,
        ("q1", "a"),
        NO_SOON,
        ("q2", "b"),
    )


def test_the_most_urgent_level_is_asked_first_and_a_yes_or_a_doubt_ends_there():
    ways = handover(["hip"], ["hip"])
    assert ways[:2] == [(("red-flags-emergency", "numb"),), (NO_URGENT, ("red-flags-soon", "stiff"))]
    assert ways[-2:] == [(NO_URGENT, ("red-flags-soon", "unsure")), (("red-flags-emergency", "unsure"),)]
