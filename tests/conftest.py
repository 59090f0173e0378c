"""What the tests share: a project on disk, made of a mapping, and the check of it."""

import os
import sys
from pathlib import Path

# Many containers say that Python shall keep nothing that it compiles. Here that would be done anew by each of some
# hundred processes, so it is kept with what pytest keeps. First of all: what is imported below is most of it.
if sys.dont_write_bytecode:
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(Path(__file__).parents[1] / ".pytest_cache/compiled")
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

import gc
import shutil
import tempfile
from collections.abc import Callable, Mapping
from itertools import islice

import pytest
from deep import DEEP, examples
from hypothesis import settings

from generator.check.result import Report
from generator.check.run import check
from generator.core.cache import FOLDER
from generator.core.project import Project
from generator.load.files import load
from generator.render.pages import rules as rule_pages

# No deadline: a busy machine is no fault of the code. The same examples on every run, so that a failure repeats.
settings.register_profile("signpost", deadline=None, derandomize=True, database=None, max_examples=examples(150))
settings.load_profile("signpost")


def pytest_configure(config: pytest.Config) -> None:
    """Have all processes of a run keep what they make in one passing folder, and not with the user's own things."""
    if not hasattr(config, "workerinput"):
        os.environ[FOLDER] = config.signpost_kept = tempfile.mkdtemp(prefix="signpost-tests-")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove that folder."""
    if not hasattr(config, "workerinput"):
        shutil.rmtree(config.signpost_kept, ignore_errors=True)


def pytest_report_header(config: pytest.Config) -> list[str]:
    """Say which browser and which fonts this run has, if it may come to tests that use them."""
    browser = Path(__file__).parent / "browser"
    asked = [(config.invocation_params.dir / argument.partition("::")[0]).resolve() for argument in config.args]
    if "not browser" in config.option.markexpr or not any(
        browser.is_relative_to(path) or path.is_relative_to(browser) for path in asked
    ):
        return []
    sys.path.insert(0, str(browser))
    from lettering import told

    return told()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out the tests in a browser, which all have that mark, where none of them is wanted: they take longest."""
    unwanted = "not browser" in config.option.markexpr and collection_path == Path(__file__).parent / "browser"
    return True if unwanted else None


Files = Mapping[str, str | bytes]


@pytest.fixture
def project(tmp_path: Path) -> Callable[[Files], Path]:
    """Writes files below a new folder and returns the folder."""

    def write(files: Files) -> Path:
        for path, content in files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path

    return write


@pytest.fixture
def checked() -> Callable[[Path], Report]:
    """Loads a folder and runs every rule over it."""
    return lambda folder: check(load(Project(folder)))


@pytest.fixture
def few_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sites with the pages of three rules only: a hundred more, all alike, are nearly all that a small project has."""
    monkeypatch.setattr(rule_pages, "RULES", dict(islice(rule_pages.RULES.items(), 3)))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave what is marked so to `make deep`, and begin with what takes longest of all."""
    deep = [item for item in items if item.get_closest_marker("deep")]
    if deep and not DEEP:
        config.hook.pytest_deselected(items=deep)
        items[:] = [item for item in items if not item.get_closest_marker("deep")]
    items.sort(key=lambda item: item.get_closest_marker("first") is None)


def pytest_collection_finish() -> None:
    """What has been collected stays to the end; the collector of garbage need not look at it again and again."""
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config) -> int:
    """One more than there are processors, as somebody is always waiting for the browser, unless there is none."""
    return (os.cpu_count() or 1) + ("not browser" not in config.option.markexpr)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Tests that stand together stay together, so that few fixtures are made twice; who is done takes from others."""
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log)


def pytest_terminal_summary(terminalreporter) -> None:
    """Say how much of the site the browser tests looked at; they count it with the fixture `covered`."""
    sums: dict[str, int] = {}
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "covered":
                sums[value[0]] = sums.get(value[0], 0) + value[1]
    if sums:
        terminalreporter.section("looked at in Chromium")
        for what, number in sums.items():
            terminalreporter.write_line(f"{number:>7,}  {what}")
