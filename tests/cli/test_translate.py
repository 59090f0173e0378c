"""`signpost translate`, and what check and diff say of translations."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from example import EXAMPLE, TREE
from real_project import ROOT

from generator.analyse.translations import in_language
from generator.check.run import check
from generator.cli.main import main
from generator.core.project import Project
from generator.core.translation import translation_of
from generator.load.files import load

GUIDE = translation_of(TREE, "de")
BREAD = ROOT / "examples/bread"


def signpost(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], catch_exceptions=False)


@pytest.fixture
def bread(tmp_path: Path) -> Path:
    shutil.copytree(BREAD, tmp_path / "bread")
    return tmp_path / "bread"


def change(folder: Path, path: str, old: str, new: str) -> None:
    text = (folder / path).read_text("utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new), "utf-8")


def test_it_writes_each_text_with_the_original_beside_it(project: Callable[..., Path]):
    root = project(EXAMPLE)
    told = signpost("translate", "de", "--project", root)
    assert told.exit_code == 0
    text = (root / GUIDE).read_text("utf-8")
    assert "  from: Sore knee\n  to: ''\n" in text
    assert "outcome" not in text
    assert not (root / translation_of("content/sources.yml", "de")).exists()
    texts = len(json.loads(signpost("check", "--format", "json", "--project", root).output)["translations"]["de"])
    assert texts == 3
    # Once more, and nothing is written.
    again = signpost("translate", "de", "--project", root)
    assert again.output.startswith("0 files written")


def test_what_was_translated_stays_whatever_else_is_written(project: Callable[..., Path]):
    root = project({**EXAMPLE, GUIDE: "title: {from: Sore knee, to: Knie, note: Kurz.}\n"})
    signpost("translate", "de", "--project", root)
    text = (root / GUIDE).read_text("utf-8")
    assert "title:\n  from: Sore knee\n  to: Knie\n  note: Kurz.\n" in text
    assert "0 stale" in signpost("check", "--project", root).output


@pytest.mark.long
def test_a_change_of_the_original_is_marked_told_and_shown_as_it_is(bread: Path):
    change(bread, "decision_trees/dough.yml", "It foams", "It foams well")
    told = signpost("check", "--project", bread)
    assert told.exit_code == 0
    assert "  de: 79 texts complete, 1 stale, 0 missing\n" in told.output
    library = in_language(check(load(Project(bread))).survey.library, "de")
    assert library.trees["dough"].questions["foam"].choices["foams"].text == "It foams well (Englisch)"
    told = signpost("translate", "de", "--project", bread)
    guide = translation_of("decision_trees/dough.yml", "de")
    assert f"{guide}: questions.foam.choices.foams.text has changed" in told.output
    text = (bread / guide).read_text("utf-8")
    assert "from: It foams well\n          was: It foams\n          to: Sie schäumt\n" in text
    # Marked, it is stale still, until somebody has mended it.
    assert "1 stale" in signpost("check", "--project", bread).output
    change(bread, guide, "          was: It foams\n          to: Sie schäumt\n", "          to: Sie schäumt gut\n")
    assert "  de: 80 texts complete, 0 stale, 0 missing\n" in signpost("check", "--project", bread).output
    # What changes back needs nobody.
    change(bread, "decision_trees/dough.yml", "It foams well", "It foams")
    signpost("translate", "fr", "--project", bread)
    assert "  fr: 80 texts complete" in signpost("check", "--project", bread).output


@pytest.mark.long
def test_what_is_called_otherwise_now_keeps_its_translation(bread: Path):
    change(bread, "decision_trees/dough.yml", "      foams:", "      froth:")
    assert signpost("check", "--project", bread).exit_code == 1
    assert "80 complete" in signpost("translate", "de", "--project", bread).output
    for language in ("fr", "ar"):
        signpost("translate", language, "--project", bread)
    assert signpost("check", "--project", bread).exit_code == 0


@pytest.mark.long
@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_diff_says_which_translations_a_change_makes_stale(bread: Path, form: str):
    change(bread, "decision_trees/dough.yml", "It foams", "It foams well")
    told = signpost("diff", BREAD, bread, "--format", form).output
    for language in ("de", "fr", "ar"):
        said = "".join(told.split()).replace("`", "").replace('\\"', "").replace('"', "")
        named = f"Staleinthetranslationinto{language}:decision_trees/dough.yml#questions.foam.choices.foams.text."
        assert named in said
    # A second change of the same text makes nothing stale that is not.
    other = bread.parent / "other"
    shutil.copytree(bread, other)
    change(other, "decision_trees/dough.yml", "It foams well", "It foams very well")
    assert "Stale" not in signpost("diff", bread, other, "--format", form).output


@pytest.mark.long
def test_gettext_files_go_out_and_come_in_with_nothing_lost(bread: Path, tmp_path: Path):
    change(bread, "decision_trees/dough.yml", "It foams", "It foams well")
    file = tmp_path / "de.po"
    signpost("translate", "de", "--export", file, "--project", bread)
    text = file.read_text("utf-8")
    assert (
        '#, fuzzy\n#| msgid "It foams"\nmsgctxt "decision_trees/dough.yml#questions.foam.choices.foams.text"\n' in text
    )
    here = bread / "content/translations/de"
    before = {path: path.read_text("utf-8") for path in here.rglob("*.yml")}
    shutil.rmtree(here)
    told = signpost("translate", "de", "--import", file, "--project", bread)
    assert "79 complete, 1 stale, 0 missing" in told.output
    assert {path: path.read_text("utf-8") for path in here.rglob("*.yml")} == before
    # What a translator has done, and what belongs to nothing.
    done = text.replace('#, fuzzy\n#| msgid "It foams"\n', "").replace('"Sie schäumt"', '"Sie schäumt gut"')
    file.write_text(done + '\nmsgctxt "gone.yml#title"\nmsgid "Gone"\nmsgstr "Weg"\n', "utf-8")
    told = signpost("translate", "de", "--import", file, "--project", bread)
    assert "80 complete" in told.output
    assert "gone.yml#title: there is no such text" in told.stderr


def test_a_mark_of_another_program_is_heeded(bread: Path, tmp_path: Path):
    file = tmp_path / "de.po"
    signpost("translate", "de", "--export", file, "--project", bread)
    text = file.read_text("utf-8")
    file.write_text(
        text.replace('msgctxt "decision_trees/dough.yml#title"', '#, fuzzy\nmsgctxt "decision_trees/dough.yml#title"'),
        "utf-8",
    )
    assert "1 stale" in signpost("translate", "de", "--import", file, "--project", bread).output


@pytest.mark.parametrize(
    ("arguments", "said"), [(("german",), "pt-BR"), (("de", "--import", TREE), "could not be read")]
)
def test_what_cannot_be_done_is_told(arguments, said, project: Callable[..., Path], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(project(EXAMPLE))
    told = signpost("translate", *arguments)
    assert told.exit_code != 0
    assert said in told.output


def test_nothing_is_written_while_a_file_cannot_be_read(project: Callable[..., Path]):
    root = project({**EXAMPLE, TREE: "title: [\n"})
    told = signpost("translate", "de", "--project", root)
    assert (told.exit_code, (root / GUIDE).exists()) == (1, False)


def test_pages_are_told_with_what_to_write_above_them(project: Callable[..., Path]):
    root = project({**EXAMPLE, "content/about.md": "# About\n"})
    told = signpost("translate", "de", "--project", root).output
    [line] = [line.split('"')[1] for line in told.splitlines() if "content/about.md is not translated" in line]
    page = root / "content/translations/de/about.md"
    page.write_text(f"---\n{line}\n---\n# Über\n", "utf-8")
    assert "about.md" not in signpost("translate", "de", "--project", root).output
    (root / "content/about.md").write_text("# About us\n", "utf-8")
    assert "content/about.md has changed" in signpost("translate", "de", "--project", root).output


@pytest.mark.long
def test_a_site_in_another_language_can_be_staged(bread: Path, tmp_path: Path):
    told = signpost(
        "stage", tmp_path / "docs", "--language", "de", "--site-url", "https://example.org", "--project", bread
    )
    assert told.exit_code == 0
    page = (tmp_path / "docs/guides/dough.md").read_text("utf-8")
    assert "# Mein Teig geht nicht auf" in page
    assert "https://example.org/de/guides/dough/" in page
    assert not (tmp_path / "docs/robots.txt").exists()
    told = signpost("stage", tmp_path / "docs", "--language", "dee", "--project", bread)
    assert (told.exit_code, '"de"' in told.output) == (2, True)
