"""MkDocs `File` objects for the files of a site: generated ones, and those of authors on disk."""

from pathlib import Path, PurePosixPath
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel, set_exclusions

from generator.analyse.addresses import HOME, TESTED
from generator.core.kinds import WITH_ANCHORS, WITH_PAGES
from generator.core.project import TREES
from generator.core.site import OutputFile, WrittenPage
from generator.mkdocs import static_i18n

# The pages in an automatic menu, which must not grow with the library.
_IN_MENUS = frozenset(
    (
        HOME,
        TESTED,
        *(pages.index for pages in WITH_PAGES.values()),
        *(anchors.page for anchors in WITH_ANCHORS.values()),
    )
)


def written_file(uri: str, page: WrittenPage, config: MkDocsConfig) -> File:
    """An author's page that MkDocs does not find by itself, with its path on disk."""
    file = File(uri, None, config.site_dir, config.use_directory_urls)
    file.abs_src_path = str(page.path)
    file.edit_uri = _edit_uri(config, page.path)
    if static_i18n.is_used(config):
        static_i18n.stand_in(file, config)
    return file


def asset_file(uri: str, path: Path, config: MkDocsConfig) -> File:
    """An image or other asset that MkDocs does not find by itself."""
    return File.generated(config, uri, abs_src_path=str(path))


def made_file(made: OutputFile, prefix: str, root: Path, config: MkDocsConfig) -> File:
    """A generated file, in memory only.

    Args:
        made: its content.
        prefix: the folder of the site that contains everything of ours, such as "help/", or "".
        root: the project's folder, resolved.
        config: the settings of the build.
    """
    file = File.generated(config, made.uri, content=made.content)
    # Some plugins fail without a path, and others read a path inside docs_dir, so the path goes through the folder of
    # guides.
    trees = root / TREES
    file.abs_src_path = str(trees / ".." / made.source if made.source else min(trees.glob("*.yml"), default=trees))
    if made.source is not None:
        file.edit_uri = _edit_uri(config, root / made.source)
        # Plugins that ask when a page changed, and who changed it, get the answer for its source file.
        file.generated_by = None
    if file.is_documentation_page():
        _place_in_menus(file, made.uri.removeprefix(prefix), config)
        if static_i18n.is_used(config):
            static_i18n.stand_in(file, config)
    return file


def _place_in_menus(file: File, uri: str, config: MkDocsConfig) -> None:
    """Keep a page out of automatic menus, and out of the messages about pages that are in no menu."""
    set_exclusions([file], config)
    if file.inclusion is InclusionLevel.INCLUDED and (config.nav is not None or uri not in _IN_MENUS):
        file.inclusion = InclusionLevel.NOT_IN_NAV


def _edit_uri(config: MkDocsConfig, path: Path) -> str:
    """The path of a file relative to docs_dir, to which edit_uri leads."""
    docs = PurePosixPath(Path(config.docs_dir).resolve().as_posix())
    return quote("/".join(_steps(docs, PurePosixPath(path.as_posix()))))


def _steps(start: PurePosixPath, target: PurePosixPath) -> list[str]:
    shared = 0
    while shared < min(len(start.parts), len(target.parts)) and start.parts[shared] == target.parts[shared]:
        shared += 1
    return [".."] * (len(start.parts) - shared) + list(target.parts[shared:])
