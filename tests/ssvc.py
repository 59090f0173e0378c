"""A decision table of the kind that SSVC publishes, as a library: no subject, no signs, nothing but levels."""

from itertools import product

LEVELS = "decision_trees/care_levels.yml"
TABLE = "decision_trees/deployer.yml"
_NAMES = {
    "immediate": ("Immediate", "emergency", "Act now."),
    "out-of-cycle": ("Out-of-cycle", "urgent", "Act before the next window."),
    "scheduled": ("Scheduled", "non-urgent", "Act in the next window."),
    "defer": ("Defer", "self-care", "Do not act at present."),
}
_ASKED = {
    "exploitation": ("Is it exploited?", ("none", "public-poc", "active")),
    "exposure": ("How exposed is the system?", ("small", "open")),
    "impact": ("What would it cost?", ("low", "high")),
}


def decided(exploitation: str, exposure: str, impact: str) -> str:
    """The row of the table for some values."""
    return tuple(reversed(_NAMES))[(exploitation != "none") + (exposure == "open") + (impact == "high")]


def _questions() -> str:
    names = list(_ASKED)
    lines = []
    for depth, name in enumerate(names):
        ask, values = _ASKED[name]
        for before in product(*(_ASKED[other][1] for other in names[:depth])):
            lines += [f"  {'-'.join((name, *before))}:", f"    ask: {ask}", "    choices:"]
            for value in values:
                row = (*before, value)
                last = depth + 1 == len(names)
                to = f"outcome: {decided(*row)}" if last else f"question: {'-'.join((names[depth + 1], *row))}"
                lines.append(f"      {value}: {{text: {value.capitalize()}, {to}}}")
    return "\n".join(lines)


SSVC = {
    LEVELS: "".join(f"{id}: {{title: {t}, card: {card}, act: {act}}}\n" for id, (t, card, act) in _NAMES.items()),
    TABLE: "title: Deployer\nsummary: Decide when to apply a fix.\nstart: exploitation\nreviewed: 2026-11-22\n"
    f"questions:\n{_questions()}\n",
    **{
        f"content/outcomes/{id}.yml": f"title: {title}\ncare: {id}\nsummary: {act}\nsources: [table]\n"
        "reviewed: 2026-11-22\n"
        for id, (title, _, act) in _NAMES.items()
    },
    "content/sources.yml": "table: {title: The deployer table, publisher: The publisher, issued: 2022}\n",
}
