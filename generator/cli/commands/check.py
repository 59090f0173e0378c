"""`signpost check`."""

from pathlib import Path

import click

from generator.check.result import Report
from generator.cli.commands.shared import as_text, checked, project_option
from generator.load.files import Loaded
from generator.report import github_report, json_report, sarif_report


@click.command("check")
@project_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text", show_default=True
)
# Every check reads everything; accepted because scripts and hooks have it.
@click.option("--no-cache", is_flag=True, hidden=True, expose_value=False)
def command(folder: Path, form: str) -> None:
    """Run every rule over the project and say what was proved.

    Exits with 0 where there are no errors, with 1 where there are.
    """
    loaded, report = checked(folder)
    click.echo(_formatted(form, loaded, report))
    raise SystemExit(0 if report.ok else 1)


def _formatted(form: str, loaded: Loaded, report: Report) -> str:
    match form:
        case "json":
            return json_report.render(report)
        case "github":
            return github_report.render(report)
        case "sarif":
            return sarif_report.render(report)
    return as_text(loaded, report)
