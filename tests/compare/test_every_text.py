"""Every text that readers see, of whatever kind, is compared, and weighs what its field says."""

from dataclasses import replace

import pytest
from worded import WORDED

from generator.compare.renames import follow
from generator.compare.texts import texts
from generator.core.kinds import KINDS
from generator.core.kinds.kind import Entry, Words, fields_of
from generator.core.library import Library, texts_for_readers
from generator.core.project import Project
from generator.load.files import load
from generator.load.parse import parse


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("worded")
    for path, text in WORDED.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return parse(load(Project(folder)))[0]


def with_text(entry: Entry, path: tuple[str | int, ...], text: str) -> Entry:
    data = entry.model_dump(mode="json", by_alias=True, exclude_unset=True)
    inside = data
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = text
    return type(entry).model_validate(data)


def weight(model: type[Entry], path: tuple[str | int, ...]) -> str | None:
    """The weight of the field at the end of a path, found in another way: by the last key that is a field."""
    said = None
    for step in path:
        for one in fields_of(model):
            if one.key == step:
                said = one.weight
                model = one.part or model
    return said


@pytest.mark.long
def test_a_word_more_in_any_text_is_told_and_weighs_what_its_field_says(library: Library):
    seen = set()
    for kind, id, entry in library.each():
        for path, text in texts_for_readers(entry):
            changed = with_text(entry, path, f"{text} not")
            after = library.with_entries(**{KINDS[kind].plural: {**library.entries[kind], id: changed}})
            found, whole = texts(library, after, follow(library, after))
            assert [(one.kind, one.id, one.weight) for one in found] == [(kind, id, weight(type(entry), path))], path
            assert found[0].acted_on == (found[0].weight != "record")
            assert whole == ()
            seen.add(kind)
    assert seen == set(KINDS)


def test_so_is_one_in_what_the_site_says(library: Library):
    for path, text in texts_for_readers(library.site):
        after = replace(library, site=with_text(library.site, path, f"{text} not"))
        (found,), _ = texts(library, after, follow(library, after))
        assert (found.kind, found.path, found.acted_on) == ("site", path, True)


def test_words_for_readers_weigh_something_in_every_kind():
    for kind in KINDS.values():
        models = [kind.model]
        for model in models:
            for one in fields_of(model):
                assert one.weight is not None or not isinstance(one.role, Words), (kind.name, one.key)
                models += [one.part] if one.part else []
