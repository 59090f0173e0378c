"""The overview page of a guide: all of it as a picture, and as a list."""

from collections.abc import Iterator
from functools import partial

from generator.analyse.guide import guide_questions
from generator.core.kinds import file_of
from generator.core.markup import plain
from generator.core.site import Page
from generator.core.wording import plain_text
from generator.draw import svg
from generator.draw.chart import Chart, chart
from generator.draw.outline import outline
from generator.draw.picture import fits, picture
from generator.render.link import Links
from generator.render.prose import Prose


def pages(links: Links) -> Iterator[Page]:
    """One page per tree."""
    library = links.library
    for id, tree in library.trees.items():
        whole = chart(library, id)
        questions = guide_questions(library, id)
        title = plain(tree.title)
        yield Page(
            uri=links.address("whole", id),
            template="whole",
            title=plain_text(library.site.words.whole_title, guide=title),
            description=plain_text(library.site.words.whole_about, guide=title),
            source=file_of("tree", id),
            view={
                "id": id,
                "tree": tree,
                "svg": partial(_drawn, whole) if fits(whole) else None,
                "gate": [question for question in questions if question.gate],
                "questions": {question.id: question for question in questions},
                "rows": outline(questions, tree.start),
                "outcomes": links.outcomes,
                "levels": library.care_levels,
                "reviewed": tree.reviewed,
            },
            meta={"hide": ["navigation", "toc"], "search": {"exclude": True}},
        )


def _drawn(chart: Chart, page: Prose) -> str:
    """The picture of a guide, with links relative to the page that shows it."""
    guide = page.url("tree", chart.tree)
    urls = {thing: f"{guide}#{thing[1]}" if thing[0] == "question" else page.url(*thing) for thing in chart.steps}
    return page.cache.text("picture", (chart, urls), lambda: svg.inline_svg(picture(chart), urls.__getitem__))
