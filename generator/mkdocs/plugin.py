"""MkDocs plugin: hands the finished site to MkDocs as files in memory.

It does no more than that: everything a page says is in its Markdown, so that the files that
`signpost stage` writes build the same site without it.
"""

import traceback
from functools import cache
from html import escape
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from watchdog.observers.polling import PollingObserver

from generator.analyse.destinations import REPLACEABLE
from generator.check.run import check
from generator.core.cache import Cache, users_cache
from generator.core.kinds import is_misplaced, kind_of
from generator.core.project import CONTENT, FIGURES, OVERRIDES, TREES, Project
from generator.core.site import OutputFile, Serving, Site
from generator.core.text import allow_long_numbers
from generator.emit.browser_files import SCRIPTS, STYLES, browser_files
from generator.emit.build import build
from generator.emit.offline import SCRIPT as OFFLINE
from generator.load.files import load
from generator.mkdocs.beside import clashes
from generator.mkdocs.page_cache import PageCache
from generator.mkdocs.template_cache import CompiledTemplates
from generator.render.page_templates import BadTemplateError
from generator.report import text_report

log = get_plugin_logger("signpost")
# What the generated Markdown needs to be read as meant.
_EXTENSIONS = ("attr_list", "md_in_html", "toc")


class SignpostConfig(Config):
    """Options of the plugin in `mkdocs.yml`."""

    project = config_options.Type(str, default=".")


class SignpostPlugin(BasePlugin[SignpostConfig]):
    """Checks the project before MkDocs touches the site, then adds its pages."""

    _serving = False
    _site: Site | None = None
    _faults = ""
    _cache = Cache()
    _rendered: PageCache | None = None
    _templates = CompiledTemplates()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Learn whether somebody is editing, and find what earlier builds have kept.

        That this method is here makes MkDocs keep the plugin, and with it the last good site, over rebuilds.
        """
        self._serving = command == "serve"
        allow_long_numbers()
        self._cache = users_cache()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add style, script, Markdown extensions and the folders to watch."""
        self._root = Path(config.config_file_path).parent / self.config.project
        # First, so that the site's own style can change what this one says.
        config.extra_css[:0] = [style for style in STYLES if style not in config.extra_css]
        for script in SCRIPTS:
            _add_script(config, script)
        for extension in _EXTENSIONS:
            if extension not in config.markdown_extensions:
                config.markdown_extensions.append(extension)
        # The site's own look, be it in the place of the theme's files or of our templates, changes while it is made.
        own = getattr(config.theme, "custom_dir", None)
        watched = [self._root / TREES, self._root / CONTENT, self._root / OVERRIDES, *([Path(own)] if own else [])]
        config.watch.extend(str(folder) for folder in watched if folder.is_dir() and str(folder) not in config.watch)
        return config

    def on_serve(self, server: LiveReloadServer, **_: object) -> LiveReloadServer:
        """Look for saved files ten times a second; MkDocs looks twice, and half a second is long for who waits."""
        # Private, and there is no other way: a theme's folders are watched as well, and only this list names them.
        paths = list(server._watched_paths)
        for path in paths:
            server.unwatch(path)
        server.observer = PollingObserver(timeout=0.1)
        for path in paths:
            server.watch(path)
        return server

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check and make the pages, before MkDocs empties the folder of the last good site.

        While serving, errors leave the last good pages up, with the errors above them.

        Raises:
            PluginError: where there are errors in a build; nothing is published.
        """
        try:
            self._faults = self._make(config)
        except Exception:
            # Whatever it is: while serving, MkDocs would answer no request any more until it is mended.
            if not self._serving:
                raise
            self._faults = f"The pages could not be made. That is a fault of Signpost.\n\n{traceback.format_exc()}"
        if self._faults and not self._serving:
            raise PluginError(f"signpost found errors.\n\n{self._faults}")
        if self._faults:
            log.error(f"errors found; the last good pages stay up.\n\n{self._faults}")
            self._site = self._site or _nothing_yet()

    def _make(self, config: MkDocsConfig) -> str:
        """Make the site of the project as it is now.

        Returns:
            what is wrong, where anything is; then the site stays what it was.
        """
        loaded = load(Project(self._root))
        report = check(loaded)
        told = text_report.render(report, {source.path: source for source in loaded.files}, _no_style)
        if not report.ok:
            return told
        own = Project(self._root).templates(Path(config.theme.custom_dir) if config.theme.custom_dir else None)
        try:
            site = build(loaded, report, _serving(config, self._serving), self._cache, own)
        except BadTemplateError as error:
            return str(error)
        if found := clashes(config, self._root, site):
            return "\n".join(found)
        # Warnings stay notes here: a strict build must not fail for them.
        log.info(told)
        self._site = site
        if report.survey.library.site.offline:
            _add_script(config, OFFLINE)
        return ""

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take the YAML sources out of the site and put the pages in."""
        self._rendered = None
        site = self._site or _nothing_yet()
        wanted = {file.uri for file in site.files} | site.assets.keys()
        for file in list(files):
            # What is not in the last good site may hold what MkDocs cannot read.
            if _is_source(file.abs_src_path, self._root, file.src_uri in wanted):
                files.remove(file)
        for made in site.files:
            _put(files, config, self._root, made)
        for uri, path in site.assets.items():
            # While there are faults, what the last good site had may be gone.
            if files.get_file_from_path(uri) is None and path.is_file():
                files.append(File.generated(config, uri, abs_src_path=str(path)))
        return files

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Spare MkDocs the pages that have not changed since an earlier build."""
        # Made with the first page: until then other plugins may add files.
        self._rendered = self._rendered or PageCache(self._cache, config, files)
        self._rendered.take_over(page)
        return page

    def on_env(self, env: Environment, **_: object) -> Environment:
        """While somebody edits, have the theme's templates compiled once and not with each save."""
        if self._serving:
            env.bytecode_cache = self._templates
        return env

    def on_page_content(self, html: str, **_: object) -> str:
        """Show the errors of the last save above every page."""
        if not self._faults:
            return html
        return f'<div class="sp-notice" role="alert"><pre>{escape(self._faults)}</pre></div>\n{html}'

    def on_post_build(self, **_: object) -> None:
        """Delete what the cache has not been asked for in a month."""
        self._cache.delete_unused()


@cache
def _nothing_yet() -> Site:
    """What stands on the site when there has been no good build since `mkdocs serve` began."""
    return Site((OutputFile("index.md", "# Not built yet\n"), *browser_files()), {})


def _add_script(config: MkDocsConfig, script: str) -> None:
    """Have each page load a script, unless the site names it itself."""
    if script not in [str(present) for present in config.extra_javascript]:
        value = ExtraScriptValue(script)
        value.type = "module"
        config.extra_javascript.append(value)


def _serving(config: MkDocsConfig, editing: bool) -> Serving:
    url = f"{config.site_url.rstrip('/')}/" if config.site_url else ""
    return Serving(url, config.use_directory_urls, editing)


def _put(files: Files, config: MkDocsConfig, root: Path, made: OutputFile) -> None:
    uri, content, source = made.uri, made.content, made.source
    present = files.get_file_from_path(uri)
    if present is not None:
        if uri in REPLACEABLE and not present.generated_by and not _is_source(present.abs_src_path, root, False):
            return
        if not present.generated_by and present.content_bytes == (
            content.encode() if isinstance(content, str) else content
        ):
            return
        files.remove(present)
    file = File.generated(config, uri, content=content)
    if source is not None:
        # Seen from the folder that edit_uri leads to, which is docs_dir.
        docs = PurePosixPath(Path(config.docs_dir).resolve().as_posix())
        target = PurePosixPath((root.resolve() / source).as_posix())
        file.edit_uri = quote("/".join(_steps(docs, target)))
    files.append(file)


def _steps(start: PurePosixPath, target: PurePosixPath) -> list[str]:
    shared = 0
    while shared < min(len(start.parts), len(target.parts)) and start.parts[shared] == target.parts[shared]:
        shared += 1
    return [".."] * (len(start.parts) - shared) + list(target.parts[shared:])


def _is_source(path: str | None, root: Path, wanted: bool) -> bool:
    """Whether a file is one from which Signpost makes something else, or one that it leaves out."""
    if path is None or not Path(path).is_relative_to(root.resolve()):
        return False
    name = Path(path).relative_to(root.resolve()).as_posix()
    if kind_of(name) is not None or is_misplaced(name) or name.startswith(f"{FIGURES}/"):
        return True
    return name.startswith(f"{CONTENT}/") and not wanted


def _no_style(text: str, **_: object) -> str:
    return text
