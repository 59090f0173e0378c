"""Nothing is ever written outside the folder that a site is meant for, whatever the check has let pass."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from example import EXAMPLE

from generator.check.run import check
from generator.cli.main import main
from generator.core.address import OutsideError
from generator.core.project import Project
from generator.core.site import OutputFile, Site
from generator.emit import build as module
from generator.emit.folder import stage
from generator.load.files import load

NAMES = ["../victim.md", "a/../../victim.md", "/victim.md", r"..\victim.md", r"C:\victim.md", "a\0.md"]


def everything(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_would_be_outside_stops_all_of_it(name: str, tmp_path: Path):
    (tmp_path / "asset").write_text("asset")
    for site in (
        Site((OutputFile("index.md", "# A\n"), OutputFile(name, "# B\n")), {}),
        Site((OutputFile("index.md", "# A\n"),), {name: tmp_path / "asset"}),
    ):
        with pytest.raises(OutsideError, match="outside the folder"):
            stage(site, tmp_path / "site")
        assert everything(tmp_path) == ["asset"]


@pytest.mark.parametrize("name", NAMES)
def test_a_build_makes_no_such_file_either(name: str, project, monkeypatch: pytest.MonkeyPatch):
    loaded = load(Project(project(EXAMPLE)))
    monkeypatch.setattr(module, "redirect_pages", lambda *_: [OutputFile(name, "# B\n")])
    with pytest.raises(OutsideError, match="outside the folder"):
        module.build(loaded, check(loaded))


def test_the_command_says_so_and_no_more(project, tmp_path_factory, monkeypatch: pytest.MonkeyPatch):
    target = tmp_path_factory.mktemp("target")
    monkeypatch.setattr(module, "redirect_pages", lambda *_: [OutputFile("../victim.md", "# B\n")])
    refused = CliRunner().invoke(main, ["stage", str(target / "site"), "--project", str(project(EXAMPLE))])
    assert refused.exit_code == 1
    assert "outside the folder" in refused.output
    assert "Traceback" not in refused.output
    assert everything(target) == []


@pytest.mark.parametrize(
    "old", ["x/../../../victim/", "../victim/", "a\\0b/", "x" * 300 + "/", "sw.js/", "404.html/", "//", "a//../../b/"]
)
def test_a_former_address_that_leads_out_stops_before_anything_is_made(old: str, project, tmp_path_factory):
    target = tmp_path_factory.mktemp("target")
    root = project({**EXAMPLE, "content/site.yml": f'moved: {{"{old}": "guides/"}}\n'})
    refused = CliRunner().invoke(main, ["stage", str(target / "a/b/site"), "--project", str(root)])
    assert refused.exit_code == 1
    assert "content/site.yml:1:9" in refused.output
    assert everything(target) == []
