"""What is remembered between runs of `signpost check` never changes what it says."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date
from pathlib import Path
from random import Random
from types import MappingProxyType

import pytest
from click.testing import CliRunner
from example import EXAMPLE, KNEE, RED_FLAGS, SEE_SOMEONE, SOURCES, TREE, WHY_IT_HURTS
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.check import check
from generator.cli import main
from generator.model import MODELS, Entry
from generator.project import FOLDERS, REGISTERS, Project, kind_of
from generator.reading.load import load
from generator.reading.yaml_nodes import read
from generator.registry import RULES
from generator.remembering import judge as judging
from generator.remembering import store, verdicts
from generator.remembering.bearing import EACH, PROSE, WORDS, bearing
from generator.remembering.store import folder_for
from generator.reports import github_report, json_report, sarif_report, text_report
from generator.source import Source
from generator.survey import Survey
from generator.verdict import Sound

EVERYTHING = Path(__file__).parent / "golden" / "everything" / "input"
LIBRARIES = (
    MappingProxyType(EXAMPLE),
    MappingProxyType(
        {
            path.relative_to(EVERYTHING).as_posix(): path.read_text("utf-8")
            for path in EVERYTHING.rglob("*")
            if path.is_file()
        }
    ),
)
FAULTS = [
    ("a-lot", "a_lot"),
    ("outcome: see-someone", "outcome: see-some-one"),
    ("text: A lot", "text: A little"),
    ("question:", "qestion:"),
    ("title: Knee", "title: 'TODO: the knee'"),
    ("title: Knee", "title: "),
    ("a-study", "b-study"),
    ("[knee]", "[elbow]"),
    ("reviewed: 2026-11-22", "reviewed: 2999-01-01"),
    ("start: rest", "start: nowhere"),
    ("self_care: true", "self_care: yes"),
    (": ", ":"),
]
WORDINGS = [
    "Other words",
    "It is so",
    "A lot.",
    "TODO: to be said",
    " ",
    "",
    "See [that](faq:spokes).",
    "See [that](outcome:nothing).",
    "It is known [@a-study].",
    "A [link](javascript:no)",
    "\\ud800",
    "Patellofemoral articulation symptomatology characteristically deteriorates following prolonged " * 3,
]
OTHERS = [None, 0, 1.5, True, [], {}, ["knee"], ["Other words"], {"a": "b"}, "2026-11-21", "soon", "knee"]


@pytest.fixture
def memory(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("memory") / "here"


def told(loaded, report) -> tuple:
    """All that a check says, in every form."""
    sources = {source.path: source for source in loaded.sources}
    return (
        report.ok,
        report.findings,
        report.claim,
        text_report.render(report, sources, lambda text, **_: text),
        *(form.render(report) for form in (json_report, github_report, sarif_report)),
    )


def run(folder: Path, memory: Path) -> tuple:
    """One check that remembers."""
    loaded = load(Project(folder))
    return told(loaded, judging.judge(loaded, memory))


def anew(folder: Path) -> tuple:
    loaded = load(Project(folder))
    return told(loaded, check(loaded))


def is_remembered(folder: Path, memory: Path) -> bool:
    return isinstance(judging.judge(load(Project(folder)), memory), Sound)


def write(folder: Path, files) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def places(value: object, path: tuple = ()) -> Iterator[tuple]:
    """The way to every value within a value."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from places(item, (*path, key))


def changed(value: object, path: tuple, new: object) -> object:
    """A value with another one at some place in it."""
    if not path:
        return new
    value = deepcopy(value)
    owner = value
    for step in path[:-1]:
        owner = owner[step]
    owner[path[-1]] = new
    return value


def edited(text: str, path: str, dice: Random) -> str:
    """A file with one of its values changed, taken out, renamed, or at another place in its order."""
    value, problems = read(Source(path, text))
    if problems or not isinstance(value, (dict, list)) or not value:
        return text
    # Mostly words, as that is what a memory is for.
    ways = [way for way in places(value) if way]
    texts = [way for way in ways if isinstance(at(value, way), str)]
    way = dice.choice(texts if texts and dice.random() < 0.6 else ways)
    owner = at(value, way[:-1])
    act = dice.random()
    if act < 0.6:
        value = changed(value, way, dice.choice(WORDINGS))
    elif act < 0.8:
        value = changed(value, way, dice.choice([*OTHERS, at(value, dice.choice(ways))]))
    elif isinstance(owner, dict):
        items = list(owner.items())
        if act < 0.87:
            items = [(key, item) for key, item in items if key != way[-1]]
        elif act < 0.94:
            items = [(dice.choice(["title", "other", "a-lot"]) if key == way[-1] else key, it) for key, it in items]
        else:
            dice.shuffle(items)
        value = changed(value, way[:-1], dict(items))
    # As JSON, which is YAML; half a character is written as what stands for it.
    return json.dumps(value, ensure_ascii=False).replace("\\\\ud800", "\\ud800")


def at(value: object, path: tuple) -> object:
    for step in path:
        value = value[step]
    return value


@settings(max_examples=25)
@given(st.randoms(use_true_random=True))
def test_whatever_is_edited_the_check_says_what_one_says_that_reads_everything(tmp_path_factory, dice: Random):
    folder, memory = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("memory")
    library = dice.choice(LIBRARIES)
    write(folder, library)
    assert run(folder, memory) == anew(folder)
    for _ in range(4):
        path = dice.choice(list(library))
        text = (folder / path).read_text("utf-8") if (folder / path).exists() else library[path]
        act = dice.random()
        if act < 0.05:
            (folder / path).unlink(missing_ok=True)
        elif act < 0.15:
            write(folder, {path: text.replace(*dice.choice(FAULTS))})
        elif act < 0.3:
            write(folder, {path: library[path]})
        elif act < 0.35:
            write(folder, {path: library[dice.choice(list(library))]})
        elif not kind_of(path):
            write(folder, {path: text + dice.choice(WORDINGS)})
        else:
            write(folder, {path: edited(text, path, dice)})
        assert run(folder, memory) == anew(folder)


@settings(max_examples=20)
@given(st.randoms(use_true_random=True))
def test_while_nothing_but_words_is_edited_nothing_is_judged_anew_but_them(tmp_path_factory, dice: Random):
    folder, memory = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("memory")
    library = dice.choice(LIBRARIES)
    write(folder, library)
    first = run(folder, memory)
    for number in range(3):
        path = dice.choice([path for path in library if kind_of(path) and kind_of(path)[0] in PROSE])
        value, _ = read(Source(path, (folder / path).read_text("utf-8")))
        ways = [way for way in places(value) if is_prose(kind_of(path)[0], way) and isinstance(at(value, way), str)]
        way = dice.choice([way for way in ways if "[" not in at(value, way)])
        write(folder, {path: json.dumps(changed(value, way, f"Other words, the {number}"))})
        assert is_remembered(folder, memory)
        assert run(folder, memory) == anew(folder) == first


def is_prose(kind: str, way: tuple) -> bool:
    below = PROSE.get(kind, {})
    for step in way:
        if below == WORDS:
            return isinstance(step, int)
        below = below.get(EACH) or below.get(step, {})
    return below == WORDS


def fields(model: type[Entry], path: tuple = ()) -> Iterator[tuple[tuple, object]]:
    """Every field that can be written below a model, with what it may hold; ids are all called "one"."""
    for name, field in model.model_fields.items():
        key = field.alias or name
        yield (*path, key), field.annotation
        for below in (MODEL for MODEL in Entry.__subclasses__() if MODEL.__name__ in str(field.annotation)):
            yield from fields(below, (*path, key, *(["one"] if "dict" in str(field.annotation) else [])))


FIELDS = [
    pytest.param(kind, (*(["one"] if kind in REGISTERS else []), *path), annotation, id=f"{kind} {'.'.join(path)}")
    for kind, model in MODELS.items()
    for path, annotation in fields(model)
]


def file_for(kind: str) -> str:
    return f"{FOLDERS[kind]}/one.yml" if kind in FOLDERS else REGISTERS.get(kind, "content/site.yml")


def holding(path: tuple, value: object) -> object:
    for step in reversed(path):
        value = {step: value}
    return value


@pytest.mark.parametrize(("kind", "path", "annotation"), FIELDS)
def test_each_field_that_is_not_prose_is_seen_by_the_other_files(kind: str, path: tuple, annotation: object):
    def seen(value: object) -> str:
        return bearing(file_for(kind), holding(path, value))

    def all_differ(*values: object) -> bool:
        return len({seen(value) for value in values}) == len(values)

    kinds = (None, 0, 1, 1.0, True, "", "TODO", "TODO: more", [], {}, [""], [[]], [0], {"": ""}, [["words"]])
    if not is_prose(kind, path):
        assert all_differ(*kinds, "words", "other words", ["words"], ["other words"], ["words", "other words"], "…")
        return
    assert annotation in (str, list[str]), "Only what is text wherever it is allowed can be prose."
    # Whether there are words, of which kind they are, and what they name, is seen; what they say is not.
    assert all_differ(*kinds, "words", ["words"], ["words"] * 2, "[@a]", "[@b]", "[b](tree:a)", "[@a] [@a]", ["[@a]"])
    assert seen("words") == seen("other words") == seen("…")
    assert seen(["words"]) == seen(["other"])
    assert seen("It is so [@a].") == seen("[@a] says so.")
    missing = bearing(file_for(kind), holding(path[:-1], {}))
    assert missing not in {seen(value) for value in (*kinds, "words", ["words"])}


def test_the_order_in_which_things_stand_is_seen():
    assert bearing(TREE, {"a": 1, "b": 2}) != bearing(TREE, {"b": 2, "a": 1})


def prose_of(kind: str) -> dict[str, set[str]]:
    """The names of the fields that are prose, by model."""
    found: dict[str, set[str]] = {}
    for path, _ in fields(MODELS[kind]):
        if is_prose(kind, (*(["one"] if kind in REGISTERS else []), *path)):
            owner = {"questions": "Question", "choices": "Choice"}.get(path[-3] if len(path) > 2 else "")
            found.setdefault(owner or MODELS[kind].__name__, set()).add("try_" if path[-1] == "try" else path[-1])
    return found


@pytest.mark.parametrize("library", LIBRARIES)
def test_words_are_read_by_no_rule_but_those_that_are_asked_again(project, library, monkeypatch):
    """A rule that compares words between files would not be asked again while only words change.

    Nor would one about the words of a single file, unless `are_words_sound` asks the same.
    """
    report = check(load(Project(project(library))))
    assert not report.findings
    prose = {name: words for kind in PROSE for name, words in prose_of(kind).items()}
    was_read: set[tuple[str, str]] = set()

    def spy(entry: Entry, name: str) -> object:
        if name in prose.get(type(entry).__name__, ()):
            was_read.add((type(entry).__name__, name))
        return object.__getattribute__(entry, name)

    class Watched(Survey):
        @property
        def strings(self) -> Mapping:
            was_read.add(("Survey", "strings"))
            return super().strings

    surveyed = Watched(report.survey.library, report.survey.graph)
    for found_before in ("references", "proof", "addresses"):
        getattr(surveyed, found_before)
    monkeypatch.setattr(Entry, "__getattribute__", spy, raising=False)
    assert surveyed.library.trees["wobble" if "decision_trees/wobble.yml" in library else "example"].title
    assert was_read == {("Tree", "title")}, "The spy is asleep."
    asked_again = set()
    for rule in RULES.values():
        if rule.check is None:
            continue
        was_read.clear()
        assert not list(rule.check(surveyed))
        # Of a card that is made for red flags, only the ids are judged; of a list, whether there is anything in it.
        if was_read - {("CareLevel", "title"), ("CareLevel", "act"), ("Outcome", "get_help_if")}:
            assert rule.alone, rule.name
            asked_again.add(rule.name)
    assert asked_again == {"same-text", "hard-to-read", "left-to-write"}, "See `are_words_sound`."


@pytest.mark.parametrize("library", LIBRARIES)
def test_all_that_files_say_together_is_the_same_in_other_words(project, library):
    before = check(load(Project(project(library))))
    other = dict(library)
    for path, text in library.items():
        if kind_of(path) and kind_of(path)[0] in PROSE:
            value, _ = read(Source(path, text))
            for way in list(places(value)):
                words = at(value, way)
                if is_prose(kind_of(path)[0], way) and isinstance(words, str):
                    value = changed(value, way, f"In other words: {words} {len(way)}")
            other[path] = json.dumps(value)
            assert bearing(path, read(Source(path, text))[0]) == bearing(path, value)
    after = check(load(Project(project(other))))
    assert after.survey.library != before.survey.library
    assert [one for one in after.findings if not RULES[one.code].alone] == []
    assert (after.survey.graph, after.survey.proof) == (before.survey.graph, before.survey.proof)
    assert after.survey.references == before.survey.references
    assert after.survey.addresses == before.survey.addresses
    assert after.claim == before.claim


def test_a_file_that_has_not_changed_is_not_read_again(project, memory, monkeypatch):
    folder = project(EXAMPLE)
    run(folder, memory)
    was_read = []

    def spied(source: Source) -> tuple:
        was_read.append(source.path)
        return read(source)

    monkeypatch.setattr("generator.reading.reader.read", spied)
    (folder / KNEE).write_text("title: A knee\n")
    assert is_remembered(folder, memory)
    assert is_remembered(folder, memory)
    assert was_read == [KNEE]
    (folder / KNEE).write_text("title: A knee\naliases: [the-knee]\n")
    was_read.clear()
    assert not is_remembered(folder, memory)
    assert set(was_read) == {KNEE}


def test_for_a_change_of_words_neither_rules_nor_models_are_loaded():
    loads = "import sys, generator.commands.check; print({'pydantic', 'generator.registry'} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", loads], capture_output=True, text=True, check=True)
    assert said.stdout == "set()\n"


def test_a_file_with_a_finding_is_not_remembered(project, memory):
    folder = project({**EXAMPLE, TREE: EXAMPLE[TREE].replace("A little", "A lot")})
    findings = run(folder, memory)[1]
    assert [one.code for one in findings] == ["S505"]
    assert run(folder, memory)[1] == findings


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        (TREE, "A little", "A lot", "S505"),
        (KNEE, "Knee", "TODO the knee", "S802"),
        (KNEE, "Knee", "Knee\nwhat: " + "Patellofemoral symptomatology characteristically deteriorates. " * 5, "S801"),
        (TREE, "Find out", "Find [out](faq:nowhere)", "S407"),
        (TREE, "outcome: take-it-easy", "question: rest", "S502"),
        (RED_FLAGS, "[knee]", "[elbow]", "S605"),
        (SEE_SOMEONE, "2026-11-22", "2999-01-01", "S307"),
    ],
)
def test_a_fault_that_comes_after_a_sound_check_is_found(project, memory, path, old, new, code):
    folder = project(EXAMPLE)
    run(folder, memory)
    if code == "S605":
        path, old, new = RED_FLAGS, "care: soon", "care: self-care"
    project({path: EXAMPLE[path].replace(old, new)})
    assert code in {one.code for one in run(folder, memory)[1]}
    assert run(folder, memory) == anew(folder)
    project({path: EXAMPLE[path]})
    assert run(folder, memory) == anew(folder)
    assert is_remembered(folder, memory), "A fault does not make forget what was sound before it."


def test_a_date_that_was_no_longer_to_come_is_to_come_again_when_the_clock_is_set_back(project, memory, monkeypatch):
    folder = project(EXAMPLE)
    run(folder, memory)
    assert is_remembered(folder, memory)
    monkeypatch.setattr(judging, "latest_today", lambda: date(2026, 11, 21))
    assert {one.code for one in run(folder, memory)[1]} == {"S307"}


def test_what_another_program_remembered_is_not_used(project, memory, monkeypatch):
    folder = project(EXAMPLE)
    run(folder, memory)
    monkeypatch.setattr(store, "program", lambda: b"another")
    assert not is_remembered(folder, memory)
    assert run(folder, memory) == anew(folder)


def test_a_new_version_of_any_package_makes_another_program(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "parser-1.0.dist-info").mkdir()
    before = store.program()
    (tmp_path / "parser-1.0.dist-info").rename(tmp_path / "parser-1.1.dist-info")
    assert store.program() != before


@pytest.mark.parametrize("damage", ["cut", "changed", "emptied", "others may write", "a folder", "another form"])
@pytest.mark.parametrize("also", ["", "an edit"])
def test_a_damaged_memory_is_as_good_as_none(project, memory, damage, also):
    folder = project(EXAMPLE)
    run(folder, memory)
    for file in memory.iterdir():
        content = file.read_bytes()
        false = content.replace(b"knee", b"knew").replace(b'"trees":1', b'"trees":2')
        match damage:
            case "cut":
                file.write_bytes(content[: len(content) // 2])
            case "changed":
                file.write_bytes(false)
            case "emptied":
                file.write_bytes(b"")
            case "others may write":
                false = false.partition(b"\n")[2]
                file.write_bytes(store.digest(false).encode() + b"\n" + false)
                file.chmod(0o666)
            case "a folder":
                file.unlink()
                file.mkdir()
            case "another form":
                file.write_bytes(store.digest(b"[]").encode() + b"\n[]")
    if also:
        project({KNEE: "title: A knee\n"})
    assert run(folder, memory) == anew(folder)
    assert run(folder, memory) == anew(folder)


@pytest.mark.parametrize("claim", [None, [], {}, {"paths": 3}, {"paths": "0x3"}, "words"])
def test_a_verdict_in_the_form_of_another_version_is_not_used(project, memory, claim):
    folder = project(EXAMPLE)
    run(folder, memory)
    kept = store.load(memory / "verdict.lines")
    claim = json.dumps(claim)
    for damaged in ({**kept, "claim": claim}, {**kept, "keys": claim}, {**kept, "pages": claim}, {}):
        store.save(memory / "verdict.lines", damaged)
        assert run(folder, memory) == anew(folder)


@pytest.mark.parametrize("removed", ["verdict.lines", "all but the verdict"])
def test_any_part_of_it_may_be_deleted(project, memory, removed):
    folder = project(EXAMPLE)
    run(folder, memory)
    for file in memory.iterdir():
        if (file.name == "verdict.lines") == (removed == "verdict.lines"):
            file.unlink()
    project({KNEE: "title: A knee\naliases: [the-knee]\n"})
    assert run(folder, memory) == anew(folder)
    assert is_remembered(folder, memory)


def test_where_nothing_can_be_kept_the_check_is_the_same(project, tmp_path_factory):
    folder = project(EXAMPLE)
    blocked = tmp_path_factory.mktemp("memory") / "file"
    blocked.write_text("in the way")
    assert run(folder, blocked / "below") == anew(folder)
    read_only = tmp_path_factory.mktemp("read-only")
    read_only.chmod(0o500)
    assert run(folder, read_only) == run(folder, read_only) == anew(folder)


def test_two_checks_at_the_same_time_do_not_disturb_each_other(project, memory):
    folder = project(EXAMPLE)
    loaded = load(Project(folder))
    keys = {source.path: store.digest(source.path.encode(), source.text.encode()) for source in loaded.sources}
    report = check(loaded)
    one, other = (verdicts.Verdicts(memory, loaded, keys, b"program", date(2026, 11, 22)) for _ in range(2))
    one.keep(report.claim)
    other.keep(report.claim)
    assert verdicts.Verdicts(memory, loaded, keys, b"program", date(2026, 11, 22)).recall(None) == Sound(report.claim)
    checks = [
        subprocess.Popen([sys.executable, "-m", "generator", "check", "--project", folder], stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    assert {each.communicate()[0].decode().strip() for each in checks} == {anew(folder)[3]}


def test_what_is_gone_is_forgotten(project, memory):
    folder = project(EXAMPLE)
    run(folder, memory)
    (folder / WHY_IT_HURTS).unlink()
    run(folder, memory)
    assert len(json.loads(store.load(memory / "verdict.lines")["keys"])) == len(EXAMPLE) - 1
    kept = [value for shard in "0123456789abcdef" for value in store.load(memory / f"{shard}.lines").values()]
    assert not [value for value in kept if '"question":' in value]
    assert [value for value in kept if '"a-study":' in value]


def test_it_is_kept_for_the_user_alone_and_apart_for_each_project(tmp_path):
    one = folder_for(tmp_path / "one", {"XDG_CACHE_HOME": str(tmp_path)})
    other = folder_for(tmp_path / "other", {"XDG_CACHE_HOME": str(tmp_path)})
    assert one.parent == other.parent == tmp_path / "signpost"
    assert one != other
    assert folder_for(tmp_path, {"SIGNPOST_CACHE": ""}) is None
    assert folder_for(tmp_path, {"SIGNPOST_CACHE": str(tmp_path / "mine")}).parent == tmp_path / "mine"


def test_the_command_remembers_unless_told_not_to(project, tmp_path_factory, monkeypatch):
    folder = project(EXAMPLE)
    memory = tmp_path_factory.mktemp("memory")
    monkeypatch.setenv("SIGNPOST_CACHE", str(memory))
    check_it = ["check", "--project", str(folder)]
    assert CliRunner().invoke(main, [*check_it, "--no-cache"]).exit_code == 0
    assert not list(memory.iterdir())
    first = CliRunner().invoke(main, check_it)
    assert first.exit_code == 0
    assert list(memory.rglob("verdict.lines"))
    assert CliRunner().invoke(main, check_it).output == first.output
    for form in ("text", "json", "github", "sarif"):
        remembered, anew = (
            CliRunner().invoke(main, [*check_it, "--format", form, *more]) for more in ([], ["--no-cache"])
        )
        assert remembered.output == anew.output
    (folder / SOURCES).write_text("", encoding="utf-8")
    assert CliRunner().invoke(main, check_it).exit_code == 1


def test_what_is_not_told_because_it_seems_to_follow_is_not_forgotten_either(project, memory):
    """Nobody is led to a question, here and in another guide; a slip over there explains both, until it is mended."""
    forgotten = """\
  hidden:
    ask: Does anybody come here?
    choices:
      yes: {text: Yes, outcome: see-someone}
      no: {text: No, outcome: take-it-easy}
"""
    alone = EXAMPLE[TREE] + forgotten
    slip = EXAMPLE[TREE].replace("{text: A lot, outcome: see-someone}", "{text: A lot, question: hiden}") + forgotten
    folder = project(EXAMPLE | {TREE: alone, "decision_trees/other.yml": slip})
    first = run(folder, memory)
    assert first == anew(folder)
    assert [finding.file for finding in first[1]] == ["decision_trees/other.yml"]
    project({"decision_trees/other.yml": slip.replace("hiden", "hidden")})
    assert run(folder, memory) == anew(folder)
    assert [finding.rule for finding in run(folder, memory)[1]] == ["unreachable-question"]
