import pytest


@pytest.mark.parametrize(
    "path", ["decision_trees/hip.yaml", "content/places/hip.yaml", "content/sources.yaml", "content/site.yaml"]
)
def test_a_file_that_ends_in_yaml_is_told_with_its_right_name(path, found_at_marks):
    [finding] = found_at_marks({path: "▸title: Hip\n"})
    assert finding.code == "S105"
    assert '".yaml"' in finding.message
    assert f'"{path.removesuffix("yaml")}yml"' in finding.help


@pytest.mark.parametrize("path", ["decision_trees/legs/hip.yml", "content/outcomes/a/b.yml", "content/faq/a/b.yaml"])
def test_a_file_in_a_sub_folder_is_told(path, found_at_marks):
    [finding] = found_at_marks({path: "▸title: Hip\n"})
    assert finding.code == "S105"
    assert "sub-folder" in finding.message
    assert "up" in finding.help


def test_a_file_whose_name_begins_with_a_dot_is_nobodys_business(found_at_marks):
    assert not found_at_marks({"content/places/.hip.yaml": "", "decision_trees/.old/hip.yml": ""})
