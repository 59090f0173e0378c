"""The list of rules and a page for each, made from the docstring of its module."""

import re
from collections.abc import Iterator
from textwrap import dedent

from generator.analyse.addresses import RULES as HERE
from generator.analyse.addresses import rule_uri
from generator.core.markup import plain
from generator.core.site import Page
from generator.core.wording import plain_text
from generator.render.link import Links
from generator.rules.register import RULES

_COMMAND = "signpost check"
# Excluded from search: these pages are for authors, not for readers.
_META = {"search": {"exclude": True}}
_EXAMPLE = re.compile(r"(?:^    .*\n?|^\n(?=    ))+", re.MULTILINE)


def pages(links: Links) -> Iterator[Page]:
    """The list of rules and a page for each, if the site settings ask for them."""
    if not links.library.site.rule_pages:
        return
    words = links.library.site.words
    yield Page(
        uri=HERE,
        template="rules",
        title=plain(words.rules_title),
        description=plain_text(words.rules_about, command=_COMMAND),
        source=None,
        view={"rules": list(RULES.values()), "uri": rule_uri, "command": _COMMAND},
        meta=_META,
    )
    for rule in RULES.values():
        yield Page(
            uri=rule_uri(rule.code),
            template="rule",
            title=f"{rule.code} {rule.name}",
            description=rule.doc.strip().splitlines()[0],
            source=None,
            view={"rule": rule, "doc": _fenced(rule.doc.strip()), "index": HERE},
            meta={**_META, "hide": ["toc"]},
        )


def _fenced(doc: str) -> str:
    """Put the indented examples of a rule into code fences: some site builders treat indented text as normal text."""
    return _EXAMPLE.sub(lambda found: f"\n```text\n{dedent(found[0]).strip()}\n```\n", doc)
