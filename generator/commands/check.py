"""`signpost check`."""

from pathlib import Path

import click

from generator.cache import WORTH_WHILE, Remembering, folder_for
from generator.check import Report, check
from generator.commands.shared import as_text, checked, project_option
from generator.memory import without_collecting
from generator.project import Project
from generator.reading.load import Loaded, load
from generator.reports import github_report, json_report, sarif_report


@click.command("check")
@project_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text", show_default=True
)
@click.option("--no-cache", is_flag=True, help="Read every file, whatever is remembered of the last run.")
def command(folder: Path, form: str, no_cache: bool) -> None:
    """Run every rule over the project and say what was proved.

    Exits with 0 where there are no errors, with 1 where there are.
    """
    loaded, report = checked(folder) if no_cache else _remembering(folder)
    match form:
        case "json":
            click.echo(json_report.render(report))
        case "github":
            click.echo(github_report.render(report))
        case "sarif":
            click.echo(sarif_report.render(report))
        case _:
            click.echo(as_text(loaded, report))
    raise SystemExit(0 if report.ok else 1)


def _remembering(folder: Path) -> tuple[Loaded, Report]:
    """Check a project, but read no file again that has not changed since the last time."""
    with without_collecting(stays=True):
        loaded = load(Project(folder))
        home = folder_for(folder)
        if home is None or len(loaded.sources) < WORTH_WHILE:
            return loaded, check(loaded)
        reader = Remembering(home, loaded.sources)
        report = check(loaded, reader)
        reader.keep(report.faulty)
        return loaded, report
