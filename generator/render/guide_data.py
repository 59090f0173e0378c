"""Writes each guide as data (`guide.json`) for programs: what its page says, including the red-flag questions.

Texts are plain. The format is versioned, and described by the JSON Schema that each file names.
"""

import json
import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.analyse.guide import GuideQuestion, guide_questions
from generator.core.kinds.red_flag import RedFlag
from generator.core.markup import plain, web_address
from generator.core.site import OutputFile, Serving
from generator.render.link import Links, label

VERSION = 1
SCHEMA = "assets/signpost/guide.schema.json"
_SCHEMA_FILE = Path(__file__).parents[1] / "web" / "guide.schema.json"


def guide_data_uri(tree: str) -> str:
    """The path of a tree's data file, from the root of the site."""
    return f"guides/{tree}/guide.json"


def guide_data(links: Links, serving: Serving) -> Iterator[OutputFile]:
    """One file per tree, and their JSON Schema."""
    for tree in links.library.trees:
        content = json.dumps(_Guide(links, serving, tree).data(), ensure_ascii=False, indent=1)
        yield OutputFile(guide_data_uri(tree), f"{content}\n")
    yield OutputFile(SCHEMA, _SCHEMA_FILE.read_text("utf-8"))


class _Guide:
    """The data of one tree."""

    def __init__(self, links: Links, serving: Serving, tree: str) -> None:
        self._links = links
        self._library = links.library
        self._serving = serving
        self._id = tree

    def data(self) -> dict[str, Any]:
        library, links, id = self._library, self._links, self._id
        tree = library.trees[id]
        questions = guide_questions(library, id)
        choices = [answer for question in questions for answer in question.answers]
        outcomes = list(dict.fromkeys(answer.to for answer in choices if answer.kind == "outcome"))
        trees = list(dict.fromkeys(answer.to for answer in choices if answer.kind == "tree"))
        flags = {flag for question in questions for flag, _ in question.flags}
        cited = [
            *tree.sources,
            *(source for flag in flags for source in library.red_flags[flag].sources),
            *(source for outcome in outcomes for source in links.outcomes[outcome].sources),
        ]
        return {
            "$schema": self._address(SCHEMA),
            "version": VERSION,
            "id": id,
            "title": plain(tree.title),
            "summary": plain(tree.summary),
            "url": self._page("tree", id),
            "notice": plain(library.site.attribution),
            "reviewed": tree.reviewed.isoformat() if tree.reviewed else None,
            "places": [self._thing("place", place) for place in tree.places if place in library.places],
            "start": questions[0].id,
            "questions": [self._question(question) for question in questions],
            "outcomes": [self._outcome(outcome) for outcome in outcomes],
            "guides": [self._thing("tree", other) for other in trees],
            "care_levels": [
                {
                    "id": level,
                    "title": plain(care.title),
                    "card": care.card,
                    "act": plain(care.act),
                    "self_care": care.self_care,
                }
                for level, care in library.care_levels.items()
            ],
            "sources": [self._source(source) for source in library.sources if source in set(cited)],
        }

    def _question(self, question: GuideQuestion) -> dict[str, Any]:
        return {
            "id": question.id,
            "ask": plain(question.ask),
            "why": plain(question.why),
            "url": f"{self._page('tree', self._id)}#{question.id}",
            "red_flags": [self._flag(id, flag) for id, flag in question.flags],
            "choices": [
                {
                    "id": answer.id,
                    "text": plain(answer.text),
                    "unsure": answer.unsure,
                    "leads_to": {"kind": "guide" if answer.kind == "tree" else answer.kind, "id": answer.to},
                }
                for answer in question.answers
            ],
        }

    def _flag(self, id: str, flag: RedFlag) -> dict[str, Any]:
        return {
            "id": id,
            "text": plain(flag.text),
            "care": flag.care,
            "why": plain(flag.why),
            "sources": list(flag.sources),
        }

    def _outcome(self, id: str) -> dict[str, Any]:
        outcome = self._links.outcomes[id]
        return {
            **self._thing("outcome", id),
            "summary": plain(outcome.summary),
            "care": outcome.care,
            "get_help_if": _plain(outcome.get_help_if),
            "try": _plain(outcome.try_),
            "avoid": _plain(outcome.avoid),
            "sources": list(outcome.sources),
            "reviewed": outcome.reviewed.isoformat() if outcome.reviewed else None,
        }

    def _source(self, id: str) -> dict[str, Any]:
        source = self._library.sources[id]
        return {
            "id": id,
            "label": label(id, source, self._library.site.words),
            "title": plain(source.title),
            "doi": source.DOI,
            "url": web_address(source.URL),
        }

    def _thing(self, kind: str, id: str) -> dict[str, str]:
        return {"id": id, "title": plain(self._links.title(kind, id)), "url": self._page(kind, id)}

    def _page(self, kind: str, id: str) -> str:
        return self._address(self._serving.path(self._links.address(kind, id)))

    def _address(self, path: str) -> str:
        """A full URL if the site's is known, otherwise relative to the data file."""
        if self._serving.url:
            return self._serving.url + path
        here = posixpath.dirname(guide_data_uri(self._id))
        return posixpath.relpath(path, here) + ("/" if path.endswith("/") else "")


def _plain(texts: Iterable[str]) -> list[str]:
    return [plain(text) for text in texts]
