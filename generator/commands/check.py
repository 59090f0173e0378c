"""`signpost check`."""

from pathlib import Path

import click

from generator.commands.shared import as_text, checked, project_option
from generator.memory import without_collecting
from generator.project import Project
from generator.reading.load import Loaded, load
from generator.remembering.judge import judge
from generator.remembering.store import folder_for
from generator.verdict import Judged


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
    click.echo(_told(form, loaded, report))
    raise SystemExit(0 if report.ok else 1)


def _remembering(folder: Path) -> tuple[Loaded, Judged]:
    """Check a project, but judge nothing again that has not changed since the last time."""
    home = folder_for(folder)
    if home is None:
        return checked(folder)
    with without_collecting(stays=True):
        loaded = load(Project(folder))
        return loaded, judge(loaded, home)


def _told(form: str, loaded: Loaded, report: Judged) -> str:
    # Imported where it is wanted: one of them lists all rules, and to load these takes longer than the rest.
    match form:
        case "json":
            from generator.reports import json_report

            return json_report.render(report)
        case "github":
            from generator.reports import github_report

            return github_report.render(report)
        case "sarif":
            from generator.reports import sarif_report

            return sarif_report.render(report)
    return as_text(loaded, report)
