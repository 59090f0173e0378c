"""`signpost translate`."""

from collections.abc import Mapping
from pathlib import Path

import click

from generator.analyse.translations import progress
from generator.check.run import check
from generator.cli.commands.shared import as_text, project_option
from generator.core.atomic import write_atomically
from generator.core.catalog import CatalogError, as_catalog, from_catalog
from generator.core.library import Library
from generator.core.originals import originals
from generator.core.project import CONTENT, Project
from generator.core.text import count, visible
from generator.core.translation import Place, Translated, Translation, checksum, translation_of
from generator.core.wording import is_language
from generator.load.files import load
from generator.load.parse import parse
from generator.load.translation_files import files, updated


@click.command("translate")
@click.argument("language")
@project_option
@click.option("--export", "out", type=click.Path(dir_okay=False, path_type=Path), help="Export to a gettext file (PO).")
@click.option(
    "--import",
    "source",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Import a gettext file (PO).",
)
def command(language: str, folder: Path, out: Path | None, source: Path | None) -> None:
    """Add missing texts to the translation into LANGUAGE, each with its original, and mark outdated ones.

    The files are in content/translations/LANGUAGE/.
    """
    if not is_language(language):
        unknown = f'The language "{visible(language)}" is not known.'
        raise click.UsageError(f"{unknown} Write it as in web pages: de, pt-BR.")
    loaded = load(Project(folder))
    library, _ = parse(loaded)
    if not library.whole:
        click.echo(as_text(loaded, check(loaded)), err=True)
        raise SystemExit(1)
    texts = {place: text for place, text in originals(library).items() if place.path}
    known = dict(library.translations.get(language, Translation()).texts)
    if source is not None:
        known |= _imported(source, texts)
    now = updated(texts, known)
    try:
        changed = [path for path, text in files(now, language).items() if write_atomically(folder / path, text)]
        if out is not None:
            out.write_bytes(as_catalog(now, language))
    except OSError as error:
        raise click.ClickException(f"The files could not be written: {error.strerror or error}.") from None
    click.echo(f"{count(len(changed), 'file')} written")
    library, _ = parse(load(Project(folder)))
    _print_status(library, language, now)


def _imported(source: Path, texts: Mapping[Place, str]) -> Mapping[Place, Translated]:
    try:
        found, unknown = from_catalog(source.read_bytes(), texts)
    except (CatalogError, OSError) as error:
        raise click.ClickException(visible(f"{source} could not be read: {error}.")) from None
    for name in unknown:
        click.echo(f"  {visible(name)}: there is no such text", err=True)
    return found


def _print_status(library: Library, language: str, now: Mapping[Place, Translated]) -> None:
    told = progress(library, language)
    for place in told.stale:
        if place.path:
            click.echo(f"  {translation_of(place.file, language)}: {'.'.join(map(str, place.path))} has changed")
    # A page is translated as a whole, in a copy.
    for place in (*told.stale, *told.missing):
        if not place.path:
            page = library.pages[place.file.removeprefix(f"{CONTENT}/")]
            what = "has changed" if place in told.stale else "is not translated"
            click.echo(
                f"  {translation_of(place.file, language)}: {place.file} {what}; "
                f'write "translates: {checksum(page)}" above its translation'
            )
    click.echo(f"{language}: {len(told.complete):,} complete, {len(told.stale):,} stale, {len(told.missing):,} missing")
