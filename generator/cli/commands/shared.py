"""What several commands do in the same way: find the project, check it, stop where that finds errors."""

import sys
from collections.abc import Iterable
from pathlib import Path
from shutil import get_terminal_size

import click

from generator.check.result import Report
from generator.check.run import check
from generator.core.project import Project
from generator.core.text import did_you_mean, visible
from generator.load.files import Loaded, load
from generator.report import text_report

# A longer one is hard to read, however wide the terminal is.
LONGEST_LINE = 100

project_option = click.option(
    "--project",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The project's folder, the one with decision_trees/ in it. [default: this folder]",
)


def checked(folder: Path) -> tuple[Loaded, Report]:
    """Load a project and run every rule over it."""
    loaded = load(Project(folder))
    return loaded, check(loaded)


def sound(folder: Path) -> tuple[Loaded, Report]:
    """The same, for commands that mean nothing where there are errors: these are printed, and the command ends with 1.

    Raises:
        SystemExit: where there are errors.
    """
    loaded, report = checked(folder)
    if not report.ok:
        click.echo(as_text(loaded, report), err=True)
        raise SystemExit(1)
    return loaded, report


def as_text(loaded: Loaded, report: Report) -> str:
    """A report for a terminal."""
    sources = {source.path: source for source in loaded.files}
    return text_report.render(report, sources, click.style)


def width() -> int:
    """How many characters a line of a report may have: as many as the terminal shows, at most 100."""
    return min(get_terminal_size().columns, LONGEST_LINE) if sys.stdout.isatty() else LONGEST_LINE


def print_data(text: str) -> None:
    """Print what another program reads: in UTF-8, as JSON, SVG and Markdown have it, whatever the terminal's encoding.

    Args:
        text: with the end of its last line.
    """
    # Half a character, as in the name of a file that is not UTF-8, becomes the escape that JSON has for it.
    click.echo(text.encode(errors="backslashreplace"), nl=False)


def require_tree(tree: str, known: Iterable[str]) -> None:
    """Stop where a command names a tree that is not there.

    Raises:
        UsageError: saying which tree may have been meant.
    """
    if tree not in known:
        raise click.UsageError(visible(f'There is no tree "{tree}". {did_you_mean(tree, known, "")}'.strip()))


def read_line() -> str:
    """Ask for a line at the terminal; an empty one where it is no text."""
    click.echo(click.style("> ", bold=True), nl=False)
    try:
        return input()
    except UnicodeDecodeError:
        return ""
