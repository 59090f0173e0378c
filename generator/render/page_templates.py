"""The templates of pages: ours, and those that a site has in their place."""

import traceback
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)

from generator.analyse.seals import flag_seal, question_seal
from generator.core.errors import SignpostError
from generator.core.kinds import WITH_ANCHORS, WITH_PAGES
from generator.core.page_words import of_kind
from generator.core.text import did_you_mean

_OURS = Path(__file__).parent / "templates"
_ENDING = ".md.jinja"
# Under this name a template of a site's own includes, imports or extends ours of the same name.
_PREFIX = "signpost"
# What a template can meet with while it is filled in.
_FAULTS = (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
# How many links of one kind a page holds that is no list of that kind: it must not grow with the library.
_FEW = 12


class BadTemplateError(SignpostError):
    """A template of a site's own that cannot be used; the message says where it is wrong and what to do."""


def filled(name: str, own: Path | None, view: dict[str, Any]) -> str:
    """The text that a template makes.

    Args:
        name: of the template, without its ending, such as "outcome".
        own: the folder of the site's own templates, which come before ours.
        view: what it may use, by name.

    Raises:
        BadTemplateError: where a template of the site's own cannot be read, or uses what is not there.
    """
    # By the names that are there: one that is new must come before ours, which was read before it.
    environment = _environment(own, tuple(sorted(path.name for path in own.iterdir())) if own else ())
    try:
        return environment.get_template(f"{name}{_ENDING}").render(view)
    except TemplateSyntaxError as error:
        raise _bad(own, error.filename or "", error.lineno, error) from None
    except _FAULTS as error:
        # The last line of a template that was at work; jinja2 puts its own files and lines into the traceback.
        lines = [(frame.filename, frame.lineno or 1) for frame in traceback.extract_tb(error.__traceback__)]
        found = next((line for line in reversed(lines) if line[0].endswith(_ENDING)), ("", 1))
        raise _bad(own, *found, error) from None


def refuse_unusable(own: Path | None) -> None:
    """See to it that each template of a site's own can be read and stands in the place of one of ours.

    Args:
        own: the folder of the site's own templates.

    Raises:
        BadTemplateError: where one is no text in UTF-8, or has the name of none of ours. Those that begin with "_"
            are parts of others, and free.
    """
    if own is None:
        return
    known = {path.name for path in _OURS.glob(f"*{_ENDING}") if not path.name.startswith("_")}
    for path in sorted(own.iterdir()):
        if path.name not in known and not path.name.startswith(("_", ".")):
            raise BadTemplateError(
                f"{path}:1:1  There is no template of this name to stand in the place of, in {_OURS}.\n  → "
                + did_you_mean(
                    path.name, known, 'Give it the name of one of them. Parts that others import begin with "_".'
                )
            )
        if path.name.startswith("."):
            continue
        try:
            path.read_text("utf-8")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise BadTemplateError(f"{path}:{line}:1  This is no text in UTF-8.\n  → Save it as UTF-8.") from None
        except OSError as error:
            raise BadTemplateError(
                f"{path}:1:1  This cannot be read: {error.strerror}.\n  → Mend it, or move it."
            ) from None


def _bad(own: Path | None, file: str, line: int, error: Exception) -> Exception:
    # Where all templates are ours it is a fault of ours, and stays what it is.
    if own is None:
        return error
    says = str(error).splitlines()[0].rstrip(".") if str(error) else type(error).__name__
    return BadTemplateError(
        f"{file or own}:{line}:1  This template cannot be used: {says}.\n"
        f"  → Compare those in {own} with those that they stand in the place of, in {_OURS}."
    )


@cache
def _environment(own: Path | None, _names: tuple[str, ...]) -> Environment:
    ours = FileSystemLoader(_OURS)
    loader: BaseLoader = ours
    if own is not None:
        loader = ChoiceLoader([FileSystemLoader(own), ours, PrefixLoader({_PREFIX: ours})])
    # Markdown, so nothing is escaped as HTML here; `Prose` makes authors' text harmless.
    environment = Environment(  # noqa: S701
        loader=loader, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    environment.filters |= {"question_seal": question_seal}
    environment.globals |= {
        "few": _FEW,
        "pages_of": WITH_PAGES,
        "precautions_page": WITH_ANCHORS["precaution"].page,
        "flag_seal": flag_seal,
        "of_kind": of_kind,
    }
    return environment
