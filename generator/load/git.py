"""A project at a git revision, read without touching the work tree.

Only objects are read (`ls-tree`, `cat-file`): there is no checkout, so no hook, filter or attribute of the repository
is run, and nothing is fetched.
"""

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from generator.core.errors import SignpostError
from generator.core.project import CONTENT, MKDOCS, OVERRIDES, PERMALINKS, REVIEWED, TREES
from generator.core.text import did_you_mean
from generator.load.other_files import is_other

_READ = (".yml", ".yaml", ".md", ".svg")
# Files outside the source folders that a check also reads.
_EXTRA_FILES = (PERMALINKS, MKDOCS)
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
# Ancestor suffixes of a revision name, as in "main~2" or "HEAD^".
_ANCESTOR_SUFFIX = re.compile(r"(?:[~^]\d*)+$")
_SHALLOW = (
    "This copy of the repository is shallow: it holds the newest commits only. Fetch the others with "
    '"git fetch --unshallow", or with "fetch-depth: 0" where actions/checkout made it.'
)
_FILE, _LINK = ("100644", "100755", "100664"), "120000"
# Git sets these for a hook, which may run this program; we still want the repository around the project.
_GIT_VARIABLES = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE", "GIT_COMMON_DIR")


class RevisionError(SignpostError):
    """A revision cannot be read; the message says what to do."""


class UnknownRevisionError(RevisionError):
    """A name is unknown to git, or the project is in no repository."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit of the repository around a project.

    Attributes:
        name: as the user gave it.
        commit: its full id.
        folder: the project's folder, in which git is run.
        prefix: the path of the project in the repository, empty or with a slash at its end.
    """

    name: str
    commit: str
    folder: Path
    prefix: str


def find(folder: Path, name: str) -> Revision:
    """Find a revision by any name that git knows: a branch, a tag, a commit, `HEAD~1`.

    Raises:
        UnknownRevisionError: if there is no such revision, or no repository.
        RevisionError: if git is missing or fails.
    """
    # Never passed to git: it would be read as an option, or as two names.
    if name.startswith("-") or not name.isprintable() or not name.strip():
        raise UnknownRevisionError(f'"{name}" cannot be the name of a revision.')
    try:
        prefix = _git(folder, "rev-parse", "--show-prefix").decode().removesuffix("\n")
    except _GitFailedError as failed:
        if "not a git repository" in failed.said:
            raise UnknownRevisionError(
                f'"{name}" is no folder with decision_trees/ in it, and {folder.resolve()} is not in a git repository, '
                "so it cannot be a revision."
            ) from None
        raise RevisionError(f"git cannot read the repository: {failed.said}") from None
    try:
        commit = _git(folder, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").decode().strip()
    except _GitFailedError:
        commit = ""
    # Git also resolves "^main", as all commits except those of main.
    if not _COMMIT.fullmatch(commit):
        raise UnknownRevisionError(f'There is no revision "{name}". {_help(folder, name)}')
    return Revision(name, commit, folder, prefix)


@contextmanager
def unpacked(revision: Revision) -> Iterator[Path]:
    """The project's source files at a revision, its ledger and its `mkdocs.yml`, in a temporary folder.

    Raises:
        RevisionError: if the project is not in that revision, or cannot be read from it.
    """
    try:
        files = [file for file in _files(revision, TREES, CONTENT, *_EXTRA_FILES) if _is_read(file[0])]
        contents = _contents(revision.folder, [object_id for _, _, object_id in files])
    except _GitFailedError as failed:
        raise RevisionError(f'git cannot read the revision "{revision.name}": {failed.said}') from None
    if not any(path.startswith(f"{TREES}/") for path, _, _ in files):
        where = f" in {revision.prefix}" if revision.prefix else ""
        raise RevisionError(f'The revision "{revision.name}" has no decision_trees/{where}.')
    with TemporaryDirectory(prefix="signpost-") as temporary:
        root = Path(temporary)
        try:
            _write(root, files, contents)
        except (OSError, ValueError) as error:
            raise RevisionError(f'The revision "{revision.name}" could not be unpacked: {error}') from None
        yield root


def _write(root: Path, files: list[tuple[str, str, str]], contents: list[bytes]) -> None:
    # Symbolic links last, so that nothing is written through one.
    for (path, mode, _), content in sorted(zip(files, contents, strict=True), key=lambda one: one[0][1] == _LINK):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if mode == _LINK:
            target.symlink_to(os.fsdecode(content))
        else:
            target.write_bytes(content)


def checksums(revision: Revision) -> dict[str, frozenset[str]]:
    """The checksums of the published files of a project that are no entry, page or setting, by path in the project.

    These are images, styles, templates, `mkdocs.yml` and the ledger of reviews.

    Raises:
        RevisionError: if the revision cannot be read.
    """
    try:
        files = _files(revision, CONTENT, OVERRIDES, MKDOCS, REVIEWED)
    except _GitFailedError as failed:
        raise RevisionError(f'git cannot read the revision "{revision.name}": {failed.said}') from None
    return {path: frozenset((object_id,)) for path, _, object_id in files if is_other(path)}


def _is_read(path: str) -> bool:
    return path in _EXTRA_FILES or path.lower().endswith(_READ)


def _files(revision: Revision, *within: str) -> list[tuple[str, str, str]]:
    """The files at or below some paths of the project, as (path in it, mode, object id)."""
    tops = [f"{revision.prefix}{top}" for top in within]
    # --full-tree: paths from the top of the repository; GIT_LITERAL_PATHSPECS: names are not patterns.
    listed = _git(revision.folder, "ls-tree", "-r", "-z", "--full-tree", revision.commit, "--", *tops)
    files = []
    for row in listed.split(b"\0")[:-1]:
        about, _, name = row.partition(b"\t")
        mode, _, object_id = about.decode().split(" ")
        path = os.fsdecode(name).removeprefix(revision.prefix)
        parts = PurePosixPath(path).parts
        known = mode in _FILE or mode == _LINK
        if known and ".." not in parts and not path.startswith("/"):
            files.append((path, mode, object_id))
    return files


def _contents(folder: Path, object_ids: list[str]) -> list[bytes]:
    asked = "".join(f"{object_id}\n" for object_id in object_ids).encode()
    answer = _git(folder, "cat-file", "--batch", given=asked)
    contents = []
    at = 0
    for object_id in object_ids:
        end = answer.index(b"\n", at)
        head = answer[at:end].split()
        if len(head) != 3:
            raise _GitFailedError(f"the object {object_id} is missing; fetch it first")
        size = int(head[2])
        contents.append(answer[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
    return contents


def _help(folder: Path, name: str) -> str:
    try:
        refs = (
            _git(folder, "for-each-ref", "--format=%(refname:short)", "--count=1000").decode(errors="replace").split()
        )
        shallow = _git(folder, "rev-parse", "--is-shallow-repository").decode().strip() == "true"
    except _GitFailedError:
        return ""
    base = _ANCESTOR_SUFFIX.sub("", name)
    near = did_you_mean(name, ["HEAD", *refs], "")
    if base != name and _is_known(folder, base):
        # "HEAD" exists, so it is no suggestion for "HEAD~1".
        near = "" if shallow else f'"{base}" has no such ancestor.'
    elif not shallow:
        near = near or "Name a branch, a tag or a commit, or a folder with decision_trees/ in it."
    return f"{near} {_SHALLOW if shallow else ''}".strip()


def _is_known(folder: Path, name: str) -> bool:
    try:
        return bool(_git(folder, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}"))
    except _GitFailedError:
        return False


class _GitFailedError(SignpostError):
    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said


def _git(folder: Path, *arguments: str, given: bytes | None = None) -> bytes:
    environment = {name: value for name, value in os.environ.items() if name not in _GIT_VARIABLES}
    environment |= {
        "LC_ALL": "C",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_LITERAL_PATHSPECS": "1",
        # Otherwise git would fetch missing objects in a partial clone.
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
    }
    try:
        # The git of the user's own PATH; `find` and `_help` refuse names that it could read as an option.
        done = subprocess.run(  # noqa: S603
            ["git", "--no-pager", "-c", "core.fsmonitor=false", *arguments],  # noqa: S607
            cwd=folder,
            env=environment,
            input=given,
            stdin=None if given is not None else subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError:
        raise RevisionError("git could not be started. Install git, or compare two folders.") from None
    if done.returncode:
        raise _GitFailedError(" ".join(done.stderr.decode(errors="replace").split()) or "it does not say why")
    return done.stdout
