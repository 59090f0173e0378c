"""The pages of guides, each a decision tree with all its questions on one page; and the list of guides."""

from collections.abc import Iterator, Mapping

from generator.analyse.addresses import GUIDES
from generator.analyse.gate import flags_for, gate
from generator.analyse.guide import GuideQuestion, guide_questions
from generator.analyse.remaining import max_remaining_questions
from generator.analyse.seals import editions
from generator.analyse.warnings_shown import precautions_at
from generator.core.kinds import file_of
from generator.core.kinds.tree import Tree
from generator.core.library import Library
from generator.core.markup import plain
from generator.core.site import Page
from generator.render.link import Links
from generator.render.pages.figures import choice_figures, choice_numbers, glance
from generator.render.script_words import script_words

# With more guides than this, the list omits summaries: the titles alone are enough for a phone to load.
_MOST_WITH_SUMMARIES = 100
# The number of remaining questions is shown only up to this: a larger one would be wrong for most readers.
_MOST_LEFT = 5
# With more guides than this, the list has a search field above it.
_MOST_AT_A_GLANCE = 24


def pages(links: Links) -> Iterator[Page]:
    """One page per tree, and the list of trees."""
    library = links.library
    known_by = editions(library)
    left = max_remaining_questions(library)
    for id, tree in library.trees.items():
        asked = guide_questions(library, id)
        yield Page(
            uri=links.address("tree", id),
            template="guide",
            title=plain(tree.title),
            description=plain(tree.summary),
            source=file_of("tree", id),
            view={
                "id": id,
                "tree": tree,
                "editions": known_by,
                "words": _words(library, id),
                "asked": asked,
                "figures": {question.id: choice_figures(library, _places(question)) for question in asked},
                "numbers": {question.id: choice_numbers(library, _places(question)) for question in asked},
                "figure": glance(library, tree.places if tree.spots is None else tree.spots),
                "left": {one: left[id, one] for one in tree.questions if left[id, one] <= _MOST_LEFT},
                "former": links.addresses.guides[id].questions,
                "gate": gate(library, id),
                "results": links.addresses.guides[id].results,
                "asks": {
                    one: precautions_at(library, links.outcomes[one].places, links.outcomes[one].care or "")
                    for one in links.addresses.guides[id].results
                },
                "counts": {one: _what_counts(asked, one) for one in links.addresses.guides[id].results},
                "levels": library.care_levels,
                "hands_over": _hands_over(tree),
                "handed_from": links.related("tree", id, "tree"),
                "related": links.all_related("tree", id),
                "sources": _sources(links, id, tree),
                "reviewed": tree.reviewed,
            },
            meta={"hide": ["toc"], "search": {"boost": 6}},
        )
    words = library.site.words
    yield Page(
        uri=GUIDES,
        template="guides",
        title=plain(words.tree_many),
        description=plain(words.tree_about_soon if library.care_levels else words.tree_about),
        source=None,
        view={
            "groups": _groups(library),
            "summaries": len(library.trees) <= _MOST_WITH_SUMMARIES,
            "filtered": len(library.trees) > _MOST_AT_A_GLANCE,
        },
    )


def in_order(library: Library) -> dict[str, Tree]:
    """All guides, beginning with those that the site settings put first."""
    first = {id: library.trees[id] for id in library.site.guides_first if id in library.trees}
    return first | dict(library.trees)


def _groups(library: Library) -> dict[str, dict[str, Tree]]:
    """The guides by group, with the groups in the order of their first guides; "" for guides without a group."""
    groups: dict[str, dict[str, Tree]] = {}
    for id, tree in in_order(library).items():
        groups.setdefault(tree.group, {})[id] = tree
    return groups


def _words(library: Library, tree: str) -> Mapping[str, str]:
    """The texts that the guide's script shows, by key."""
    words = dict(script_words(library.site.words, "guide"))
    # Some are used only under certain conditions.
    of_care = words.pop("summary-copied-care")
    if library.care_levels:
        words["summary-copied"] = of_care
    if not gate(library, tree):
        del words["signs"]
    return words


def _places(question: GuideQuestion) -> list[tuple[str, str | None]]:
    return [(answer.id, answer.place) for answer in question.answers]


def _what_counts(asked: list[GuideQuestion], outcome: str) -> list[str]:
    """The details of the red flags that lead to an outcome; the questions themselves are short."""
    leading = (answer.flag for question in asked for answer in question.answers if answer.to == outcome and answer.flag)
    return [flag.detail for flag in leading if flag.detail]


def _hands_over(tree: Tree) -> list[str]:
    targets = (choice.tree for question in tree.questions.values() for choice in question.choices.values())
    return list(dict.fromkeys(target for target in targets if target))


def _sources(links: Links, id: str, tree: Tree) -> list[str]:
    """The sources of the tree, then those of its red flags."""
    library = links.library
    flags = flags_for(library, tree.places)
    behind = (source for flag_id, flag in library.red_flags.items() if flag_id in flags for source in flag.sources)
    return list(dict.fromkeys([*tree.sources, *behind]))
