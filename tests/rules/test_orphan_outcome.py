from example import EXAMPLE, SEE_SOMEONE, TREE, WHY_IT_HURTS, add

FORGOTTEN = {"content/outcomes/forgotten.yml": "▸" + EXAMPLE[SEE_SOMEONE]}


def test_an_outcome_needs_a_choice_that_leads_to_it(found_at_marks):
    [finding] = found_at_marks(FORGOTTEN)
    assert finding.code == "S701"
    assert 'No tree leads to the outcome "forgotten"' in finding.message
    assert '"outcome: forgotten"' in finding.help


def test_a_link_to_it_is_not_enough(found_at_marks):
    [finding] = found_at_marks(FORGOTTEN | add(WHY_IT_HURTS, "outcomes: [forgotten]\n"))
    assert finding.code == "S701"


def test_what_a_tree_that_cannot_be_read_names_is_not_called_an_orphan(found_at_marks):
    other = {"decision_trees/other.yml": "start: here▸: outcome: remembered\n"}
    remembered = {"content/outcomes/remembered.yml": EXAMPLE[SEE_SOMEONE]}
    orphan, broken = found_at_marks(FORGOTTEN | other | remembered)
    assert (orphan.code, broken.code) == ("S701", "S201")


def test_a_tree_that_can_be_read_in_part_still_leads_where_it_leads(found_at_marks):
    [finding] = found_at_marks(add(TREE, "▸zzz: 1\n"))
    assert finding.code == "S301"


def test_an_outcome_that_is_not_written_yet_is_only_reminded_of(project, checked):
    files = {"content/outcomes/new.yml": EXAMPLE[SEE_SOMEONE].replace("title: ", "title: TODO ")}
    [finding] = checked(project(EXAMPLE | files)).findings
    assert (finding.code, finding.severity) == ("S802", "warning")
