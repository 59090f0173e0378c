"""The library that the examples of the rules assume: a tree, two outcomes, a red flag, a figure. It has no fault."""

TREE = "decision_trees/example.yml"
CARE_LEVELS = "decision_trees/care_levels.yml"
RED_FLAGS = "decision_trees/red_flags.yml"
SEE_SOMEONE = "content/outcomes/see-someone.yml"
TAKE_IT_EASY = "content/outcomes/take-it-easy.yml"
WHY_IT_HURTS = "content/faq/why-it-hurts.yml"
KNEE = "content/places/knee.yml"
ELBOW = "content/places/elbow.yml"
SOURCES = "content/sources.yml"
SITE = "content/site.yml"
FRONT = "content/figures/front.svg"

EXAMPLE = {
    SITE: "subject: health\n",
    CARE_LEVELS: """\
emergency: {title: Get help now, card: emergency, act: Call an ambulance.}
soon: {title: See somebody soon, card: non-urgent, act: Make an appointment.}
self-care: {title: Look after it, card: self-care, act: Take it easy., self_care: true}
""",
    RED_FLAGS: """\
swelling: {text: Your knee is hot and swollen, care: soon, places: [knee], sources: [a-study]}
""",
    TREE: """\
title: Sore knee
summary: Find out what to do about a sore knee.
places: [knee]
start: rest
reviewed: 2026-11-22
questions:
  rest:
    ask: Does it hurt at rest?
    choices:
      a-lot: {text: A lot, outcome: see-someone}
      a-little: {text: A little, outcome: take-it-easy}
      cannot-tell: {text: I cannot tell, unsure: true, outcome: see-someone}
""",
    SEE_SOMEONE: """\
title: See someone
care: soon
summary: Show it to somebody.
get_help_if: [It is no better after 2 weeks]
sources: [a-study]
reviewed: 2026-11-22
""",
    TAKE_IT_EASY: """\
title: Take it easy
care: self-care
summary: Rest it.
get_help_if: [It is no better after 2 weeks]
places: [knee]
sources: [a-study]
reviewed: 2026-11-22
""",
    WHY_IT_HURTS: """\
question: Why does it hurt?
answer: Nobody knows.
trees: [example]
sources: [a-study]
reviewed: 2026-11-22
""",
    KNEE: "title: Knee\n",
    ELBOW: "title: Elbow\n",
    FRONT: '<svg viewBox="0 0 100 200"></svg>\n',
    SOURCES: "a-study: {title: A study of knees, URL: https://example.org/1}\n",
}


def edit(path: str, old: str, new: str) -> dict[str, str]:
    """One file of the example with one passage changed; the passage must stand there exactly once."""
    text = EXAMPLE[path]
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    return {path: text.replace(old, new)}


def add(path: str, text: str) -> dict[str, str]:
    """One file of the example with something more at its end."""
    return {path: EXAMPLE[path] + text}


# A plan with an exercise, for tests that need one; the example itself has neither.
PLAN = "content/plans/bend-it.yml"
EXERCISE = "content/exercises/bend.yml"
WITH_PLAN = {
    PLAN: """\
title: Bend it
summary: A little more each week.
places: [knee]
tonight: [Put it up]
pain_rule: Stop if it hurts.
stages:
  - title: Sitting
    move_on_if: It is easy
    exercises:
      - {exercise: bend, dose: 10 times, note: Our choice.}
  - title: Standing
return_to:
  - {title: Stairs, steps: [Up first]}
sources: [a-study]
reviewed: 2026-11-22
""",
    EXERCISE: """\
title: Bend
start: Sit on a chair.
movement: [Bend your knee, Stretch it]
figure: [front]
sources: [a-study]
reviewed: 2026-11-22
""",
    TAKE_IT_EASY: EXAMPLE[TAKE_IT_EASY] + "plan: bend-it\n",
}
PRECAUTIONS = "decision_trees/precautions.yml"
WITH_PRECAUTION = {
    PRECAUTIONS: "young: {text: you are under 18, who: professional, places: everywhere, sources: [a-study]}\n"
}


def edit_plan(path: str, old: str, new: str) -> dict[str, str]:
    """The plan and its exercise with one passage of one file changed; the passage must stand there exactly once."""
    text = WITH_PLAN[path]
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    return WITH_PLAN | {path: text.replace(old, new)}
