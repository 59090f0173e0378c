"""What several commands do in the same way: find the project, check it, stop where that finds errors."""

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

# A longer one is hard to read, however wide the terminal is.
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
    """The items, with a bar that shows how many are done: on a terminal alone, and never among what is printed."""
    if not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, label=label, file=sys.stderr) as bar:
        yield from bar


def checked(folder: Path, label: str = "") -> tuple[Loaded, Report]:
    """Load a project and run every rule over it.

    Args:
        folder: the project's.
        label: what to show with the progress of it; nothing is shown where empty.
    """
    loaded = load(Project(folder))
    return loaded, check(loaded, follow=partial(progress, label)) if label else check(loaded)


def sound(folder: Path, label: str = "") -> tuple[Loaded, Report]:
    """The same, for commands that mean nothing where there are errors: these are printed, and the command ends with 1.

    Raises:
        SystemExit: where there are errors.
    """
    loaded, report = checked(folder, label)
    if not report.ok:
        click.echo(as_text(loaded, report), err=True)
        raise SystemExit(1)
    return loaded, report


def as_text(loaded: Loaded, report: Report) -> str:
    """A report for a terminal, in its width; for anything else, each message on one line."""
    sources = {source.path: source for source in loaded.files}
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    return text_report.render(report, sources, click.style, width)


def complete_trees(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The guides of a project whose ids begin with what has been typed, for shells; from the names of files alone."""
    folder = Path(context.params.get("folder") or ".") / TREES
    paths = (f"{TREES}/{path.name}" for path in sorted(folder.glob(f"{glob.escape(incomplete)}*.yml")))
    return [CompletionItem(found[1]) for found in map(kind_of, paths) if found and found[0] == "tree"]


def width() -> int:
    """How many characters a line of a report may have: as many as the terminal shows, at most 100."""
    return min(shutil.get_terminal_size().columns, LONGEST_LINE) if sys.stdout.isatty() else LONGEST_LINE


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
