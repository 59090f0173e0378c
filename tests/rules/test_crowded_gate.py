from example import RED_FLAGS, TREE, edit

FLAGS = "".join(f"sign-{n}: {{text: Sign {n}, care: soon, places: [knee], sources: [a-study]}}\n" for n in range(11))


def test_more_than_ten_signs_at_once_are_told(found_at_marks):
    [finding] = found_at_marks({RED_FLAGS: FLAGS} | edit(TREE, "places: [knee]", "places: ▸[knee]"))
    assert (finding.code, finding.severity) == ("S805", "warning")
    assert 'asks about 11 signs of the level "soon" at once; 10 are enough' in finding.message


def test_of_two_levels_each_is_counted_for_itself(found_at_marks):
    assert not found_at_marks({RED_FLAGS: FLAGS.replace("care: soon", "care: emergency", 4)})
