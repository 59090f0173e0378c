"""Where things are kept from run to run, and how: in the user's own folder, and only believed if nobody changed them.

It is not in the project: a pull request must not be able to bring a false memory with it. All of it may be deleted at
any time; what is missing or damaged is as if it had never been there.
"""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

# Where to keep it, in the place of the user's usual folder; empty, nothing is remembered.
FOLDER = "SIGNPOST_CACHE"


def users_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """The user's own folder for what is kept; None where there is none, or where nothing is to be kept."""
    named = environment.get(FOLDER)
    if named == "":
        return None
    usual = environment.get("LOCALAPPDATA") or environment.get("XDG_CACHE_HOME")
    try:
        return Path(named) if named else (Path(usual) if usual else Path.home() / ".cache") / "signpost"
    except RuntimeError:
        return None  # Nobody's home.


def folder_for(project: Path, environment: Mapping[str, str] = os.environ) -> Path | None:
    """The folder for what is remembered of a project; None where nothing is to be remembered."""
    home = users_folder(environment)
    try:
        return home and home / digest(str(project.resolve()).encode(errors="surrogateescape"))[:16]
    except (OSError, RuntimeError):
        return None  # A link that leads round in a circle.


def program() -> bytes:
    """A fingerprint of everything but the project that decides what is found in it.

    That is our own code, Python, and the versions of all packages that are installed.
    """
    code = Path(__file__).parent.parent
    own = (path.read_bytes() for path in sorted(code.rglob("*.py")))
    installed = sorted(name.encode(errors="surrogateescape") for folder in sys.path for name in _packages(folder))
    return digest(sys.version.encode(), digest(*installed).encode(), *own).encode()


def digest(*parts: bytes) -> str:
    """A fingerprint of some parts in their order."""
    # With their lengths, so that no two lists of parts look the same.
    return sha256(b"".join([len(part).to_bytes(8) + part for part in parts])).hexdigest()


def load(file: Path) -> dict[str, str]:
    """The lines that a file holds, by name; none where it is missing, or not as it was written."""
    try:
        if not _is_ours(file):
            return {}
        told, _, content = file.read_bytes().partition(b"\n")
        lines = content.decode().split("\n") if told == digest(content).encode() else []
    except (OSError, ValueError):
        return {}
    return {name: value for name, _, value in (line.partition(" ") for line in lines if line)}


def save(file: Path, lines: Mapping[str, str]) -> None:
    """Replace a file as a whole, so that another check at the same time never sees half of it.

    Args:
        lines: what it is to hold, by names without spaces.

    Raises:
        OSError: where it cannot be written.
        ValueError: half a character, which no file can hold.
    """
    content = "".join([f"{name} {line}\n" for name, line in lines.items()]).encode()
    # A name of its own, as another check may be doing the same.
    new = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        new.touch(mode=0o600)
        new.write_bytes(digest(content).encode() + b"\n" + content)
        new.replace(file)
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def _packages(folder: str) -> list[str]:
    """The packages in a folder of Python's path, each with its version."""
    try:
        return [entry.name for entry in os.scandir(folder or ".") if entry.name.endswith((".dist-info", ".egg-info"))]
    except OSError:
        return []  # Not every part of the path is a folder, or there.


def _is_ours(file: Path) -> bool:
    """Whether nobody else can have written a file; where there is no such thing as an owner, it is in our folder."""
    if not hasattr(os, "geteuid"):
        return True
    return all(
        state.st_uid == os.geteuid() and not state.st_mode & 0o022 for state in (file.stat(), file.parent.stat())
    )
