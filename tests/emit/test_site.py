"""The site is the same whichever way it is made, and a build with errors publishes nothing."""

import gzip
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from example import EXAMPLE, RED_FLAGS, TREE
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from generator.check.run import check
from generator.cli.main import main
from generator.core.cache import users_cache
from generator.core.project import Project
from generator.core.site import Serving, Site
from generator.emit.browser_files import browser_files
from generator.emit.build import build
from generator.emit.folder import LEDGER, NotOursError, stage
from generator.load.files import load

ROOT = Path(__file__).parents[2]
CONFIG = "site_name: Example\ndocs_dir: content\nplugins: [signpost]\ntheme: {name: material, font: false}\n"
Write = Callable[[Mapping[str, str]], Path]


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch):
    """The configuration as in the repository, whatever the machine has set."""
    for name in ("SITE_URL", "REPO_URL", "STRICT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")


def made(root: Path) -> Site:
    loaded = load(Project(root))
    report = check(loaded)
    assert report.ok, report.findings
    address = report.survey.library.site.address
    return build(loaded, report, Serving(address), users_cache())


def staged(root: Path, target: Path) -> dict[str, bytes]:
    """Everything that `signpost stage` writes, by path."""
    stage(made(root), target)
    files = {path.relative_to(target).as_posix(): path for path in target.rglob("*") if path.is_file()}
    return {uri: path.read_bytes() for uri, path in files.items() if uri != LEDGER}


def given_to_mkdocs(config_file: Path) -> dict[str, object]:
    """Everything that MkDocs has to work on once the plugin is done, by path: pages as it reads them."""
    config = load_config(str(config_file))
    config.plugins.on_startup(command="build", dirty=False)
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files = config.plugins.on_files(get_files(config), config=config)
    return {file.src_uri: _as_read(file, config) for file in files}


def _as_read(file: File, config: MkDocsConfig) -> object:
    if not file.is_documentation_page():
        return file.content_bytes
    page = Page(None, file, config)
    page.read_source(config)
    return config.plugins.on_page_markdown(page.markdown, page=page, config=config, files=Files([])), page.meta


def as_read(uri: str, content: bytes) -> object:
    """A file that was staged, as a builder without the plugin reads it."""
    return get_data(content.decode()) if uri.endswith(".md") else content


def mkdocs(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options],
        cwd=root,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=False,
    )


def signpost(*arguments: str) -> Result:
    """Run the command here; an error that it does not expect fails the test."""
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_the_script_and_style_of_a_guide_are_small():
    loaded = {"guide.mjs", "signpost.css"}
    served = {Path(file.uri).name: gzip.compress(file.content.encode(), 9) for file in browser_files()}
    assert sum(len(served[name]) for name in loaded) <= 10 * 1024


@pytest.mark.builds
def test_the_plugin_hands_over_what_stage_writes_byte_for_byte(tmp_path: Path):
    on_disk = staged(ROOT, tmp_path / "staged")
    in_memory = given_to_mkdocs(ROOT / "mkdocs.yml")
    assert sorted(in_memory) == sorted(on_disk)
    assert [uri for uri in on_disk if in_memory[uri] != as_read(uri, on_disk[uri])] == []


@pytest.mark.builds
def test_the_pages_of_authors_stay_the_files_that_they_are(project: Write):
    root = project({**EXAMPLE, "mkdocs.yml": f"{CONFIG}site_url: https://example.org/\n", "content/a.md": "# A\n"})
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_pre_build(config=config.plugins.on_config(config))
    before = get_files(config)
    theirs = before.get_file_from_path("a.md")
    files = config.plugins.on_files(before, config=config)
    assert files.get_file_from_path("a.md") is theirs
    assert (theirs.generated_by, theirs.abs_src_path) == (None, str(root / "content/a.md"))
    assert files.get_file_from_path("guides/example.md") is not None


@pytest.mark.builds
def test_a_build_with_errors_leaves_the_last_good_site_in_place(project: Write):
    root = project({**EXAMPLE, "mkdocs.yml": CONFIG, "content/about.md": "# About\n"})
    assert mkdocs(root, "--strict").returncode == 0
    good = {path: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()}
    assert (root / "site/guides/example/index.html") in good

    (root / TREE).write_text(EXAMPLE[TREE].replace("outcome: see-someone", "outcome: see-somebody"), "utf-8")
    failed = mkdocs(root, "--strict")
    assert failed.returncode != 0
    assert f"{TREE}:10:" in failed.stderr
    assert "see-someone" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert {path: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()} == good


@pytest.mark.builds
def test_a_build_with_errors_fails_without_strict_too(project: Write):
    root = project({**EXAMPLE, "mkdocs.yml": CONFIG, TREE: EXAMPLE[TREE].replace("title:", "tilte:")})
    failed = mkdocs(root)
    assert failed.returncode != 0
    assert "tilte" in failed.stderr
    assert not (root / "site").exists()


PLAIN = {
    "mkdocs.yml": CONFIG,
    "decision_trees/printer.yml": """\
title: The printer does not print
summary: Find out why.
start: light
reviewed: 2026-11-22
questions:
  light:
    ask: Is the light on?
    choices:
      lit: {text: It is on, question: paper}
      dark: {text: It is off, outcome: plug-it-in}
  paper:
    ask: Is there paper in it?
    choices:
      full: {text: There is, outcome: ask-somebody}
      empty: {text: There is none, outcome: fill-it}
""",
    **{
        f"content/outcomes/{id}.yml": f"""\
title: {title}
summary: {title}, and try again.
get_help_if: [It is no better after a day]
sources: [handbook]
reviewed: 2026-11-22
"""
        for id, title in {"plug-it-in": "Plug it in", "ask-somebody": "Ask somebody", "fill-it": "Fill it"}.items()
    },
    "content/sources.yml": "handbook: {title: The handbook}\n",
}


@pytest.mark.builds
def test_a_site_without_red_flags_and_care_levels_builds(project: Write):
    root = project(PLAIN)
    done = mkdocs(root, "--strict")
    assert done.returncode == 0, done.stderr
    guide = (root / "site/guides/printer/index.html").read_text("utf-8")
    assert "Is the light on?" in guide
    assert not re.search("sp-gate|sp-care|data-flag|warning sign", guide, re.IGNORECASE)
    assert "Ask somebody" in (root / "site/outcomes/ask-somebody/index.html").read_text("utf-8")
    assert (root / "site/index.html").is_file()
    assert not (root / "site/places").exists()


@pytest.mark.builds
def test_a_site_without_directory_urls_builds(project: Write):
    root = project({**EXAMPLE, "mkdocs.yml": f"{CONFIG}use_directory_urls: false\n"})
    done = mkdocs(root, "--strict")
    assert done.returncode == 0, done.stderr
    assert (root / "site/guides/example.html").is_file()


def test_serving_follows_the_yaml_files_as_well(project: Write):
    root = project({**EXAMPLE, "mkdocs.yml": CONFIG})
    config = load_config(str(root / "mkdocs.yml"))
    config = config.plugins.on_config(config)
    watched = {Path(path).resolve() for path in config.watch}
    assert {root / "decision_trees", root / "content"} <= watched
    real = load_config(str(ROOT / "mkdocs.yml"))
    assert {str(ROOT / "decision_trees"), str(ROOT / "content")} <= set(real.plugins.on_config(real).watch)


@pytest.mark.builds
def test_yaml_sources_are_not_published(project: Write):
    root = project({**EXAMPLE, "mkdocs.yml": CONFIG})
    given = given_to_mkdocs(root / "mkdocs.yml")
    assert not [uri for uri in given if uri.endswith((".yml", ".yaml"))]


@pytest.mark.builds
def test_a_page_that_an_author_wrote_stands_instead_of_the_made_one(project: Write):
    root = project({**EXAMPLE, "mkdocs.yml": CONFIG, "content/index.md": "# Welcome\n\nSee [knees](tree:example).\n"})
    home = "# Welcome\n\nSee [knees](guides/example.md).\n"
    assert given_to_mkdocs(root / "mkdocs.yml")["index.md"] == (home, {})
    assert staged(root, root / "staged")["index.md"].decode() == home


def test_a_second_run_writes_nothing(project: Write, tmp_path: Path):
    root = project(EXAMPLE)
    target = tmp_path / "staged"
    stage(made(root), target)
    before = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in target.rglob("*") if path.is_file()}
    again = stage(made(root), target)
    assert (again.written, again.removed) == (0, 0)
    assert again.kept == len(before) - 1  # all but the list of what was written
    assert {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in before} == before


def test_a_changed_source_rewrites_only_the_pages_that_show_it(project: Write, tmp_path: Path):
    root = project(EXAMPLE)
    target = tmp_path / "staged"
    stage(made(root), target)
    before = {path: path.read_bytes() for path in target.rglob("*") if path.is_file()}
    project({RED_FLAGS: EXAMPLE[RED_FLAGS].replace("hot and swollen", "hot")})
    result = stage(made(root), target)
    changed = {path.relative_to(target).as_posix() for path in before if path.read_bytes() != before[path]}
    assert result.written == len(changed)
    assert changed == {
        "guides/example.md",
        "guides/example/whole/index.md",
        "guides/example/guide.json",
        "outcomes/care-soon.md",
        "outcomes/take-it-easy.md",
        "places/knee.md",
    }


def test_pages_that_are_no_more_are_removed_with_their_folders(project: Write, tmp_path: Path):
    root = project({**EXAMPLE, "content/notes/one/deep.md": "# Deep\n"})
    target = tmp_path / "staged"
    stage(made(root), target)
    assert (target / "notes/one/deep.md").is_file()
    (root / "content/notes/one/deep.md").unlink()
    result = stage(made(root), target)
    assert (result.written, result.removed) == (0, 1)
    assert not (target / "notes").exists()
    assert (target / "guides/example.md").is_file()


def test_a_folder_with_somebody_elses_files_is_refused(project: Write, tmp_path: Path):
    root = project(EXAMPLE)
    target = tmp_path / "thesis"
    target.mkdir()
    (target / "chapter-1.md").write_text("Years of work", "utf-8")
    refused = signpost("stage", str(target), "--project", str(root))
    assert refused.exit_code == 1
    assert "did not write" in refused.stderr
    assert [path.name for path in target.iterdir()] == ["chapter-1.md"]


def test_nothing_is_written_through_a_link_to_another_place(project: Write, tmp_path: Path):
    root = project(EXAMPLE)
    target, elsewhere = tmp_path / "staged", tmp_path / "elsewhere"
    stage(made(root), target)
    (target / "guides").rename(elsewhere)
    (target / "guides").symlink_to(elsewhere, target_is_directory=True)
    (elsewhere / "example.md").write_text("Mine", "utf-8")
    with pytest.raises(NotOursError, match="guides"):
        stage(made(root), target)
    assert (elsewhere / "example.md").read_text("utf-8") == "Mine"


@pytest.mark.long
@pytest.mark.parametrize(
    "name", ["../mine.md", "guides/../../mine.md", r"..\mine.md", "/mine.md", r"C:\mine.md", "C:mine.md"]
)
def test_a_ledger_cannot_name_files_outside_the_folder(name: str, project: Write, tmp_path: Path):
    root = project(EXAMPLE)
    target = tmp_path / "staged"
    stage(made(root), target)
    (tmp_path / "mine.md").write_text("Mine", "utf-8")
    with (target / LEDGER).open("a", encoding="utf-8") as ledger:
        ledger.write(f"\n{name}")
    assert stage(made(root), target).removed == 0
    assert (tmp_path / "mine.md").read_text("utf-8") == "Mine"


def test_pages_can_be_staged_for_a_builder_that_makes_no_folders(project: Write, tmp_path: Path):
    root = project({**EXAMPLE, TREE: f"{EXAMPLE[TREE]}aliases: [former]\n"})
    target = tmp_path / "staged"
    assert signpost("stage", str(target), "--project", str(root), "--no-directory-urls").exit_code == 0
    assert (target / "guides/former.html").is_file()
    assert not (target / "guides/former/index.html").exists()


def test_files_put_beside_the_staged_ones_stay(project: Write, tmp_path: Path):
    root = project(EXAMPLE)
    target = tmp_path / "staged"
    stage(made(root), target)
    (target / "guides/mine.txt").write_text("Mine", "utf-8")
    stage(made(root), target)
    assert (target / "guides/mine.txt").read_text("utf-8") == "Mine"


def test_errors_stage_nothing(project: Write, tmp_path: Path):
    root = project({**EXAMPLE, TREE: EXAMPLE[TREE].replace("title:", "tilte:")})
    refused = signpost("stage", str(tmp_path / "staged"), "--project", str(root))
    assert refused.exit_code == 1
    assert not (tmp_path / "staged").exists()
