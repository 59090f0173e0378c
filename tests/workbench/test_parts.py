"""What the workbench is built of is pinned, and the site around it loses nothing by it."""

import json
import re
import tomllib

import pytest
from real_project import ROOT
from site_builders import published

from generator.core.site import OutputFile
from generator.emit.headers import POLICY, headers_file
from workbench.install import PAGE, with_workbench
from workbench.pages import html_of_report

HERE = ROOT / "workbench"
LOCK = json.loads((HERE / "package-lock.json").read_text("utf-8"))
WEB = {path.name: path.read_text("utf-8") for path in (HERE / "web").iterdir()}


def test_every_package_has_one_version_and_a_checksum():
    asked = json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"]
    assert asked == LOCK["packages"][""]["dependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in asked.values())
    for name, package in LOCK["packages"].items():
        assert not name or package["integrity"].startswith("sha512-"), name


def test_no_file_names_where_packages_come_from():
    for name in ("package.json", "package-lock.json", "wheels.txt"):
        assert "://" not in (HERE / name).read_text("utf-8")


def test_compiled_wheels_are_of_the_versions_that_the_site_is_built_with():
    run = (ROOT / "requirements" / "run.txt").read_text("utf-8")
    wheels = (HERE / "wheels.txt").read_text("utf-8")
    names = re.findall(r"^([a-z-]+==\S+) \\\n    --hash=sha256:[0-9a-f]{64}$", wheels, re.MULTILINE)
    assert len(names) == 1
    assert all(f"{name} " in run for name in names)


def test_every_word_that_the_page_says_is_there_and_said():
    words = tomllib.loads((HERE / "words.toml").read_text("utf-8"))
    code = "".join(WEB.values())
    said = set(re.findall(r'(?:say|count|button)\(\s*"([a-z-]+)"', code))
    assert said
    assert said - words.keys() == set()
    made = tuple(re.findall(r"say\(`([a-z-]+-)\$\{", code))
    unsaid = {name for name in words if f'"{name}"' not in code and not name.startswith(made)}
    assert {name.removesuffix("-steps") for name in unsaid} - words.keys() == set()
    assert all(isinstance(word, str) or len(word) == 2 for word in words.values())


def test_the_page_asks_nothing_of_other_hosts():
    for name, text in WEB.items():
        assert not re.search(r"https?://", text), name


def policies(headers, path):
    """The policies that a browser keeps to on a page: those of all rules that fit."""
    found = []
    for rule in re.split(r"\n(?=/)", headers.strip()):
        pattern, *lines = rule.split("\n")
        if re.fullmatch(re.sub(r":\w+", "[^/]+", re.escape(pattern).replace(r"\*", ".*").replace(r"\:", ":")), path):
            found += [line.split(": ", 1)[1] for line in lines if "Content-Security-Policy" in line]
    return [dict(part.split(" ", 1) for part in one.split("; ")) for one in found]


PAGES = ["", "about/", "guides/", "guides/knee/", "guides/knee/whole/", "guides/knee/embed/", "contribute/", PAGE]
PAGES += ["contribute/rules/", "contribute/rules/s101/", "contribute/first-edit/", "404.html"]


@pytest.fixture
def headers():
    made = headers_file(PAGES)
    assert isinstance(made, OutputFile)
    return with_workbench(made.content, ["first-edit", "rules", "workbench"])


@pytest.mark.parametrize("path", PAGES)
def test_one_page_runs_webassembly_and_no_other(headers, path):
    found = policies(headers, f"/{path}")
    scripts = [policy["script-src"] for policy in found if "script-src" in policy]
    if path == PAGE:
        assert scripts == ["'self' 'wasm-unsafe-eval'"]
    elif not path.endswith("embed/"):
        assert "'self'" in scripts, "narrow again"
    assert any(policy.items() >= (POLICY | {"script-src": scripts[0]}).items() for policy in found)


def test_what_only_github_draws_is_left_out():
    html = html_of_report("> [!IMPORTANT]\n> Read.\n\n```mermaid\ngraph\n```\n\n| a |\n|---|\n| b |\n")
    assert "IMPORTANT" not in html
    assert "graph" not in html
    assert "<table>" in html


def test_the_worker_for_guides_leaves_the_workbench_to_the_network():
    worker = (ROOT / "generator/web/worker/sw.js").read_text("utf-8")
    [pattern] = re.findall(r"const LARGE = /(.+)/;", worker)
    large = re.compile(pattern.replace(r"\/", "/"))
    for path in ("/assets/workbench/0123/python.zip", f"/{PAGE}project.json", f"/{PAGE}", "/search/search_index.json"):
        assert large.search(path)
    assert not large.search("/guides/knee/")


@pytest.mark.builds
def test_where_it_is_not_built_its_page_says_how_to_edit_otherwise(tmp_path_factory):
    site = published(tmp_path_factory)
    page = (site / PAGE / "index.html").read_text("utf-8")
    assert "assets/workbench/" not in page
    assert "Edit this page" in page
    assert "wasm-unsafe-eval" not in page
    assert not (site / "assets/workbench").exists()
    assert "/edit/main/decision_trees/knee.yml" in (site / "guides/knee/index.html").read_text("utf-8")
