"""Generates a library of any size for measuring: deterministic, and without a single finding.

A guide has 20 questions with three choices. Its paths branch and join again and end at its own or at shared outcomes,
and one guide in ten hands over to the next. `python -m bench.library DIR GUIDES` writes one.
"""

import re
import sys
from pathlib import Path
from random import Random

QUESTIONS = 20
_PLACES, _SOURCES, _SHARED = 24, 30, 12
# A place with no red flags but those asked everywhere, so any guide may lead to its outcomes.
_NO_SIGNS = f"[place-{_PLACES - 1}]"
_DAY = "2026-11-22"
_WORDS = re.findall(
    r"\w+",
    """
    it hurts when you sit for a long time and walk up a hill or run fast on hard ground the pain is dull deep sharp
    worse in the cold after a rest at night with your leg bent and you feel a pull from the hip down to the knee but
    less if you move it now then stop bend turn lean lift step slow warm stiff weak sore long short front back side
    """,
)
_LEVELS = """\
emergency: {title: Get help now, card: emergency, act: Call an ambulance.}
urgent: {title: See somebody today, card: urgent, act: Ring your doctor today.}
soon: {title: See somebody soon, card: non-urgent, act: Make an appointment.}
self-care: {title: Look after it yourself, card: self-care, act: Take it easy for now., self_care: true}
"""
_CONFIG = """\
site_name: A library to measure
site_url: https://bench.example/
docs_dir: content
theme: {name: material, font: false}
nav: [{Home: index.md}, {Guides: guides/index.md}, {Questions: questions/index.md}, {Results: outcomes/index.md}]
not_in_nav: "*"
plugins: [search, signpost]
markdown_extensions: [attr_list, md_in_html, admonition, toc: {permalink: true}]
"""


def write(folder: Path, guides: int) -> Path:
    """Write a library with the given number of guides into a folder, and return the folder."""
    for path, text in files(guides).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder


def files(guides: int) -> dict[str, str]:
    """Every file of such a library: its text by its path in the project."""
    found = {
        "mkdocs.yml": _CONFIG,
        "decision_trees/care_levels.yml": _LEVELS,
        "decision_trees/red_flags.yml": _red_flags(),
        "content/sources.yml": "".join(
            f"study-{n}:\n  title: What {n} people did about it\n  author: [Writer {n}]\n  issued: {1990 + n}\n"
            f"  URL: https://example.org/{n}\n"
            for n in range(_SOURCES)
        ),
    }
    for n in range(_PLACES):
        found[f"content/places/place-{n}.yml"] = (
            f"title: Place {n}\nsummary: {_line(Random(f'place {n}'), 9)}.\nsources: [study-{n}, study-{n + 6}]\n"
        )
    for n in range(_SHARED):
        care = ("soon", "self-care")[n % 2]
        found[f"content/outcomes/shared-{n}.yml"] = _outcome(f"shared-{n}", f"Shared result {n}", care, _NO_SIGNS)
    found["content/outcomes/get-it-checked.yml"] = _outcome("get-it-checked", "Get it checked", "urgent", "[]")
    for n in range(guides):
        places = f"[place-{n % _PLACES}, place-{(n * 7 + 1) % _PLACES}]"
        care = ("soon", "self-care")[n % 2]
        found[f"decision_trees/{_guide(n)}.yml"] = _tree(n, guides, places)
        found[f"content/outcomes/{_guide(n)}-result.yml"] = _outcome(_guide(n), f"Result of guide {n}", care, places)
        if n % 5 == 0:
            found[f"content/faq/{_guide(n)}-why.yml"] = _faq(n)
    return found


def _red_flags() -> str:
    flags = [("all", "emergency", "everywhere"), ("all-too", "urgent", "everywhere")]
    flags += [(f"sign-{n}", ("urgent", "soon")[n % 2], f"[place-{n}, place-{n + 1}]") for n in range(8)]
    return "".join(
        f"{id}:\n  text: You have the sign {id} {_line(Random(id), 5)}\n  care: {care}\n  places: {places}\n"
        f"  sources: [study-{index}]\n"
        for index, (id, care, places) in enumerate(flags)
    )


def _guide(n: int) -> str:
    return f"guide-{n:04}"


def _line(dice: Random, words: int) -> str:
    return " ".join(dice.choices(_WORDS, k=words)).capitalize()


def _paragraph(dice: Random, sentences: int) -> str:
    return " ".join(f"{_line(dice, dice.randint(7, 13))}." for _ in range(sentences))


def _tree(n: int, guides: int, places: str) -> str:
    dice = Random(f"guide {n}")
    lines = [
        f"title: Guide {n} {_line(dice, 4)}",
        f"summary: Find out what to do. {_line(dice, 9)}.",
        f"places: {places}",
        "start: q-0",
        f"reviewed: {_DAY}",
        f"sources: [study-{n % _SOURCES}]",
        "questions:",
    ]
    for row in range(QUESTIONS):
        lines += [f"  q-{row}:", f"    ask: {_line(dice, 8)}?"]
        if row % 3 == 0:
            lines.append(f"    why: {_paragraph(dice, 2)}")
        lines += ["    choices:", "      most:", f"        text: First {_line(dice, 4)}"]
        lines.append(
            f"        question: q-{row + 1}" if row + 1 < QUESTIONS else f"        outcome: {_guide(n)}-result"
        )
        lines += ["      less:", f"        text: Second {_line(dice, 4)}"]
        if row + 2 < QUESTIONS and row % 2:
            lines.append(f"        question: q-{row + 2}")
        elif row == QUESTIONS - 1 and n % 10 == 0 and n + 1 < guides:
            lines.append(f"        tree: {_guide(n + 1)}")
        else:
            lines.append(f"        outcome: shared-{(n + row) % _SHARED}")
        lines += ["      unsure:", "        text: I am not sure", "        unsure: true"]
        lines.append("        outcome: get-it-checked")
    return "\n".join([*lines, ""])


def _outcome(id: str, title: str, care: str, places: str) -> str:
    dice = Random(f"outcome {id}")
    study = dice.randrange(_SOURCES)
    return "\n".join(
        [
            f"title: {title}",
            f"care: {care}",
            f"summary: {_paragraph(dice, 2)}",
            f"what: {_paragraph(dice, 4)}",
            *("try:", f"  - {_paragraph(dice, 1)}", f"  - {_paragraph(dice, 1)}"),
            *("avoid:", f"  - {_paragraph(dice, 1)}"),
            *("get_help_if:", "  - It is no better after 2 weeks"),
            f"article_says: {_paragraph(dice, 2)}",
            f'evidence_says: "{_paragraph(dice, 2)} [@study-{study}]"',
            f"places: {places}",
            f"sources: [study-{study}]",
            f"reviewed: {_DAY}",
            "",
        ]
    )


def _faq(n: int) -> str:
    dice = Random(f"faq {n}")
    study = n % _SOURCES
    return "\n".join(
        [
            f"question: Why is it so {_line(dice, 6)}?",
            f"summary: {_paragraph(dice, 1)}",
            f'answer: "{_paragraph(dice, 5)} See [the result](outcome:{_guide(n)}-result). [@study-{study}]"',
            f"trees: [{_guide(n)}]",
            f"outcomes: [{_guide(n)}-result]",
            f"places: [place-{n % _PLACES}]",
            f"sources: [study-{study}]",
            f"reviewed: {_DAY}",
            "",
        ]
    )


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
