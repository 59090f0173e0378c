"""What several commands share: finding the project, checking it, and stopping at errors."""

import glob
import shutil
import sys
from collections.abc import Collection, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import click
from click.shell_completion import CompletionItem

from generator.check.result import Report
from generator.check.run import check
from generator.core.kinds import kind_of
from generator.core.project import TREES, Project
from generator.core.text import did_you_mean, visible
from generator.load.files import Loaded, load
from generator.report import text_report

# Longer lines are hard to read, however wide the terminal is.
LONGEST_LINE = 100

project_option = click.option(
    "--project",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The project's folder, the one with decision_trees/ in it. [default: this folder]",
)


_Item = TypeVar("_Item")


def progress(label: str, items: Collection[_Item]) -> Iterator[_Item]:
    """Yield the items and show a progress bar on stderr, if that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, label=label, file=sys.stderr) as bar:
        yield from bar


def checked(folder: Path, label: str = "") -> tuple[Loaded, Report]:
    """Load a project and run every rule over it.

    Args:
        folder: the project's folder.
        label: of the progress bar; "" for none.
    """
    loaded = load(Project(folder))
    return loaded, check(loaded, follow=partial(progress, label)) if label else check(loaded)


def checked_without_errors(folder: Path, label: str = "") -> tuple[Loaded, Report]:
    """Like `checked`, for commands that need a project without errors: prints any errors and exits with 1.

    Raises:
        SystemExit: if there are errors.
    """
    loaded, report = checked(folder, label)
    if not report.ok:
        click.echo(as_text(loaded, report), err=True)
        raise SystemExit(1)
    return loaded, report


def as_text(loaded: Loaded, report: Report) -> str:
    """A report wrapped to the width of the terminal; if stdout is not a terminal, each message is on one line."""
    sources = {source.path: source for source in loaded.files}
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    return text_report.render(report, sources, click.style, width)


def complete_trees(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Shell completion: the ids of guides that begin with what was typed, from file names alone."""
    folder = Path(context.params.get("folder") or ".") / TREES
    paths = (f"{TREES}/{path.name}" for path in sorted(folder.glob(f"{glob.escape(incomplete)}*.yml")))
    return [CompletionItem(found[1]) for found in map(kind_of, paths) if found and found[0] == "tree"]


def width() -> int:
    """The maximum line length of a report: the width of the terminal, at most 100 characters."""
    return min(shutil.get_terminal_size().columns, LONGEST_LINE) if sys.stdout.isatty() else LONGEST_LINE


def print_data(text: str) -> None:
    """Print data for another program, always in UTF-8, as JSON, SVG and Markdown require.

    Args:
        text: with its final line end.
    """
    # A lone surrogate, as in a file name that is not UTF-8, becomes a backslash escape as JSON has it.
    click.echo(text.encode(errors="backslashreplace"), nl=False)


def require_tree(tree: str, known: Iterable[str]) -> None:
    """Stop if a command names an unknown tree.

    Raises:
        UsageError: suggesting the tree that was probably meant.
    """
    if tree not in known:
        raise click.UsageError(visible(f'There is no tree "{tree}". {did_you_mean(tree, known, "")}'.strip()))


def read_line() -> str:
    """Read a line from the terminal; "" if it is not valid text."""
    click.echo(click.style("> ", bold=True), nl=False)
    try:
        return input()
    except UnicodeDecodeError:
        return ""
