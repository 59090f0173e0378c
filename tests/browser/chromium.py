"""Finds a Chromium for the browser tests, and installs one where there is none: `python tests/browser/chromium.py`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

# The shell first: without the windows that nobody sees, the tests take half the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    # Chromium refuses to run its sandbox as root, as in most containers.
    *(("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()),
)
MISSING = "No Chromium was found. Run `make browser`, or install one and name it with CHROMIUM=/path/to/chromium."


def find(names: tuple[str, ...] = NAMES) -> str | None:
    """The path of a Chromium: the one named in CHROMIUM, one on the PATH, or Playwright's own; None if none."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    for name in names:
        if path := shutil.which(name):
            return path
    return _playwrights_own()


def install() -> None:
    """Install a Chromium with the system's package manager where that is possible, else with Playwright's installer."""
    if shutil.which("apt-get") and hasattr(os, "geteuid"):
        first = [] if os.geteuid() == 0 else ["sudo", "-n"]
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        _runs([*first, "apt-get", "update", "-qq"], quiet)
        for package in NAMES[:2]:
            step = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package]
            if _runs([*first, *step], quiet) and find():
                return
    _runs([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], dict(os.environ))


def _runs(command: list[str], environment: dict[str, str]) -> bool:
    try:
        return subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


if __name__ == "__main__":
    if not find():
        install()
    found = find()
    print(f"Browser for the tests: {found}" if found else MISSING)
    sys.exit(0 if found else 1)
