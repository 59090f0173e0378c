"""A chart as text for other programs to draw: Mermaid's flowcharts and Graphviz's DOT."""

from generator.core.care_colours import CARE_COLOURS
from generator.core.text import printable
from generator.draw import mermaid
from generator.draw.chart import Chart, Step

_FORMS = {"gate": "{{{{{}}}}}", "question": "[{}]", "outcome": "([{}])", "tree": ">{}]"}
_SHAPES = {"gate": "hexagon", "question": "box", "outcome": "box", "tree": "cds"}


def as_mermaid(chart: Chart) -> str:
    """The chart as a `flowchart TD`. Its ids are numbers, as some words mean something to Mermaid."""
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
    """The chart in Graphviz's language, with the ids of things as the names of nodes."""
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
    """What a box says. The level of care is said in words too, for who does not see its colour."""
    if step.care and step.care.title != step.text:
        return f"{step.care.title}: {step.text}"
    if step.kind == "tree":
        return f"{step.note} {step.text}"
    return f"{step.text} ({step.note})" if step.note else step.text


def _node(thing: tuple[str, str]) -> str:
    return _quoted(":".join(thing))


def _quoted(text: str) -> str:
    """A string of DOT: nothing but a quote ends it, and no backslash is left that could mean something."""
    line = printable(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{line}"'
