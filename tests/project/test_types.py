"""The types of the package are what they say: mypy finds nothing, with the settings of pyproject.toml."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
IGNORED = re.compile(r"#\s*type:\s*ignore(?P<codes>\[[a-z, -]+\])?(?P<reason>\s+#\s*\S.+)?")


# `make lint` does the same, here and for every proposal.
@pytest.mark.deep
@pytest.mark.long
def test_mypy_finds_nothing():
    done = subprocess.run([sys.executable, "-m", "mypy"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_mypy_is_asked_to_be_strict_about_the_whole_package():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["mypy"]
    assert (settings["strict"], settings["files"]) == (True, ["generator", "workbench"])
    # Only what ships no types may be taken as it comes, and nothing is let off otherwise.
    assert all(one.keys() == {"module", "ignore_missing_imports"} for one in settings["overrides"])


def test_what_mypy_is_to_overlook_is_named_and_has_a_reason():
    lines = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in sorted((ROOT / "generator").rglob("*.py"))
        for line in path.read_text("utf-8").splitlines()
        if (found := IGNORED.search(line)) and not (found["codes"] and found["reason"])
    ]
    assert lines == []
