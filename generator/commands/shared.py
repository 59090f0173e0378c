"""What several commands do in the same way: find the project, check it, stop where that finds errors."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.memory import without_collecting
from generator.project import Project
from generator.reading.load import Loaded, load
from generator.reading.reader import Reader
from generator.reports import text_report
from generator.verdict import Judged
from generator.wording import did_you_mean

if TYPE_CHECKING:
    from generator.check import Report

project_option = click.option(
    "--project",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The project's folder, the one with decision_trees/ in it. [default: this folder]",
)


def checked(folder: Path) -> "tuple[Loaded, Report]":
    """Load a project and run every rule over it."""
    with without_collecting(stays=True):
        loaded, reader = load(Project(folder)), Reader()
        with reader.ahead(loaded.sources):
            # Imported here, with all rules and the models that they look at: most runs of `signpost check` need none.
            from generator.check import check

            return loaded, check(loaded, reader)


def sound(folder: Path) -> "tuple[Loaded, Report]":
    """The same, for commands that mean nothing where there are errors: these are printed, and the command ends with 1.

    Raises:
        SystemExit: where there are errors.
    """
    loaded, report = checked(folder)
    if not report.ok:
        click.echo(as_text(loaded, report), err=True)
        raise SystemExit(1)
    return loaded, report


def as_text(loaded: Loaded, report: Judged) -> str:
    """A report for a terminal."""
    sources = {source.path: source for source in loaded.sources}
    return text_report.render(report, sources, click.style)


def require_tree(tree: str, known: Iterable[str]) -> None:
    """Stop where a command names a tree that is not there.

    Raises:
        UsageError: saying which tree may have been meant.
    """
    if tree not in known:
        raise click.UsageError(f'There is no tree "{tree}". {did_you_mean(tree, known, "")}'.strip())
