"""Moves a whole site below a folder of another site."""

from dataclasses import replace

from generator.core.site import OutputFile, Site
from generator.emit.headers import HEADERS
from generator.render.robots import ROBOTS

# Files that hosts and programs look for only at the root of a site, where the other site has its own.
_AT_THE_TOP = frozenset((ROBOTS, HEADERS))


def with_prefix(site: Site, prefix: str) -> Site:
    """The same site with every file below a folder. All addresses within it are relative, so nothing else changes.

    Args:
        site: as it would be at the root.
        prefix: the folder with a final slash, or "".
    """
    if not prefix:
        return site
    site = without_root_files(site)
    return Site(
        tuple(_moved(file, prefix) for file in site.files),
        {prefix + uri: path for uri, path in site.assets.items()},
        {prefix + uri: page for uri, page in site.written.items()},
    )


def without_root_files(site: Site) -> Site:
    """The same site without the files that have a meaning only at the root of a host."""
    return replace(
        site,
        files=tuple(file for file in site.files if file.uri not in _AT_THE_TOP),
        assets={uri: path for uri, path in site.assets.items() if uri not in _AT_THE_TOP},
    )


def _moved(file: OutputFile, prefix: str) -> OutputFile:
    return replace(file, uri=prefix + file.uri)
