"""`signpost permalinks`."""

import json
from pathlib import Path

import click

from generator.cli.commands.shared import as_text, checked, print_data, project_option
from generator.core.atomic import write_atomically
from generator.core.ledger import extended
from generator.core.project import PERMALINKS
from generator.core.text import count, visible
from generator.rules import broken_permalink


@click.command("permalinks")
@project_option
@click.option("--update", is_flag=True, help=f"Add what is new to {PERMALINKS}.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(folder: Path, update: bool, form: str) -> None:
    """Compare the ledger of published addresses with the project, or update it.

    Exits with 1 if a published link would break; then nothing is written.
    """
    loaded, report = checked(folder)
    published = report.survey.library.permalinks
    new = sorted(report.survey.addresses.living - published.keys())
    broken = [finding for finding in report.findings if finding.code == broken_permalink.CODE]
    written = False
    if update and new and report.ok:
        text = next((source.text for source in loaded.files if source.path == PERMALINKS), None)
        try:
            write_atomically(folder / PERMALINKS, extended(text, new))
        except OSError as error:
            raise click.ClickException(f"{PERMALINKS} could not be written: {error.strerror or error}.") from None
        written = True
    if form == "json":
        lines = {spot.line: address for address, spot in published.items()}
        rows = [{"address": lines[one.line], "line": one.line, "help": one.help} for one in broken]
        told = {"ok": report.ok, "published": len(published), "new": new, "broken": rows, "written": written}
        print_data(json.dumps(told, indent=1, ensure_ascii=False) + "\n")
    if not report.ok:
        if form == "text" or len(broken) < len([one for one in report.findings if one.severity == "error"]):
            click.echo(as_text(loaded, report), err=True)
        raise SystemExit(1)
    if form == "text":
        click.echo(_summary(len(published), new, written))


def _summary(published: int, new: list[str], written: bool) -> str:
    if written:
        return f"{count(len(new), 'line')} added to {PERMALINKS}, {published:,} kept"
    if not new:
        return f"✓ every published address leads somewhere ({published:,}); none is new"
    rows = "\n".join(f"  {visible(address)}" for address in new)
    return f"✓ every published address leads somewhere ({published:,}); {len(new):,} new, for --update to add:\n{rows}"
