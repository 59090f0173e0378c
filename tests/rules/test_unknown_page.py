from example import KNEE, add

ABOUT = {"content/about/index.md": "# About\n"}


def test_a_page_that_does_not_exist_is_told(found_at_marks):
    [finding] = found_at_marks(ABOUT | add(KNEE, "what: ▸See [more](page:about/indx.md).\n"))
    assert finding.code == "S408"
    assert 'no page "about/indx.md"' in finding.message
    assert finding.help == 'Did you mean "about/index.md"?'


def test_a_page_that_exists_may_be_linked(found_at_marks):
    assert not found_at_marks(ABOUT | add(KNEE, "what: See [more](page:about/index.md).\n"))
