"""Trees of many questions in a row, as YAML."""

from example import EXAMPLE, TREE


def chain(length: int, *, rejoin: bool) -> str:
    """A tree of questions in a row, as YAML; both choices of each lead on to the next, or only one."""
    rows = [EXAMPLE[TREE].split("questions:")[0].replace("start: rest", "start: q0"), "questions:\n"]
    for n in range(length):
        last = n == length - 1
        on = "outcome: see-someone" if last else f"question: q{n + 1}"
        other = f"question: q{n + 1}" if rejoin and not last else "outcome: take-it-easy"
        rows.append(f"  q{n}: {{ask: Q?, choices: {{a: {{text: A, {on}}}, b: {{text: B, {other}}}}}}}\n")
    return "".join(rows)
