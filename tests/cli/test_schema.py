"""An editor that knows the schemas says of one file what `check` says: nothing of what passes, and no less else."""

import json
from collections.abc import Mapping
from dataclasses import replace
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from deep import examples
from example import CARE_LEVELS, EXAMPLE, KNEE, RED_FLAGS, SEE_SOMEONE, SOURCES, TAKE_IT_EASY, TREE, WHY_IT_HURTS, add
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli.main import main
from generator.cli.schema import schema_line, schema_of, schemas, without_ids
from generator.cli.skeletons import NEW_KINDS
from generator.core.kinds import KINDS
from generator.core.kinds.place import Marker
from generator.core.kinds.tree import Choice, Question
from generator.core.library import Library
from generator.core.project import Project
from generator.core.settings import SiteSettings
from generator.core.source import SourceFile
from generator.load.files import load
from generator.load.parse import parse
from generator.load.yaml_nodes import read
from generator.rules.register import RULES

MODELS = {name: kind.model for name, kind in KINDS.items()} | {"site": SiteSettings}
ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parents[1] / "golden"


def validators(folder: Path) -> dict[str, jsonschema.Draft7Validator]:
    library, _ = parse(load(Project(folder)))
    return {
        name.removesuffix(".json"): jsonschema.Draft7Validator(json.loads(text))
        for name, text in schemas(library).items()
    }


def yaml_files(folder: Path) -> dict[str, str]:
    found = [path for top in ("decision_trees", "content") for path in (folder / top).rglob("*.yml")]
    files = {path.relative_to(folder).as_posix(): path for path in found}
    return {name: path.read_text("utf-8") for name, path in sorted(files.items()) if schema_of(name)}


def faults(known: Mapping[str, jsonschema.Draft7Validator], path: str, text: str) -> list[str]:
    # With the meaning that the project gives to YAML, not PyYAML's.
    value, problems = read(SourceFile(path, text))
    assert not problems
    return [error.message for error in known[schema_of(path)].iter_errors(value)]


REAL = yaml_files(ROOT)


@cache
def known() -> dict[str, jsonschema.Draft7Validator]:
    """The schemas of this site."""
    return validators(ROOT)


@pytest.mark.long
def test_each_file_of_this_site_fits_its_schema():
    assert {path: found for path, text in REAL.items() if (found := faults(known(), path, text))} == {}


def test_each_file_of_this_site_names_its_schema_in_its_first_line():
    for path, text in REAL.items():
        first = text.splitlines(keepends=True)[0]
        assert first == schema_line(path), path
        assert ((ROOT / path).parent / first.partition("$schema=")[2].strip()).is_file(), path


@pytest.mark.long
def test_the_schemas_in_the_repository_are_what_the_command_writes():
    library, _ = parse(load(Project(ROOT)))
    written = {path.name: json.loads(path.read_text("utf-8")) for path in (ROOT / "schema").iterdir()}
    made = {name: json.loads(text) for name, text in schemas(library).items()}
    # An id that is new need not be in them yet: whoever proposes a new entry may have no way to run the command.
    assert {name: without_ids(schema) for name, schema in written.items()} == {
        name: without_ids(schema) for name, schema in made.items()
    }, 'Run "signpost schema".'


@pytest.mark.parametrize("case", ["everything", "plain"])
def test_what_passes_the_check_fits_in_other_projects(case):
    folder = GOLDEN / case / "input"
    known = validators(folder)
    for path, text in yaml_files(folder).items():
        assert faults(known, path, text) == [], path


@pytest.mark.parametrize("kind", NEW_KINDS)
def test_what_signpost_new_writes_fits(kind, project):
    folder = project(EXAMPLE)
    assert CliRunner().invoke(main, ["new", kind, "hip", "--project", str(folder)]).exit_code == 0
    known = validators(folder)
    for path, text in yaml_files(folder).items():
        assert faults(known, path, text) == [], path


@pytest.mark.long
@pytest.mark.parametrize("name", [file.removesuffix(".json") for file in schemas(Library())])
def test_the_schemas_are_valid_and_describe_every_field(name):
    for library in (Library(), parse(load(Project(ROOT)))[0]):
        schema = json.loads(schemas(library)[f"{name}.json"])
        jsonschema.Draft7Validator.check_schema(schema)
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
        for part in (schema, *schema.get("definitions", {}).values()):
            assert part["description"]
            for field, value in part.get("properties", {}).items():
                assert value.get("description") or field in MODELS["source"].others, (name, field)


CHOICES = """\
      a-little: {text: A little, outcome: take-it-easy}
      cannot-tell: {text: I cannot tell, unsure: true, outcome: see-someone}
"""
WRONG = [
    (TREE, "title: Sore knee\n", ""),
    (TREE, "title: Sore knee", "title: 5"),
    (TREE, "title: Sore knee", 'title: ""'),
    (TREE, "title:", "tilte:"),
    (TREE, "places: [knee]\n", ""),
    (TREE, "[knee]", "[nee]"),
    (TREE, "[knee]", "knee"),
    (TREE, "2026-11-22", "22.11.2026"),
    (TREE, "2026-11-22", "2026"),
    (TREE, CHOICES, ""),
    (TREE, "a-little:", "A_little:"),
    (TREE, "  rest:", "  Rest:"),
    (TREE, "outcome: take-it-easy", "outcome: take-it-eas"),
    (TREE, "outcome: take-it-easy", "outcome: take-it-easy, tree: example"),
    (TREE, ", outcome: take-it-easy", ""),
    (TREE, "outcome: take-it-easy", "tree: exampel"),
    (TREE, "text: A little", "text: A little, unsure: maybe"),
    (TREE, "    ask: Does it hurt at rest?\n", ""),
    (SEE_SOMEONE, "care: soon\n", ""),
    (SEE_SOMEONE, "care: soon", "care: later"),
    (SEE_SOMEONE, "[a-study]", "[]"),
    (SEE_SOMEONE, "sources: [a-study]\n", ""),
    (SEE_SOMEONE, "[a-study]", "[b-study]"),
    (SEE_SOMEONE, "[It is no better after 2 weeks]", "It is no better"),
    (TAKE_IT_EASY, "title: Take it easy", "title: Take it easy\naliases: [Take It]"),
    (WHY_IT_HURTS, "question: Why does it hurt?\n", ""),
    (WHY_IT_HURTS, "[example]", "[exampel]"),
    (KNEE, "title: Knee", "title: Knee\nmarker: {figure: front, x: left, y: 1}"),
    (KNEE, "title: Knee", "title: Knee\nmarker: {figure: frnt, x: 1, y: 1}"),
    (KNEE, "title: Knee", "title: Knee\nmarker: {figure: front, x: 1}"),
    (RED_FLAGS, "[knee]", "anywhere"),
    (RED_FLAGS, "care: soon", "care: later"),
    (RED_FLAGS, "swelling:", "Swelling:"),
    (CARE_LEVELS, "card: emergency", "card: alarm"),
    (CARE_LEVELS, "self_care: true", "self_care: yes"),
    (SOURCES, "title: A study of knees, ", ""),
    (SOURCES, "URL:", "Url:"),
    (SOURCES, "title: A study of knees", "title: A study of knees, volume: []"),
]


@pytest.mark.long
@pytest.mark.parametrize(("path", "old", "new"), WRONG, ids=lambda text: text.strip().splitlines()[0] if text else "-")
def test_what_check_says_of_one_file_an_editor_says_too(path, old, new, project, checked):
    known = validators(project(EXAMPLE))
    text = EXAMPLE[path]
    assert faults(known, path, text) == []
    assert text.count(old) >= 1
    wrong = text.replace(old, new, 1)
    assert not checked(project({path: wrong})).ok
    assert faults(known, path, wrong)


@pytest.mark.long
def test_an_id_that_is_new_is_offered_once_the_schemas_are_written_anew(project):
    folder = project(EXAMPLE)
    run = CliRunner()
    assert "12 files written" in run.invoke(main, ["schema", "--project", str(folder)]).output
    assert run.invoke(main, ["schema", "--check", "--project", str(folder)]).exit_code == 0
    project({"content/places/hip.yml": "title: Hip\n"} | add(KNEE, "summary: It bends.\n"))
    stale = run.invoke(main, ["schema", "--check", "--project", str(folder)])
    assert stale.exit_code == 1
    assert "schema/tree.json is not up to date" in stale.output
    assert "hip" not in (folder / "schema/tree.json").read_text("utf-8")
    run.invoke(main, ["schema", "--project", str(folder)])
    assert '"hip"' in (folder / "schema/tree.json").read_text("utf-8")
    assert "12 unchanged" in run.invoke(main, ["schema", "--project", str(folder)]).output.replace("files ", "")


@pytest.mark.long
def test_schemas_can_be_written_while_a_file_is_broken(project):
    folder = project(EXAMPLE | {SEE_SOMEONE: "title: [\n", SOURCES: "- no\n"})
    assert CliRunner().invoke(main, ["schema", "--project", str(folder)]).exit_code == 0
    known = validators(folder)
    assert faults(known, TREE, EXAMPLE[TREE]) == []
    assert faults(known, TAKE_IT_EASY, EXAMPLE[TAKE_IT_EASY]) == []


@pytest.mark.long
def test_a_folder_that_cannot_be_written_is_told(project):
    result = CliRunner().invoke(main, ["schema", "--project", str(project(EXAMPLE | {"schema": "mine"}))])
    assert result.exit_code == 1
    assert "schema/ could not be used" in result.output


def test_the_settings_for_editors_name_one_schema_for_each_file():
    patterns = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    for path in REAL:
        fitting = []
        for schema, said in patterns.items():
            globs = [said] if isinstance(said, str) else said
            refused = any(glob[0] == "!" and fnmatch(path, glob[1:]) for glob in globs)
            # In an editor, a star stays within one folder.
            if not refused and any(fnmatch(path, glob) and path.count("/") == glob.count("/") for glob in globs):
                fitting.append(schema)
        assert fitting == [f"./schema/{schema_of(path)}.json"]


KEYS = sorted({key for model in (*MODELS.values(), Question, Choice, Marker) for key in model.model_fields})
scalars = (
    st.none() | st.booleans() | st.integers(-9, 9) | st.sampled_from(["knee", "soon", "a-study", "2026-11-22", ""])
)
structures = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3)
)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("example")
    for path, text in EXAMPLE.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


@pytest.mark.long
@settings(max_examples=examples(100))
@given(st.sampled_from([TREE, SEE_SOMEONE, WHY_IT_HURTS, KNEE]), st.sampled_from(KEYS), structures)
def test_a_value_that_does_not_fit_a_field_is_refused_by_both(example, path, key, value):
    kind = schema_of(path)
    if key not in MODELS[kind].model_fields or key in ("questions", "start"):
        return
    data, _ = read(SourceFile(path, EXAMPLE[path]))
    data[key] = value
    _, found = parse(load_with(example, path, json.dumps(data)))
    shape = {RULES[code].name for code in ("S301", "S303", "S304", "S307")}
    if any(problem.rule in shape for problem in found):
        assert list(validators_of(example)[kind].iter_errors(data))


def load_with(folder: Path, path: str, text: str):
    loaded = load(Project(folder))
    return replace(loaded, files=tuple(SourceFile(path, text) if one.path == path else one for one in loaded.files))


_MADE: dict[Path, dict] = {}


def validators_of(folder: Path) -> dict:
    if folder not in _MADE:
        _MADE[folder] = validators(folder)
    return _MADE[folder]
