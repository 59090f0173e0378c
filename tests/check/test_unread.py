"""What follows only from a file that could not be read is left out: the file itself is told, and nothing else."""

import pytest
from example import EXAMPLE, SOURCES, TREE, WHY_IT_HURTS

LATIN = EXAMPLE[TREE].replace("A lot", "Très").encode("latin-1")


@pytest.mark.parametrize(
    ("path", "content", "code"),
    [
        (TREE, LATIN, "S102"),
        (TREE, EXAMPLE[TREE].encode("utf-16"), "S102"),
        (TREE, EXAMPLE[TREE].encode("utf-16-le"), "S102"),
        (TREE, EXAMPLE[TREE].encode("utf-16-be"), "S102"),
        (TREE, b"", "S101"),
        (TREE, b"# A note\n", "S101"),
        (TREE.replace(".yml", ".yaml"), EXAMPLE[TREE].encode(), "S105"),
        (TREE.replace(".yml", ".YML"), EXAMPLE[TREE].encode(), "S105"),
        ("decision_trees/legs/example.yml", EXAMPLE[TREE].encode(), "S105"),
        ("content/example.yml", EXAMPLE[TREE].encode(), "S105"),
    ],
)
def test_a_guide_that_cannot_be_read_makes_no_orphans_of_its_results(path, content, code, project, checked):
    # A second guide, so that there is one at all, and no question of readers' names the first.
    files = {**EXAMPLE, "decision_trees/other.yml": EXAMPLE[TREE].replace("Sore knee", "Sorer knee")}
    files["decision_trees/other.yml"] = files["decision_trees/other.yml"].replace("take-it-easy", "see-someone", 1)
    files[WHY_IT_HURTS] = EXAMPLE[WHY_IT_HURTS].replace("trees: [example]", "places: [knee]")
    files["decision_trees/other.yml"] = files["decision_trees/other.yml"].replace(
        "outcome: see-someone}\n      a-little", "outcome: rest-well}\n      a-little"
    )
    files["content/outcomes/rest-well.yml"] = EXAMPLE["content/outcomes/take-it-easy.yml"]
    del files[TREE]
    findings = checked(project({**files, path: content})).findings
    assert [(one.code, one.file) for one in findings] == [(code, path)]


@pytest.mark.parametrize(("content", "code"), [(LATIN, "S102"), (b"", "S101")])
def test_the_only_guide_is_no_other(content, code, project, checked):
    findings = checked(project({**EXAMPLE, TREE: content})).findings
    assert [(one.code, one.file) for one in findings] == [(code, TREE)]


def test_a_link_out_of_the_project_in_the_place_of_a_guide(project, checked, tmp_path_factory):
    folder = project(EXAMPLE)
    outside = tmp_path_factory.mktemp("outside") / "tree.yml"
    outside.write_text(EXAMPLE[TREE])
    (folder / TREE).unlink()
    (folder / TREE).symlink_to(outside)
    assert [one.code for one in checked(folder).findings] == ["S103"]


def test_a_folder_that_cannot_be_read_hides_what_is_in_it(project, checked, tmp_path_factory):
    folder = project(EXAMPLE)
    (folder / "content/outcomes").rename(tmp_path_factory.mktemp("outside") / "outcomes")
    (folder / "content/outcomes").symlink_to(tmp_path_factory.getbasetemp(), target_is_directory=True)
    assert {one.file for one in checked(folder).findings} == {"content/outcomes"}


def test_a_result_that_cannot_be_read_makes_no_orphans_of_its_sources(project, checked):
    files = {**EXAMPLE, SOURCES: EXAMPLE[SOURCES] + "b-study: {title: Another}\n"}
    path = "content/outcomes/see-someone.yml"
    findings = checked(project({**files, path: b"\xff"})).findings
    assert [(one.code, one.file) for one in findings] == [("S102", path)]
    assert [one.code for one in checked(project(files)).findings] == ["S703"]


def test_what_else_is_wrong_is_told_all_the_same(project, checked):
    files = {**EXAMPLE, "decision_trees/bad.yml": b"\xff", "content/places/knee.yml": "titel: Knee\n"}
    assert {one.code for one in checked(project(files)).findings} == {"S102", "S301"}
