"""Stage 6, to disk: writes the site as files that any site builder can read."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.core.address import refuse_outside, stays_inside
from generator.core.errors import SignpostError
from generator.core.site import Site

# Lists the files of a staged folder, so that a later run removes only what an earlier run wrote.
LEDGER = ".signpost-staged"


@dataclass(frozen=True, slots=True)
class Staged:
    """The number of files written, left unchanged, and removed."""

    written: int
    kept: int
    removed: int


class NotOursError(SignpostError):
    """The folder contains files that no earlier run wrote; nothing was changed."""


def stage(site: Site, target: Path) -> Staged:
    """Bring a folder up to date with a site.

    Each changed file is written atomically; unchanged files are left alone, and stale ones are removed.

    Raises:
        NotOursError: if the folder contains files but was not written by an earlier run, or if a folder inside it is a
            symbolic link.
        OutsideError: if a file of the site would be outside the folder.
        OSError: if it cannot be written.
    """
    known = _known(target)
    contents = {file.uri: _bytes(file.content) for file in site.files}
    contents |= {uri: path.read_bytes() for uri, path in site.assets.items()}
    refuse_outside(contents)
    _stay_inside(target, known | contents.keys())
    target.mkdir(parents=True, exist_ok=True)
    # Write the ledger first: after an interrupted run, the next one must not take its files for somebody else's.
    _write(target / LEDGER, "\n".join(sorted(known | contents.keys())).encode())
    written = sum(_write(target / uri, content) for uri, content in sorted(contents.items()))
    stale = sorted(known - contents.keys())
    for uri in stale:
        _remove(target, uri)
    _write(target / LEDGER, "\n".join(sorted(contents)).encode())
    return Staged(written, len(contents) - written, len(stale))


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _known(target: Path) -> set[str]:
    ledger = target / LEDGER
    if ledger.is_file():
        names = ledger.read_text("utf-8").splitlines()
        return {name for name in names if stays_inside(name)}
    if target.exists() and any(target.iterdir()):
        raise NotOursError(f"{target} holds files that signpost did not write. Name an empty or a new folder.")
    return set()


def _stay_inside(target: Path, uris: Iterable[str]) -> None:
    folders = {folder for uri in uris for folder in PurePosixPath(uri).parents}
    for folder in sorted(folders - {PurePosixPath(".")}):
        if (target / folder).is_symlink():
            raise NotOursError(f"{target / folder} is a link to another place. Remove it, or name another folder.")


def _write(path: Path, content: bytes) -> bool:
    if path.is_file() and not path.is_symlink() and path.read_bytes() == content:
        return False
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    # Atomic write: a new file that is moved into place, so that no reader sees half a file.
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(content)
    new.replace(path)
    return True


def _remove(target: Path, uri: str) -> None:
    path = target / uri
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == target or any(folder.iterdir()):
            break
        folder.rmdir()
