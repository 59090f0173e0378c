"""Guides and results of a small project without a site builder, so that many versions of one site can be compared.

Their pages are made as MkDocs makes them, by Python-Markdown with the extensions that Signpost asks for, but stand
alone. A browser asks this module and no server, so that a version is published by naming it.
"""

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from unittest.mock import patch

from markdown import Markdown
from playwright.sync_api import BrowserContext, Route
from reader import Reader

from generator.check.run import check
from generator.core.library import Library
from generator.core.project import Project
from generator.core.site import Serving
from generator.emit.build import build
from generator.load.files import load
from generator.render.pages import rules

TOP = "http://127.0.0.1:9/"  # where nobody listens: everything is answered here
_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="{top}assets/signpost/signpost.css">{paper}
<script type="module" src="{top}assets/signpost/guide.mjs"></script>
<article class="md-typeset">{body}</article></html>"""
_TYPES = {".html": "text/html", ".mjs": "text/javascript", ".css": "text/css"}


class Version:
    """One version of a project, checked and built. `library` is None, and nothing is built, where it has faults."""

    def __init__(self, files: Mapping[str, str], folder: str = ""):
        self.folder = folder
        with tempfile.TemporaryDirectory() as root:
            for path, text in files.items():
                file = Path(root, path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, "utf-8")
            loaded = load(Project(Path(root)))
            report = check(loaded)
            self.faults = [finding.message for finding in report.findings if finding.severity == "error"]
            self.library: Library | None = report.survey.library if report.ok else None
            self.served: dict[str, str] = {}
            if report.ok:
                # Without the pages of rules: they are many, and no reader of these guides comes to one.
                with patch.object(rules, "RULES", {}):
                    site = build(loaded, report, Serving(directory_urls=False))
                for file in site.files:
                    if isinstance(file.content, str):
                        self._add(file.uri, file.content)

    def _add(self, uri: str, content: str) -> None:
        if uri.endswith(".md"):
            markdown = Markdown(extensions=["attr_list", "md_in_html", "toc"])
            text = content.split("\n---\n", 1)[-1]
            body = re.sub(r'(href="[\w./-]+)\.md(?=[#"])', r"\1.html", markdown.convert(text))
            title = content.partition('title: "')[2].partition('"')[0]
            paper = content.partition('\npaper: "')[2].partition('"')[0]
            sheets = paper and f'<link rel="stylesheet" media="print" href="/{self.folder}{paper}">'
            uri, content = (
                f"{uri.removesuffix('.md')}.html",
                _PAGE.format(top=f"/{self.folder}", title=title, body=body, paper=sheets),
            )
        self.served[f"{self.folder}{uri}"] = content


class Host:
    """Answers a browser with the version that is published; `stale` are paths still answered with the one before."""

    def __init__(self, context: BrowserContext, version: Version):
        self.version = version
        self.before = version
        self.stale: set[str] = set()
        self.asked: list[str] = []
        context.route("**/*", self._answer)

    def publish(self, version: Version) -> None:
        """Put another version in the place of the present one."""
        self.before, self.version = self.version, version

    def _answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(TOP).partition("#")[0].partition("?")[0]
        self.asked.append(path)
        served = (self.before if path in self.stale else self.version).served
        if path in served:
            route.fulfill(
                body=served[path], content_type=f"{_TYPES.get(Path(path).suffix, 'text/plain')}; charset=utf-8"
            )
        else:
            route.fulfill(status=404, body="", content_type="text/plain")


def reader_of(context: BrowserContext, folder: str = "") -> Reader:
    """A reader of the site in a tab of their own."""
    return Reader(context.new_page(), f"{TOP}{folder}", ".html")
