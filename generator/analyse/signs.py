"""Choices that name red flags, and choices that express doubt."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.core.library import Library
from generator.core.markup import plain


def signs_of_choices(library: Library) -> Iterator[tuple[str, str, str, list[str]]]:
    """Every choice that says a red flag is there, as (tree, question, choice, ids of known red flags)."""
    for tree_id, tree in library.trees.items():
        for question_id, question in tree.questions.items():
            for choice_id, choice in question.choices.items():
                if flags := [flag for flag in choice.signs if flag in library.red_flags]:
                    yield tree_id, question_id, choice_id, flags


def sounds_unsure(id: str, text: str, words: Iterable[str]) -> bool:
    """Whether the text or id of a choice expresses doubt.

    Args:
        id: the choice's id, in which hyphens count as spaces.
        text: its text, as Markdown.
        words: phrases that express doubt, in lower case.
    """
    said = f" {_letters(id.replace('-', ' '))} | {_letters(plain(text))} "
    return any(phrase in said for phrase in _phrases(tuple(words)))


@lru_cache(maxsize=8)
def _phrases(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f" {_letters(phrase)} " for phrase in words)


def _letters(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", "", text.casefold()).split())
