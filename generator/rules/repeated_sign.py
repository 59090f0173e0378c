"""A text that repeats a red flag.

Red flags are written once, in `decision_trees/red_flags.yml`. The pages of results, questions, places and plans show
the red flags of their places automatically. A copy is forgotten when the red flag changes, and soon says something
else. The result that a red flag leads to may repeat it, and so may the answers that name it (`sign: ...`).
`most_repeated_of_a_sign` in `content/site.yml` sets what percentage of a red flag's words may be repeated in the same
order.

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

from collections.abc import Iterator, Mapping
from functools import lru_cache

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.kinds.kind import Entry
from generator.core.kinds.tree import Choice
from generator.core.library import Library, all_texts_for_readers, at
from generator.core.markup import plain
from generator.core.memo import memoized
from generator.core.source import Step

CODE = "S808"
SEVERITY = "warning"
# This many words in a row count as a repetition. Shorter runs occur in every text about the same place.
_RUN = 4
# Kinds that may repeat red flags. The story of a case is in its reader's words; a source's title is quoted.
_SPARED = ("red-flag", "care-level", "case", "source")


def check(survey: Survey) -> Iterator[Fault]:
    """Compare the runs of words of each text with those of all red flags."""
    library = survey.library
    signs = tuple((id, flag.text) for id, flag in library.red_flags.items())
    for kind, id, entry in library.each():
        if kind in _SPARED:
            continue
        for path, found in _repeated(entry, signs, library.site.most_repeated_of_a_sign):
            own = {sign for sign in found if kind == "outcome" and library.red_flags[sign].outcome == id}
            repeated = [sign for sign in found if sign not in own]
            if repeated and not set(repeated) <= _named(library, kind, id, path):
                yield Fault(
                    CODE,
                    at(kind, id, *path),
                    f'This repeats the red flag "{repeated[0]}".',
                    "Leave it out: the page shows the signs of its places. Keep here only what is special.",
                )


_Signs = tuple[tuple[str, str], ...]


@memoized
def _repeated(entry: Entry, signs: _Signs, percent: int) -> tuple[tuple[tuple[Step, ...], tuple[str, ...]], ...]:
    """Each text of an entry that repeats red flags, with their ids.

    Args:
        entry: the entry whose texts are checked.
        signs: the id and text of each red flag.
        percent: how much of a red flag's words may be repeated.
    """
    lengths, by_run = _runs_of(signs)
    if not by_run:
        return ()
    most = percent / 100
    # A shorter text cannot contain that much of any red flag.
    least = min(int(most * length) for length in lengths.values()) + _RUN
    found: list[tuple[tuple[Step, ...], tuple[str, ...]]] = []
    for path, text in all_texts_for_readers(entry):
        if len(text.split(None, least)) < least:
            continue
        shared: dict[str, int] = {}
        # Almost no run is part of a red flag, so duplicates are removed after that filter.
        for run in dict.fromkeys(run for run in _runs(text) if run in by_run):
            for sign in by_run[run]:
                shared[sign] = shared.get(sign, 0) + 1
        if repeated := tuple(sign for sign, count in shared.items() if count > most * lengths[sign]):
            found.append((path, repeated))
    return tuple(found)


@lru_cache(maxsize=4)
def _runs_of(signs: _Signs) -> tuple[Mapping[str, int], Mapping[tuple[str, ...], list[str]]]:
    """How many runs of words each red flag has, and the red flags that contain each run."""
    lengths: dict[str, int] = {}
    by_run: dict[tuple[str, ...], list[str]] = {}
    for id, text in signs:
        if runs := set(_runs(text)):
            lengths[id] = len(runs)
            for run in runs:
                by_run.setdefault(run, []).append(id)
    return lengths, by_run


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """All runs of words in a text, in lower case and in order."""
    words = [word.strip(".,:;()?!“”\"'") for word in plain(text).casefold().split()]
    return zip(*(words[begin:] for begin in range(_RUN)), strict=False)


def _named(library: Library, kind: str, id: str, path: tuple[str | int, ...]) -> set[str]:
    """The red flags that the choice of this text names; empty for other texts."""
    if kind != "tree" or len(path) != len(("questions", "", "choices", "", "text")):
        return set()
    choice: Choice = library.trees[id].questions[str(path[1])].choices[str(path[3])]
    return set(choice.signs)
