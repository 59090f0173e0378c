"""What this site's own templates and scripts say is data, in mkdocs.yml, in the same words for each language."""

import re
from html.parser import HTMLParser

import pytest
from mkdocs.utils.yaml import yaml_load
from real_project import ROOT

THEME = ROOT / "site_overrides"
WORDS = yaml_load((ROOT / "mkdocs.yml").read_text("utf-8"))["extra"]["words"]
TEMPLATES = sorted(THEME.rglob("*.html"))
SCRIPTS = sorted((THEME / "assets").glob("*js"))
# Attributes that readers see or hear.
SEEN = frozenset(("alt", "aria-label", "title", "placeholder"))
_JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
# What no reader sees: comments, what is thrown, and the names of keys.
_UNSEEN = re.compile(r"""/\*.*?\*/|(?<!:)//[^\n]*|new Error\([^)]*\)|key === "\w+\"""", re.DOTALL)
_WORDS = re.compile(r"""["'`]([A-Z][a-z]+(?: [^"'`]*)?|[a-z]+ [a-z]+)["'`]""")


class Said(HTMLParser):
    """What a template says of its own."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.feed(_JINJA.sub(" ", text))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.said += [value for name, value in attrs if name in SEEN and value]

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def own_words(template: str) -> list[str]:
    return [words.strip() for words in Said(template).said if re.search("[A-Za-z]", words)]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_words_of_its_own(template):
    assert own_words(template.read_text("utf-8")) == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_script_has_words_of_its_own(script):
    assert _WORDS.findall(_UNSEEN.sub("", script.read_text("utf-8"))) == []


def test_words_in_a_template_and_in_a_script_would_be_found():
    assert own_words('<p class="x">{% if x %}Edit{% endif %} {{ y }}</p><a title="Up">') == ["Edit", "Up"]
    said = 'button.textContent = "Close menu"; name: "Menu", kind: "md-header__button", key: "Escape"'
    assert _WORDS.findall(said) == ["Close menu", "Menu", "Escape"]


def test_each_language_says_all_of_it_with_the_same_names_in_braces():
    def told(words):
        if isinstance(words, str):
            return sorted(re.findall(r"\{\w+\}", words))
        return {key: told(value) for key, value in words.items()}

    assert len(WORDS["en"]) > 10
    assert {language: told(words) for language, words in WORDS.items()} == dict.fromkeys(WORDS, told(WORDS["en"]))


def test_each_of_them_is_said_somewhere():
    texts = "".join(path.read_text("utf-8") for path in (*TEMPLATES, *SCRIPTS))
    assert [key for key in WORDS["en"] if f"own.{key}" not in texts] == []
    assert [key for key in WORDS["en"]["scripts"] if not re.search(rf"\b(words|said)\.{key}\b", texts)] == []
