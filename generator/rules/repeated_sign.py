"""A text that repeats a red flag.

Warning signs are written once, in `decision_trees/red_flags.yml`. The pages of results, questions, places and plans
show them by themselves, at their places. A copy is forgotten when the sign changes, and says something else before
long. The result to which a sign leads may speak of it, and so may the answers that name it (`sign: ...`).
`most_repeated_of_a_sign` in `content/site.yml` sets how many percent of a sign's words may be repeated in their order.

Wrong, in content/outcomes/take-it-easy.yml:

    title: Take it easy
    care: self-care
    summary: Rest it.
    get_help_if: [Your knee is hot and swollen, It is no better after 2 weeks]
    places: [knee]
    sources: [a-study]
    reviewed: 2026-11-22

Right, in content/outcomes/take-it-easy.yml:

    title: Take it easy
    care: self-care
    summary: Rest it.
    get_help_if: [It is no better after 2 weeks]
    places: [knee]
    sources: [a-study]
    reviewed: 2026-11-22
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.kinds.tree import Choice
from generator.core.library import Library, at
from generator.core.markup import plain

CODE = "S808"
SEVERITY = "warning"
# So many words in a row count as the same. Shorter runs are common to all that is said of a place.
_RUN = 4
# Of a case the story is told as its reader tells it, and of a source the title is not ours.
_SPARED = ("red-flag", "care-level", "case", "source")


def check(survey: Survey) -> Iterator[Fault]:
    """Hold the runs of words of each text against those of all signs."""
    library = survey.library
    signs = {id: runs for id, flag in library.red_flags.items() if (runs := set(_runs(flag.text)))}
    by_run: dict[tuple[str, ...], list[str]] = {}
    for id, runs in signs.items():
        for run in runs:
            by_run.setdefault(run, []).append(id)
    if not by_run:
        return
    most = library.site.most_repeated_of_a_sign / 100
    # A shorter text cannot hold so much of any sign.
    least = min(int(most * len(runs)) for runs in signs.values()) + _RUN
    for (kind, id), texts in survey.texts.items():
        if kind in _SPARED:
            continue
        own = {sign for sign, flag in library.red_flags.items() if kind == "outcome" and flag.outcome == id}
        for path, text in texts:
            if len(text.split()) < least:
                continue
            shared: dict[str, int] = {}
            # Nearly no run is one of a sign's, so what stands twice in a text is left out last.
            for run in dict.fromkeys(run for run in _runs(text) if run in by_run):
                for sign in by_run[run]:
                    shared[sign] = shared.get(sign, 0) + 1
            repeated = [sign for sign, count in shared.items() if count > most * len(signs[sign]) and sign not in own]
            if repeated and not set(repeated) <= _named(library, kind, id, path):
                yield Fault(
                    CODE,
                    at(kind, id, *path),
                    f'This repeats the red flag "{repeated[0]}".',
                    "Leave it out: the page shows the signs of its places. Keep here only what is special.",
                )


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """All runs of words in a text, in lower case, and in their order."""
    words = [word.strip(".,:;()?!“”\"'") for word in plain(text).casefold().split()]
    return zip(*(words[begin:] for begin in range(_RUN)), strict=False)


def _named(library: Library, kind: str, id: str, path: tuple[str | int, ...]) -> set[str]:
    """The signs that the choice names in which a text stands."""
    if kind != "tree" or len(path) != len(("questions", "", "choices", "", "text")):
        return set()
    choice: Choice = library.trees[id].questions[str(path[1])].choices[str(path[3])]
    return set(choice.signs)
