"""`signpost walk`."""

import shutil
from pathlib import Path

import click

from generator.cli.commands.shared import (
    checked_without_errors,
    complete_trees,
    project_option,
    read_line,
    require_tree,
)
from generator.cli.conversation import Stopped, walk
from generator.render.link import link


@click.command("walk")
@click.argument("tree", shell_complete=complete_trees)
@project_option
def command(tree: str, folder: Path) -> None:
    """Ask the questions of TREE in the terminal, as a reader meets them."""
    _, report = checked_without_errors(folder)
    require_tree(tree, report.survey.library.trees)
    try:
        walk(link(report.survey), tree, read_line, click.echo, click.style, shutil.get_terminal_size().columns)
    except (Stopped, EOFError, KeyboardInterrupt):
        click.echo("\nStopped before a result. Nothing was kept.")
