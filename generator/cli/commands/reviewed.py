"""`signpost reviewed`: the ledger of the texts read at the last review."""

from pathlib import Path

import click

from generator.analyse.reviews import changed_since, renewed, reviewed
from generator.cli.commands.shared import project_option
from generator.core.atomic import write_atomically
from generator.core.project import REVIEWED, Project
from generator.core.review_ledger import Field, LedgerError, Read, read, written
from generator.core.text import count, did_you_mean, visible
from generator.load.files import load
from generator.load.parse import parse


@click.command("reviewed")
@click.argument("files", nargs=-1)
@project_option
@click.option("--update", is_flag=True, help=f"Write down in {REVIEWED} what was read.")
def command(files: tuple[str, ...], folder: Path, update: bool) -> None:
    """Report which reviews are not in the ledger yet, or record them.

    Each entry with another day in `reviewed` than the ledger has was read as it is now, and so was each of FILES,
    whatever its day: a path from the project's folder.
    """
    library, _ = parse(load(Project(folder)))
    text, ledger = read_ledger(folder)
    known = {entry.file for entry in reviewed(library)}
    for file in files:
        if file not in known:
            raise click.UsageError(visible(f'"{file}" has no `reviewed`. {did_you_mean(file, known, "")}'.strip()))
    if not library.whole:
        raise click.ClickException("Not every file could be read, so nothing is written: see `signpost check`.")
    fields = renewed(library, ledger, files)
    new = sorted({field.file for field, one in fields.items() if ledger.get(field) != one})
    gone = len({field.file for field in ledger} - {field.file for field in fields})
    if update and fields != ledger:
        try:
            write_atomically(folder / REVIEWED, written(text, fields))
        except OSError as error:
            raise click.ClickException(f"{REVIEWED} could not be written: {error.strerror or error}.") from None
    click.echo(_summary(new, gone, len(changed_since(library, fields)), update))


def read_ledger(folder: Path) -> tuple[str | None, dict[Field, Read]]:
    """The ledger of a project: its text (None if there is no file) and its entries.

    Raises:
        ClickException: if it cannot be read.
    """
    try:
        text = (folder / REVIEWED).read_text("utf-8")
    except FileNotFoundError:
        return None, {}
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8"
        raise click.ClickException(f"{REVIEWED} could not be read: {why}.") from None
    try:
        return text, read(text)
    except LedgerError as error:
        help = 'Mend the line, or delete the file and run "signpost reviewed --update".'
        raise click.ClickException(f"{REVIEWED}: {error}. {help}") from None


def _summary(new: list[str], gone: int, changed: int, update: bool) -> str:
    lines = [f"  {visible(file)}" for file in new] if not update else []
    if not new and not gone:
        lines.append("✓ the ledger has every review")
    elif update:
        lines.append(f"{count(len(new), 'file')} written down as read in {REVIEWED}, {gone:,} taken out")
    else:
        lines.append(f"{count(len(new), 'file')} for --update to write down as read, {gone:,} to take out")
    if changed:
        lines.append(f"{count(changed, 'file')} changed since the last review: see `signpost overdue`")
    return "\n".join(lines)
