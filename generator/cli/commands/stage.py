"""`signpost stage`."""

from functools import partial
from pathlib import Path

import click

from generator.cli.commands.shared import progress, project_option, sound
from generator.core.address import OutsideError
from generator.core.cache import users_cache
from generator.core.project import Project
from generator.core.site import Serving
from generator.emit.build import build
from generator.emit.folder import NotOursError, stage
from generator.render.page_templates import BadTemplateError


@click.command("stage")
@click.argument("target", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@project_option
@click.option(
    "--site-url",
    default="",
    envvar="SITE_URL",
    help="Where the site will be, for addresses on paper. [default: the one in content/site.yml]",
)
@click.option(
    "--directory-urls/--no-directory-urls",
    default=True,
    help="Whether pages are served as folders: as use_directory_urls in mkdocs.yml.",
)
@click.option(
    "--overrides",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Where the site's own templates are, in a folder pages/. [default: site_overrides in the project]",
)
def command(target: Path, folder: Path, site_url: str, directory_urls: bool, overrides: Path | None) -> None:
    """Write the whole site as Markdown and assets into DIR, for any site builder.

    Files that have not changed are left alone and stale ones removed; nothing is written if there are errors.
    """
    loaded, report = sound(folder, "Checking")
    try:
        address = site_url or report.survey.library.site.address
        serving = Serving(f"{address.rstrip('/')}/" if address else "", directory_urls)
        templates = Project(folder).templates(overrides)
        site = build(loaded, report, serving, users_cache(), templates, partial(progress, "Making pages"))
        result = stage(site, target)
    except (BadTemplateError, NotOursError, OutsideError) as refused:
        raise click.ClickException(str(refused)) from None
    except OSError as error:
        raise click.ClickException(f"{target} could not be written: {error.strerror or error}.") from None
    click.echo(f"{result.written} files written, {result.kept} unchanged, {result.removed} removed in {target}")
