"""`make site` puts a site in place only when it is whole."""

import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.builds

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder that is set up, with a good site of before."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "permalinks.txt").write_text("# Published.\n./\nguides/knee/\nguides/knee/#rest\n", "utf-8")
    for name in (
        "pyproject.toml",
        "requirements/run.txt",
        "requirements/test.txt",
        ".venv/ready",
        ".venv/ready-to-test",
        ".venv/ready-for-zensical",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    _page(tmp_path / "site/index.html", "Before")
    return tmp_path


def _page(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")


def make_site(project: Path, builder: str, engine: str = "zensical") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "--silent", "site", f"ENGINE={engine}", f"BUILD_zensical={builder}"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_site_without_a_published_page_is_not_put_in_place(project: Path):
    # What a builder does that takes no notice of an unknown plugin: a site without guides, and no complaint.
    failed = make_site(project, "mkdir -p build/site && echo Now > build/site/index.html")
    assert failed.returncode != 0
    assert "Not built: guides/knee/" in failed.stdout
    assert (project / "site/index.html").read_text("utf-8") == "Before"


def test_a_builder_that_fails_leaves_the_last_good_site(project: Path):
    assert make_site(project, "false").returncode != 0
    assert (project / "site/index.html").read_text("utf-8") == "Before"


def test_a_whole_site_takes_the_place_of_the_last_one(project: Path):
    _page(project / "new/index.html", "Now")
    _page(project / "new/guides/knee/index.html", "Knee")
    made = make_site(project, "mkdir -p build && cp -r new build/site")
    assert made.returncode == 0, made.stderr
    assert (project / "site/index.html").read_text("utf-8") == "Now"
    assert (project / "site/guides/knee/index.html").is_file()


def test_an_unknown_builder_is_told(project: Path):
    failed = make_site(project, "true", engine="hugo")
    assert failed.returncode != 0
    assert "Name mkdocs or zensical" in failed.stdout
