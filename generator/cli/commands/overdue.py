"""`signpost overdue`."""

import json
from pathlib import Path

import click

from generator.analyse.reviews import Overdue, overdue
from generator.cli.commands.shared import print_data, project_option
from generator.core.markup import plain
from generator.core.project import Project
from generator.core.text import count, visible
from generator.load.files import load
from generator.load.parse import parse
from generator.report.diff_markdown import quoted


@click.command("overdue")
@project_option
@click.option("--months", type=click.IntRange(min=1), default=12, show_default=True, help="How long a review holds.")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
def command(folder: Path, months: int, form: str) -> None:
    """List what was last reviewed too long ago, the oldest first.

    A review means that somebody read the whole entry against its sources; `reviewed` says when.
    """
    library, _ = parse(load(Project(folder)))
    found = overdue(library, months)
    match form:
        case "json":
            rows = [
                {"kind": one.kind, "id": one.id, "file": one.file, "reviewed": one.reviewed.isoformat()}
                for one in found
            ]
            print_data(json.dumps({"months": months, "overdue": rows}, indent=1) + "\n")
        case "markdown":
            if found:
                print_data(_markdown(found, months) + "\n")
        case _:
            for one in found:
                click.echo(f"{one.reviewed}  {visible(one.file)}  {click.style(visible(plain(one.title)), dim=True)}")
            click.echo(_summary(found, months))


def _summary(found: list[Overdue], months: int) -> str:
    if not found:
        return click.style("✓", fg="green") + f" everything was reviewed within {count(months, 'month')}"
    return f"{count(len(found), 'file')} last reviewed more than {count(months, 'month')} ago"


def _markdown(found: list[Overdue], months: int) -> str:
    """A list to tick off; empty where nothing is due, so that a script can tell."""
    lines = [
        f"Last reviewed more than {count(months, 'month')} ago, the oldest first. Read each against its sources, "
        "mend what has changed, and write the day into `reviewed`.",
        "",
        *(f"- [ ] {one.reviewed}: {quoted(one.file)}" for one in found),
    ]
    return "\n".join(lines)
