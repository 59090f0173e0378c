"""`signpost graph`."""

from pathlib import Path

import click

from generator.cli.commands.shared import (
    checked_without_errors,
    complete_trees,
    print_data,
    project_option,
    require_tree,
)
from generator.draw import flowchart, svg
from generator.draw.chart import Chart, chart
from generator.draw.picture import fits, picture

# The page folder of each kind of target.
_PAGES = {"question": "guides", "tree": "guides", "outcome": "outcomes"}


@click.command("graph")
@click.argument("tree", shell_complete=complete_trees)
@project_option
@click.option("--format", "form", type=click.Choice(["svg", "mermaid", "dot"]), default="svg", show_default=True)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write into this file.")
@click.option("--site-url", default="", help="Where the site is published, for the links of an SVG.")
def command(tree: str, folder: Path, form: str, output: Path | None, site_url: str) -> None:
    """Draw TREE: its questions, its answers and where they lead.

    The SVG needs no other file. Without --site-url, its links work in the folder of the tree's page. Mermaid and DOT
    are texts that other programs draw.
    """
    _, report = checked_without_errors(folder)
    library = report.survey.library
    require_tree(tree, library.trees)
    drawn = _drawn(chart(library, tree), form, site_url)
    if output is None:
        print_data(drawn)
        return
    try:
        # Atomic write: there is never half a file.
        new = output.with_name(f".{output.name}.new")
        new.write_text(drawn, "utf-8", newline="\n")
        new.replace(output)
    except OSError as error:
        raise click.ClickException(f"{output} could not be written: {error.strerror or error}.") from None


def _drawn(chart: Chart, form: str, site_url: str) -> str:
    match form:
        case "mermaid":
            return flowchart.as_mermaid(chart)
        case "dot":
            return flowchart.as_dot(chart)
    if not fits(chart):
        raise click.ClickException(
            f"{chart.tree} is too large for a picture. Choose --format mermaid or --format dot, or split the tree."
        )
    top = f"{site_url.rstrip('/')}/" if site_url else "../../"

    def address(thing: tuple[str, str]) -> str:
        kind, id = thing
        page = f"{top}{_PAGES[kind]}/{chart.tree if kind == 'question' else id}/"
        return f"{page}#{id}" if kind == "question" else page

    return svg.standalone_svg(picture(chart), address)
