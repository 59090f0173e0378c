"""`signpost walk`."""

import shutil
from pathlib import Path

import click

from generator.cli.commands.shared import project_option, require_tree, sound
from generator.cli.conversation import Stopped, walk
from generator.render.link import link


@click.command("walk")
@click.argument("tree")
@project_option
def command(tree: str, folder: Path) -> None:
    """Ask the questions of TREE in the terminal, as a reader meets them."""
    _, report = sound(folder)
    require_tree(tree, report.survey.library.trees)
    try:
        walk(link(report.survey), tree, _read, click.echo, click.style, shutil.get_terminal_size().columns)
    except (Stopped, EOFError, KeyboardInterrupt):
        click.echo("\nStopped before a result. Nothing was kept.")


def _read() -> str:
    click.echo(click.style("> ", bold=True), nl=False)
    try:
        return input()
    except UnicodeDecodeError:
        return ""
