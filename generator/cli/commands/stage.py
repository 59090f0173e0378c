"""`signpost stage`."""

from functools import partial
from pathlib import Path

import click

from generator.analyse.survey import survey
from generator.analyse.translations import in_language
from generator.check.result import Report
from generator.cli.commands.shared import checked_without_errors, progress, project_option
from generator.core.address import OutsideError
from generator.core.cache import users_cache
from generator.core.project import Project
from generator.core.site import Serving
from generator.core.text import did_you_mean, visible
from generator.emit.build import build
from generator.emit.folder import NotOursError, stage
from generator.emit.prefix import without_root_files
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
@click.option("--language", default="", help="Write it in another one: a folder in content/translations/.")
def command(
    target: Path, folder: Path, site_url: str, directory_urls: bool, overrides: Path | None, language: str
) -> None:
    """Write the whole site as Markdown and assets into DIR, for any site builder.

    Unchanged files are left untouched, and outdated ones removed; nothing is written if there are errors.
    """
    loaded, report = checked_without_errors(folder, "Checking")
    try:
        library = report.survey.library
        address = (site_url or library.site.address).rstrip("/")
        if language:
            if language not in library.translations:
                known = did_you_mean(language, library.translations, "Write one with signpost translate.")
                raise click.UsageError(visible(f'There is no translation into "{language}". {known}'))
            report = Report(survey(in_language(library, language)), ())
            address = address and f"{address}/{language}"
        serving = Serving(f"{address}/" if address else "", directory_urls)
        templates = Project(folder).templates(overrides)
        site = build(loaded, report, serving, users_cache(), templates, partial(progress, "Making pages"))
        result = stage(without_root_files(site) if language else site, target)
    except (BadTemplateError, NotOursError, OutsideError) as refused:
        raise click.ClickException(str(refused)) from None
    except OSError as error:
        raise click.ClickException(f"{target} could not be written: {error.strerror or error}.") from None
    click.echo(f"{result.written} files written, {result.kept} unchanged, {result.removed} removed in {target}")
