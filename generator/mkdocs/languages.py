"""Builds a site in several languages: after the site itself, one more build for each translation, in its own folder."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.localization import parse_locale
from mkdocs.theme import Theme

from generator.core.wording import calls_itself

# A placeholder for the address of a page in a language, until it is known; themes leave such fragments unchanged.
_MARK = "#signpost-in-"
_ALTERNATE_LINK = re.compile(rf'<link rel="alternate" href="{_MARK}[^>]*>\s*')


def config_in(language: str, config: MkDocsConfig, title: str, titles: Mapping[str, str]) -> MkDocsConfig:
    """The settings for the site in another language: with the theme in that language, and a folder of its own.

    Args:
        language: such as "de".
        config: the settings of the build.
        title: the site's title in that language; "" to keep the original title.
        titles: translated menu titles, by the original title or by a page's file; "" for a page whose own title is
            used.

    Raises:
        PluginError: if the folder already contains files, or the theme does not support the language.
    """
    folder = Path(config.site_dir) / language
    if folder.is_dir() and any(folder.iterdir()):
        raise PluginError(
            f'The site has pages of its own in "{language}/", where signpost would put the translation. Move them, or '
            "take the language out of `languages` in content/site.yml."
        )
    with _new_plugins():
        found = load_config(
            config.config_file_path,
            strict=config.strict,
            site_dir=str(folder),
            docs_dir=config.docs_dir,
            use_directory_urls=config.use_directory_urls,
        )
    if config.site_url:
        found.site_url = urljoin(config.site_url, f"{language}/")
    found.site_name = title or found.site_name
    if found.nav is not None:
        found.nav = _in_menu(found.nav, titles)
    _set_language(found.theme, language)
    return found


def menu(languages: Iterable[str]) -> list[dict[str, str]]:
    """The languages in the form of a theme's language menu. `linked` later inserts the addresses.

    Args:
        languages: all of them, the original first.
    """
    return [{"name": calls_itself(tag), "link": f"{_MARK}{tag}", "lang": tag} for tag in languages]


def linked(html: str, page: str, folders: Mapping[str, str], inside: bool) -> str:
    """Make the language menu of a page lead to the same page in each language, and remove the theme's own alternate
    links.

    Args:
        html: the page as the theme made it.
        page: its address from the root of its own site.
        folders: the folder of each language from the root of the original; "" for the original.
        inside: whether the page is in the folder of a translation.
    """
    if _MARK not in html:
        return html
    html = _ALTERNATE_LINK.sub("", html)
    for tag, address in seen_from(page, folders, inside).items():
        html = html.replace(f'"{_MARK}{tag}"', f'"{escape(address)}"')
    return html


def seen_from(page: str, folders: Mapping[str, str], inside: bool) -> dict[str, str]:
    """The relative addresses of a page in each language, by language; the arguments are those of `linked`."""
    top = "../" * (page.count("/") + inside)
    return {tag: f"{top}{folder}{page}" or "./" for tag, folder in folders.items()}


def addresses(page: str, folders: Mapping[str, str], top: str, inside: bool) -> dict[str, str]:
    """The addresses of a page in each language, for search engines; "x-default" is the original.

    Args:
        page: its address from the root of its own site.
        folders: the folder of each language from the root of the original; "" for the original.
        top: the URL of the original site, to make full URLs; "" if unknown.
        inside: whether the page is in the folder of a translation.
    """
    found = seen_from(page, folders, inside)
    if top:
        found = {tag: urljoin(top, f"{folder}{page}") for tag, folder in folders.items()}
    return {**found, "x-default": next(iter(found.values()))} if found else {}


@contextmanager
def _new_plugins() -> Iterator[None]:
    """Give a configuration new plugin instances: MkDocs caches some, and would reuse those of the running build."""
    # A private attribute, because there is no public way.
    option: Any = dict(MkDocsConfig._schema)["plugins"]
    kept, option.plugin_cache = option.plugin_cache, {}
    try:
        yield
    finally:
        option.plugin_cache = kept


def _set_language(theme: Theme, language: str) -> None:
    own: Any = theme.get("language")
    if own is None:
        theme["locale"] = parse_locale(language.replace("-", "_"))
        return
    for tag in (language, language.partition("-")[0]):
        if any((Path(folder) / f"partials/languages/{tag}.html").is_file() for folder in theme.dirs):
            theme["language"] = tag
            return
    raise PluginError(f'The theme has no words in the language "{language}", which content/site.yml names.')


def _in_menu(nav: Any, titles: Mapping[str, str]) -> Any:  # noqa: ANN401 - any value in mkdocs.yml
    match nav:
        case list():
            return [_in_menu(one, titles) for one in nav]
        case dict():
            return _only([_entry(title, inside, titles) for title, inside in nav.items()])
    return nav


def _entry(title: str, inside: Any, titles: Mapping[str, str]) -> Any:  # noqa: ANN401
    known = titles.get(title, titles.get(inside) if isinstance(inside, str) else None)
    if known == "":
        return inside
    return {known or title: _in_menu(inside, titles)}


def _only(entries: list[Any]) -> Any:  # noqa: ANN401
    """A menu entry has one title."""
    return entries[0] if len(entries) == 1 else entries
