import pytest
from example import EXERCISE, KNEE, PLAN, WITH_PLAN, add, edit_plan

OTHER = {"content/exercises/stretch.yml": WITH_PLAN[EXERCISE].replace("Bend", "Stretch")}


@pytest.mark.parametrize(
    "files",
    [
        edit_plan(PLAN, "  - title: Standing", "  - title: Standing\n    exercises:\n      - {exercise: ▸bendd}"),
        WITH_PLAN | add(KNEE, "what: ▸See [how](exercise:bendd).\n"),
        edit_plan(PLAN, "Our choice.", "'▸See [how](exercise:bendd)'").copy(),
    ],
)
def test_an_exercise_that_does_not_exist_is_told_wherever_it_is_named(files, found_at_marks):
    files = {path: text.replace("'▸", "▸'") for path, text in files.items()}
    [finding] = found_at_marks(files)
    assert finding.code == "S422"
    assert 'no exercise "bendd"' in finding.message
    assert finding.help == 'Did you mean "bend"?'


def test_an_exercise_that_had_the_name_before_is_told(found_at_marks):
    renamed = {"content/exercises/fold.yml": WITH_PLAN[EXERCISE] + "aliases: [bend]\n"}
    files = {path: text for path, text in WITH_PLAN.items() if path != EXERCISE}
    files[PLAN] = files[PLAN].replace("{exercise: bend,", "{exercise: ▸bend,")
    findings = found_at_marks(files | renamed | {"content/about/all.md": "# All\n\n[It](exercise:fold)\n"})
    assert [(one.code, one.help) for one in findings] == [("S422", 'Write "fold", as it is called now.')]
