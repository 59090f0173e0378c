"""`signpost paths`."""

import json
from pathlib import Path

import click

from generator.analyse.routes import Routes
from generator.cli.commands.shared import (
    checked_without_errors,
    complete_trees,
    print_data,
    project_option,
    require_tree,
)

LISTED = 10_000


@click.command("paths")
@click.argument("tree", shell_complete=complete_trees)
@project_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--limit", type=click.IntRange(min=1), default=LISTED, show_default=True, help="List at most this many.")
def command(tree: str, folder: Path, form: str, limit: int) -> None:
    """List every path through TREE, and where it ends."""
    _, report = checked_without_errors(folder, "Checking")
    library = report.survey.library
    require_tree(tree, library.trees)
    paths, whole = Routes(library).first_paths(tree, limit)
    if form == "json":
        rows = [
            {"answers": [list(one) for one in path.answers], "outcome": path.ending.outcome, "care": path.ending.care}
            for path in paths
        ]
        print_data(json.dumps({"tree": tree, "exhaustive": whole, "paths": rows}, indent=1) + "\n")
        return
    for path in paths:
        answers = " → ".join(f"{question}: {click.style(choice, bold=True)}" for question, choice in path.answers)
        care = f" ({path.ending.care})" if path.ending.care else ""
        click.echo(f"{answers} → {click.style(path.ending.outcome, fg='cyan')}{care}")
    number = f"{report.survey.proof.paths[tree]:,}"
    click.echo(f"{number} paths, all listed" if whole else f"stopped after {limit:,} of {number} paths", err=True)
