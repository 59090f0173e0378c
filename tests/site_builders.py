"""The site in this repository, built by each site builder that it is held to work with, once in a run of the tests."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from once import once

ROOT = Path(__file__).parents[1]
STAGE_CONFIG = "mkdocs.stage.yml"
_MKDOCS = ("mkdocs", "build", "--strict", "--quiet")
_ZENSICAL = ("zensical", "build", "--strict")


def with_the_plugin(project: Path, target: Path, **environment: str) -> Path:
    """Build a project's site as for publishing: MkDocs, with Signpost's plugin. Gives the folder of the site."""
    run([*_MKDOCS, "--site-dir", str(target)], project, environment)
    return target


def published(factory: pytest.TempPathFactory) -> Path:
    """The folder of the site as it is published."""
    return once(factory, "published", lambda target: with_the_plugin(ROOT, target))


def staged(factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the staged site and all that a builder without the plugin needs to build it."""

    def stage(folder: Path) -> None:
        folder.mkdir()
        for name in ("mkdocs.yml", STAGE_CONFIG):
            shutil.copy(ROOT / name, folder)
        shutil.copytree(ROOT / "site_overrides", folder / "site_overrides")
        run(["generator", "stage", str(folder / "build/docs"), "--project", str(ROOT)], ROOT)

    return once(factory, "staged", stage)


def mkdocs_alone(factory: pytest.TempPathFactory) -> Path:
    """The folder of the site as MkDocs builds it without the plugin."""
    source = staged(factory)
    command = [*_MKDOCS, "--config-file", STAGE_CONFIG]
    return once(factory, "with-mkdocs", lambda target: run([*command, "--site-dir", str(target)], source))


def zensical(factory: pytest.TempPathFactory) -> Path:
    """The folder of the site as Zensical builds it, in the folder that its configuration names."""
    source = staged(factory)
    once(factory, "with-zensical", lambda _: run([*_ZENSICAL, "--config-file", STAGE_CONFIG], source))
    return source / "build/site"


def run(module: list[str], folder: Path, environment: Mapping[str, str] | None = None) -> None:
    """Run a Python module in a folder, with nothing set that this machine may have set for a site of its own."""
    inherited = {name: value for name, value in os.environ.items() if name not in ("SITE_URL", "REPO_URL", "STRICT")}
    done = subprocess.run(
        [sys.executable, "-m", *module],
        cwd=folder,
        env={**inherited, "NO_MKDOCS_2_WARNING": "1", **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"{' '.join(module)} failed.\n{done.stdout}{done.stderr}", pytrace=False)
