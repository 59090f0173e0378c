"""Runs a guide in the terminal, with the texts of its page."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from textwrap import wrap

from generator.analyse.addresses import page_address, uri
from generator.analyse.guide import GuideQuestion, guide_questions
from generator.analyse.routes import Ending, Routes, Standing
from generator.core.care_colours import CARE_COLOURS
from generator.core.errors import SignpostError
from generator.core.kinds.care_level import CareLevel
from generator.core.markup import plain
from generator.core.text import listing, visible
from generator.render.link import Links

Say = Callable[[str], None]
Style = Callable[..., str]
BACK, QUIT = "b", "q"
_LEAST_WIDTH, _MOST_WIDTH = 24, 88


class Stopped(SignpostError):  # noqa: N818 - what a reader did, and no error
    """The reader quit."""


def walk(links: Links, tree: str, read: Callable[[], str], say: Say, style: Style, width: int) -> Ending:
    """Ask the questions of a tree until an outcome is reached, and show it.

    Args:
        links: a library in which the check found no error.
        tree: the id of the guide.
        read: returns the reader's next line.
        say: prints a line.
        style: styles a text; takes `fg`, `bg`, `bold` and `dim` like click's `style`.
        width: the number of characters per line.

    Raises:
        Stopped: if the reader quits.
    """
    return _Conversation(links, read, say, style, width).walk(tree)


@dataclass(frozen=True, slots=True)
class Walked:
    """The answers that somebody gave, and the ending they led to."""

    guide: str
    answers: tuple[tuple[str, str], ...]
    ending: Ending


def walk_and_write(links: Links, tree: str, read: Callable[[], str], say: Say, style: Style, width: int) -> Walked:
    """Like `walk`, but also returns the answers given."""
    conversation = _Conversation(links, read, say, style, width)
    ending = conversation.walk(tree)
    return Walked(tree, tuple(conversation.given), ending)


class _Conversation:
    def __init__(self, links: Links, read: Callable[[], str], say: Say, style: Style, width: int) -> None:
        self.links = links
        self.routes = Routes(links.library)
        self.read = read
        self.say = say
        self.style = style
        self.given: list[tuple[str, str]] = []
        self.width = max(_LEAST_WIDTH, min(width, _MOST_WIDTH))

    def walk(self, tree: str) -> Ending:
        way = [self.routes.enter(tree)]
        told = None
        while True:
            here = way[-1]
            if here.tree != told:
                self.begin(here.tree)
                told = here.tree
            onward = self.ask(here)
            if isinstance(onward, Ending):
                self.end(onward)
                return onward
            if onward is not None:
                way.append(onward)
            elif len(way) > 1:
                way.pop()
                self.given.pop()
            else:
                self.tell("This is the first question.", fg="yellow")

    def begin(self, tree: str) -> None:
        """Show the title and summary of a guide."""
        entry = self.links.library.trees[tree]
        self.say("")
        self.tell(entry.title, bold=True, fg="cyan")
        self.tell(entry.summary)

    def ask(self, here: Standing) -> Standing | Ending | None:
        """Ask one question; returns where the answer leads, None for back."""
        question = next(one for one in guide_questions(self.links.library, here.tree) if one.id == here.question)
        self.say("")
        self.tell(question.ask, bold=True)
        # A red flag that was answered with no in another guide is not asked again.
        leads = dict(self.routes.choices(here))
        question = replace(question, answers=tuple(answer for answer in question.answers if answer.id in leads))
        if question.why:
            self.tell(question.why, dim=True)
        self.say("")
        for number, answer in enumerate(question.answers, 1):
            self.tell(answer.text, f"  {number}  ", bold_mark=True)
        self.say("")
        self.tell(f"Answer with a number or the first letters; {BACK} goes back, {QUIT} quits.", dim=True)
        while True:
            chosen = self.understood(self.read(), question)
            if chosen == BACK:
                return None
            if isinstance(chosen, int):
                answer = question.answers[chosen]
                self.tell(answer.text, "→ ", fg="green")
                self.given.append((here.question, answer.id))
                return leads[answer.id]

    def understood(self, line: str, asked: GuideQuestion) -> int | str | None:
        """The index of the chosen answer, BACK, or None (with a message) if the line was not understood.

        Raises:
            Stopped: if the reader quits.
        """
        typed = " ".join(line.split()).casefold()
        if typed == QUIT:
            raise Stopped
        if typed == BACK:
            return BACK
        if typed.isdecimal() and 1 <= int(typed[:9]) <= len(asked.answers):
            return int(typed) - 1
        texts = [plain(answer.text).casefold() for answer in asked.answers]
        meant = [place for place, text in enumerate(texts) if typed and text.startswith(typed)]
        if typed in texts:
            meant = [texts.index(typed)]
        if len(meant) == 1:
            return meant[0]
        if meant:
            numbers = listing([str(place + 1) for place in meant])
            self.tell(f"Answers {numbers} begin like that: which number?", fg="yellow")
        else:
            self.tell(f"Please answer with a number from 1 to {len(asked.answers)}, {BACK} or {QUIT}.", fg="yellow")
        return None

    def end(self, ending: Ending) -> None:
        """Show the card first, then the outcome and the address of its page."""
        outcome = self.links.outcomes[ending.outcome]
        level = self.links.library.care_levels.get(ending.care or "")
        self.say("")
        if level:
            self.card(level)
        if not level or outcome.title != level.title:
            self.tell(outcome.title, bold=True)
        if not level or outcome.summary != level.act:
            self.tell(outcome.summary)
        if outcome.get_help_if:
            self.say("")
            self.tell(self.links.library.site.words.get_help_if, bold=True)
            for sign in outcome.get_help_if:
                self.tell(sign, "  • ")
            self.say("")
        self.tell(f"More on its page: {page_address(uri('outcome', ending.outcome))}", dim=True)

    def card(self, level: CareLevel) -> None:
        """Show the level's title and what to do, with a bar in its colour."""
        colour = CARE_COLOURS[level.card].terminal
        bar = self.style("▌ ", fg=colour)
        for row in self.rows(level.title, 2):
            self.say(bar + self.style(row, fg=colour, bold=True))
        for row in self.rows(level.act, 2):
            self.say(bar + row)
        self.say("")

    def tell(self, text: str, mark: str = "", bold_mark: bool = False, **look: object) -> None:
        """Print a text on as many lines as needed: the first with a mark, the others aligned with its text."""
        for number, row in enumerate(self.rows(text, len(mark))):
            lead = mark if number == 0 else " " * len(mark)
            self.say((self.style(lead, bold=True) if bold_mark else lead) + (self.style(row, **look) if look else row))

    def rows(self, text: str, indent: int) -> list[str]:
        """The lines of a text, without Markdown and terminal control characters."""
        return wrap(visible(plain(text)), self.width - indent, break_on_hyphens=False) or [""]
