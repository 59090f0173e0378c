"""Builds what a browser loads for the workbench, from pinned versions only, into one folder named by its checksum."""

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from workbench.pack import HERE, ROOT, program, write_python

BUILT = ROOT / "build" / "workbench"
READY = BUILT / "ready"
_PARTS = ROOT / "build" / "workbench-parts"
# The files of Pyodide's package that a browser loads.
_PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
# The licence files of the editor's packages, which must be distributed with them.
_LICENCES = ("LICENSE", "LICENSE.md", "LICENSE.txt")


class CannotBuildError(Exception):
    """Something required is missing; the message says what to do."""


def build() -> Path:
    """Build the workbench from scratch.

    Returns:
        its folder, named by a checksum of its content.

    Raises:
        CannotBuildError: if Node is missing, or a package cannot be downloaded.
    """
    modules = _modules()
    fresh = _PARTS / "fresh"
    shutil.rmtree(fresh, ignore_errors=True)
    (fresh / "pyodide").mkdir(parents=True)
    for name in _PYODIDE:
        shutil.copy(modules / "pyodide" / name, fresh / "pyodide" / name)
    web = _PARTS / "web"
    shutil.rmtree(web, ignore_errors=True)
    # Beside the packages, where esbuild looks for them.
    shutil.copytree(HERE / "web", web)
    write_python(_PARTS / "python.zip", _wheels())
    _run(["node", "compile.mjs", str(_PARTS / "python.zip"), str(fresh)], _PARTS)
    _bundle(modules, web, fresh)
    (fresh / "LICENCES.txt").write_text("\n\n".join(_licences(modules)), "utf-8")
    digest = _digest(fresh)
    shutil.rmtree(BUILT, ignore_errors=True)
    (BUILT / "site").mkdir(parents=True)
    fresh.rename(BUILT / "site" / digest)
    shutil.copy(HERE / "web" / "preview.js", BUILT / "preview.js")
    READY.write_text(digest, "utf-8")
    (BUILT / "program").write_text(program(), "utf-8")
    return BUILT / "site" / digest


def _modules() -> Path:
    """Install the packages of `package-lock.json`, verified by their checksums there."""
    if shutil.which("npm") is None:
        raise CannotBuildError("The workbench is built with Node. Install it (version 20 or newer), then try again.")
    _PARTS.mkdir(parents=True, exist_ok=True)
    lock = (HERE / "package-lock.json").read_bytes()
    for name in ("package.json", "package-lock.json", "compile.mjs"):
        shutil.copy(HERE / name, _PARTS / name)
    installed = _PARTS / "installed"
    if not installed.is_file() or installed.read_bytes() != lock:
        _run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], _PARTS)
        installed.write_bytes(lock)
    return _PARTS / "node_modules"


def _wheels() -> list[Path]:
    """Download the compiled packages for the browser, listed in `wheels.txt` with their checksums."""
    folder = _PARTS / "wheels"
    lock = (HERE / "wheels.txt").read_bytes()
    if not (folder / "lock").is_file() or (folder / "lock").read_bytes() != lock:
        shutil.rmtree(folder, ignore_errors=True)
        pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "download", "--no-deps"]
        only = ["--only-binary", ":all:", "--implementation", "cp", "--python-version", "314", "--abi", "cp314"]
        platform = ["--platform", "pyemscripten_2026_0_wasm32"]
        checked = ["--require-hashes", "--requirement", str(HERE / "wheels.txt"), "--dest", str(folder)]
        _run([*pip, *only, *platform, *checked], ROOT)
        (folder / "lock").write_bytes(lock)
    return sorted(folder.glob("*.whl"))


def _bundle(modules: Path, web: Path, target: Path) -> None:
    esbuild = str(modules / ".bin" / "esbuild")
    common = ["--minify", "--charset=utf8", "--legal-comments=none", "--log-level=warning"]
    script = ["--bundle", "--format=esm", "--target=es2022", "--external:./pyodide/*"]
    for source, name in (("app.mjs", "workbench.mjs"), ("worker.mjs", "worker.mjs")):
        _run([esbuild, str(web / source), *common, *script, f"--outfile={target / name}"], _PARTS)
    _run([esbuild, str(web / "workbench.css"), *common, f"--outfile={target / 'workbench.css'}"], _PARTS)


def _licences(modules: Path) -> Iterable[str]:
    for about in sorted(modules.glob("**/package.json")):
        if about.parent.parent.name not in ("node_modules", "@codemirror", "@lezer", "@marijn"):
            continue
        package = json.loads(about.read_text("utf-8"))
        if package["name"].startswith(("@esbuild/", "esbuild", "@types/")):
            continue
        texts = [(about.parent / name).read_text("utf-8") for name in _LICENCES if (about.parent / name).is_file()]
        yield "\n\n".join([f"{package['name']} {package['version']} ({package.get('license', '')})", *texts])


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def _run(command: list[str], folder: Path) -> None:
    # Safe: only programs pinned by the project's lock files, with fixed arguments.
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        said = (done.stderr or done.stdout)[-3000:]
        raise CannotBuildError(f"{Path(command[0]).name} failed.\n{said}")
