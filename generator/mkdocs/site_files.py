"""Files of MkDocs for what is in the site: made ones, and those of authors as they are on disk."""

from pathlib import Path, PurePosixPath
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel, set_exclusions

from generator.analyse.addresses import HOME, TESTED
from generator.core.kinds import WITH_ANCHORS, WITH_PAGES
from generator.core.project import TREES
from generator.core.site import OutputFile, WrittenPage
from generator.mkdocs import static_i18n

# The pages that a menu leads to where nobody has written one: it must not grow with the library.
_IN_MENUS = frozenset(
    (
        HOME,
        TESTED,
        *(pages.index for pages in WITH_PAGES.values()),
        *(anchors.page for anchors in WITH_ANCHORS.values()),
    )
)


def written_file(uri: str, page: WrittenPage, config: MkDocsConfig) -> File:
    """An author's page that MkDocs does not find by itself, as the file that it is."""
    file = File(uri, None, config.site_dir, config.use_directory_urls)
    file.abs_src_path = str(page.path)
    file.edit_uri = _edit_uri(config, page.path)
    if static_i18n.is_used(config):
        static_i18n.stand_in(file, config)
    return file


def asset_file(uri: str, path: Path, config: MkDocsConfig) -> File:
    """A picture or the like that MkDocs does not find by itself."""
    return File.generated(config, uri, abs_src_path=str(path))


def made_file(made: OutputFile, prefix: str, root: Path, config: MkDocsConfig) -> File:
    """A file that is in memory only.

    Args:
        made: what is in it.
        prefix: the folder of the site below which all of it stands, such as "help/", or "".
        root: the project's folder, resolved.
        config: the settings of the build.
    """
    file = File.generated(config, made.uri, content=made.content)
    # Without a path some plugins fail; with one in docs_dir some read it, so it goes by way of the folder of guides.
    trees = root / TREES
    file.abs_src_path = str(trees / ".." / made.source if made.source else min(trees.glob("*.yml"), default=trees))
    if made.source is not None:
        file.edit_uri = _edit_uri(config, root / made.source)
        # To plugins that ask when a page changed, and who changed it, it is the file that it is made from.
        file.generated_by = None
    if file.is_documentation_page():
        _place_in_menus(file, made.uri.removeprefix(prefix), config)
        if static_i18n.is_used(config):
            static_i18n.stand_in(file, config)
    return file


def _place_in_menus(file: File, uri: str, config: MkDocsConfig) -> None:
    """Keep a page out of menus that nobody has put it in, and out of the notes on pages that are in none."""
    set_exclusions([file], config)
    if file.inclusion is InclusionLevel.INCLUDED and (config.nav is not None or uri not in _IN_MENUS):
        file.inclusion = InclusionLevel.NOT_IN_NAV


def _edit_uri(config: MkDocsConfig, path: Path) -> str:
    """A file as seen from the folder that edit_uri leads to, which is docs_dir."""
    docs = PurePosixPath(Path(config.docs_dir).resolve().as_posix())
    return quote("/".join(_steps(docs, PurePosixPath(path.as_posix()))))


def _steps(start: PurePosixPath, target: PurePosixPath) -> list[str]:
    shared = 0
    while shared < min(len(start.parts), len(target.parts)) and start.parts[shared] == target.parts[shared]:
        shared += 1
    return [".."] * (len(start.parts) - shared) + list(target.parts[shared:])
