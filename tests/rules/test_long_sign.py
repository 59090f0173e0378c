from example import RED_FLAGS, edit


def of_words(number: int) -> str:
    return " ".join(["hot"] * number)


def test_a_sign_of_more_than_twenty_words_is_told(found_at_marks):
    [finding] = found_at_marks(edit(RED_FLAGS, "text: Your knee is hot and swollen", f"text: ▸{of_words(21)}"))
    assert (finding.code, finding.severity) == ("S803", "warning")
    assert finding.message == "This sign has 21 words; the limit is 20."


def test_twenty_words_are_read(found_at_marks):
    assert not found_at_marks(edit(RED_FLAGS, "text: Your knee is hot and swollen", f"text: {of_words(20)}"))


def test_a_site_can_set_another_number(found_at_marks):
    files = edit(RED_FLAGS, "text: Your", "text: ▸Your")
    assert found_at_marks(files | {"content/site.yml": "most_words_in_a_sign: 5\n"})
