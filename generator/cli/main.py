"""The command `signpost`. Each of its subcommands is a module in `commands`."""

import io
import os
import sys
from importlib import import_module
from typing import Any, NoReturn

import click

from generator import __version__
from generator.core.text import allow_long_numbers

# With the help line of each, so that listing them does not load any command.
_COMMANDS = {
    "check": "Run every rule over the project and report what was proved.",
    "paths": "List every path through a tree, and where it ends.",
    "graph": "Draw a tree as SVG, or write it for Mermaid or Graphviz to draw.",
    "new": "Create a commented starting file for a guide, a result, a reader question or a place.",
    "walk": "Ask the questions of a tree in the terminal.",
    "cases": "Walk every case; report where it ends and what no case covers.",
    "schema": "Write JSON Schema for editors.",
    "diff": "Report which answers lead elsewhere than in another version, and which words changed.",
    "stage": "Write the whole site as Markdown and assets, for any site builder.",
    "translate": "Add missing texts to the files of a translation, and mark outdated ones.",
    "permalinks": "Compare the ledger of published addresses with the project, or update it.",
    "overdue": "List entries reviewed too long ago, or changed since their review.",
    "reviewed": "Record what was read at the last review.",
    "explain": "Explain what a rule requires and why, with an example.",
}


class _Commands(click.Group):
    """Loads a command only when it is run: `check` runs on every save, and must not wait for the imports of others."""

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - click gives it no other types
        """Run a command; characters that the output's encoding lacks are written as escapes."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        return super().main(*args, **kwargs)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"generator.cli.commands.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="signpost")
def main() -> None:
    """Turn decision trees in YAML into the pages of a website, and prove that every branch ends."""
    allow_long_numbers()


def run() -> NoReturn:
    """Run a command as a process, and exit without freeing all objects, which would take a tenth of the time of a
    check."""
    code = 0
    try:
        try:
            main(prog_name="signpost")
        except SystemExit as end:
            if not isinstance(end.code, int | None):
                raise
            code = end.code or 0
        sys.stdout.flush()
    except OSError as error:
        # For example, the disk is full.
        click.echo(f"Error: {': '.join(str(part) for part in (error.filename, error.strerror) if part)}", err=True)
        code = 1
    sys.stderr.flush()
    os._exit(code)
