"""A file that would not be read.

Entries are read from folders such as `decision_trees/`, `content/outcomes/`, `content/faq/` and `content/places/`:
directly from the folder, and only from files that end in `.yml`. Ordinary pages end in `.md` and are in other folders.
Any other file would be silently left out, or published as it is. The folder decides the kind of an entry, so a result
among the guides, or a guide outside these folders, is reported too. So is a copy that an editor has left (`knee.yml~`,
`knee.yml.bak`), and, among the translations, a file that is not in the folder of a language.
"""

import posixpath

from generator.core.finding import Fault
from generator.core.kinds import KINDS, home_for, kind_of, with_right_ending
from generator.core.project import CONTENT
from generator.core.source import Spot
from generator.core.translation import FOLDER

CODE = "S105"
_OF_WORD_PROCESSORS = frozenset((".doc", ".docx", ".odt", ".rtf", ".pages"))
_OTHER_FORMS = frozenset((".toml", ".csv", ".xlsx", ".ods"))


def fault(at: Spot, looks: str = "", home: str = "", why: str = "") -> Fault:
    """Report a file that would not be read, or would be read as the wrong kind.

    Args:
        at: the file.
        looks: the kind that its keys suggest; empty if they were not checked.
        home: the kind whose folder it is in; empty if there is none.
        why: "copy" for a copy that an editor left; for a file among the translations, why it is not read; else empty.
    """
    if why:
        return _beside(at, why)
    if looks:
        kind = KINDS[looks]
        to = home_for(looks, at.file)
        of = f"the folder of {_plural(KINDS[home].noun)}" if home else "no folder of a kind of entry, so it is not read"
        message = f"This looks like {_a(kind.noun)}, and it is in {of}."
        return Fault(CODE, at, message, f'Move it to "{to}".', to)
    if home:
        folder, to = posixpath.dirname(at.file), home_for(home, at.file)
        if at.file.endswith(".md"):
            message = f"This is an ordinary page in the folder of {_plural(KINDS[home].noun)}, which hold no pages."
            help = f'If it is {_a(KINDS[home].noun)}, write it as "{to}", else move it to another folder.'
            return Fault(CODE, at, message, help, to)
        ending = posixpath.splitext(at.file)[1]
        message = (
            f'This file ends in "{ending}", so it is not read.'
            if ending
            else "The name of this file has no ending, so it is not read."
        )
        if ending in _OF_WORD_PROCESSORS:
            return Fault(
                CODE, at, message, f'Save it as plain text under a name that ends in ".yml", in {folder}/.', to
            )
        write = "Write it in YAML, as" if ending in _OTHER_FORMS else "Rename it to"
        return Fault(CODE, at, message, f'{write} "{to}".', to)
    renamed = with_right_ending(at.file)
    if kind_of(renamed) or renamed.endswith((".md", ".svg")):
        ending = at.file[len(posixpath.splitext(renamed)[0]) :]
        return Fault(CODE, at, f'This file ends in "{ending}", so it is not read.', f'Rename it to "{renamed}".')
    if posixpath.dirname(at.file) == CONTENT:
        return Fault(
            CODE,
            at,
            "This file is not in the folder of any kind of entry, so it is not read.",
            "Move it to content/outcomes/, content/faq/, content/places/ or decision_trees/.",
        )
    return Fault(
        CODE,
        at,
        "This file is in a sub-folder, so it is not read.",
        "Move it up into the folder of its kind, or out of these folders.",
    )


def _beside(at: Spot, why: str) -> Fault:
    """Report a copy, or a file among the translations that is not read."""
    match why:
        case "copy":
            message = "This is a copy that an editor or a merge has left, so it is not read."
            return Fault(CODE, at, message, "Delete it, or move it out of these folders: it would be published.")
        case "catalogue":
            language = at.file.removeprefix(f"{FOLDER}/").partition("/")[0].partition(".")[0]
            message = "A gettext file is not read from this folder."
            help = f'Import it with "signpost translate {language} --import {at.file}", and keep it elsewhere.'
            return Fault(CODE, at, message, help)
        case "language":
            message = "This file is not in the folder of a language, so it is not read."
            return Fault(CODE, at, message, f"Move it to where its language has it, such as below {FOLDER}/de/.")
    to = with_right_ending(at.file)
    ending = at.file.removeprefix(to.removesuffix(".yml"))
    return Fault(CODE, at, f'This file ends in "{ending}", so it is not read.', f'Rename it to "{to}".', to)


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _plural(noun: str) -> str:
    return f"{noun}s"
