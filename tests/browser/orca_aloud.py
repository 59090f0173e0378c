"""Runs the screen reader Orca, and writes what it says instead of saying it.

It needs the system's Python, to which Orca belongs: `python3 orca_aloud.py FOLDER`, where FOLDER is for Orca's own
settings. It takes commands on its standard input, one a line, and answers in lines of JSON on its standard output:

- `read`: reads the page that is open from its beginning to its end;
- `enter`: presses the Enter key, as on a keyboard;
- `settle`: waits until Orca has dealt with all that it was told of.

What is said meanwhile is {"said": "…"}, and {"done": "…"} the end of a command, with the title of the page.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import gi
import pyatspi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402
from orca import event_manager, eventsynthesizer, orca, script_manager, speech  # noqa: E402
from orca.speechserver import SpeechServer  # noqa: E402

# Orca and what it uses print as they like.
ANSWERS = os.fdopen(os.dup(1), "w", buffering=1)
os.dup2(2, 1)
ENTER = 0xFF0D
# How often in a row nothing must have been left to deal with, and how many milliseconds lie between.
QUIET, PAUSE = 6, 50
ASKED_ONCE = ("getRole", "getRoleName", "get_interfaces", "getApplication")
SETTINGS = {
    # What a reader asks for, and nothing of its own accord: pages are read when the tests say so.
    "sayAllOnLoad": False,
    "pageSummaryOnLoad": False,
    "enableBraille": False,
    "enableBrailleMonitor": False,
    "enableSound": False,
    "enableKeyEcho": False,
}


def answer(**what: object) -> None:
    ANSWERS.write(json.dumps(what) + "\n")
    ANSWERS.flush()


class Recorder(SpeechServer):
    """A voice that writes."""

    def speak(self, text: str | None = None, acss: object = None, interrupt: bool = True) -> None:
        answer(said=text)

    def speakCharacter(self, character: str, acss: object = None) -> None:
        answer(said=character)

    def speakKeyEvent(self, event: object, acss: object = None) -> None:
        pass

    def sayAll(self, utterances: object, progress: object) -> None:
        before = None
        for context, _ in utterances:
            answer(said=context.utterance, same=context.obj == before)
            before = context.obj

    def stop(self) -> None:
        pass

    def shutdown(self) -> None:
        pass

    def reset(self, text: str | None = None, acss: object = None) -> None:
        pass


def page() -> object | None:
    """The page that the browser shows, if there is one."""
    for application in pyatspi.Registry.getDesktop(0):
        # What is known of it is from its start, when it had no windows.
        application.clear_cache()
        for window in application:
            if found := pyatspi.findDescendant(window, is_page):
                return found
    return None


def is_page(one: object) -> bool:
    return one.getRole() == pyatspi.ROLE_DOCUMENT_WEB and one.getState().contains(pyatspi.STATE_SHOWING)


def asked_once(ask: Callable[[object], object]) -> Callable[[object], object]:
    """The same, which asks the browser once for each thing."""
    known: dict[object, object] = {}

    def tell(one: object) -> object:
        if one not in known:
            known[one] = ask(one)
        return known[one]

    return tell


@contextmanager
def standing_still() -> Iterator[None]:
    """While a page is read it stays as it is: what each thing is in, and what sort of thing it is, is asked once.

    For each word that it says, Orca asks for it dozens of times, and each time the browser has to answer.
    """
    kind = Atspi.Accessible
    before = {name: getattr(kind, name) for name in ASKED_ONCE}
    parent, told = kind.parent, kind.__str__
    for name, ask in before.items():
        setattr(kind, name, asked_once(ask))
    kind.parent = property(asked_once(parent.fget))
    # It is put into notes for Orca's own makers, which nobody reads here.
    kind.__str__ = object.__repr__
    yield
    for name, ask in before.items():
        setattr(kind, name, ask)
    kind.parent, kind.__str__ = parent, told


def read() -> None:
    with standing_still():
        read_page()


def read_page() -> None:
    document = page()
    if document:
        # As somebody who has just come to it.
        script = script_manager.getManager().getScript(document.getApplication(), document)
        script_manager.getManager().setActiveScript(script)
        orca.setLocusOfFocus(None, document, notifyScript=False)
        script.utilities.clearCachedObjects()
        script.utilities._priorContexts.clear()
        script.sayAll(None, *script.utilities.findFirstCaretContext(document, 0))
    answer(done="read", title=document.name if document else "")


def enter() -> None:
    Atspi.generate_keyboard_event(ENTER, None, Atspi.KeySynthType.SYM)
    answer(done="enter")


def settle() -> None:
    left = QUIET

    def look() -> bool:
        nonlocal left
        left = left - 1 if event_manager.getManager()._eventQueue.empty() else QUIET
        if not left:
            answer(done="settle")
        return left > 0

    GLib.timeout_add(PAUSE, look)


def obey(*_: object) -> bool:
    command = sys.stdin.readline().strip()
    if command:
        {"read": read, "enter": enter, "settle": settle}[command]()
    else:
        orca.shutdown()
    return bool(command)


def main() -> int:
    speech.init = speech.shutdown = lambda: None
    # What is read does not depend on it, and each scroll has the browser tell of all that moved.
    eventsynthesizer.scrollIntoView = lambda *_: None
    speech._speechserver = Recorder()
    manager = orca.getSettingsManager()
    manager.activate(sys.argv[1], {})
    for name, value in SETTINGS.items():
        manager.setSetting(name, value)
    GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, obey)
    GLib.idle_add(lambda: answer(done="start"))
    return orca.main()


if __name__ == "__main__":
    sys.exit(main())
