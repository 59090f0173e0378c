"""What somebody sees who edits while `make serve` runs."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from example import EXAMPLE, TREE

pytestmark = pytest.mark.builds

CONFIG = "site_name: Example\nplugins: [signpost]\nhooks: [few_rules.py]\ntheme: {name: material, font: false}\n"
# Of the rules' pages, which are nearly all that a small project has, only three are built each time.
FEW_RULES = "from generator.render.pages import rules\nrules.RULES = dict([*rules.RULES.items()][:3])\n"
PAGE = "guides/example/"
PATIENCE = 60  # seconds, after which a request that waits for a change gives up


class Served:
    """A running `mkdocs serve`."""

    def __init__(self, folder: Path, address: str):
        self._folder = folder
        self._address = address

    def read(self, path: str) -> str:
        """The page as served, once no build is under way."""
        with urlopen(f"{self._address}{path}", timeout=PATIENCE) as answer:
            return answer.read().decode()

    def save(self, path: str, text: str) -> None:
        """Write a file, and return when the server says that the site has changed."""
        (self._folder / path).parent.mkdir(parents=True, exist_ok=True)
        self._change(lambda: (self._folder / path).write_text(text, "utf-8"))

    def remove(self, path: str) -> None:
        """Delete a file, and return likewise."""
        self._change((self._folder / path).unlink)

    def _change(self, change: Callable[[], object]) -> None:
        epoch, number = re.search(r"livereload\((\d+), *(\d+)\)", self.read("")).groups()
        change()
        with urlopen(f"{self._address}livereload/{epoch}/{number}", timeout=PATIENCE) as answer:
            assert answer.read().decode() != epoch, "the server noticed no change"


@contextmanager
def serving(folder: Path, files: Mapping[str, str]) -> Iterator[Served]:
    """`mkdocs serve` at work on a project that is written to a folder."""
    for path, text in {"mkdocs.yml": CONFIG, "few_rules.py": FEW_RULES, "docs/about.md": "# About\n", **files}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    process, address = _started(folder)
    try:
        yield Served(folder, address)
    finally:
        process.terminate()
        process.stderr.close()
        process.wait(timeout=PATIENCE)


def _started(folder: Path) -> tuple[subprocess.Popen[str], str]:
    """The process that serves a folder, and its address."""
    said: list[str] = []
    # A port that is free now may be taken by another program before the server asks for it.
    for _ in range(5):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        said.clear()
        for line in process.stderr:
            said.append(line)
            if "Serving on" in line:
                return process, f"http://127.0.0.1:{port}/"
        process.wait(timeout=PATIENCE)
        if "Address already in use" not in "".join(said[-1:]):
            break
    raise AssertionError("".join(said))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The example, served. What a test saves is there for the next, as for somebody who edits on and on."""
    with serving(tmp_path_factory.mktemp("served"), EXAMPLE) as served:
        yield served


def test_a_saved_tree_is_on_the_page_at_the_next_look(site):
    site.save(TREE, EXAMPLE[TREE])
    assert "Does it hurt at rest?" in site.read(PAGE)
    site.save(TREE, EXAMPLE[TREE].replace("at rest", "at night"))
    assert "Does it hurt at night?" in site.read(PAGE)


def test_a_saved_outcome_is_on_the_page_at_the_next_look(site):
    path = "content/outcomes/take-it-easy.yml"
    site.save(path, EXAMPLE[path].replace("Rest it.", "Put your feet up."))
    assert "Put your feet up." in site.read("outcomes/take-it-easy/")


def test_a_save_with_a_fault_shows_it_above_the_last_good_page_and_serving_goes_on(site):
    site.save(TREE, EXAMPLE[TREE])
    site.save(TREE, EXAMPLE[TREE].replace("ask:", "aks:"))
    page = site.read(PAGE)
    assert f"{TREE}:8:5" in page
    assert "Did you mean" in page
    assert "Does it hurt at rest?" in page
    site.save(TREE, EXAMPLE[TREE])
    assert "aks" not in site.read(PAGE)


def test_serving_begins_with_a_fault_too(tmp_path):
    with serving(tmp_path, {**EXAMPLE, TREE: EXAMPLE[TREE].replace("ask:", "aks:")}) as site:
        assert f"{TREE}:8:5" in site.read("")
        site.save(TREE, EXAMPLE[TREE])
        assert "Does it hurt at rest?" in site.read(PAGE)


def test_a_saved_file_of_the_sites_own_look_is_on_every_page_at_the_next_look(tmp_path):
    main = '{% extends "base.html" %}{% block announce %}WORDS{% endblock %}\n'
    look = {"mkdocs.yml": CONFIG.replace("font: false", "font: false, custom_dir: site_overrides")}
    with serving(tmp_path, {**EXAMPLE, **look, "site_overrides/main.html": main}) as served:
        assert "WORDS" in served.read(PAGE)
        served.save("site_overrides/main.html", main.replace("WORDS", "Others"))
        assert "Others" in served.read(PAGE)
        served.save("site_overrides/assets/own.css", "p { color: red }\n")
        assert "red" in served.read("assets/own.css")
