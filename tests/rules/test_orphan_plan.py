from example import EXAMPLE, KNEE, PLAN, TAKE_IT_EASY, WITH_PLAN, add

ALONE = WITH_PLAN | {TAKE_IT_EASY: EXAMPLE[TAKE_IT_EASY]}


def test_a_plan_needs_a_result_or_a_link_that_leads_to_it(found_at_marks):
    [finding] = found_at_marks(ALONE | {PLAN: "▸" + WITH_PLAN[PLAN]})
    assert finding.code == "S704"
    assert '"plan: bend-it"' in finding.help


def test_a_link_is_enough(found_at_marks):
    assert not found_at_marks(ALONE | add(KNEE, "what: Follow [the plan](plan:bend-it).\n"))


def test_so_is_a_result(found_at_marks):
    assert not found_at_marks(WITH_PLAN)
