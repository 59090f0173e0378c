import pytest
from example import EXAMPLE


@pytest.fixture
def elsewhere(tmp_path_factory):
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "secret.yml").write_text("title: Secret\n")
    return folder


def test_a_file_may_not_be_a_link_to_a_file_outside(project, checked, elsewhere):
    folder = project(EXAMPLE)
    (folder / "content/places/hip.yml").symlink_to(elsewhere / "secret.yml")
    report = checked(folder)
    [finding] = report.findings
    assert (finding.code, finding.file, finding.line, finding.column) == ("S103", "content/places/hip.yml", 1, 1)
    assert "outside the project" in finding.message
    assert "copy" in finding.help
    assert "hip" not in report.survey.library.places


def test_a_folder_may_not_be_a_link_to_a_folder_outside(project, checked, elsewhere):
    folder = project(EXAMPLE)
    (folder / "content/more").symlink_to(elsewhere, target_is_directory=True)
    [finding] = checked(folder).findings
    assert (finding.code, finding.file) == ("S103", "content/more")


def test_the_folder_of_the_trees_may_not_be_such_a_link_itself(project, checked, elsewhere):
    folder = project({"content/site.yml": "title: A site\n"})
    (folder / "decision_trees").symlink_to(elsewhere, target_is_directory=True)
    findings = checked(folder).findings
    assert [(one.code, one.file) for one in findings] == [("S103", "decision_trees")]


def test_a_picture_may_not_be_such_a_link_either(project, checked, elsewhere):
    folder = project(EXAMPLE)
    (folder / "content/photo.png").symlink_to(elsewhere / "secret.yml")
    [finding] = checked(folder).findings
    assert (finding.code, finding.file) == ("S103", "content/photo.png")


def test_a_link_to_nothing_outside_is_the_same_fault(project, checked, elsewhere):
    folder = project(EXAMPLE)
    (folder / "content/places/hip.yml").symlink_to(elsewhere / "nothing.yml")
    [finding] = checked(folder).findings
    assert finding.code == "S103"


def test_a_link_by_way_of_another_link_is_followed_to_its_end(project, checked, elsewhere):
    folder = project(EXAMPLE)
    (folder / "door").symlink_to(elsewhere, target_is_directory=True)
    (folder / "content/places/hip.yml").symlink_to("../../door/secret.yml")
    [finding] = checked(folder).findings
    assert (finding.code, finding.file) == ("S103", "content/places/hip.yml")


def test_a_link_within_the_project_is_read_like_a_file(project, checked):
    folder = project(EXAMPLE)
    (folder / "content/places/hip.yml").symlink_to("knee.yml")
    report = checked(folder)
    assert not report.findings
    assert "hip" in report.survey.library.places


def test_a_project_may_itself_be_reached_by_a_link(project, checked, elsewhere):
    folder = project(EXAMPLE)
    (folder / "content/places/hip.yml").symlink_to("knee.yml")
    (elsewhere / "project").symlink_to(folder, target_is_directory=True)
    assert not checked(elsewhere / "project").findings
