"""Packs the Python packages and the project into files that a browser loads for the workbench."""

import hashlib
import re
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from importlib.metadata import files as files_of
from pathlib import Path

from generator.cli.skeletons import NEW_KINDS
from generator.core.kinds import kind_of
from generator.core.project import CONTENT, OVERRIDES, PERMALINKS, REVIEWED, TREES
from generator.core.site import Serving
from generator.core.source import SourceFile
from generator.core.translation import is_translation
from generator.load.yaml_nodes import cut_by_comments, read
from workbench.session import Session

ROOT = Path(__file__).parents[1]
HERE = Path(__file__).parent
# Packages that run in a browser as installed here; their compiled parts are left out.
_PACKAGES = (
    *("annotated-types", "babel", "Jinja2", "Markdown", "markdown-it-py", "MarkupSafe", "mdurl", "pydantic", "PyYAML"),
    *("segno", "typing-extensions", "typing-inspection"),
)
# The locale data that Babel always needs, and that of the languages that pages can have.
_LOCALE = re.compile(r"babel/locale-data/(?!(?:root|(?:ar|cy|de|en|es|fr)(?:_[A-Za-z0-9_]+)?)\.dat$)")
_LEFT_OUT = re.compile(
    r"(?:^|/)(?:tests?|__pycache__|_experimental)/|\.(?:so|pyd|pyi|c|exe|typed)$|^\.\.|^bin/|\.dist-info/(?!entry_points\.txt$|METADATA$)|^pydantic/(?:v1|mypy)"
    r"|^babel/messages/|^_yaml/|^segno/cli"
)
_TEXTS = (".yml", ".yaml", ".md", ".svg", ".txt", ".jinja")


def write_python(target: Path, compiled: Iterable[Path]) -> None:
    """Write all packages, including this project's own, as one archive.

    Args:
        target: the archive.
        compiled: wheels for the browser, of the compiled packages.
    """
    found = dict(_installed())
    for wheel in compiled:
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                if not name.endswith("/") and ".dist-info/" not in name and not name.endswith(".pyi"):
                    found[name] = archive.read(name)
    found |= {f"generator/{name}": content for name, content in _tree(ROOT / "generator")}
    found |= {f"workbench/{path.name}": path.read_bytes() for path in sorted(HERE.glob("*.py"))}
    found |= {path.name: path.read_bytes() for path in sorted((HERE / "in_browser").glob("*.py"))}
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(found):
            archive.writestr(zipfile.ZipInfo(name), found[name], zipfile.ZIP_DEFLATED)


def program() -> str:
    """A checksum of all sources of this project that are part of the workbench."""
    digest = hashlib.sha256()
    for folder in (ROOT / "generator", HERE):
        for name, content in _tree(folder):
            if name.startswith(("tests/", "README", "words.toml")):
                continue
            digest.update(f"{folder.name}/{name}\0".encode() + content + b"\0")
    return digest.hexdigest()


def _installed() -> Iterator[tuple[str, bytes]]:
    for package in _PACKAGES:
        for path in files_of(package) or ():
            name = path.as_posix()
            if not _LEFT_OUT.search(name) and not _LOCALE.match(name):
                yield name, path.read_binary()


def _tree(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and "__pycache__" not in name and not name.endswith((".ttf", ".pyc")):
            yield name, path.read_bytes()


def project(root: Path, url: str) -> dict[str, object]:
    """The sources of a project as plain values, with the texts of the editor.

    Args:
        root: the project's folder.
        url: the URL of the site's root.

    Returns:
        the texts by path; the parsed values of the YAML files; the paths of other files; the result of the check; the
            pages that files make; the kinds of entry that can be created, and the texts of the editor.
    """
    texts: dict[str, str] = {}
    others: list[str] = []
    folders = (root / TREES, root / CONTENT, root / OVERRIDES / "pages")
    paths = [root / PERMALINKS, root / REVIEWED, *(path for folder in folders for path in sorted(folder.rglob("*")))]
    for path in paths:
        name = path.relative_to(root).as_posix()
        if not path.is_file() or any(part.startswith(".") for part in name.split("/")):
            continue
        if name.endswith(_TEXTS):
            texts[name] = path.read_bytes().decode(errors="replace")
        else:
            others.append(name)
    sources = [SourceFile(name, text) for name, text in texts.items() if kind_of(name) or is_translation(name)]
    read_before = {
        one.path: read(one) for one in sources if one.path.endswith(".yml") and not any(cut_by_comments(one))
    }
    session = Session(root, Serving(url))
    pages = {file: made for file in session.files() if (made := session.pages_of(file))["page"]}
    words = tomllib.loads((HERE / "words.toml").read_text("utf-8"))
    return {
        "url": url,
        "texts": texts,
        "values": {name: value for name, (value, problems) in read_before.items() if not problems},
        "others": others,
        "checked": session.check(),
        "pages": pages,
        "kinds": [kind for kind in NEW_KINDS if f"kind-{kind}" in words],
        "words": words,
    }
