"""What an editor needs while somebody writes: findings, pages, effects of a change. Texts in, plain values out.

It works on a folder of its own, which is in memory in a browser. Nothing here depends on a browser.
"""

import re
from dataclasses import asdict, dataclass
from datetime import date
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from generator.analyse.survey import can_be_walked
from generator.check.result import Report
from generator.check.run import check
from generator.core.kinds import file_of, kind_of
from generator.core.project import CONTENT, ID, TREES, Project
from generator.core.site import Serving
from generator.load.files import Loaded, load, with_content
from workbench.corrections import correction

# Modules that render pages, compare, or create files are imported only when needed, after the first check result:
# importing them takes as long as importing all that a check needs.
if TYPE_CHECKING:
    from workbench.pages import Pages

# Lines as git counts them.
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class NotAFileOfTheProjectError(ValueError):
    """The path is not that of an editable file of the project."""


@dataclass(frozen=True, slots=True)
class _State:
    """The project at one moment."""

    loaded: Loaded
    report: Report


class Session:
    """A project whose files are changed one by one.

    Args:
        root: the project's folder, which is written to.
        serving: where and how its pages are served.
        today: the date that review dates are compared with; the current date if omitted.
    """

    def __init__(self, root: Path, serving: Serving, today: date | None = None) -> None:
        self._root = root
        self._serving = serving
        self._today = today
        self._published: dict[str, bytes | None] = {}
        # The loaded folder; valid as long as only texts of existing files change.
        self._loaded: Loaded | None = None
        self._before = self._now()
        self._state: _State | None = self._before
        self._pages: Pages | None = None

    def change(self, file: str, text: str) -> None:
        """Replace the text of a file, or add a file.

        Raises:
            NotAFileOfTheProjectError: if the path is outside the folders that the checker reads.
        """
        path = self._path(file)
        if file not in self._published:
            self._published[file] = path.read_bytes() if path.is_file() else None
        path.parent.mkdir(parents=True, exist_ok=True)
        self._write(path, file, text.encode(errors="replace"))

    def close(self, file: str) -> None:
        """Restore a file to its published version; a new file is deleted."""
        if file not in self._published:
            return
        content = self._published.pop(file)
        if content is None:
            self._path(file).unlink(missing_ok=True)
            self._loaded = self._state = None
        else:
            self._write(self._path(file), file, content)

    def text(self, file: str) -> str:
        """The current text of a file; "" if it does not exist."""
        path = self._path(file)
        return path.read_bytes().decode(errors="replace") if path.is_file() else ""

    def check(self) -> dict[str, object]:
        """The result of the command `check`, with the correction that each finding proposes, if any."""
        state = self._current()
        texts = {source.path: source.text for source in state.loaded.files}
        return {
            "ok": state.report.ok,
            "findings": [
                {**asdict(finding), "correction": correction(finding, texts.get(finding.file, ""))}
                for finding in state.report.findings
            ],
        }

    def preview(self, page: str) -> dict[str, object] | None:
        """A page as it will be published; while there are errors, its last version without errors.

        Args:
            page: its path on the site, such as "guides/knee/".

        Returns:
            its path, its title, the HTML of its content, whether it is current, and in `shell` the published page whose
                surroundings it has; None if the project has no such page, or never was without errors.
        """
        pages = self._good_pages()
        made = pages.page(page) if pages else None
        if made is None:
            return None
        known = self._before.report.survey.addresses.living
        shell = page if page in known else f"{page.partition('/')[0]}/"
        return {**made, "current": self._current().report.ok, "shell": shell if shell in known else ""}

    def pages_of(self, file: str) -> dict[str, str]:
        """The paths on the site of the page that a file makes, and of its guide's overview page; "" if there is
        none."""
        pages = self._good_pages()
        kind, id = kind_of(file) or ("", "")
        picture = pages.picture_of(id) if pages and kind == "tree" else ""
        return {"page": pages.page_of(file) if pages else "", "picture": picture}

    def patch(self) -> str:
        """All changes as a patch for `git apply`; "" if there are none."""
        found = []
        for file, content in sorted(self._published.items()):
            before = (content or b"").decode(errors="replace")
            old, new_lines = (_LINE.findall(text) for text in (before, self.text(file)))
            changed = list(unified_diff(old, new_lines, "/dev/null" if content is None else f"a/{file}", f"b/{file}"))
            if changed:
                new = "new file mode 100644\n" if content is None else ""
                found.append(f"diff --git a/{file} b/{file}\n{new}")
                found += [
                    line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in changed
                ]
        return "".join(found)

    def difference(self) -> dict[str, object]:
        """The effects of the changes on readers, as reported to reviewers.

        Returns:
            the report as HTML, whether anything became less urgent, and whether text that readers act on changed; only
                the key `cannot` if the versions cannot be compared.
        """
        state = self._current()
        for side in (self._before, state):
            if not can_be_walked(side.report.survey):
                return {"cannot": True}
        from generator.compare.libraries import compare
        from generator.report import diff_markdown
        from workbench.pages import html_of_report

        comparison = compare(self._before.report.survey, state.report.survey)
        return {
            "html": html_of_report(diff_markdown.render(comparison)),
            "less_urgent": comparison.less_urgent,
            "words_to_read": comparison.words_to_read,
        }

    def begin(self, kind: str, id: str) -> dict[str, object]:
        """The files of a new entry; they are not written.

        Returns:
            the files as path and text, or the reason why there are none.
        """
        from generator.cli.skeletons import NEW_KINDS, NothingToNameYetError, case_skeleton, skeletons

        if kind not in NEW_KINDS or not ID.fullmatch(id):
            return {"refused": "name"}
        if self._path(file_of(kind, id)).exists():
            return {"refused": "taken"}
        library = self._current().report.survey.library
        today = self._today or date.today()
        try:
            made = [case_skeleton(id, library, today, None)] if kind == "case" else skeletons(kind, id, library, today)
        except NothingToNameYetError as reason:
            return {"refused": "first", "reason": str(reason)}
        return {"files": [[one.path, one.text] for one in made]}

    def files(self) -> list[str]:
        """The paths of all files that can be changed here."""
        return [source.path for source in self._current().loaded.files]

    def _current(self) -> _State:
        if self._state is None:
            self._state = self._now()
        return self._state

    def _now(self) -> _State:
        self._loaded = self._loaded or load(Project(self._root))
        return _State(self._loaded, check(self._loaded, self._today))

    def _write(self, path: Path, file: str, content: bytes) -> None:
        path.write_bytes(content)
        self._loaded = self._loaded and with_content(self._loaded, file, content)
        self._state = None

    def _good_pages(self) -> "Pages | None":
        state = self._current()
        if state.report.ok and (self._pages is None or self._pages.report is not state.report):
            self._pages = self._pages_of(state)
        if self._pages is None:
            self._pages = self._pages_of(self._before)
        return self._pages

    def _pages_of(self, state: _State) -> "Pages | None":
        from workbench.pages import Pages

        templates = Project(self._root).templates()
        return Pages(state.loaded, state.report, self._serving, templates) if state.report.ok else None

    def _path(self, file: str) -> Path:
        parts = file.split("/")
        if parts[0] not in (TREES, CONTENT) or len(parts) < 2 or any(part in ("", ".", "..") for part in parts):
            raise NotAFileOfTheProjectError(file)
        return self._root / file
