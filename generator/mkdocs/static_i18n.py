"""Support for the plugin static-i18n, which knows only files in docs_dir and must be told about generated ones."""

from posixpath import join
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

# It runs late and drops pages that it does not know, so ours are added after it.
AFTER = -200


def is_used(config: MkDocsConfig) -> bool:
    """Whether the site uses that plugin."""
    return "i18n" in config.plugins


def stand_in(file: File, config: MkDocsConfig) -> None:
    """Make a page part of the language that is being built, like the plugin's own untranslated pages.

    Args:
        file: a generated page, in the language of the site.
        config: the settings of the build.
    """
    plugin: Any = config.plugins["i18n"]
    now, usual = plugin.current_language, plugin.default_language
    if now != usual:
        file.dest_uri = join(now, file.dest_uri)
    # The plugin reads these attributes from each of its pages.
    vars(file).update(alternates={now: file}, locale=usual, locale_alternate_of=now, localization=None)
