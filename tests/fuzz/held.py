"""What must be true of a project that `check` calls green: it builds, in both ways, and nothing on it leads nowhere."""

import logging
import os
import posixpath
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from behind_the_hash import why_dead
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config

from fuzz.seeds import Files
from generator.analyse.destinations import built as destination
from generator.analyse.guide import guide_questions
from generator.check.result import Report
from generator.check.run import check
from generator.core.markup import plain
from generator.core.page_fields import parts
from generator.core.project import Project
from generator.core.site import Serving
from generator.emit.build import build
from generator.emit.folder import stage
from generator.load.files import load

_VALIDATION = "validation: {links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}}"
_CONFIG = f"""\
site_name: Fuzz
site_url: https://example.org/
strict: true
{_VALIDATION}
markdown_extensions: [attr_list, md_in_html, admonition, toc]
"""
# A theme with nothing in it, as Material takes most of the time of a small build.
_THEMES = {
    "bare": "theme: {name: null, custom_dir: theme}\n",
    "material": "theme: {name: material, font: false, features: [navigation.tabs, navigation.indexes]}\n",
}
_PAGE = "<title>{{ page.title }}</title><main>{{ page.content }}</main>\n"


_WORD = re.compile(r"[A-Za-z]{4,}")


class BrokenPromiseError(AssertionError):
    """A project that passes the check, and is not what the check says."""


def is_green(files: Files, folder: Path) -> bool:
    """Write a project into an empty folder, and say whether it passes the check."""
    shutil.rmtree(folder, ignore_errors=True)
    try:
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
    except (OSError, ValueError):
        return False  # No such file can be on this machine.
    return check(load(Project(folder))).ok


def built(files: Files, folder: Path, theme: str = "bare", alone: bool = True) -> int:
    """Write a project that passes the check, stage it, and build it.

    Args:
        alone: whether to build the staged files as well, without the plugin.

    Returns:
        how many choices and links were looked at on its pages.

    Raises:
        BrokenPromiseError: where something is not as it must be.
    """
    is_green(files, folder)
    loaded = load(Project(folder))
    report = check(loaded)
    site = _built(folder, theme)
    stage(build(loaded, report, Serving("https://example.org/")), folder / "staged")
    if alone:
        (folder / "docs.yml").write_text(f"{_CONFIG}docs_dir: staged\nsite_dir: site2\nplugins: []\n{_THEMES[theme]}")
        if differ := _names(site) ^ _names(_mkdocs(folder / "docs.yml", folder / "site2")):
            raise BrokenPromiseError(f"green, but what is staged is another site: {sorted(differ)[:5]}")
    _pages_are_there(report, site)
    return _choices(report, site) + links(site, folder / "content")


def _built(folder: Path, theme: str) -> Path:
    (folder / "theme").mkdir(exist_ok=True)
    (folder / "theme/main.html").write_text(_PAGE)
    config = (
        f"{_CONFIG}docs_dir: content\nplugins: [{'search, ' if theme == 'material' else ''}signpost]\n{_THEMES[theme]}"
    )
    (folder / "mkdocs.yml").write_text(config)
    (folder / "content").mkdir(exist_ok=True)
    return _mkdocs(folder / "mkdocs.yml", folder / "site")


def _mkdocs(config_file: Path, site: Path) -> Path:
    """Build strictly, in this process, with whatever MkDocs logs taken note of."""
    said = _Said()
    logger = logging.getLogger("mkdocs")
    level, logger.level = logger.level, logging.WARNING
    logger.addHandler(said)
    try:
        config = load_config(str(config_file))
        config.plugins.on_startup(command="build", dirty=False)
        build_with_mkdocs(config)
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        kind = f"{type(error).__name__}: {error}"
        raise BrokenPromiseError(f"green, but the build fails ({config_file.name}): {kind}; {said.first}") from error
    finally:
        logger.removeHandler(said)
        logger.level = level
    if said.first:
        raise BrokenPromiseError(f"green, but the build warns ({config_file.name}): {said.first}")
    return site


class _Said(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.first = ""

    def emit(self, record: logging.LogRecord) -> None:
        self.first = self.first or record.getMessage()


def _names(site: Path) -> set[str]:
    found = {os.path.relpath(path, site) for path in site.rglob("*") if path.is_file()}
    return {name for name in found if not name.startswith(("sitemap", "search", "assets/signpost/offline", "sw.js"))}


class _Page(HTMLParser):
    """What a browser finds on a page: choices by question, links, pictures and anchors."""

    def __init__(self, text: str):
        super().__init__()
        self.choices: dict[tuple[str, str], list[tuple[str, str]]] = {}
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.source = text
        self._question = ""
        self._choice: tuple[str, str, str] | None = None
        self._words = ""
        self._beside = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        classes = given.get("class", "").split()
        self.anchors |= {given[name] for name in ("id", "name") if name in given}
        if "sp-question" in classes:
            self._question = given.get("id", "")
        if self._choice and {"sp-number", "sp-hint"} & set(classes):
            self._beside = tag
        if "sp-choice" in classes:
            self._choice = (self._question, given.get("data-choice", ""), given.get("href", ""))
            self._words = ""
        self.links += [given[name] for name in ("href", "src") if name in given]

    def handle_data(self, data: str) -> None:
        self._words += "" if self._beside else data

    def handle_endtag(self, tag: str) -> None:
        if tag == self._beside:
            # Numbers and hints are no part of the words of an answer.
            self._beside = ""
        if tag == "a" and self._choice:
            question, choice, href = self._choice
            self.choices.setdefault((question, choice), []).append((href, " ".join(self._words.split())))
            self._choice = None


def _choices(report: Report, site: Path) -> int:
    library = report.survey.library
    looked_at = 0
    for id in library.trees:
        page = _Page((site / f"guides/{id}/index.html").read_text("utf-8"))
        for question in guide_questions(library, id):
            for answer in question.answers:
                to = f"../{answer.to}/" if answer.kind == "tree" else f"#{answer.to}"
                expected = [(to, " ".join(plain(answer.text).split()))]
                found = page.choices.get((question.id, answer.id), [])
                if found != expected:
                    raise BrokenPromiseError(
                        f"green, but a choice differs: {id}, {question.id}, {answer.id}: {found} for {expected}"
                    )
                if answer.kind != "tree" and answer.to not in page.anchors:
                    raise BrokenPromiseError(f"green, but a choice leads to no anchor: {answer.to}")
                looked_at += 1
    return looked_at


def _pages_are_there(report: Report, site: Path) -> None:
    """Hold each ordinary page against what is built at its address: nothing else must have taken its place."""
    for uri, source in report.survey.library.pages.items():
        page = _Page((site / destination(uri)).read_text("utf-8"))
        words = set(_WORD.findall(parts(source.text).body))
        if len([word for word in words if word in page.source]) < len(words) / 2:
            raise BrokenPromiseError(f"green, but a page differs: {uri} lacks its words: {sorted(words)}")


def links(site: Path, content: Path) -> int:
    """Follow everything on every page that leads to the site itself. HTML that an author copied there is no page."""
    pages = {path: _Page(path.read_text("utf-8")) for path in site.rglob("*.html")}
    looked_at = 0
    for path, page in pages.items():
        if path.name == "404.html" or (content / path.relative_to(site)).is_file():
            continue
        for link in page.links:
            looked_at += 1
            if reason := _dead(site, path, link, pages):
                raise BrokenPromiseError(
                    f"green, but a link leads nowhere: {path.relative_to(site)}: {link!r}: {reason}"
                )
    return looked_at


def _dead(site: Path, path: Path, link: str, pages: dict[Path, _Page]) -> str:
    try:
        address = urlsplit(link)
    except ValueError as error:
        return str(error)
    if address.scheme or address.netloc:
        return ""
    if link.startswith("/"):
        return "absolute"
    target = path
    if address.path:
        target = Path(posixpath.normpath(posixpath.join(path.parent.as_posix(), unquote(address.path))))
        if not target.is_relative_to(site):
            return "outside"
        if target.is_dir():
            target = target / "index.html"
        if not target.is_file():
            return "no file"
    return why_dead(address.fragment, pages[target].anchors) if target in pages else ""
