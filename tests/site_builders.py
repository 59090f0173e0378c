"""The site in this repository, built by each site builder that it is held to work with."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
STAGE_CONFIG = "mkdocs.stage.yml"
_MKDOCS = ("mkdocs", "build", "--strict", "--quiet")


def with_the_plugin(target: Path) -> Path:
    """As for publishing today: MkDocs, with Signpost's plugin. Gives the folder of the site."""
    run([*_MKDOCS, "--site-dir", str(target)], ROOT)
    return target


def staged(folder: Path, config: str = "", **environment: str) -> Path:
    """A new folder that holds the staged site and all that a builder without the plugin needs to build it.

    Args:
        config: what to add to the configuration.
        environment: variables that `signpost stage` heeds.
    """
    folder.mkdir(parents=True)
    for name in ("mkdocs.yml", STAGE_CONFIG):
        shutil.copy(ROOT / name, folder)
    with (folder / STAGE_CONFIG).open("a", encoding="utf-8") as file:
        file.write(config)
    shutil.copytree(ROOT / "site_overrides", folder / "site_overrides")
    run(["generator", "stage", str(folder / "build/docs"), "--project", str(ROOT)], ROOT, environment)
    return folder


def mkdocs_alone(folder: Path) -> Path:
    """Build a staged folder with MkDocs. Gives the folder of the site."""
    target = folder / "build/with-mkdocs"
    run([*_MKDOCS, "--config-file", STAGE_CONFIG, "--site-dir", str(target)], folder)
    return target


def zensical(folder: Path, **environment: str) -> Path:
    """Build a staged folder with Zensical. Gives the folder of the site."""
    run(["zensical", "build", "--strict", "--config-file", STAGE_CONFIG], folder, environment)
    return folder / "build/site"


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
