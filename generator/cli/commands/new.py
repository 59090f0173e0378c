"""`signpost new`."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from generator.check.result import Report
from generator.check.run import check
from generator.cli.commands.shared import as_text, complete_trees, project_option, read_line, require_tree
from generator.cli.conversation import Stopped, Walked, walk_and_write
from generator.cli.schema import FOLDER, schemas
from generator.cli.skeletons import NEW_KINDS, NothingToNameYetError, Skeleton, case_skeleton, skeletons
from generator.core.atomic import write_atomically
from generator.core.finding import Finding
from generator.core.kinds import KINDS, file_of
from generator.core.library import Library
from generator.core.project import ID, Project
from generator.core.source import SourceFile, Spot
from generator.core.text import visible
from generator.load.files import load
from generator.render.link import link
from generator.rules import alias_clash, bad_id

_OPEN = 'Open it and replace each text that begins with TODO; "signpost check" reminds of those that are left.'


@click.command("new")
@click.argument("kind", type=click.Choice(NEW_KINDS))
@click.argument("id")
@click.option(
    "--walk",
    "guide",
    metavar="GUIDE",
    shell_complete=complete_trees,
    help="For a case: ask the questions of a guide, and record the answers.",
)
@project_option
def command(kind: str, id: str, guide: str | None, folder: Path) -> None:
    """Create a commented starting file for a guide, a result, a reader question or a place; it passes `check`.

    ID becomes the file's name and the page's address: a to z, digits and hyphens. No file is ever overwritten.
    If there are schemas for editors, the new id is added to them.
    """
    loaded = load(Project(folder))
    before = check(loaded)
    library = before.survey.library
    _refuse_bad_name(kind, id, library, folder)
    if guide is not None:
        require_tree(guide, library.trees)
    if guide is not None and kind != "case":
        raise click.UsageError("--walk writes a case: signpost new case ID --walk GUIDE")
    try:
        if kind == "case":
            made = [case_skeleton(id, library, date.today(), _walked(before, guide) if guide else None)]
        else:
            made = skeletons(kind, id, library, date.today())
    except NothingToNameYetError as reason:
        raise click.ClickException(str(reason)) from None
    whole = replace(loaded, files=(*loaded.files, *(SourceFile(one.path, one.text) for one in made)))
    after = check(whole)
    if faults := _new_errors(before, after, made):
        click.echo(as_text(whole, replace(after, findings=faults)), err=True)
        raise click.ClickException("Nothing was written: the new file would not pass. Is the name taken by another?")
    _write(folder, made)
    if (folder / FOLDER).is_dir():
        for name, text in schemas(after.survey.library).items():
            write_atomically(folder / FOLDER / name, text)
    for one in made:
        click.echo(f"{click.style('✓', fg='green')} {click.style(one.path, bold=True)}")
    click.echo(f"{_OPEN} {KINDS[kind].next_step.replace('{id}', id)}")


def _walked(report: Report, guide: str) -> Walked:
    """The answers that somebody gives to a guide in the terminal, and the ending they lead to.

    Raises:
        ClickException: if there are errors, or if the walk is stopped before an outcome.
    """
    if not report.ok:
        raise click.ClickException('There are errors, so no guide can be walked. Run "signpost check" first.')
    try:
        width = shutil.get_terminal_size().columns
        return walk_and_write(link(report.survey), guide, read_line, click.echo, click.style, width)
    except (Stopped, EOFError, KeyboardInterrupt):
        click.echo()  # so that the message is on a line of its own
        raise click.ClickException("Stopped before a result. Nothing was written.") from None


def _refuse_bad_name(kind: str, id: str, library: Library, folder: Path) -> None:
    if not ID.fullmatch(id):
        fault = bad_id.fault(Spot(""), id)
        raise click.UsageError(visible(f"{fault.message} {fault.help}"))
    path = file_of(kind, id)
    taken = [path, f"{path.removesuffix('.yml')}.yaml"]
    for one in taken:
        if (folder / one).exists() or (folder / one).is_symlink():
            raise click.UsageError(f"{one} is there already, and was left as it is. Choose another name.")


def _new_errors(before: Report, after: Report, made: list[Skeleton]) -> tuple[Finding, ...]:
    """The errors of the new files, and of an id that was an alias of something else.

    Errors elsewhere are left out: the new entry can reveal some, for example in a guide that already named it.
    """
    paths = {one.path for one in made}
    faults = (one for one in after.findings if one.file in paths or one.code == alias_clash.CODE)
    return tuple(one for one in faults if one.severity == "error" and one not in before.findings)


def _write(folder: Path, made: list[Skeleton]) -> None:
    """Write all files or none.

    Raises:
        ClickException: if one cannot be written.
    """
    written: list[Path] = []
    for one in made:
        path = folder / one.path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                written.append(path)
                file.write(one.text)
        except OSError as error:
            for done in written:
                done.unlink()
            raise click.ClickException(f"{one.path} could not be written: {error.strerror or error}.") from None
