"""A site as part of another: all of it below one folder."""

from dataclasses import replace

from generator.core.site import OutputFile, Site
from generator.emit.headers import HEADERS
from generator.render.robots import ROBOTS

# What a host or a program looks for at the top of a site only. There it is the other site's own.
_AT_THE_TOP = frozenset((ROBOTS, HEADERS))


def below(site: Site, prefix: str) -> Site:
    """The same site with every file below a folder. All addresses within it are relative, so nothing else changes.

    Args:
        site: as it would stand at the top.
        prefix: the folder with a slash at its end, or "".
    """
    if not prefix:
        return site
    site = without_top(site)
    return Site(
        tuple(_moved(file, prefix) for file in site.files),
        {prefix + uri: path for uri, path in site.assets.items()},
        {prefix + uri: page for uri, page in site.written.items()},
    )


def without_top(site: Site) -> Site:
    """The same site without what means something at the top of a host only."""
    return replace(
        site,
        files=tuple(file for file in site.files if file.uri not in _AT_THE_TOP),
        assets={uri: path for uri, path in site.assets.items() if uri not in _AT_THE_TOP},
    )


def _moved(file: OutputFile, prefix: str) -> OutputFile:
    return replace(file, uri=prefix + file.uri)
