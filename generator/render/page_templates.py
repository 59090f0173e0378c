"""The page templates: the built-in ones, and those of a site that override them."""

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
# The prefix under which a site's template includes, imports or extends the built-in template of the same name.
_PREFIX = "signpost"
# The exceptions that filling a template can raise.
_FAULTS = (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
# The maximum number of links of one kind on a page that is not a list of that kind: it must not grow with the library.
_FEW = 12


class BadTemplateError(SignpostError):
    """A site's own template cannot be used; the message says where the error is and what to do."""


def filled(name: str, own: Path | None, view: dict[str, Any]) -> str:
    """Fill a template.

    Args:
        name: of the template, without its ending, such as "outcome".
        own: the folder of the site's own templates, which override the built-in ones.
        view: the template's variables.

    Raises:
        BadTemplateError: if a template of the site cannot be read, or uses something undefined.
    """
    # The file names are part of the cache key: a new template must override a built-in one that was already loaded.
    environment = _environment(own, tuple(sorted(path.name for path in own.iterdir())) if own else ())
    try:
        return environment.get_template(f"{name}{_ENDING}").render(view)
    except TemplateSyntaxError as error:
        raise _bad(own, error.filename or "", error.lineno, error) from None
    except _FAULTS as error:
        # The innermost template line; jinja2 puts template files and lines into the traceback.
        lines = [(frame.filename, frame.lineno or 1) for frame in traceback.extract_tb(error.__traceback__)]
        found = next((line for line in reversed(lines) if line[0].endswith(_ENDING)), ("", 1))
        raise _bad(own, *found, error) from None


def refuse_unusable(own: Path | None) -> None:
    """Check that each of a site's own templates can be read and overrides a built-in one.

    Args:
        own: the folder of the site's own templates.

    Raises:
        BadTemplateError: if a file is not UTF-8 text or has the name of no built-in template. Names that begin with "_"
            are free: these are parts of other templates.
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
                f"{path}:1:1  This cannot be read: {error.strerror}.\n  → Correct it, or move it."
            ) from None


def _bad(own: Path | None, file: str, line: int, error: Exception) -> Exception:
    # If all templates are built in, the error is a bug of Signpost and is raised unchanged.
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
    # The output is Markdown, so there is no HTML escaping here; `Prose` escapes authors' texts.
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
