"""Two small guides of which the first can lead to the second, as data that a test can change, and as files."""

import copy
import json
from collections.abc import Callable
from typing import Any

Project = dict[str, Any]
DAY = "2026-11-22"


def _outcome(title: str, care: str, *places: str) -> dict[str, Any]:
    worse = ["It is no better after 2 weeks"]
    about = {"title": title, "care": care, "summary": f"{title}, then.", "get_help_if": worse, "places": list(places)}
    return {**about, "sources": ["a-study"], "reviewed": DAY}


def _flag(text: str, care: str, places: str | list[str]) -> dict[str, Any]:
    return {"text": text, "care": care, "places": places, "sources": ["a-study"]}


def _tree(title: str, place: str, questions: dict[str, Any]) -> dict[str, Any]:
    start = next(iter(questions))
    about = {"title": title, "summary": f"{title}?", "places": [place], "start": start, "reviewed": DAY}
    return {**about, "questions": questions}


# In the knee's guide the ways are no, no, walking, front (or back, to the calf's: no, slowly).
FIRST: Project = {
    "levels": {
        "emergency": {"title": "Get help now", "card": "emergency", "act": "Call an ambulance."},
        "soon": {"title": "See somebody soon", "card": "non-urgent", "act": "Make an appointment."},
        "self-care": {"title": "Look after it", "card": "self-care", "act": "Take it easy.", "self_care": True},
    },
    "flags": {
        "numb": _flag("Your leg is numb", "emergency", "everywhere"),
        "swelling": _flag("Your knee is hot and swollen", "soon", ["knee"]),
        "clot": _flag("One calf is swollen", "soon", ["calf"]),
    },
    "trees": {
        "knee": _tree(
            "Sore knee",
            "knee",
            {
                "when": {
                    "ask": "When does it hurt?",
                    "choices": {
                        "walking": {"text": "When I walk", "question": "where"},
                        "night": {"text": "At night", "outcome": "see-someone"},
                        "other": {"text": "None of these", "question": "where"},
                    },
                },
                "where": {
                    "ask": "Where does it hurt?",
                    "choices": {
                        "front": {"text": "In front", "outcome": "take-it-easy"},
                        "back": {"text": "Behind, towards the calf", "tree": "calf"},
                    },
                },
            },
        ),
        "calf": _tree(
            "Sore calf",
            "calf",
            {
                "how": {
                    "ask": "How did it begin?",
                    "choices": {
                        "slowly": {"text": "Slowly", "outcome": "rest-calf"},
                        "suddenly": {"text": "Suddenly", "outcome": "see-someone"},
                    },
                }
            },
        ),
    },
    "outcomes": {
        "see-someone": _outcome("See someone", "soon"),
        "take-it-easy": _outcome("Take it easy", "self-care", "knee"),
        "rest-calf": _outcome("Rest your calf", "self-care", "calf"),
    },
}


def files(project: Project) -> dict[str, str]:
    """The project as files; JSON is YAML."""
    made = {
        "decision_trees/care_levels.yml": project["levels"],
        "decision_trees/red_flags.yml": project["flags"],
        "content/places/knee.yml": {"title": "Knee"},
        "content/places/calf.yml": {"title": "Calf"},
        "content/sources.yml": {"a-study": {"title": "A study of legs", "URL": "https://example.org/1"}},
        **{f"decision_trees/{id}.yml": tree for id, tree in project["trees"].items()},
        **{f"content/outcomes/{id}.yml": outcome for id, outcome in project["outcomes"].items()},
    }
    return {path: json.dumps(content, indent=1) for path, content in made.items()}


def changed(*edits: Callable[[Project], object]) -> Project:
    """The project after some edits."""
    project = copy.deepcopy(FIRST)
    for edit in edits:
        edit(project)
    return project


def add_flag(id: str, text: str, care: str, *places: str) -> Callable[[Project], object]:
    """An edit: a red flag more."""
    return lambda project: project["flags"].update({id: _flag(text, care, list(places))})


def set_to(path: str, value: object) -> Callable[[Project], object]:
    """An edit: a value at a path such as "flags/numb/text"."""

    def edit(project: Project) -> None:
        *way, last = path.split("/")
        for step in way:
            project = project[step]
        project[last] = value

    return edit


def without(path: str) -> Callable[[Project], object]:
    """An edit: what stands at a path is gone."""

    def edit(project: Project) -> None:
        *way, last = path.split("/")
        for step in way:
            project = project[step]
        del project[last]

    return edit
