"""Puts a built workbench into a built site: its files, the project as it is now, and what hosts are to say of them."""

import json
import re
import shutil
from pathlib import Path

from workbench.build import BUILT, READY
from workbench.pack import ROOT, program, project

# Where on the site its page is, and where its files are.
PAGE, FILES = "contribute/workbench/", "assets/workbench/"
_NARROW = "script-src 'self'; frame-src 'none'"


class NotBuiltError(Exception):
    """There is no workbench to put anywhere, or an old one; the message says what to do."""


def install(site: Path, url: str) -> None:
    """Put the workbench into the folder of a site that was built with its name in WORKBENCH.

    Args:
        site: the folder.
        url: the address of the site's top.

    Raises:
        NotBuiltError: where it was not built, or from other sources than the site.
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
    """See to it that there is a workbench of the sources as they are.

    Raises:
        NotBuiltError: where there is none.
    """
    if not READY.is_file():
        raise NotBuiltError("The workbench is not built. Run `make workbench`.")
    if (BUILT / "program").read_text("utf-8") != program():
        raise NotBuiltError(
            "The workbench was built of other sources. Run `make workbench`, or `rm -r build/workbench`."
        )


def with_workbench(headers: str, pages: list[str]) -> str:
    """A file of headers that lets one page more run WebAssembly and show a frame, and no other.

    A host joins the policies of all rules that fit, and a browser keeps to each of them. So the rule for everything is
    widened, and each other page has a rule of its own that takes it back.

    Args:
        headers: the file.
        pages: what the folders of pages beside that of the workbench are called, its own among them.
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
