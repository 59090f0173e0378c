"""What the workbench says while somebody writes is what the command says, and what it proposes is right."""

import json
import subprocess
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest
from broken_site import SITE, TENDON, TREE, text, written
from test_slips import SLIPS, TYPED

from generator.check.run import check
from generator.core.project import Project
from generator.core.site import Serving
from generator.load import yaml_nodes
from generator.load.files import load
from workbench.desk import Desk
from workbench.pack import project
from workbench.session import NotAFileOfTheProjectError, Session

TODAY = date(2026, 11, 29)
SERVING = Serving("https://example.org/")


@pytest.fixture(autouse=True)
def afresh():
    yield
    yaml_nodes.forget()


@pytest.fixture
def session(tmp_path):
    return Session(written(tmp_path / "session", {}), SERVING, TODAY)


def of_the_command(folder):
    return [asdict(finding) for finding in check(load(Project(folder)), TODAY).findings]


def without_correction(findings):
    return [{key: value for key, value in finding.items() if key != "correction"} for finding in findings]


def test_most_slips_can_be_typed_here():
    assert len(TYPED) > 0.8 * len(SLIPS)


@pytest.mark.long
def test_every_slip_is_told_as_the_command_tells_it_and_its_correction_takes_it_away(session, tmp_path):
    corrected = 0
    for number, slip in enumerate(TYPED):
        for path, content in slip.change.items():
            session.change(path, content)
        found = session.check()["findings"]
        assert without_correction(found) == of_the_command(written(tmp_path / str(number), slip.change)), slip.how
        first = found[0]
        if first["correction"]:
            corrected += 1
            edit(session, first)
            after = without_correction(session.check()["findings"])
            assert without_correction([first])[0] not in after, slip.how
        for path in slip.change:
            session.close(path)
        assert session.check() == {"ok": True, "findings": []}
    # That so many can be corrected with one click is of use.
    assert corrected > 20


def edit(session, finding):
    """Make a correction as an editor does."""
    one = finding["correction"]
    lines = session.text(finding["file"]).split("\n")
    line = lines[one["line"] - 1]
    lines[one["line"] - 1] = line[: one["column"] - 1] + one["text"] + line[one["end_column"] - 1 :]
    session.change(finding["file"], "\n".join(lines))


def test_a_correction_is_an_edit_of_the_very_characters(session):
    session.change(TREE, "# 😀\n" + text(TREE).replace("outcome: tendon-pain", "outcome: tendon-pian", 1))
    [finding] = [one for one in session.check()["findings"] if one["code"] == "S402"]
    edit(session, finding)
    assert session.text(TREE) == "# 😀\n" + text(TREE)


def test_a_page_follows_its_file_and_stays_while_there_are_errors(session):
    changed = text(TENDON).replace("tendon", "sinew", 1)
    session.change(TENDON, changed)
    paths = session.pages_of(TENDON)
    now = session.preview(paths["page"])
    assert now["current"]
    session.change(TENDON, "title: [")
    assert session.preview(paths["page"]) == {**now, "current": False}
    session.close(TENDON)
    assert session.preview(paths["page"])["html"] != now["html"]


def test_a_guide_has_a_picture_and_a_result_has_none(session):
    assert session.pages_of(TREE) == {"page": "guides/sit-bone/", "picture": "guides/sit-bone/whole/"}
    assert "<svg" in session.preview("guides/sit-bone/whole/")["html"]
    assert session.pages_of(TENDON)["picture"] == ""
    assert session.preview("guides/nowhere/") is None


def test_what_a_change_does_to_readers_is_told(session):
    session.change(
        TENDON, text(TENDON).replace("care: self-care", "care: gp") if "care: gp" in text(TREE) else text(TENDON)
    )
    assert session.difference()["less_urgent"] is False
    session.change(TREE, "title: [")
    assert session.difference() == {"cannot": True}


def test_a_patch_makes_of_the_published_files_what_is_in_the_editor(session, tmp_path):
    assert session.patch() == ""
    new = "content/faq/new-one.yml"
    session.change(TREE, text(TREE).replace("\n", "\r\n", 3).rstrip("\n"))
    session.change(new, "question: Why?\n")
    folder = written(tmp_path / "patched", {})
    done = subprocess.run(
        ["git", "apply", "-"], input=session.patch().encode(), cwd=folder, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    for file in (TREE, new):
        assert (folder / file).read_bytes().decode() == session.text(file)


def test_a_new_guide_begins_with_a_file_that_the_check_takes(session):
    assert session.begin("tree", "sit-bone") == {"refused": "taken"}
    assert session.begin("tree", "Sit Bone") == {"refused": "name"}
    for path, content in session.begin("tree", "sore-heel")["files"]:
        session.change(path, content)
    assert session.check()["ok"]
    assert session.pages_of("decision_trees/sore-heel.yml")["page"] == "guides/sore-heel/"


@pytest.mark.parametrize(
    "path", ["../x.yml", "mkdocs.yml", "content/../../x.yml", "content//x.yml", "/content/x.yml", "content"]
)
def test_nothing_is_written_beside_what_the_checker_reads(session, path):
    with pytest.raises(NotAFileOfTheProjectError):
        session.change(path, "")


def ask(desk, version, do, **about):
    return json.loads(desk.answer(json.dumps({"id": 7, "version": version, "do": do, **about})))


def test_a_desk_answers_in_json_and_drops_what_has_been_overtaken(tmp_path):
    desk = Desk(tmp_path / "desk", json.dumps(project(SITE, "https://example.org/")))
    assert ask(desk, 0, "check") == {"id": 7, "version": 0, "answer": {"ok": True, "findings": []}}
    assert ask(desk, 2, "change", file=TREE, text="title: [") == {"id": 7, "version": 2, "answer": None}
    assert ask(desk, 1, "check") == {"id": 7, "version": 1, "dropped": True}
    assert not ask(desk, 2, "check")["answer"]["ok"]
    assert ask(desk, 3, "change", file="x", text="")["refused"] == "x"


def test_a_desk_needs_no_parser_for_what_was_read_when_it_was_packed(tmp_path, monkeypatch):
    packed = json.dumps(project(SITE, "https://example.org/"))
    monkeypatch.setattr(yaml_nodes, "_composed", None)
    assert ask(Desk(tmp_path / "desk", packed), 0, "check")["answer"] == {"ok": True, "findings": []}


def test_the_folder_of_a_project_is_packed_whole():
    root = Path(SITE)
    packed = project(root, "")
    there = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    assert there - packed["texts"].keys() - set(packed["others"]) <= {"mkdocs.yml"}
