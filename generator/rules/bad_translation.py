"""A translation that does not match its original.

`content/translations/de/` mirrors the files of the project and holds only words: each text as `from`, what was
translated, and `to`, the same in German. Everything else is read from the original: where answers lead, how urgent
results are, places and sources. So a file, an id or a key that the original does not have is an error, and so is a key
whose value is not text for readers. A translated text must cite the same sources, link to the same things and link to
the same telephone numbers as its original. `signpost translate de` writes what is missing, and moves the translations
of an id that has changed to the new id.

Wrong, in content/translations/de/decision_trees/example.yml:

    title: {from: Sore knee, to: Schmerzen am Knie}
    questions: {rest: {choices: {a-lot: {outcome: take-it-easy}}}}

Right, in content/translations/de/decision_trees/example.yml:

    title: {from: Sore knee, to: Schmerzen am Knie}
    questions: {rest: {choices: {a-lot: {text: {from: A lot, to: Sehr}}}}}
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.analyse.survey import Survey
from generator.analyse.translations import progress_by_language
from generator.core.finding import Fault
from generator.core.library import at_site
from generator.core.markup import mentions
from generator.core.originals import originals
from generator.core.project import SITE
from generator.core.source import Location, Spot
from generator.core.text import listing, nearest_name, visible
from generator.core.translation import FOLDER, language_of, translation_of
from generator.core.wording import is_language, slots

CODE = "S314"
# The target of a link to a telephone number.
_DIALLED = re.compile(r"\]\((tel:[^\s()]*)")
# At most this many names are listed.
_MOST = 8
# The number of letters of a script subtag in a language tag, such as "Hans".
_SCRIPT = 4


def fault(at: Location | Spot, what: str, original: str, *about: object) -> Fault:
    """Report something in a translation that has no counterpart in the original.

    Args:
        at: its location.
        what: "file" for a file without an original, "key" and "word" for a key, "text" and "mapping" for a value.
        original: the file that is translated.
        about: the key, if it is one, and the known names.
    """
    known = [str(one) for one in about[-1]] if about and isinstance(about[-1], tuple) else []
    name = visible(str(about[0])) if what in ("key", "word") else ""
    match what:
        case "file":
            near = nearest_name(original, known)
            help = f'Did you mean "{near}"?' if near else "Delete it, or give it the path of what it translates."
            return Fault(CODE, at, f'There is no "{visible(original)}" with anything to translate.', help, near)
        case "word":
            help = "Delete this line: it is read from the original alone, so that no translation can change it."
            return Fault(CODE, at, f'"{name}" is not a text for readers: it is the same in every language.', help)
        case "key":
            near = nearest_name(name, known)
            help = f'Did you mean "{near}"?' if near else f"Use one of: {listing(map(visible, known[:_MOST]), 'or')}."
            help += f' If it was renamed or deleted, "signpost translate {language_of(at.file)}" updates this file.'
            return Fault(CODE, at, f'{visible(original)} has no text at "{name}" here.', help, near)
        case "text":
            help = "Write below it `from`, what is translated, and `to`, what that is in this language."
            return Fault(CODE, at, "This is one text; a translation is a pair, from and to.", help)
    help = f"Write below it one of: {listing(known[:_MOST], 'or')}."
    return Fault(CODE, at, "A group of texts belongs here, not a single text.", help)


def check(survey: Survey) -> Iterator[Fault]:
    """Check that each language is known, and that each current translation names the same things as its original."""
    library = survey.library
    for language in library.translations:
        if not is_language(language):
            help = f"Name the folder as in web pages: {FOLDER}/de, {FOLDER}/pt-BR."
            yield Fault(CODE, Spot(_any_file(survey, language)), f'The language "{language}" is not known.', help)
        elif (usual := _usual(language)) != language:
            message = f'The folder "{language}" must be called "{usual}", as this language is in web pages.'
            yield Fault(CODE, Spot(_any_file(survey, language)), message, f"Move its files to {FOLDER}/{usual}/.")
        elif usual in (own := _usual(library.site.language), own.partition("-")[0]) and library.whole:
            message = f'The site itself is in the language "{language}", so this is no translation of it.'
            help = f"Delete the folder {FOLDER}/{language}, or name it for another language."
            yield Fault(CODE, Spot(_any_file(survey, language)), message, help)
    for index, language in enumerate(library.site.languages):
        if language not in library.translations:
            help = f'Write one with "signpost translate {language}", or leave it out.'
            message = f"There is no translation in {FOLDER}/{visible(language)}/."
            yield Fault(CODE, at_site("languages", index), message, help)
    texts = originals(library) if library.translations else {}
    for language, found in progress_by_language(library, texts).items():
        for place in found.complete:
            if place.path:
                said = library.translations[language].texts[place].to
                at = Location(translation_of(place.file, language), (*place.path, "to"))
                yield from _others(at, texts[place], said)
                if place.file == SITE and place.path[0] == "words" and set(slots(said)) != set(slots(texts[place])):
                    help = f'Write it with the same names in braces as "{texts[place]}".'
                    yield Fault(CODE, at, "The names in braces are not those of the original.", help)


def _usual(language: str) -> str:
    """A language tag with the usual capitals: "de", "pt-BR", "zh-Hans"."""
    first, *rest = language.split("-")
    return "-".join([first.lower(), *(one.title() if len(one) == _SCRIPT else one.upper() for one in rest)])


def _others(at: Location, original: str, said: str) -> Iterator[Fault]:
    if "[" not in original and "[" not in said:
        return
    wanted, found = (Counter((one.kind, one.id) for one in mentions(text)) for text in (original, said))
    missing, more = wanted - found, found - wanted
    if missing and more:
        message = f"The original names {_named(missing)} here, and this names {_named(more)} instead."
        yield Fault(CODE, at, message, f"Write {_named(missing)}: ids are the same in every language.")
    elif missing:
        yield Fault(
            CODE, at, f"The original names {_named(missing)} here, and this does not.", "Add it to the translation."
        )
    elif more:
        yield Fault(CODE, at, f"The original does not name {_named(more)} here.", "Leave it out.")
    dialled, dials = (set(_DIALLED.findall(text)) for text in (original, said))
    if dialled != dials:
        help = f"Link to {listing(sorted(dialled), 'and')}." if dialled else "Leave the number out."
        yield Fault(CODE, at, "The numbers to call are not those of the original.", help)


def _named(mentioned: Iterable[tuple[str, str]]) -> str:
    return listing(f"[@{id}]" if kind == "source" else f"{kind}:{id}" for kind, id in sorted(set(mentioned)))


def _any_file(survey: Survey, language: str) -> str:
    found = survey.library.translations[language]
    files = [translation_of(place.file, language) for place in found.texts]
    files += [page.path for page in found.pages.values()]
    return min(files, default=f"{FOLDER}/{language}")
