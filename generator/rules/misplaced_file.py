"""A file that would never be read.

Entries are read from `decision_trees/`, `content/outcomes/`, `content/faq/` and `content/places/`,
straight in the folder, and their names end in `.yml`. The names of ordinary pages end in `.md`, and they stand in
folders of their own. Anything else there would be left out silently, or published as it is. What kind an entry is
follows from its folder, so a result among the guides, or a guide beside the folders, is told too. So is a copy that an
editor has left (`knee.yml~`, `knee.yml.bak`), and among the translations what stands in the folder of no language.
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
    """Tell of a file that would not be read, or as something that it is not.

    Args:
        at: the file.
        looks: the kind that it looks like by its keys; empty where that was not asked.
        home: the kind whose folder it is in; empty where it is in none.
        why: "copy" for what an editor left beside a file; of the translations, why it is not read; else empty.
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
    """Tell of a copy, or of what is not read among the translations."""
    match why:
        case "copy":
            message = "This is a copy that an editor or a merge has left, so it is not read."
            return Fault(CODE, at, message, "Delete it, or move it out of these folders: it would be published.")
        case "catalogue":
            language = at.file.removeprefix(f"{FOLDER}/").partition("/")[0].partition(".")[0]
            message = "A gettext file is not read where it stands."
            help = f'Take it over with "signpost translate {language} --import {at.file}", and keep it elsewhere.'
            return Fault(CODE, at, message, help)
        case "language":
            message = "This file is in the folder of no language, so it is not read."
            return Fault(CODE, at, message, f"Move it to where its language has it, such as below {FOLDER}/de/.")
    to = with_right_ending(at.file)
    ending = at.file.removeprefix(to.removesuffix(".yml"))
    return Fault(CODE, at, f'This file ends in "{ending}", so it is not read.', f'Rename it to "{to}".', to)


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _plural(noun: str) -> str:
    return f"{noun}s"
