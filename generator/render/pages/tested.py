"""The page about the cases that guides are tested with, expected and actual endings compared; and a page per guide."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analyse.addresses import TESTED as HERE
from generator.analyse.addresses import tested_trees, uri
from generator.analyse.cases import Walk, expected_level, matrix
from generator.analyse.seals import Replays
from generator.core.errors import not_none
from generator.core.library import Library
from generator.core.markup import plain
from generator.core.site import Page
from generator.core.wording import filled
from generator.render.link import Links


@dataclass(frozen=True, slots=True)
class Tested:
    """A case as shown.

    Attributes:
        expected, reached: titles of care levels, as written; "" if there are no levels.
        tree, fragment: the link that replays the answers: a guide, and the fragment of its address.
        outcome: the outcome at which it ends.
    """

    title: str
    story: str
    expected: str
    reached: str
    tree: str
    fragment: str
    outcome: str


def pages(links: Links) -> Iterator[Page]:
    """The page of cases, if there are any, and one page per guide; an author's own page at that address replaces them
    all."""
    library, walked = links.library, links.walks
    if not walked or HERE in library.pages:
        return
    words = library.site.words
    guides = {tree: uri("tested", tree) for tree in tested_trees(library)}
    # A case that expects only an outcome makes no statement of its own about urgency.
    judged = tuple(walk for walk in walked if library.cases[walk.case].expect.levels)
    found = matrix(library, judged)
    levels = [level for level in found if any(found[level].values()) or any(row[level] for row in found.values())]
    order = {level: place for place, level in enumerate(found)}
    counts = [(order[b] - order[a], number) for a, row in found.items() for b, number in row.items()]
    yield Page(
        uri=HERE,
        template="tested",
        title=plain(words.tested),
        description=plain(words.tested_lead),
        source=None,
        view={
            "guides": {tree: (page, len(_of_guide(library, walked, tree))) for tree, page in guides.items()},
            "cases": len(walked),
            "judged": len(judged),
            "levels": [(level, library.care_levels[level]) for level in levels],
            "matrix": {level: [found[level][other] for other in levels] for level in levels},
            "most": max((number for _, number in counts), default=0),
            "right": sum(number for distance, number in counts if not distance),
            "more": sum(number for distance, number in counts if distance < 0),
            "less": sum(number for distance, number in counts if distance > 0),
        },
        meta={"search": {"exclude": True}},
    )

    replays = Replays(library)
    for tree, page in guides.items():
        title = f"{filled(words.labelled, label=words.tested_cases)} {library.trees[tree].title}"
        yield Page(
            uri=page,
            template="tested_guide",
            title=plain(title),
            description=plain(words.tested_lead),
            source=None,
            view={
                "heading": title,
                "back": HERE,
                "cases": [_case(library, walk, replays) for walk in _of_guide(library, walked, tree)],
            },
            meta={"search": {"exclude": True}},
        )


def _of_guide(library: Library, walked: tuple[Walk, ...], tree: str) -> list[Walk]:
    """The walks of the cases of a guide: those with an expected care level first."""
    here = [walk for walk in walked if library.cases[walk.case].guide == tree]
    return sorted(here, key=lambda walk: not library.cases[walk.case].expect.levels)


def _case(library: Library, walk: Walk, replays: Replays) -> Tested:
    case = library.cases[walk.case]
    ending = not_none(walk.ending)
    first, fragment = replays.link(walk.passed, ending.outcome)
    levels = library.care_levels
    expected, reached = levels.get(expected_level(library, case) or ""), levels.get(ending.care or "")
    return Tested(
        title=case.title,
        story=case.story,
        expected=expected.title if expected else "",
        reached=reached.title if reached else "",
        tree=first,
        fragment=fragment,
        outcome=ending.outcome,
    )
