"""What no plan of Above & Below may ask for; what each must say stands in `content/site.yml`."""

import real_project

LIBRARY = real_project.report().survey.library


def test_pain_at_the_heel_bone_never_leads_to_the_edge_of_a_step():
    named = {step.exercise for stage in LIBRARY.plans["insertional-achilles"].stages for step in stage.exercises}
    assert named.isdisjoint({"heel-drop", "bent-knee-heel-drop", "calf-stretch", "towel-calf-stretch"})
