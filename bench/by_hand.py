"""The words of a library as somebody would write them in Markdown by hand: one page each, plain links, no more."""

from generator.markup import resolve
from generator.model import Library, Outcome, Tree

_FOLDERS = {"tree": "guides", "outcome": "outcomes", "faq": "questions", "place": "places"}


def by_hand(library: Library) -> dict[str, str]:
    """Each page's text by its path."""
    pages = {"index.md": "# Home\n\n"}
    for id, tree in library.trees.items():
        pages[f"guides/{id}.md"] = _tree(library, tree)
        pages["index.md"] += f"- [{tree.title}](guides/{id}.md)\n"
    for id, outcome in library.outcomes.items():
        pages[f"outcomes/{id}.md"] = _outcome(library, outcome)
    for id, entry in library.faq.items():
        pages[f"questions/{id}.md"] = _page(
            entry.question, entry.summary, entry.answer, entry.article_says, entry.evidence_says
        )
    for id, place in library.places.items():
        pages[f"places/{id}.md"] = _page(
            place.title, place.summary, place.what, place.article_says, place.evidence_says, *place.caution
        )
    pages["sources.md"] = _page("Sources", *(source.title for source in library.sources.values()))
    pages |= {uri: _plain(page.text) for uri, page in library.pages.items() if uri not in pages}
    return pages


def _tree(library: Library, tree: Tree) -> str:
    flags = [f"- {flag.text}" for flag in library.red_flags.values() if flag.concerns(frozenset(tree.places))]
    parts = [tree.summary, "\n".join(flags)]
    for id, question in tree.questions.items():
        parts += [f"## {question.ask} {{ #{id} }}", question.why]
        answers = []
        for choice in question.choices.values():
            kind, to = choice.target
            target = f"#{to}" if kind == "question" else f"../{_FOLDERS[kind]}/{to}.md"
            answers.append(f"- [{choice.text}]({target})")
        parts.append("\n".join(answers))
    return _page(tree.title, *parts)


def _outcome(library: Library, outcome: Outcome) -> str:
    level = library.care_levels.get(outcome.care or "")
    lists = {"Try": outcome.try_, "Avoid": outcome.avoid, "Get help if": outcome.get_help_if}
    parts = [f"**{level.act}**" if level else "", outcome.summary, outcome.what]
    for heading, items in lists.items():
        parts += [f"## {heading}", "\n".join(f"- {item}" for item in items)] if items else []
    return _page(outcome.title, *parts, outcome.article_says, outcome.evidence_says)


def _page(title: str, *parts: str) -> str:
    return "\n\n".join([f"# {title}", *(_plain(part) for part in parts if part)]) + "\n"


def _plain(text: str) -> str:
    return resolve(text, lambda kind, id: "https://example.org/", lambda ids: f"({'; '.join(ids)})")
