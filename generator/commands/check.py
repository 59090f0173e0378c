"""`signpost check`."""

from pathlib import Path

import click

from generator.commands.shared import as_text, checked, project_option
from generator.reports import github_report, json_report, sarif_report


@click.command("check")
@project_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text", show_default=True
)
def command(folder: Path, form: str) -> None:
    """Run every rule over the project and say what was proved.

    Exits with 0 where there are no errors, with 1 where there are.
    """
    loaded, report = checked(folder)
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
