"""Writes a chart as text for other programs to draw: Mermaid flowcharts and Graphviz DOT."""

from generator.core.care_colours import CARE_COLOURS
from generator.core.text import printable
from generator.draw import mermaid
from generator.draw.chart import Chart, Step

_FORMS = {"gate": "{{{{{}}}}}", "question": "[{}]", "outcome": "([{}])", "tree": ">{}]"}
_SHAPES = {"gate": "hexagon", "question": "box", "outcome": "box", "tree": "cds"}


def as_mermaid(chart: Chart) -> str:
    """The chart as a `flowchart TD`. Node ids are numbered, because some words are reserved in Mermaid."""
    names = {thing: f"n{number}" for number, thing in enumerate(chart.steps)}
    lines = ["flowchart TD"]
    for thing, step in chart.steps.items():
        kind = f":::{step.care.card}" if step.care else ""
        lines.append(f"  {names[thing]}{_FORMS[step.kind].format(mermaid.label(_words(step)))}{kind}")
    for lead in chart.leads:
        words = mermaid.label(" / ".join(text for _, text in lead.choices))
        lines.append(f"  {names['question', lead.question]} -->|{words}| {names[lead.to]}")
    for card, colours in CARE_COLOURS.items():
        if any(step.care and step.care.card == card for step in chart.steps.values()):
            lines.append(f"  classDef {card} fill:{colours.fill},color:{colours.ink},stroke:{colours.fill}")
    return "\n".join(lines) + "\n"


def as_dot(chart: Chart) -> str:
    """The chart in Graphviz's DOT language, with node names made of kind and id."""
    lines = [
        f"digraph {_quoted(chart.tree)} {{",
        f"  graph [label={_quoted(chart.title)}, labelloc=t, rankdir=TB]",
        '  node [fontname="sans-serif", style=rounded]',
        '  edge [fontname="sans-serif", fontsize=11]',
    ]
    for thing, step in chart.steps.items():
        more = ""
        if step.care:
            colours = CARE_COLOURS[step.care.card]
            more = f', style="rounded,filled", fillcolor="{colours.fill}", fontcolor="{colours.ink}"'
        lines.append(f"  {_node(thing)} [shape={_SHAPES[step.kind]}, label={_quoted(_words(step))}{more}]")
    for lead in chart.leads:
        words = _quoted(" / ".join(text for _, text in lead.choices))
        lines.append(f"  {_node(('question', lead.question))} -> {_node(lead.to)} [label={words}]")
    return "\n".join([*lines, "}"]) + "\n"


def _words(step: Step) -> str:
    """The text of a box. It includes the care level, for readers who do not see its colour."""
    if step.care and step.care.title != step.text:
        return f"{step.care.title}: {step.text}"
    if step.kind == "tree":
        return f"{step.note} {step.text}"
    return f"{step.text} ({step.note})" if step.note else step.text


def _node(thing: tuple[str, str]) -> str:
    return _quoted(":".join(thing))


def _quoted(text: str) -> str:
    """A quoted DOT string, with quotation marks and backslashes escaped."""
    line = printable(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{line}"'
