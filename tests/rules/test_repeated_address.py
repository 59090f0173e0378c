def test_the_second_line_is_told_with_the_number_of_the_first(found_at_marks):
    [finding] = found_at_marks({"permalinks.txt": "# Ours\n./\nguides/example/\n▸./\n"})
    assert finding.code == "S903"
    assert finding.message == '"./" is here a second time, after line 2.'
    assert finding.help == "Take this line out."


def test_a_page_and_its_anchors_are_different_addresses(found_at_marks):
    assert not found_at_marks({"permalinks.txt": "guides/example/\nguides/example/#rest\n"})
