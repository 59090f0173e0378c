"""The words of generated pages, from `words/en.toml`; a site can replace each of them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, Field, create_model

from generator.core.kinds.kind import Entry, Text, Words
from generator.core.word_file import Word, english

# The group of words that are fields of content/site.yml itself, not of its `words`.
_OF_SITE = "site"


class Forms(Entry):
    """One text for each plural form of a language, as CLDR calls them. A text alone stands for all of them."""

    NOUN = "plural form"
    REQUIRED = ("other",)
    zero: Text = Field("", description="The text for the numbers that the language counts as zero.")
    one: Text = Field("", description="The text for one, and what the language counts like it.")
    two: Text = Field("", description="The text for the numbers that the language counts as two.")
    few: Text = Field("", description="The text for the numbers that the language counts as few.")
    many: Text = Field("", description="The text for the numbers that the language counts as many.")
    other: Text = Field("", description="The text for all other numbers, and for forms that are not given.")


def _all_forms(value: object) -> object:
    return {"other": value} if isinstance(value, str) else value


Counted = Annotated[Forms, Words(), BeforeValidator(_all_forms, json_schema_input_type=str | Forms)]


class _PageWords(Entry):
    """What generated pages say, where a site wants other words. Each has a default that fits any subject."""

    NOUN = "list of words"


def word_field(name: str) -> str:
    """A model field for a word with one text: its default and its description."""
    word = english().words[name]
    return Field(word.text, description=_described(word))


def _counted(name: str) -> Forms:
    word = english().words[name]
    return Field(Forms.model_construct(set(word.forms), **word.forms), description=_described(word))


def _described(word: Word) -> str:
    return f"{word.where}, in the place of {' and '.join(f'“{text}”' for text in word.forms.values())}."


if TYPE_CHECKING:
    # A text, or its plural forms.
    _Said = Any

    class PageWords(_PageWords):
        """What generated pages say: an attribute for each word of the file."""

        def __getattr__(self, name: str) -> _Said: ...

else:
    _FIELDS = {
        name: (Text, word_field(name)) if word.counts is None else (Counted, _counted(name))
        for name, word in english().words.items()
        if word.group != _OF_SITE
    }
    PageWords = create_model(
        "PageWords", __base__=_PageWords, __module__=__name__, __doc__=_PageWords.__doc__, **_FIELDS
    )

ENGLISH = PageWords.model_construct()


def of_kind(words: PageWords, kind: str, what: str) -> str:
    """The word for a kind of entry on its pages.

    Args:
        words: the words of the site.
        kind: the name of a kind with pages.
        what: "one", "many", "about" and so on, as in the word file.
    """
    word: str = getattr(words, f"{kind.replace('-', '_')}_{what}")
    return word


def changed(words: PageWords) -> Mapping[str, Word]:
    """The words that a site has replaced, by name, as they are in the word file."""
    return {name: english().words[name] for name in english().words if name in words.model_fields_set}
