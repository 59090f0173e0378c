"""What is new, gone or different between two libraries, apart from where paths end."""

from collections.abc import Iterable, Iterator, Mapping

from generator.comparison.note import Kind, Note, Thing, Words
from generator.comparison.urgency import Urgency, card_place
from generator.markup import plain
from generator.model import CareLevel, Library
from generator.routing.gate import gate
from generator.routing.renames import Renames
from generator.routing.routes import Ending, Routes, Standing
from generator.survey import Survey
from generator.wording import count

_GUIDES = 6


def notes(before: Survey, after: Survey, renames: Renames) -> tuple[Note, ...]:
    """Everything worth a sentence: what may mean less urgent care first, then by kind of thing."""
    collector = _Collector(before, after, renames)
    found = [
        *collector.red_flags(),
        *collector.care_levels(),
        *collector.outcomes(),
        *collector.guides(),
        *collector.questions(),
    ]
    return tuple(sorted(found, key=lambda note: not note.less_urgent))


class _Collector:
    def __init__(self, before: Survey, after: Survey, renames: Renames):
        self.before = before.library
        self.after = after.library
        self.renames = renames
        self.urgency = Urgency(self.before, self.after, renames)
        self._was = _Side(before)
        self._is = _Side(after)

    def guides(self) -> Iterator[Note]:
        titles = {id: tree.title for id, tree in self.before.trees.items()}
        now = {id: tree.title for id, tree in self.after.trees.items()}
        yield from self._come_and_gone("guide", titles, now, self.renames.trees)

    def outcomes(self) -> Iterator[Note]:
        before, after = self.before.outcomes, self.after.outcomes
        titles = {id: outcome.title for id, outcome in before.items()}
        now = {id: outcome.title for id, outcome in after.items()}
        yield from self._come_and_gone("outcome", titles, now, self.renames.outcomes)
        for old, new in self.renames.outcomes.items():
            was, is_ = before[old].care, after[new].care
            if self.renames.levels.get(was, was) != is_:
                sentence = (
                    "The outcome ",
                    _words(after[new].title, new),
                    " now means ",
                    self._care(self.after, is_),
                    "; it was ",
                    self._care(self.before, was),
                    ".",
                )
                yield Note("changed", "outcome", new, None, sentence, self.urgency.falls(was, is_))

    def care_levels(self) -> Iterator[Note]:
        before, after = self.before.care_levels, self.after.care_levels
        shared = self.renames.levels
        titles = {id: level.title for id, level in before.items()}
        now = {id: level.title for id, level in after.items()}
        yield from self._come_and_gone("care-level", titles, now, shared)
        places = list(after)
        order = [places.index(new) for new in shared.values()]
        if order != sorted(order):
            yield Note("changed", "care-level", "", None, ("The care levels stand in another order.",), True)
        for old_id, id in shared.items():
            old, new = before[old_id], after[id]
            title = _words(new.title, id)
            if old.card != new.card or old.self_care != new.self_care:
                worse = card_place(new.card) > card_place(old.card) or (new.self_care and not old.self_care)
                said = ("The care level ", title, f" is now shown as {_card(new)}; it was {_card(old)}.")
                yield Note("changed", "care-level", id, None, said, worse)
            for word, was, is_ in (("title", old.title, new.title), ("advice", old.act, new.act)):
                if was != is_:
                    said = (
                        f"The {word} of the care level ",
                        title,
                        " was ",
                        _words(was),
                        ", and is ",
                        _words(is_),
                        ".",
                    )
                    yield Note("reworded", "care-level", id, None, said)

    def red_flags(self) -> Iterator[Note]:
        same = self.renames.flags
        asked_before = {tree: self._asked(self.before, tree) for tree in self.before.trees}
        asked_after = {tree: self._asked(self.after, tree) for tree in self.after.trees}
        for id, flag in self.before.red_flags.items():
            words, now = _words(flag.text, id), same.get(id)
            trees = [(old, new) for old, new in self.renames.trees.items() if id in asked_before[old]]
            lost = [new for _, new in trees if now not in asked_after[new]]
            level = self._care(self.before, flag.care)
            if now is None:
                sentence = ("The red flag ", words, " (", level, ") is gone.")
                yield Note(
                    "gone", "red-flag", id, None, (*sentence, *self._where(" Until now it was asked in ", lost)), True
                )
                continue
            if lost:
                sentence = ("The red flag ", words, " (", level, ")", *self._where(" is no longer asked in ", lost))
                yield Note("changed", "red-flag", now, None, sentence, True)
            new = self.after.red_flags[now]
            if new.care != self.renames.levels.get(flag.care, flag.care):
                sentence = (
                    "The red flag ",
                    words,
                    " now means ",
                    self._care(self.after, new.care),
                    "; it was ",
                    level,
                    ".",
                )
                yield Note("changed", "red-flag", now, None, sentence, self.urgency.falls(flag.care, new.care))
            if new.text != flag.text:
                sentence = ("A red flag was ", words, ", and is ", _words(new.text, now), ".")
                yield Note("reworded", "red-flag", now, None, sentence)
            gained = [
                tree
                for old, tree in self.renames.trees.items()
                if now in asked_after[tree] and id not in asked_before[old]
            ]
            if gained:
                sentence = ("The red flag ", words, *self._where(" is now also asked in ", gained))
                yield Note("changed", "red-flag", now, None, sentence)
        for id in self.after.red_flags.keys() - set(same.values()):
            flag = self.after.red_flags[id]
            trees = [tree for tree in self.after.trees if id in asked_after[tree]]
            sentence = ("New red flag: ", _words(flag.text, id), " (", self._care(self.after, flag.care), ").")
            yield Note("new", "red-flag", id, None, (*sentence, *self._where(" It is asked in ", trees)))
        for old, new in self.renames.trees.items():
            levels = set(asked_after[new].values())
            for level in dict.fromkeys(asked_before[old].values()):
                if self.renames.levels.get(level, level) not in levels:
                    sentence = (
                        "The guide ",
                        _words(self.after.trees[new].title, new),
                        " no longer has a red-flag question for ",
                        self._care(self.before, level),
                        ".",
                    )
                    yield Note("gone", "question", f"red-flags-{level}", new, sentence, True)

    def questions(self) -> Iterator[Note]:
        for old_tree, tree in self.renames.trees.items():
            before, after = self.before.trees[old_tree].questions, self.after.trees[tree].questions
            same = self.renames.questions[old_tree]
            titles = {id: question.ask for id, question in before.items()}
            now = {id: question.ask for id, question in after.items()}
            yield from self._come_and_gone("question", titles, now, same, tree)
            for old, new in same.items():
                if before[old].ask != after[new].ask:
                    sentence = (
                        "A question was ",
                        _words(before[old].ask, old),
                        ", and is ",
                        _words(after[new].ask, new),
                        ".",
                    )
                    yield Note("reworded", "question", new, tree, sentence)
                if before[old].choices != after[new].choices:
                    yield from self._answers(old_tree, old, tree, new)

    def _answers(self, old_tree: str, old_id: str, tree: str, id: str) -> Iterator[Note]:
        old, new = self.before.trees[old_tree].questions[old_id], self.after.trees[tree].questions[id]
        ask = _words(new.ask, id)
        was, is_ = _Ways(self._was, old_tree, old_id), _Ways(self._is, tree, id)
        by_words = {choice.text: key for key, choice in new.choices.items() if choice.text}
        moved = {key: by_words[choice.text] for key, choice in old.choices.items() if choice.text in by_words}
        moved = {key: to for key, to in moved.items() if key != to}
        for choice, value in old.choices.items():
            words = _words(value.text, choice)
            about = f"{id}/{choice}"
            if choice in moved:
                least, now = was.least([choice]), is_.least([moved[choice]])
                sentence = ("The answer ", words, " to ", ask, " has another id: it was ", Words(choice), " and is ")
                sentence += (Words(moved[choice]), ". ", *self._led(least, now))
                yield Note("renamed", "answer", f"{id}/{moved[choice]}", tree, sentence, self._falls(least, now))
            elif choice not in new.choices:
                least, others = was.least([choice]), is_.least(new.choices)
                falls = self._falls(least, others)
                sentence = ("The answer ", words, " to ", ask, " is gone. ", *self._led(least))
                if falls:
                    sentence += (" The answers that are left can lead to ", self._care(self.after, others.care), ".")
                yield Note("gone", "answer", about, tree, sentence, falls)
            elif value.text != new.choices[choice].text:
                now = _words(new.choices[choice].text, choice)
                yield Note(
                    "reworded", "answer", about, tree, ("An answer to ", ask, " was ", words, ", and is ", now, ".")
                )
        for choice, value in new.choices.items():
            if choice in old.choices or choice in moved.values():
                continue
            least, others = is_.least([choice]), was.least(old.choices)
            falls = self._falls(others, least)
            sentence = ("New answer ", _words(value.text, choice), " to ", ask, ". ", *self._leads(least))
            if falls:
                sentence += (
                    " Until now every answer there led to ",
                    self._care(self.before, others.care),
                    " or sooner.",
                )
            yield Note("new", "answer", f"{id}/{choice}", tree, sentence, falls)

    def _falls(self, was: Ending | None, now: Ending | None) -> bool:
        return was is not None and now is not None and self.urgency.falls(was.care, now.care)

    def _led(self, was: Ending | None, now: Ending | None = None) -> tuple[str, ...]:
        """What an answer led to, and if it is still there what it leads to; nothing where no reader came to it."""
        if was is None:
            return ("No reader came to it.",)
        if now is None:
            return ("It led to ", *self._end(self.before, was), ".")
        return ("It led to ", *self._end(self.before, was), ", and leads to ", *self._end(self.after, now), ".")

    def _leads(self, now: Ending | None) -> tuple[str, ...]:
        return ("It leads to ", *self._end(self.after, now), ".") if now else ("No reader comes to it.",)

    def _come_and_gone(
        self,
        thing: Thing,
        before: Mapping[str, str],
        after: Mapping[str, str],
        same: Mapping[str, str],
        tree: str | None = None,
    ) -> Iterator[Note]:
        name = {"care-level": "care level"}.get(thing, thing)
        place = (" in the guide ", _words(self.after.trees[tree].title, tree)) if tree else ()

        def note(kind: Kind, id: str, *sentence: str) -> Note:
            return Note(kind, thing, id, tree, (*sentence, *place, "."))

        for id, title in before.items():
            if id not in same:
                yield note("gone", id, f"The {name} ", _words(title, id), " is gone")
            elif same[id] != id:
                new = same[id]
                yield note("renamed", new, f"The {name} ", Words(id), " is now called ", Words(new))
        taken = set(same.values())
        for id, title in after.items():
            if id not in taken:
                yield note("new", id, f"New {name}: ", _words(title, id))

    def _asked(self, library: Library, tree: str) -> dict[str, str]:
        """The flags that a guide really asks about, each with its level."""
        return {flag: question.level for question in gate(library, tree) for flag in question.flags}

    def _where(self, words: str, trees: Iterable[str]) -> tuple[str, ...]:
        titles = [_words(self.after.trees[tree].title, tree) for tree in trees]
        if not titles:
            return ()
        if len(titles) == len(self.after.trees) and len(titles) > 1:
            return (words, f"all {len(titles)} guides.")
        spaced = [part for title in titles[:_GUIDES] for part in (", ", title)]
        more = len(titles) - _GUIDES
        return (words, *spaced[1:], f" and {count(more, 'other guide')}." if more > 0 else ".")

    def _care(self, library: Library, level: str | None) -> str:
        if level is None:
            return "no care level"
        known = library.care_levels.get(level)
        return _words(known.title if known else "", level)

    def _end(self, library: Library, end: Ending) -> tuple[str, ...]:
        title = library.outcomes[end.outcome].title if end.outcome in library.outcomes else ""
        if end.care is None:
            return (_words(title, end.outcome),)
        return (_words(title, end.outcome), " (", self._care(library, end.care), ")")


class _Side:
    """How readers move in one version."""

    def __init__(self, survey: Survey):
        self.routes = Routes(survey.library)
        self.shapes = survey.graph.shapes
        self.levels = {id: place for place, id in enumerate(survey.library.care_levels)}


class _Ways:
    """The ways on from one question of a tree, for a reader who has cleared no red flag."""

    def __init__(self, side: _Side, tree: str, question: str):
        self._side = side
        reached = question in side.shapes[tree].order
        self._onward = dict(side.routes.choices(Standing(tree, question, frozenset()))) if reached else {}

    def least(self, choices: Iterable[str]) -> Ending | None:
        """The least urgent ending of some answers; None where no reader comes to the question."""
        ahead = [self._onward[choice] for choice in choices if choice in self._onward]
        seen = set(ahead)
        ends = []
        while ahead:
            spot = ahead.pop()
            if isinstance(spot, Ending):
                ends.append(spot)
                continue
            for _, to in self._side.routes.choices(spot):
                if to not in seen:
                    seen.add(to)
                    ahead.append(to)
        levels = self._side.levels
        return max(ends, key=lambda end: (levels.get(end.care, len(levels)), end.outcome), default=None)


def _words(text: str, otherwise: str = "") -> Words:
    return Words(plain(text) or otherwise)


def _card(level: CareLevel) -> str:
    return f'"{level.card}"' + (", and sends nobody to a professional" if level.self_care else "")
