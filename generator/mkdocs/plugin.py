"""MkDocs plugin: hands the finished site to MkDocs as files in memory.

All content of a page is in its Markdown, so the files that `signpost stage` writes build the same pages without the
plugin. In addition, the plugin makes each guide a single search entry, and links a plan's print style where it is used.
"""

import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import urlparse

from jinja2 import Environment
from mkdocs.commands.build import build as build_site
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from watchdog.observers.polling import PollingObserver

from generator.analyse.addresses import HOME
from generator.analyse.destinations import REPLACEABLE, built
from generator.analyse.survey import survey
from generator.analyse.translations import in_language
from generator.check.result import Report
from generator.check.run import check
from generator.core.address import why_invalid
from generator.core.atomic import write_atomically
from generator.core.cache import Cache, users_cache
from generator.core.kinds import is_misplaced, kind_of
from generator.core.library import Library
from generator.core.markup import plain
from generator.core.page_fields import OURS, parts
from generator.core.page_text import line_ends
from generator.core.project import CONTENT, FIGURES, OVERRIDES, TREES, Project
from generator.core.site import OutputFile, Serving, Site, WrittenPage
from generator.core.text import allow_long_numbers
from generator.emit.browser_files import SCRIPTS, STYLES, browser_files
from generator.emit.build import build
from generator.emit.offline import SCRIPT as OFFLINE
from generator.emit.prefix import with_prefix, without_root_files
from generator.emit.share import SCRIPT as SHARE
from generator.load.files import Loaded, load
from generator.mkdocs import static_i18n
from generator.mkdocs.clashes import clashes
from generator.mkdocs.languages import addresses, config_in, linked, menu
from generator.mkdocs.page_cache import PageCache
from generator.mkdocs.search_index import whole_pages
from generator.mkdocs.site_files import asset_file, made_file, written_file
from generator.mkdocs.template_cache import CompiledTemplates
from generator.render.front_matter import without_front_matter
from generator.render.head import About, with_tags
from generator.render.page_templates import BadTemplateError
from generator.report import text_report

log = get_plugin_logger("signpost")
# The Markdown extensions that the generated pages need.
_EXTENSIONS = ("attr_list", "md_in_html", "toc")
# Event priority, to run before other plugins.
_FIRST = 100


class SignpostConfig(Config):
    """Options of the plugin in `mkdocs.yml`."""

    project = config_options.Type(str, default=".")
    prefix = config_options.Type(str, default="")


@dataclass(frozen=True)
class _InLanguage:
    """The site in another language.

    Attributes:
        site: the whole site.
        title: its title; "" to keep the original one.
        titles: translated menu titles, by the original title or by a page's file.
        language: its language.
        original: the language of the original.
        others: all languages except the original.
        top: the URL of the original; "" if unknown.
    """

    site: Site
    title: str
    titles: Mapping[str, str]
    language: str
    original: str
    others: tuple[str, ...]
    top: str


class SignpostPlugin(BasePlugin[SignpostConfig]):
    """Checks the project before MkDocs touches the site, then adds its pages."""

    _serving = False
    _site: Site | None = None
    _faults = ""
    _cache = Cache()
    _rendered: PageCache | None = None
    _made: frozenset[str] = frozenset()
    _language = ""
    _templates = CompiledTemplates()
    # `_others` in the plugin of the original site: the translated sites to build. `_given` in the plugin of a
    # translated site: what it received from the original.
    _others: Mapping[str, _InLanguage] = {}
    _given: _InLanguage | None = None
    _menu_is_ours = True
    _offline = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Note whether this is `mkdocs serve`, and open the cache of earlier builds.

        Because this method exists, MkDocs keeps the plugin instance, and with it the last good site, across rebuilds.
        """
        self._serving = command == "serve"
        allow_long_numbers()
        self._cache = users_cache()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add style, script, Markdown extensions and the folders to watch."""
        self._root = Path(config.config_file_path).parent / self.config.project
        self._menu_is_ours = "alternate" not in config.extra
        self._prefix = _prefix(self.config.prefix, Path(config.docs_dir), self._root)
        # First, so that the site's own style can override it.
        styles = [self._prefix + style for style in STYLES]
        config.extra_css[:0] = [style for style in styles if style not in config.extra_css]
        for script in SCRIPTS:
            _add_script(config, self._prefix + script)
        for extension in _EXTENSIONS:
            if extension not in config.markdown_extensions:
                config.markdown_extensions.append(extension)
        # Overrides of the theme and of page templates may change while serving.
        own = getattr(config.theme, "custom_dir", None)
        watched = [self._root / TREES, self._root / CONTENT, self._root / OVERRIDES, *([Path(own)] if own else [])]
        config.watch.extend(str(folder) for folder in watched if folder.is_dir() and str(folder) not in config.watch)
        return config

    def on_serve(self, server: LiveReloadServer, **_: object) -> LiveReloadServer:
        """Look for saved files ten times a second; MkDocs does so twice, and half a second is a noticeable delay."""
        # A private attribute, because there is no public way: theme folders are watched too, and only this list has
        # them.
        paths = list(server._watched_paths)
        for path in paths:
            server.unwatch(path)
        server.observer = PollingObserver(timeout=0.1)
        for path in paths:
            server.watch(path)
        return server

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check the project and make the pages, before MkDocs empties the folder of the last good site.

        While serving, the last good pages stay up if there are errors, with the errors shown above them.

        Raises:
            PluginError: if there are errors in a build; nothing is published.
        """
        if self._given is not None:
            # It was made together with the original, whose build reported everything.
            self._site, self._language = self._given.site, self._given.language
            self._scripts(config, self._given.site)
            return
        try:
            self._faults = self._make(config)
        except Exception:
            # Any exception: while serving, MkDocs would stop answering requests until it is fixed.
            if not self._serving:
                raise
            self._faults = f"The pages could not be made. That is a fault of Signpost.\n\n{traceback.format_exc()}"
        if self._faults and not self._serving:
            raise PluginError(f"signpost found errors.\n\n{self._faults}")
        if self._faults:
            log.error(f"errors found; the last good pages stay up.\n\n{self._faults}")
            self._site = self._shown

    def _make(self, config: MkDocsConfig) -> str:
        """Make the site from the project as it is now.

        Returns:
            the errors as text, or ""; if there are any, the site stays unchanged.
        """
        loaded = replace(load(Project(self._root)), language=_language_of(config))
        report = check(loaded)
        told = text_report.render(report, {source.path: source for source in loaded.files}, _no_style)
        # Needed even before the first good build, because authors' own pages are shown then too.
        self._language = self._language or report.survey.library.site.language
        if not report.ok:
            return told
        own = Project(self._root).templates(Path(config.theme.custom_dir) if config.theme.custom_dir else None)
        try:
            serving = _serving(config, self._prefix, self._serving)
            site = with_prefix(build(loaded, report, serving, self._cache, own), self._prefix)
        except BadTemplateError as error:
            return str(error)
        if found := clashes(config, self._root, site, self._replaceable):
            return "\n".join(found)
        self._others = dict(self._in_languages(loaded, report, config, own))
        # Warnings are logged as info: a strict build must not fail for them.
        log.info(told)
        self._site = site
        self._language = report.survey.library.site.language
        self._offline = report.survey.library.site.offline
        self._scripts(config, site)
        return ""

    def _scripts(self, config: MkDocsConfig, site: Site) -> None:
        if self._menu_is_ours and self._folders:
            config.extra["alternate"] = menu(self._folders)
        made = {file.uri for file in site.files}
        if self._offline and f"{self._prefix}{OFFLINE}" in made:
            _add_script(config, self._prefix + OFFLINE)
        if f"{self._prefix}{SHARE}" in made:
            _add_script(config, self._prefix + SHARE)

    def _in_languages(
        self, loaded: Loaded, report: Report, config: MkDocsConfig, own: Path | None
    ) -> Iterator[tuple[str, _InLanguage]]:
        """The site in each further language in which it is published."""
        library = report.survey.library
        others = tuple(library.site.languages)
        if static_i18n.is_used(config):
            # The static-i18n plugin handles languages itself, with a build for each.
            return
        for language in others:
            other = in_language(library, language)
            serving = _serving(config, f"{language}/{self._prefix}", self._serving)
            made = build(loaded, Report(survey(other), ()), serving, self._cache, own)
            yield (
                language,
                _InLanguage(
                    site=with_prefix(without_root_files(made), self._prefix),
                    title=plain(other.site.title) if config.site_name == plain(library.site.title) else "",
                    titles=_titles(library, other, made, language, self._prefix),
                    language=other.site.language,
                    original=library.site.language,
                    others=others,
                    top=config.site_url or "",
                ),
            )

    @property
    def _folders(self) -> Mapping[str, str]:
        """The folder of each language, "" for the original; empty if there is only one language."""
        said = self._given or next(iter(self._others.values()), None)
        return {said.original: "", **{tag: f"{tag}/" for tag in said.others}} if said else {}

    # First, so that plugins which look at the list of pages find ours, whatever their order in the configuration.
    @event_priority(_FIRST)
    def _files_at_first(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Remove the YAML sources from the site and add the pages."""
        self._rendered = None
        site = self._shown
        self._made = frozenset(file.uri for file in site.files) - site.written.keys()
        wanted = self._made | site.written.keys() | site.assets.keys()
        for file in list(files):
            # A file that is not in the last good site may have content that MkDocs cannot read.
            if _is_source(file.abs_src_path, self._root, file.src_uri in wanted) or self._is_translated(file):
                files.remove(file)
        for uri, path in site.assets.items():
            # While there are errors, files of the last good site may be missing.
            if files.get_file_from_path(uri) is None and path.is_file():
                files.append(asset_file(uri, path, config))
        if not static_i18n.is_used(config):
            self._put_all(files, config)
        return files

    @event_priority(static_i18n.AFTER)
    def _files_at_last(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages late if static-i18n is used, which would drop them otherwise."""
        if static_i18n.is_used(config):
            self._put_all(files, config)
        return files

    on_files = CombinedEvent(_files_at_first, _files_at_last)

    def _is_translated(self, file: File) -> bool:
        """Whether a file is an author's page that this site shows in a translated version."""
        written = self._shown.written.get(file.src_uri) if self._given else None
        return written is not None and file.abs_src_path != str(written.path)

    @property
    def _shown(self) -> Site:
        """The last good site, or a placeholder if there is none yet."""
        return self._site or with_prefix(_placeholder_site(), self._prefix)

    @property
    def _replaceable(self) -> frozenset[str]:
        """The files that a file of the host site may replace."""
        return frozenset(f"{self._prefix}{uri}" for uri in REPLACEABLE)

    def _put_all(self, files: Files, config: MkDocsConfig) -> None:
        theirs = {file.dest_uri for file in files if not file.generated_by}
        site = self._shown
        for uri, page in site.written.items():
            if files.get_file_from_path(uri) is None and page.path.is_file():
                files.append(written_file(uri, page, config))
        for made in site.files:
            if made.uri not in self._made:
                continue
            file = made_file(made, self._prefix, self._root.resolve(), config)
            if made.uri in self._replaceable and built(made.uri, config.use_directory_urls) in theirs:
                continue
            present = files.get_file_from_path(made.uri)
            if present is not None:
                files.remove(present)
            files.append(file)

    def on_page_read_source(self, page: Page, **_: object) -> str | None:
        """Keep MkDocs from taking the first words of an author's page for front matter."""
        written = self._written(page)
        text = line_ends(page.file.content_string) if written else ""
        found = parts(text)
        if written is None or (found.front or "").strip():
            return None
        return without_front_matter(found.body)

    # First, so that other plugins see plain Markdown and the final metadata of the page.
    @event_priority(_FIRST)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, **_: object) -> str:
        """Resolve links by id and citations on an author's page, and add its metadata. Its file stays unchanged.

        Metadata from the author or another plugin takes precedence, except where a theme would read it as HTML.
        """
        written = self._written(page)
        if written is None:
            if page.file.src_uri in self._made and "macros" in config.plugins:
                # Braces in a guide are its author's text, not macros.
                page.meta.setdefault("render_macros", False)
            return markdown
        for key, value in written.fields.items():
            if key in OURS & written.own or key not in page.meta:
                page.meta[key] = value
        return written.resolved(markdown)

    def _written(self, page: Page) -> WrittenPage | None:
        """The data of an author's page in this project; None for any other page."""
        written = self._shown.written.get(page.file.src_uri)
        path = page.file.abs_src_path
        return written if written and path and Path(path).resolve() == written.path.resolve() else None

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Take the HTML of pages that have not changed since an earlier build from the cache."""
        # Created with the first page, because other plugins may add files until then.
        self._rendered = self._rendered or PageCache(self._cache, config, files)
        self._rendered.take_over(page)
        return page

    def on_env(self, env: Environment, **_: object) -> Environment:
        """While serving, compile the theme's templates once instead of at every save."""
        if self._serving:
            env.bytecode_cache = self._templates
        return env

    def on_page_content(self, html: str, **_: object) -> str:
        """Show the errors of the last save above every page."""
        if not self._faults:
            return html
        return f'<div class="sp-notice" role="alert"><pre>{escape(self._faults)}</pre></div>\n{html}'

    # First: others may minify the page, or download its images into the site.
    @event_priority(_FIRST)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Add metadata tags for forums, messengers and search engines, if the theme does not write them."""
        output = linked(output, page.url, self._folders, self._given is not None)
        if page.file.src_uri not in self._made and self._written(page) is None:
            return output
        paper = page.meta.get("paper") if page.file.src_uri in self._made else None
        if paper and (style := f"{self._prefix}{paper}") not in output:
            address = get_relative_url(style, page.url)
            output = output.replace("</head>", f'<link rel="stylesheet" media="print" href="{address}"></head>', 1)
        title = config.site_name if page.is_homepage else str(page.meta.get("title") or page.title)
        top = self._given.top if self._given else config.site_url or ""
        same = addresses(page.url, self._folders, top, self._given is not None)
        about = About(title, config.site_name, page.canonical_url or "", self._language, page.is_homepage, same)
        return with_tags(output, page.meta, about)

    def on_post_template(self, output_content: str, *, config: MkDocsConfig, **_: object) -> str:
        """Make the language menu lead to the first pages on pages that are served at any address, such as 404.html."""
        top = self._given.top if self._given else config.site_url or ""
        folders = {tag: f"{urlparse(top).path or '/'}{folder}" for tag, folder in self._folders.items()}
        return linked(output_content, "", folders, inside=False)

    # Last, after all other plugins have written their files into the site.
    @event_priority(-_FIRST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make each guide a single search entry, and build the site in its other languages.

        Then delete cache entries that were not used for a month.
        """
        self._search_whole_guides(config)
        for language, other in self._others.items():
            self._build_in(language, other, config)
        if self._given is None:
            self._cache.delete_unused()

    def _search_whole_guides(self, config: MkDocsConfig) -> None:
        index = Path(config.site_dir, "search/search_index.json")
        if not index.is_file():
            return
        serving = _serving(config, self._prefix, self._serving)
        guides = {serving.path(made.uri) for made in self._shown.files if _is_of_a_guide(made)}
        write_atomically(index, whole_pages(index.read_text("utf-8"), guides))

    def _build_in(self, language: str, other: _InLanguage, config: MkDocsConfig) -> None:
        inside = config_in(language, config, other.title, other.titles)
        inside.plugins.on_startup(command="serve" if self._serving else "build", dirty=False)
        for plugin in inside.plugins.values():
            if isinstance(plugin, SignpostPlugin):
                plugin._given, plugin._faults = other, self._faults
                plugin._cache, plugin._offline = self._cache, self._offline
        try:
            build_site(inside)
        finally:
            inside.plugins.on_shutdown()


@cache
def _placeholder_site() -> Site:
    """The placeholder site, used until the first good build of `mkdocs serve`."""
    return Site((OutputFile("index.md", "# Not built yet\n"), *browser_files()), {})


def _titles(library: Library, other: Library, site: Site, language: str, prefix: str) -> Mapping[str, str]:
    """Translated menu titles, by the original title or by a page's file."""
    own = library.translations[language].about.menu
    made = dict.fromkeys((f"{prefix}{file.uri}" for file in site.files if file.uri.endswith(".md")), "")
    # The title of the first page is the name of the site, which is too long for a menu.
    return {**made, f"{prefix}{HOME}": plain(other.site.words.home_title), **{key: plain(own[key]) for key in own}}


def _is_of_a_guide(made: OutputFile) -> bool:
    kind = kind_of(made.source or "")
    return kind is not None and kind[0] == "tree"


def _add_script(config: MkDocsConfig, script: str) -> None:
    """Make each page load a script, unless the configuration already names it."""
    if script not in [str(present) for present in config.extra_javascript]:
        value = ExtraScriptValue(script)
        value.type = "module"
        config.extra_javascript.append(value)


def _prefix(said: str, docs: Path, root: Path) -> str:
    """The folder of the site that contains everything of ours, with a final slash; "" for the root.

    Raises:
        PluginError: if it is not usable as a prefix.
    """
    if not said.strip("/"):
        return ""
    prefix = f"{said.strip('/')}/"
    if reason := why_invalid(prefix):
        raise PluginError(f'"{said}" cannot be the prefix of signpost: {reason}.')
    if docs.resolve() == (root / CONTENT).resolve():
        raise PluginError(
            f'signpost can put its pages below "{prefix}" only where the pages of the site have a folder of their own. '
            f"Set docs_dir to another folder than {CONTENT}/."
        )
    return prefix


def _language_of(config: MkDocsConfig) -> str:
    """The language of the theme; "" if it has none."""
    said = config.theme.get("language") or config.theme.get("locale") or ""
    return str(said).replace("_", "-")


def _serving(config: MkDocsConfig, prefix: str, editing: bool) -> Serving:
    url = f"{config.site_url.rstrip('/')}/{prefix}" if config.site_url else ""
    return Serving(url, config.use_directory_urls, editing)


def _is_source(path: str | None, root: Path, wanted: bool) -> bool:
    """Whether a file is a source from which Signpost generates something else, or one that it leaves out."""
    if path is None or not Path(path).is_relative_to(root.resolve()):
        return False
    name = Path(path).relative_to(root.resolve()).as_posix()
    if kind_of(name) is not None or is_misplaced(name) or name.startswith(f"{FIGURES}/"):
        return True
    return name.startswith(f"{CONTENT}/") and not wanted


def _no_style(text: str, **_: object) -> str:
    return text
