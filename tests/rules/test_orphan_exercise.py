from example import EXERCISE, KNEE, WITH_PLAN, add

OTHER = "content/exercises/stretch.yml"
ALONE = WITH_PLAN | {OTHER: WITH_PLAN[EXERCISE]}


def test_an_exercise_needs_a_plan_that_asks_for_it(found_at_marks):
    [finding] = found_at_marks(ALONE | {OTHER: "▸" + WITH_PLAN[EXERCISE]})
    assert finding.code == "S705"
    assert '"exercise: stretch"' in finding.help


def test_a_link_is_enough(found_at_marks):
    assert not found_at_marks(ALONE | add(KNEE, "what: See [how](exercise:stretch).\n"))
