"""`signpost check`."""

from pathlib import Path

import click

from generator.cli.commands.shared import as_text, checked, print_data, project_option
from generator.report import github_report, json_report, sarif_report

_FORMATS = {"json": json_report.render, "github": github_report.render, "sarif": sarif_report.render}


@click.command("check")
@project_option
@click.option("--format", "form", type=click.Choice(["text", *_FORMATS]), default="text", show_default=True)
# Has no effect, because every check reads everything; accepted because existing scripts and hooks use it.
@click.option("--no-cache", is_flag=True, hidden=True, expose_value=False)
def command(folder: Path, form: str) -> None:
    """Run every rule over the project and report what was proved.

    Exits with 0 if there are no errors, else with 1.
    """
    loaded, report = checked(folder)
    if form == "text":
        click.echo(as_text(loaded, report))
    else:
        print_data(f"{_FORMATS[form](report)}\n")
    raise SystemExit(0 if report.ok else 1)
