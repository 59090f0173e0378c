"""`signpost schema`."""

from pathlib import Path

import click

from generator.cli.commands.shared import project_option
from generator.cli.schema import FOLDER, schemas
from generator.core.atomic import write_atomically
from generator.core.project import Project
from generator.core.text import count
from generator.load.files import load
from generator.load.parse import parse


@click.command("schema")
@project_option
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit with 1 if a file would change.")
def command(folder: Path, only_check: bool) -> None:
    """Write JSON Schema for editors into schema/: the meaning of every field, and the existing ids.

    The first line of each YAML file names its schema.
    """
    library, _ = parse(load(Project(folder)))
    made = {folder / FOLDER / name: text for name, text in schemas(library).items()}
    try:
        if only_check:
            changed = [path for path, text in made.items() if not _is_current(path, text)]
        else:
            changed = [path for path, text in made.items() if write_atomically(path, text)]
    except OSError as error:
        raise click.ClickException(f"{FOLDER}/ could not be used: {error.strerror or error}.") from None
    if only_check and changed:
        for path in changed:
            click.echo(f"{FOLDER}/{path.name} is not up to date")
        click.echo('Run "signpost schema".')
        raise SystemExit(1)
    rest = count(len(made) - len(changed), "file")
    click.echo(f"{rest} up to date" if only_check else f"{count(len(changed), 'file')} written, {rest} unchanged")


def _is_current(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()
