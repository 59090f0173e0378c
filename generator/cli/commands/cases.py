"""`signpost cases`."""

from pathlib import Path

import click

from generator.analyse.cases import is_as_expected
from generator.cli.commands.shared import as_text, checked, print_data, project_option
from generator.report import cases


@click.command("cases")
@project_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(folder: Path, form: str) -> None:
    """Walk every case: the care levels expected and reached, and which results, choices and signs no case covers.

    Exits with 1 if a case ends elsewhere than it must, or if there are other errors.
    """
    loaded, report = checked(folder, "Walking the cases")
    survey = report.survey
    if form == "json":
        print_data(f"{cases.as_json(survey)}\n")
    else:
        click.echo(cases.as_text(survey, click.style))
    if not report.ok:
        click.echo(as_text(loaded, report), err=True)
    wrong = [walk for walk in survey.walks if not is_as_expected(survey.library, walk)]
    raise SystemExit(1 if wrong or not report.ok else 0)
