import pytest
from example import KNEE, TREE


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


@pytest.mark.parametrize("added", ["~", ".bak", ".bak2", ".orig", ".old", ".swp"])
@pytest.mark.parametrize(
    "path",
    [
        KNEE,
        TREE,
        "content/sources.yml",
        "content/about/index.md",
        "content/figures/front.svg",
        "content/translations/de/places/knee.yml",
    ],
)
def test_a_copy_that_an_editor_has_left_is_told_and_is_no_entry(path, added, found_at_marks):
    [finding] = found_at_marks({f"{path}{added}": "▸title: [\n"})
    assert finding.code == "S105"
    assert finding.message == "This is a copy that an editor or a merge has left, so it is not read."
    assert finding.help == "Delete it, or move it out of these folders: it would be published."


@pytest.mark.parametrize(
    ("path", "message", "help"),
    [
        (
            "content/places/hip.json",
            'This file ends in ".json", so it is not read.',
            'Rename it to "content/places/hip.yml".',
        ),
        (
            "content/places/hip.csv",
            'This file ends in ".csv", so it is not read.',
            'Write it in YAML, as "content/places/hip.yml".',
        ),
        (
            "content/translations/example.yml",
            "This file is not in the folder of a language, so it is not read.",
            "Move it to where its language has it, such as below content/translations/de/.",
        ),
        (
            "content/translations/de.po",
            "A gettext file is not read from this folder.",
            'Import it with "signpost translate de --import content/translations/de.po", and keep it elsewhere.',
        ),
        (
            "content/translations/de/places/knee.yaml",
            'This file ends in ".yaml", so it is not read.',
            'Rename it to "content/translations/de/places/knee.yml".',
        ),
    ],
)
def test_a_file_of_another_form_says_what_to_make_of_it(path, message, help, found_at_marks):
    [finding] = found_at_marks({path: "▸title: Hip\n"})
    assert (finding.code, finding.message, finding.help) == ("S105", message, help)


@pytest.mark.parametrize("path", ["content/downloads/data.json", "content/downloads/data.csv", "content/notes.bak"])
def test_other_files_may_stand_in_other_folders(path, found_at_marks):
    assert not found_at_marks({path: "1\n"})
