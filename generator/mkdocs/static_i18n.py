"""What the plugin static-i18n must be told of files that are made: it knows those in docs_dir only."""

from posixpath import join
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

# It drops pages that it does not know, and comes late; ours come behind it.
AFTER = -200


def is_used(config: MkDocsConfig) -> bool:
    """Whether the site has that plugin."""
    return "i18n" in config.plugins


def stand_in(file: File, config: MkDocsConfig) -> None:
    """Have a page stand in the language that is built at present, as the plugin's own pages do that are not translated.

    Args:
        file: a page that was made, in the language of the site.
        config: the settings of the build.
    """
    plugin: Any = config.plugins["i18n"]
    now, usual = plugin.current_language, plugin.default_language
    if now != usual:
        file.dest_uri = join(now, file.dest_uri)
    # It asks each page of its own for these.
    vars(file).update(alternates={now: file}, locale=usual, locale_alternate_of=now, localization=None)
