"""`signpost overdue`: what is due for review, and what changed since its review."""

import json
from pathlib import Path

import click

from generator.analyse.reviews import Changed, Overdue, changed_since, overdue
from generator.cli.commands.reviewed import read_ledger
from generator.cli.commands.shared import print_data, project_option
from generator.core.markup import plain
from generator.core.project import Project
from generator.core.text import count, visible
from generator.load.files import load
from generator.load.parse import parse
from generator.report.diff_markdown import quoted


@click.command("overdue")
@project_option
@click.option(
    "--months", type=click.IntRange(min=1), default=12, show_default=True, help="How many months a review is valid."
)
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
def command(folder: Path, months: int, form: str) -> None:
    """List entries reviewed too long ago, the oldest first.

    A review means that somebody read the whole entry against its sources; `reviewed` says when. If `signpost reviewed`
    keeps a ledger of what was read, entries changed since are listed too.
    """
    library, _ = parse(load(Project(folder)))
    found = overdue(library, months)
    changed = changed_since(library, read_ledger(folder)[1])
    match form:
        case "json":
            rows = [
                {"kind": one.kind, "id": one.id, "file": one.file, "reviewed": one.reviewed.isoformat()}
                for one in found
            ]
            others = [
                {"kind": one.entry.kind, "id": one.entry.id, "file": one.entry.file,
                 "reviewed": one.entry.day.isoformat(), "fields": one.fields}
                for one in changed
            ]  # fmt: skip
            print_data(json.dumps({"months": months, "overdue": rows, "changed": others}, indent=1) + "\n")
        case "markdown":
            if found or changed:
                print_data("\n\n".join(filter(None, (_markdown(found, months), _changed_markdown(changed)))) + "\n")
        case _:
            for one in found:
                click.echo(f"{one.reviewed}  {visible(one.file)}  {click.style(visible(plain(one.title)), dim=True)}")
            click.echo(_summary(found, months))
            if changed:
                click.echo("\nChanged since the last review:")
            for entry, named in ((one.entry, one.fields) for one in changed):
                fields = click.style(visible(", ".join(named)), dim=True)
                click.echo(f"{entry.day}  {visible(entry.file)}  {fields}")


def _summary(found: list[Overdue], months: int) -> str:
    if not found:
        return click.style("✓", fg="green") + f" everything was reviewed within {count(months, 'month')}"
    return f"{count(len(found), 'file')} last reviewed more than {count(months, 'month')} ago"


def _markdown(found: list[Overdue], months: int) -> str:
    """A checklist; empty if nothing is due, so that a script can test for that."""
    if not found:
        return ""
    lines = [
        f"Last reviewed more than {count(months, 'month')} ago, the oldest first. Read each against its sources, "
        "update what has changed, and write the day into `reviewed`.",
        "",
        *(f"- [ ] {one.reviewed}: {quoted(one.file)}" for one in found),
    ]
    return "\n".join(lines)


def _changed_markdown(changed: list[Changed]) -> str:
    """The same for what changed since its review."""
    if not changed:
        return ""
    lines = [
        "Changed since the last review. Read what is named against its sources, and write the day into `reviewed`.",
        "",
        *(f"- [ ] {one.entry.day}: {quoted(one.entry.file)}, {', '.join(map(quoted, one.fields))}" for one in changed),
    ]
    return "\n".join(lines)
