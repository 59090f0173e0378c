"""What `signpost new` writes passes the check as it is, in whatever project, and overwrites nothing."""

from itertools import product
from pathlib import Path

import pytest
from click.testing import CliRunner
from example import CARE_LEVELS, EXAMPLE, KNEE, RED_FLAGS, SEE_SOMEONE, SOURCES, TAKE_IT_EASY, TREE, WHY_IT_HURTS, add

from generator.cli.main import main
from generator.cli.skeletons import NEW_KINDS
from generator.core.kinds import file_of

GOLDEN = Path(__file__).parents[1] / "golden"
WITHOUT_LEVELS = {
    path: "\n".join(line for line in text.splitlines() if not line.startswith("care:"))
    for path, text in EXAMPLE.items()
    if path not in (CARE_LEVELS, RED_FLAGS)
}
EVERYWHERE = "cold: {text: It is cold, care: soon, places: everywhere, sources: [a-study]}\n"
SELF_CARE_ONLY = EXAMPLE | {
    path: text.replace("care: soon", "care: self-care") for path, text in EXAMPLE.items() if "outcomes/" in path
}
PROJECTS = {
    "with red flags": EXAMPLE,
    "without care levels": WITHOUT_LEVELS,
    "with a red flag everywhere": EXAMPLE | {RED_FLAGS: EVERYWHERE},
    "whose results are all self-care": SELF_CARE_ONLY,
}


def new(folder: Path, *arguments: str):
    return CliRunner().invoke(main, ["new", *arguments, "--project", str(folder)], catch_exceptions=False)


def files_of(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()}


def errors(report) -> list:
    return [finding for finding in report.findings if finding.severity == "error"]


@pytest.mark.parametrize("kind", NEW_KINDS)
@pytest.mark.parametrize("name", PROJECTS)
def test_a_new_entry_passes_the_check_beside_what_is_there(kind, name, project, checked):
    folder = project(PROJECTS[name])
    before = errors(checked(folder))
    result = new(folder, kind, "hip")
    assert result.exit_code == 0, result.output
    report = checked(folder)
    assert errors(report) == before
    path = file_of(kind, "hip")
    assert path in result.output
    assert "TODO" in result.output
    assert path in {finding.file for finding in report.findings if finding.code == "S802"}
    assert (folder / path).read_text("utf-8").startswith("# yaml-language-server: $schema=../")


@pytest.mark.parametrize("case", ["everything", "plain"])
@pytest.mark.parametrize("kind", NEW_KINDS)
def test_so_it_does_in_other_projects(case, kind, project, checked):
    folder = project(files_of(GOLDEN / case / "input"))
    assert new(folder, kind, "a-new-one").exit_code == 0
    assert checked(folder).ok


@pytest.mark.long
def test_so_it_does_in_this_project(project, checked):
    root = Path(__file__).parents[2]
    folder = project({path: text for top in ("content", "decision_trees") for path, text in _texts(root, top).items()})
    for kind in NEW_KINDS:
        assert new(folder, kind, f"a-new-{kind}").exit_code == 0
    assert checked(folder).ok


def _texts(root: Path, top: str) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in (root / top).rglob("*") if path.is_file()}


def test_a_new_guide_in_an_empty_project_brings_all_that_it_names(project, checked):
    folder = project({})
    result = new(folder, "tree", "hip")
    assert result.exit_code == 0
    assert checked(folder).ok
    written = set(files_of(folder))
    assert written == {
        "decision_trees/hip.yml",
        "content/outcomes/hip-result.yml",
        "content/outcomes/hip-other-result.yml",
        SOURCES,
    }
    assert all(path in result.output for path in written)
    for kind in ("outcome", "faq", "place"):
        assert new(folder, kind, "more").exit_code == 0
    assert checked(folder).ok


def test_with_care_levels_and_red_flags_only_a_new_guide_brings_its_place_too(project, checked):
    levels = {CARE_LEVELS: EXAMPLE[CARE_LEVELS], RED_FLAGS: EVERYWHERE.replace("[a-study]", "[]")}
    folder = project(levels)
    assert new(folder, "tree", "hip").exit_code == 0
    assert checked(folder).ok
    assert "content/places/hip.yml" in files_of(folder)


@pytest.mark.long
def test_a_new_guide_needs_no_particular_results(project, checked, tmp_path_factory):
    # Every choice of results that a library may have so far, of each level of care, with and without places.
    levels = ["emergency", "soon", "self-care"]
    for first, second, places in product([None, *levels], [None, *levels], ["", "places: [knee]\n"]):
        files = {CARE_LEVELS: EXAMPLE[CARE_LEVELS], RED_FLAGS: EXAMPLE[RED_FLAGS], KNEE: "title: Knee\n"}
        files |= {SOURCES: EXAMPLE[SOURCES], "content/places/elbow.yml": "title: Elbow\n"}
        for name, care in {"one": first, "two": second}.items():
            if care:
                text = EXAMPLE[SEE_SOMEONE].replace("care: soon", f"care: {care}")
                files[f"content/outcomes/{name}.yml"] = text + places
        folder = tmp_path_factory.mktemp("library")
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8")
        assert new(folder, "tree", "hip").exit_code == 0
        found = errors(checked(folder))
        # That these two lack a place was so before.
        found = [one for one in found if not (one.code == "S612" and one.file.endswith(("one.yml", "two.yml")))]
        assert not [one for one in found if one.code not in ("S701",)], (first, second, places, found)


@pytest.mark.long
def test_editors_learn_of_the_new_id_where_there_are_schemas(project):
    folder = project(EXAMPLE)
    assert new(folder, "place", "hip").exit_code == 0
    assert not (folder / "schema").exists()
    (folder / "schema").mkdir()
    assert new(folder, "place", "ankle").exit_code == 0
    assert '"ankle"' in (folder / "schema/tree.json").read_text("utf-8")


def test_a_reader_question_needs_something_to_belong_to(project):
    folder = project({})
    result = new(folder, "faq", "why")
    assert result.exit_code == 1
    assert "signpost new tree NAME" in result.output
    assert files_of(folder) == {}


@pytest.mark.parametrize(("kind", "path"), [("tree", TREE), ("faq", WHY_IT_HURTS), ("place", KNEE)])
def test_nothing_is_overwritten(kind, path, project):
    folder = project(EXAMPLE)
    result = new(folder, kind, Path(path).stem)
    assert result.exit_code == 2
    assert f"{path} is there already" in result.output
    assert files_of(folder) == EXAMPLE


def test_nor_is_a_file_whose_name_ends_otherwise(project):
    folder = project(EXAMPLE | {"content/places/hip.yaml": "title: Hip\n"})
    assert new(folder, "place", "hip").exit_code == 2


@pytest.mark.parametrize(("id", "better"), [("Hip_Pain", "hip-pain"), ("hip.yml", "hip-yml"), ("../hip", "hip")])
def test_a_bad_id_is_refused_with_a_better_one(id, better, project):
    folder = project(EXAMPLE)
    result = new(folder, "place", id)
    assert result.exit_code == 2
    assert f'Write it as "{better}".' in result.output
    assert files_of(folder) == EXAMPLE


@pytest.mark.parametrize(
    ("files", "kind", "id"),
    [(add(TAKE_IT_EASY, "aliases: [easy]\n"), "outcome", "easy"), ({}, "outcome", "care-soon")],
)
def test_an_id_that_something_else_has_or_had_is_refused(files, kind, id, project):
    folder = project(EXAMPLE | files)
    result = new(folder, kind, id)
    assert result.exit_code == 1
    assert "Nothing was written" in result.output
    assert files_of(folder) == EXAMPLE | files


def test_a_result_that_a_guide_names_already_can_be_made(project, checked):
    folder = project(EXAMPLE | {TREE: EXAMPLE[TREE].replace("take-it-easy", "wait-and-see")})
    assert new(folder, "outcome", "wait-and-see").exit_code == 0
    assert "S402" not in {finding.code for finding in checked(folder).findings}


def test_where_nothing_can_be_written_nothing_is(project):
    # A file stands where a folder must be.
    folder = project({"content": "mine"})
    result = new(folder, "tree", "hip")
    assert result.exit_code == 1
    assert "could not be written" in result.output
    assert files_of(folder) == {"content": "mine"}


def test_an_unknown_kind_is_wrong_use(project):
    assert new(project({}), "trees", "hip").exit_code == 2


def test_a_list_of_parts_begins_with_what_its_first_part_must_say(project, checked):
    folder = project(EXAMPLE)
    assert new(folder, "plan", "bend-it").exit_code == 0
    written = files_of(folder)["content/plans/bend-it.yml"]
    assert 'stages:\n  - title: "TODO: ..."\n    # when: ...\n' in written
    assert {finding.code for finding in checked(folder).findings} == {"S802"}
