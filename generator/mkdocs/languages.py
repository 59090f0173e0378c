"""A site in several languages: after the site itself, a build for each of the others, in a folder of its own."""

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

# What stands for the address of a page in a language until that is known; themes leave what begins so as it is.
_MARK = "#signpost-in-"
_TOLD = re.compile(rf'<link rel="alternate" href="{_MARK}[^>]*>\s*')


def config_in(language: str, config: MkDocsConfig, title: str, titles: Mapping[str, str]) -> MkDocsConfig:
    """The settings for the site in another language: its theme in that language, and a folder for it.

    Args:
        language: such as "de".
        config: the settings of the build.
        title: what the site is called in that language; "" where it has the same name.
        titles: what stands in its menu, by what stands there in the original or by a page's file; "" for a page that
            is called in the menu as it calls itself.

    Raises:
        PluginError: where there is something at its address already.
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
    _speak(found.theme, language)
    return found


def menu(languages: Iterable[str]) -> list[dict[str, str]]:
    """The languages as a theme's menu of them wants them; `linked` puts addresses into what it makes of that.

    Args:
        languages: all of them, the original first.
    """
    return [{"name": calls_itself(tag), "link": f"{_MARK}{tag}", "lang": tag} for tag in languages]


def linked(html: str, page: str, folders: Mapping[str, str], inside: bool) -> str:
    """A page whose menu of languages leads to the same page in each, without what the theme says of them to programs.

    Args:
        html: the page as the theme made it.
        page: its address from the top of its own site.
        folders: the folder of each language from the top of the original, that of the original being "".
        inside: whether the page is one of a folder.
    """
    if _MARK not in html:
        return html
    html = _TOLD.sub("", html)
    for tag, address in seen_from(page, folders, inside).items():
        html = html.replace(f'"{_MARK}{tag}"', f'"{escape(address)}"')
    return html


def seen_from(page: str, folders: Mapping[str, str], inside: bool) -> dict[str, str]:
    """The addresses of a page in each language as a browser sees them from it, by language; as for `linked`."""
    top = "../" * (page.count("/") + inside)
    return {tag: f"{top}{folder}{page}" or "./" for tag, folder in folders.items()}


def addresses(page: str, folders: Mapping[str, str], top: str, inside: bool) -> dict[str, str]:
    """The addresses of a page in each language, for search engines; "x-default" is the original.

    Args:
        page: its address from the top of its own site.
        folders: the folder of each language from the top of the original, that of the original being "".
        top: the address of the site in the original, which makes them whole; "" where it is not known.
        inside: whether the page is one of a folder.
    """
    found = seen_from(page, folders, inside)
    if top:
        found = {tag: urljoin(top, f"{folder}{page}") for tag, folder in folders.items()}
    return {**found, "x-default": next(iter(found.values()))} if found else {}


@contextmanager
def _new_plugins() -> Iterator[None]:
    """Have a configuration get plugins of its own: MkDocs keeps some, and would hand out those that are at work."""
    # Private, and there is no other way.
    option: Any = dict(MkDocsConfig._schema)["plugins"]
    kept, option.plugin_cache = option.plugin_cache, {}
    try:
        yield
    finally:
        option.plugin_cache = kept


def _speak(theme: Theme, language: str) -> None:
    own: Any = theme.get("language")
    if own is None:
        theme["locale"] = parse_locale(language.replace("-", "_"))
        return
    for tag in (language, language.partition("-")[0]):
        if any((Path(folder) / f"partials/languages/{tag}.html").is_file() for folder in theme.dirs):
            theme["language"] = tag
            return
    raise PluginError(f'The theme has no words in the language "{language}", which content/site.yml names.')


def _in_menu(nav: Any, titles: Mapping[str, str]) -> Any:  # noqa: ANN401 - whatever stands in mkdocs.yml
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
    """An entry of a menu has one title."""
    return entries[0] if len(entries) == 1 else entries
