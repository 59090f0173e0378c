"""Every exception of Signpost's own is a SignpostError, so that a caller can name them all."""

import pkgutil
from importlib import import_module

import pytest

import generator
from generator.core.errors import SignpostError, UnprovedError, not_none


def own_exceptions() -> list[type[BaseException]]:
    found = []
    for module in pkgutil.walk_packages(generator.__path__, "generator."):
        if module.name != "generator.__main__":
            things = vars(import_module(module.name)).values()
            found += [one for one in things if isinstance(one, type) and issubclass(one, BaseException)]
    return [one for one in dict.fromkeys(found) if one.__module__.startswith("generator.")]


def test_all_exceptions_are_of_one_tree():
    found = own_exceptions()
    assert len(found) >= 10
    assert [one for one in found if not issubclass(one, SignpostError)] == []


def test_what_check_has_proved_to_be_there_is_given_back():
    assert not_none("") == ""
    with pytest.raises(UnprovedError, match="proved"):
        not_none(None)
