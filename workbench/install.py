"""Installs a built workbench into a built site: its files, the current project, and the HTTP headers they need."""

import json
import re
import shutil
from pathlib import Path

from workbench.build import BUILT, READY
from workbench.pack import ROOT, program, project

# The addresses of its page and of its files on the site.
PAGE, FILES = "contribute/workbench/", "assets/workbench/"
_NARROW = "script-src 'self'; frame-src 'none'"


class NotBuiltError(Exception):
    """There is no workbench, or an outdated one; the message says what to do."""


def install(site: Path, url: str) -> None:
    """Install the workbench into the folder of a site that was built with its checksum in WORKBENCH.

    Args:
        site: the folder.
        url: the URL of the site's root.

    Raises:
        NotBuiltError: if the workbench was not built, or from other sources than the site.
    """
    refuse_old()
    digest = READY.read_text("utf-8")
    page = site / PAGE
    if not page.is_dir() or f"{FILES}{digest}/" not in (page / "index.html").read_text("utf-8"):
        raise NotBuiltError(f"The site was built without the workbench. Set WORKBENCH to {digest} for its build.")
    shutil.copytree(BUILT / "site" / digest, site / FILES / digest, dirs_exist_ok=True)
    shutil.copy(BUILT / "preview.js", page / "preview.js")
    (page / "project.json").write_text(json.dumps(project(ROOT, url), ensure_ascii=False), "utf-8")
    headers = site / "_headers"
    if headers.is_file():
        pages = sorted(path.name for path in page.parent.iterdir() if path.is_dir())
        headers.write_text(with_workbench(headers.read_text("utf-8"), pages), "utf-8")


def refuse_old() -> None:
    """Check that the workbench was built from the current sources.

    Raises:
        NotBuiltError: if it was not.
    """
    if not READY.is_file():
        raise NotBuiltError("The workbench is not built. Run `make workbench`.")
    if (BUILT / "program").read_text("utf-8") != program():
        raise NotBuiltError(
            "The workbench was built of other sources. Run `make workbench`, or `rm -r build/workbench`."
        )


def with_workbench(headers: str, pages: list[str]) -> str:
    """Extend a headers file so that the page of the workbench, and no other, may run WebAssembly and contain a frame.

    A host joins the policies of all matching rules, and a browser applies each of them. So the general rule is relaxed,
    and every other page gets a rule of its own that restricts it again.

    Args:
        headers: the headers file.
        pages: the names of all folders beside that of the workbench, including its own.
    """
    rules = [tuple(rule.split("\n", 1)) for rule in re.split(r"\n(?=/)", headers.rstrip("\n"))]
    above, own, _ = PAGE.split("/")
    found = []
    for path, lines in rules:
        if path == "/*":
            wide = lines.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
            found.append((path, re.sub(r"(Content-Security-Policy: .*)", r"\1; frame-src 'self'", wide)))
        elif path == f"/{above}/*":
            found.append((f"/{above}/", _narrowed(lines)))
            found += [(f"/{above}/{name}/*", lines if name == own else _narrowed(lines)) for name in pages]
        elif "Cache-Control: no-cache" in lines:
            found.append((path, _narrowed(lines)))
        else:
            found.append((path, lines))
    found.append((f"/{FILES}*", "  Cache-Control: public, max-age=31536000, immutable"))
    return "\n".join(f"{path}\n{lines}" for path, lines in found) + "\n"


def _narrowed(lines: str) -> str:
    if "Content-Security-Policy: " in lines:
        return re.sub(r"(Content-Security-Policy: .*)", rf"\1; {_NARROW}", lines)
    return f"{lines}\n  Content-Security-Policy: {_NARROW}"
