"""What the address of a page may look like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.core.address import LONGEST, LONGEST_NAME, OutsideError, refuse_outside, stays_inside, why_invalid


@pytest.mark.parametrize(
    "address", ["./", "guides/", "guides/sit-bone/", "a b/Über uns/", "膝/", "v1.2/it's (new), no?/".replace("?", "")]
)
def test_names_that_each_end_in_a_slash_are_an_address(address):
    assert why_invalid(address) is None


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("", "empty"),
        ("guides", "end with a slash"),
        ("/guides/", "begins with a slash"),
        ("a//b/", "two slashes"),
        ("//", "begins with a slash"),
        ("../victim/", '".." is no name'),
        ("x/../../victim/", '".." is no name'),
        ("a/./b/", '"." is no name'),
        ("a/.../", '"..." is no name'),
        ("guides/#rest", "end with a slash"),
        ("guides/#rest/", '"#" may not stand in it'),
        ("a\0b/", "the character U+0000"),
        ("a\nb/", "the character U+000A"),
        ("a\u202eb/", "the character U+202E"),
        ("a\u00a0b/", "may not stand in it"),
        ("a\\b/", '"\\" may not stand in it'),
        ("C:/", '":" may not stand in it'),
        ("a?b/", '"?" may not stand in it'),
        ("a%20b/", '"%" may not stand in it'),
        (" a/", "begins with a space"),
        ("a /", "ends with a space"),
        ("a./", "full stop"),
        ("x" * (LONGEST_NAME + 1) + "/", f"longer than {LONGEST_NAME} characters"),
        ("膝" * 70 + "/", f"longer than {LONGEST_NAME} characters"),
        ("abcdefghi/" * 41, f"longer than {LONGEST} characters"),
    ],
)
def test_anything_else_is_not_and_it_is_said_why(address, why):
    assert why in why_invalid(address)


@given(st.text(st.sampled_from(list("ab.-/\\:# \0\n%é")), max_size=12).map(lambda text: text + "/"))
def test_an_address_always_stays_inside_and_is_one_folder_a_name(address):
    if why_invalid(address) is None and address != "./":
        assert stays_inside(f"{address}index.html")
        names = address.split("/")
        assert names.pop() == ""
        assert all(name and name == name.strip() and name.strip(".") for name in names)


@pytest.mark.parametrize(
    "uri", ["../a.md", "a/../../b.md", r"..\a.md", "/a.md", r"C:\a.md", "C:a.md", r"\\host\share\a", "a\0.md", ""]
)
def test_a_path_out_of_the_folder_is_refused(uri):
    assert not stays_inside(uri)
    with pytest.raises(OutsideError, match="Nothing was written"):
        refuse_outside(["index.md", uri])


def test_paths_inside_are_not():
    refuse_outside(["index.md", "guides/a.md", "assets/..b.png", "a b/ü.md"])
