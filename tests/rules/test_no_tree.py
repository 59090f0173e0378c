from example import EXAMPLE, TREE


def test_a_project_needs_a_tree(project, checked):
    [finding] = checked(project({})).findings
    assert (finding.code, finding.file, finding.line, finding.column) == ("S106", "decision_trees", 1, 1)
    assert "no decision tree" in finding.message
    assert "--project" in finding.help


def test_red_flags_and_care_levels_are_no_trees(project, checked):
    files = {path: text for path, text in EXAMPLE.items() if path != TREE}
    assert "S106" in {finding.code for finding in checked(project(files)).findings}


def test_a_tree_with_faults_is_a_tree(project, checked):
    [finding] = checked(project({TREE: ""})).findings
    assert finding.code == "S101"
