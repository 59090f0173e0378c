"""Checks for clashes with other files that MkDocs finds if `docs_dir` is not the project's `content/`."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files

from generator.analyse.destinations import built
from generator.core.project import CONTENT
from generator.core.site import Site


def clashes(config: MkDocsConfig, root: Path, site: Site, replaceable: frozenset[str]) -> list[str]:
    """A sentence for each file of MkDocs that would have the address of something in the site; empty if there is none.

    Args:
        config: the settings of the build.
        root: the project's folder.
        site: what will be handed to MkDocs.
        replaceable: the files in it that a file of the host site may replace.
    """
    if Path(config.docs_dir).resolve() == (root / CONTENT).resolve():
        return []
    made = {*site.assets, *(file.uri for file in site.files)} - replaceable
    ours = {built(uri, config.use_directory_urls): uri for uri in made}
    return [
        f'"{_seen_from(root, file.abs_src_path)}" would be the same page or file as "{ours[file.dest_uri]}", which '
        'Signpost makes. Give it another name, or have Signpost put its pages below a folder, such as "prefix: help/".'
        for file in get_files(config)
        if file.dest_uri in ours and not _is_part(file.abs_src_path, root)
    ]


def _is_part(path: str | None, root: Path) -> bool:
    return path is not None and Path(path).resolve().is_relative_to((root / CONTENT).resolve())


def _seen_from(root: Path, path: str | None) -> str:
    found = Path(path or "")
    return found.relative_to(root.resolve()).as_posix() if found.is_relative_to(root.resolve()) else str(found)
