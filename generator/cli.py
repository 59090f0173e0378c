"""The command `signpost`. Each command reads its options, calls one stage and prints; the stages do the work."""

import json
from pathlib import Path

import click

from generator import __version__
from generator.check import Report, check
from generator.project import Project
from generator.reading.load import Loaded, load
from generator.reports import github_report, json_report, sarif_report, text_report

LISTED_PATHS = 10_000

_project = click.option(
    "--project",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The project's folder, the one with decision_trees/ in it. [default: this folder]",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="signpost")
def main() -> None:
    """Turn decision trees in YAML into the pages of a website, and prove that every branch ends."""


@main.command("check")
@_project
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text", show_default=True
)
def check_command(folder: Path, form: str) -> None:
    """Run every rule over the project and say what was proved.

    Exits with 0 where there are no errors, with 1 where there are.
    """
    loaded, report = _checked(folder)
    match form:
        case "json":
            click.echo(json_report.render(report))
        case "github":
            click.echo(github_report.render(report))
        case "sarif":
            click.echo(sarif_report.render(report))
        case _:
            click.echo(_as_text(loaded, report))
    raise SystemExit(0 if report.ok else 1)


@main.command("paths")
@click.argument("tree")
@_project
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--limit", type=click.IntRange(min=1), default=LISTED_PATHS, show_default=True, help="List so many.")
def paths_command(tree: str, folder: Path, form: str, limit: int) -> None:
    """List each way through TREE, with where it ends."""
    from generator.routing.routes import Routes

    report = _sound(folder)
    library = report.survey.library
    _require_tree(tree, library.trees)
    paths, whole = Routes(library).first_paths(tree, limit)
    if form == "json":
        rows = [
            {"answers": [list(one) for one in path.answers], "outcome": path.ending.outcome, "care": path.ending.care}
            for path in paths
        ]
        click.echo(json.dumps({"tree": tree, "exhaustive": whole, "paths": rows}, indent=1))
        return
    for path in paths:
        answers = " → ".join(f"{question}: {click.style(choice, bold=True)}" for question, choice in path.answers)
        care = f" ({path.ending.care})" if path.ending.care else ""
        click.echo(f"{answers} → {click.style(path.ending.outcome, fg='cyan')}{care}")
    number = f"{report.survey.proof.paths[tree]:,}"
    click.echo(f"{number} paths, all listed" if whole else f"stopped after {limit:,} of {number} paths", err=True)


@main.command("stage")
@click.argument("target", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@_project
def stage_command(target: Path, folder: Path) -> None:
    """Write the whole site as Markdown and assets into DIR, for any site builder.

    Files that have not changed are left alone and stale ones removed; nothing is written if there are errors.
    """
    from generator.pipeline import build
    from generator.stage import NotOurs, stage

    loaded, report = _checked(folder)
    _stop_on_errors(loaded, report)
    try:
        result = stage(build(loaded, report), target)
    except NotOurs as refused:
        raise click.ClickException(str(refused)) from None
    except OSError as error:
        raise click.ClickException(f"{target} could not be written: {error.strerror or error}.") from None
    click.echo(f"{result.written} files written, {result.kept} unchanged, {result.removed} removed in {target}")


@main.command("explain")
@click.argument("code")
def explain_command(code: str) -> None:
    """Say what a rule wants and why, with an example. CODE is such as S302, or the rule's name."""
    from generator.registry import RULES
    from generator.wording import did_you_mean

    by_name = {rule.name: rule for rule in RULES.values()}
    rule = RULES.get(code.upper()) or by_name.get(code.lower())
    if rule is None:
        help = did_you_mean(code, [*RULES, *by_name], "The codes stand in each message of `signpost check`.")
        raise click.UsageError(f'There is no rule "{code}". {help}')
    click.echo(f"{click.style(rule.code, bold=True)} {rule.name} ({rule.severity})\n\n{rule.doc.strip()}")


def _checked(folder: Path) -> tuple[Loaded, Report]:
    loaded = load(Project(folder))
    return loaded, check(loaded)


def _sound(folder: Path) -> Report:
    loaded, report = _checked(folder)
    _stop_on_errors(loaded, report)
    return report


def _stop_on_errors(loaded: Loaded, report: Report) -> None:
    if not report.ok:
        click.echo(_as_text(loaded, report), err=True)
        raise SystemExit(1)


def _as_text(loaded: Loaded, report: Report) -> str:
    sources = {source.path: source for source in loaded.sources}
    return text_report.render(report, sources, click.style)


def _require_tree(tree: str, known) -> None:
    from generator.wording import did_you_mean

    if tree not in known:
        raise click.UsageError(f'There is no tree "{tree}". {did_you_mean(tree, known, "")}'.strip())
