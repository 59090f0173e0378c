"""`signpost diff`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from generator.analyse.survey import can_be_walked
from generator.check.result import Report
from generator.cli.commands.shared import as_text, checked, print_data, project_option, width
from generator.compare.libraries import compare
from generator.core.project import TREES
from generator.core.text import count, visible
from generator.load.files import Loaded
from generator.load.git import RevisionError, UnknownRevisionError, checksums, find, unpacked
from generator.load.other_files import changed, checksums_on_disk
from generator.report import diff_json, diff_markdown, diff_text


@click.command("diff")
@click.argument("base")
@click.argument("head", required=False)
@project_option
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@click.option("--fail-on-less-urgent", is_flag=True, help="End with 1 if care became less urgent anywhere.")
@click.option("--fail-on-words", is_flag=True, help="End with 1 if words that readers act on changed.")
def command(
    base: str, head: str | None, folder: Path, form: str, fail_on_less_urgent: bool, fail_on_words: bool
) -> None:
    """Report which answers lead elsewhere in HEAD than in BASE, and which words changed.

    Each is a git revision or a folder with decision_trees/ in it; a folder comes first if a name is both.
    Without HEAD, BASE is compared with the project as it is on disk.
    """
    before = _side("BASE", base, folder)
    after = _side("HEAD", head, folder) if head is not None else _on_disk("The project on disk", folder)
    if not all([_is_walkable(before), _is_walkable(after)]):
        raise SystemExit(1)
    comparison = compare(before.report.survey, after.report.survey, changed(before.others, after.others))
    match form:
        case "json":
            print_data(diff_json.render(comparison) + "\n")
        case "markdown":
            print_data(diff_markdown.render(comparison) + "\n")
        case _:
            click.echo(diff_text.render(comparison, click.style, width()))
    for side in (before, after):
        errors = sum(finding.severity == "error" for finding in side.report.findings)
        if errors:
            click.echo(f"{side.name} has {count(errors, 'error')} by the rules of `signpost check`.", err=True)
    less = fail_on_less_urgent and comparison.less_urgent
    raise SystemExit(1 if less or (fail_on_words and comparison.words_to_read) else 0)


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two versions, read and checked.

    Attributes:
        name: its name in messages.
        others: the checksums of files that are not read, by path.
    """

    name: str
    loaded: Loaded
    report: Report
    others: Mapping[str, frozenset[str]]


def _side(name: str, wanted: str, folder: Path) -> _Side:
    # An empty name would mean this folder: a script with an unset variable would compare a project with itself.
    if wanted and _is_folder(Path(wanted) / TREES):
        return _on_disk(f"{name} ({wanted})", Path(wanted))
    try:
        revision = find(folder, wanted)
        with unpacked(revision) as files:
            return _Side(f"{name} ({wanted})", *checked(files, f"Reading {name}"), checksums(revision))
    except UnknownRevisionError as unknown:
        if wanted and _is_folder(Path(wanted)):
            raise click.UsageError(f"{name}: the folder {wanted} has no {TREES}/ in it.") from None
        raise click.UsageError(visible(f"{name}: {unknown}")) from None
    except RevisionError as error:
        raise click.ClickException(visible(f"{name}: {error}")) from None


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _on_disk(name: str, folder: Path) -> _Side:
    if not _is_folder(folder / TREES):
        raise click.UsageError(f"{name}: the folder {folder} has no {TREES}/ in it.")
    return _Side(name, *checked(folder, f"Reading {name}"), checksums_on_disk(folder))


def _is_walkable(side: _Side) -> bool:
    """Whether guides of this version can be walked; prints the errors if not."""
    if can_be_walked(side.report.survey):
        return True
    click.echo(as_text(side.loaded, side.report), err=True)
    click.echo(f"{side.name} has answers that lead nowhere known, so it cannot be compared.", err=True)
    return False
