"""A small library with a text in every kind of field, for the tests of what a change of words does."""

LEVELS = "decision_trees/care_levels.yml"
FLAGS = "decision_trees/red_flags.yml"
PRECAUTIONS = "decision_trees/precautions.yml"
LEG = "decision_trees/leg.yml"
CASE = "decision_trees/cases/after-a-flight.yml"
CLOT = "content/outcomes/clot.yml"
TEAR = "content/outcomes/tear.yml"
SORE = "content/outcomes/sore.yml"
PRESS = "content/faq/press.yml"
PLAN = "content/plans/calf.yml"
RAISE = "content/exercises/raise.yml"
CALF = "content/places/calf.yml"
SITE = "content/site.yml"
SOURCES = "content/sources.yml"
SAFETY = "content/about/safety.md"

WORDED = {
    LEVELS: """\
now: {title: Get help now, card: emergency, act: "Call an ambulance now: [999](tel:999)."}
today: {title: Be seen today, card: urgent, act: "Be seen today. If nobody can see you today, go to a hospital."}
soon: {title: See somebody soon, card: non-urgent, act: "Book a visit within 2 weeks."}
self: {title: Look after it, card: self-care, self_care: true, act: "Follow the steps; see a doctor if it gets worse."}
""",
    FLAGS: """\
lung:
  text: Breathless, chest pain or coughing up blood
  detail: Being out of breath after a run does not count.
  care: now
  places: everywhere
  why: A clot can travel to the lungs.
swollen:
  text: One calf is swollen or warm, and you do not know why
  care: today
  places: [calf]
  why: It may be a clot.
""",
    PRECAUTIONS: """\
thinners: {text: "you take blood thinners: no ibuprofen, and do not press", who: pharmacist, places: everywhere}
pregnant: {text: you are pregnant, who: professional, places: [calf]}
""",
    LEG: """\
title: Calf pain
summary: What calf pain may be, and how soon to be seen.
places: [calf]
start: how
reviewed: 2026-11-22
questions:
  how:
    ask: How did it begin?
    why: A snap in one moment tells a tear from a strain.
    choices:
      snap:
        {text: "With a snap, and I cannot stand on tiptoe", hint: Even if it hurts little, place: calf, outcome: tear}
      slowly: {text: "Bit by bit after hard exercise", question: walk}
      flight: {text: "After a long flight or days in bed", hint: "More than 4 hours", outcome: clot}
      unsure: {text: I am not sure, unsure: true, outcome: clot}
  walk:
    ask: Can you walk without a limp?
    choices:
      well: {text: "Yes, I can walk normally and it is better each day", outcome: sore}
      limp: {text: "No, I limp or it is worse each day", outcome: tear}
      unsure: {text: I am not sure, unsure: true, outcome: tear}
""",
    CASE: """\
title: After a flight
story: A calf that aches since a flight of 9 hours.
guide: leg
answers: [{red-flags-now: no}, {red-flags-today: no}, {how: flight}]
expect: {care: today}
reviewed: 2026-11-22
""",
    CLOT: """\
title: Possible clot
care: today
summary: A calf that aches for no reason needs to be seen today.
what: A vein may be blocked. You cannot tell at home.
try:
  - "[Be seen today](care:today): ask for a scan."
  - Tell them about flights and operations.
avoid:
  - "Do not press, roll or massage the leg: it can be deadly [@a-study]."
  - Do not wait until tomorrow.
get_help_if:
  - "You are breathless: call an ambulance"
  - "Nobody can see you within 24 hours: go to a hospital"
  - "It is no better after 2 weeks: go back"
evidence_says: A scan is expected within 4 hours [@a-study]. Most calves that hurt hold no clot.
places: [calf]
sources: [a-study]
reviewed: 2026-11-22
""",
    TEAR: """\
title: Possible tear
care: today
summary: "Be seen today: go to an emergency department, even if you can walk."
what: The heel cord may be torn.
try: ["Walk as little as you can, with the foot pointing down."]
avoid: ["Do not stretch it, and do not test it by hopping."]
get_help_if: ["It happened more than 24 hours ago: go now", "Your foot turns white or numb: call an ambulance"]
places: [calf]
sources: [a-study]
reviewed: 2026-11-22
""",
    SORE: """\
title: Sore muscle
care: self
summary: It is gone within 5 days.
plan: calf
try: [Keep moving gently., Use warmth or cold.]
avoid: [Do not train hard.]
get_help_if: ["It is still there after 5 days: see a doctor", "The calf swells: be seen today"]
places: [calf]
sources: [a-study]
reviewed: 2026-11-22
""",
    PRESS: """\
question: Should I press the sore place?
summary: You lose little by leaving it out.
answer: |
  **Rule out a clot first.** Do **not** press a calf that is swollen or warm.

  Call an ambulance if:

  - you are breathless
  - you cough up blood

  A firm touch of 10 seconds is enough anywhere else.
evidence_says: A review of 19 trials found no clear effect [@a-study].
trees: [leg]
sources: [a-study]
reviewed: 2026-11-22
""",
    PLAN: """\
title: A sore calf
summary: A mild strain takes 1 to 3 weeks.
outcomes: [sore]
places: [calf]
tonight: ["Cold for 10 to 20 minutes, 3 times a day. No heat.", "Take the bandage off to sleep."]
pain_rule: Stop if it hurts more than 3 out of 10.
stages:
  - title: First days
    when: Until you walk normally.
    move_on_if: Walking does not hurt
    exercises: [{exercise: raise, dose: 3 sets of 10, note: Without weights.}]
  - {title: Running, when: Not before week 3., move_on_if: You run 20 minutes}
return_to: [{title: Sport, steps: [Jog before you sprint., Leave a day between runs.]}]
see_someone_if: [It is no better after 3 weeks]
clinic_versions: One clinic begins on day 2.
sources: [a-study]
reviewed: 2026-11-22
""",
    RAISE: """\
title: Heel raise
start: Stand on both feet, and hold on to something.
movement: [Rise slowly., Lower even more slowly.]
figure: [rise-start, rise-end]
hold: 2 seconds
caution: [Do not do it if you felt a snap.]
sources: [a-study]
reviewed: 2026-11-22
""",
    CALF: """\
title: Calf
what: Two muscles and a cord.
names: [back of the leg]
caution: [Do not press behind the knee., "Do not massage a warm, swollen calf. Get help today."]
sources: [a-study]
reviewed: 2026-11-22
""",
    SITE: """\
title: Legs
attribution: It is not a diagnosis. Call 999 in an emergency.
words: {tonight: Tonight}
""",
    SOURCES: 'a-study: {title: A study of calfs, URL: "https://example.org/1", note: Only 40 people took part.}\n',
    SAFETY: """\
---
title: Safety
description: Which number to call.
reviewed: 2026-11-22
---
# Safety

If you think it is an emergency, **do not** read on: call now.

| Country | Number |
|---|---|
| UK | 999 |

- This site cannot tell you what you have.
- "I am not sure" counts as yes.

See [the result](outcome:clot), or [why](../index.md).
""",
}


def worded(path: str, old: str, new: str) -> dict[str, str]:
    """The library with one passage of one file changed; the passage must stand there exactly once."""
    text = WORDED[path]
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    return WORDED | {path: text.replace(old, new)}
