"""Somebody who hears the site: a browser with a window, and the screen reader Orca, whose words are written down."""

import json
import os
import re
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from queue import Queue

import chromium
from engines import CHROMIUM, FIREFOX, SCREEN_READER, Engine, bus, driver_from, end, running, screen
from selenium import webdriver
from selenium.webdriver.chrome.service import Service as ChromeService
from selenium.webdriver.firefox.service import Service as FirefoxService
from selenium.webdriver.remote.webdriver import WebDriver

# Only a fault takes so long, however busy the machine is.
_PATIENCE = 60
# As narrow as Firefox's windows go: the layout is that of a phone.
_WINDOW = (500, 900)
_FOCUS = """
  const link = [...document.querySelectorAll(arguments[0])].find((one) => one.checkVisibility());
  link.scrollIntoView();
  link.focus();
"""
_BEGIN, _END = "main content", "leaving main content."
# What is said between two things, of neither of them.
_BETWEEN = re.compile(rf"{_BEGIN}|leaving .*\.|List with \d+ items?")


class Listener:
    """Hears what Orca says of a browser's pages."""

    def __init__(self, driver: WebDriver, address: str, orca: subprocess.Popen):
        self.driver = driver
        self.address = address
        self._orca = orca
        self._answers: Queue[dict] = Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        # It ends with Orca, whose output is closed meanwhile.
        with suppress(ValueError):
            for line in self._orca.stdout:
                self._answers.put(json.loads(line))

    def _wait(self, command: str) -> tuple[list[str], str]:
        said: list[str] = []
        between = True
        while (answer := self._answers.get(timeout=_PATIENCE)).get("done") != command:
            if words := _plain(answer.get("said") or ""):
                of_the_last = answer.get("same") and not between
                said[-1:] = [f"{said[-1]}, {words}"] if of_the_last else [*said[-1:], words]
                between = bool(_BETWEEN.fullmatch(words))
        return said, answer.get("title", "")

    def ask(self, command: str) -> tuple[list[str], str]:
        """Give Orca a command; gives what is said until it is done, a line for each thing spoken
        of, and the title of the page."""
        self._orca.stdin.write(f"{command}\n")
        self._orca.stdin.flush()
        return self._wait(command)

    def open(self, path: str) -> None:
        """Come to a page."""
        self.driver.get(f"{self.address}{path}")

    def read(self) -> list[str]:
        """All that is said of a page that is read from its beginning to its end."""

        def all_of_it() -> tuple[bool, list[str]]:
            self.ask("settle")
            said, title = self.ask("read")
            return title == self.driver.title and _END in said, [title, *said]

        return _until(all_of_it)[1:]

    def read_main(self) -> list[str]:
        """The same without the frame that all pages share."""
        said = self.read()
        return said[said.index(_BEGIN) + 1 : said.index(_END)]

    def press_enter_on(self, selector: str, expected: Callable[[list[str]], bool]) -> list[str]:
        """Go to the first such link that can be seen and press Enter; gives what is said of what follows.

        `expected` tells whether what must be said was said.
        """
        self.driver.execute_script(_FOCUS, selector)
        self.ask("settle")
        before = self.driver.current_url
        said: list[str] = []

        def answered() -> tuple[bool, list[str]]:
            # A key that comes while a window is about to have the keyboard is lost.
            if self.driver.current_url == before:
                self.ask("enter")
            said.extend(self.ask("settle")[0])
            return expected(said), [self.driver.current_url, *said]

        _until(answered)
        return said + self.ask("settle")[0]


def _plain(words: str) -> str:
    """What is said, without what depends on what was read before, and in one version's words."""
    words = re.sub(r"\bvisited link\b", "link", re.sub(r"\s+", " ", words).strip())
    return words.replace("push button", "button")


def _until(attempt: Callable[[], tuple[bool, list[str]]]) -> list[str]:
    """What is said once an attempt has come to its end."""
    end = time.monotonic() + _PATIENCE
    while not (outcome := attempt())[0]:
        if time.monotonic() > end:
            raise AssertionError(f"Not all was said, only: {outcome[1]}")
    return outcome[1]


@contextmanager
def listening(engine: Engine, address: str) -> Iterator[Listener]:
    """Start an engine with Orca, on a screen and with a message bus of their own, and end both."""
    parts = SCREEN_READER.parts()
    with ExitStack() as stack:
        home = stack.enter_context(tempfile.TemporaryDirectory(prefix="signpost-heard-", ignore_cleanup_errors=True))
        environment = {name: value for name, value in os.environ.items() if name != "NO_AT_BRIDGE"}
        environment |= {"HOME": home, "XDG_RUNTIME_DIR": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home}
        # Orca speaks the language of the system, and remembers nothing.
        environment |= {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "LANGUAGE": "en", "GSETTINGS_BACKEND": "memory"}
        environment |= {"GNOME_ACCESSIBILITY": "1", "DISPLAY": stack.enter_context(screen(parts["Xvfb"]))}
        environment["DBUS_SESSION_BUS_ADDRESS"] = stack.enter_context(bus(parts["dbus-daemon"], environment))
        # Without a window manager no window is ever the active one, and Orca speaks of none.
        stack.enter_context(running([parts["openbox"]], environment))
        orca = stack.enter_context(_talking([*_orcas_python(parts["orca"]), "orca_aloud.py", home], environment))
        # First, so that it is there to be told of the window.
        while json.loads(orca.stdout.readline()).get("done") != "start":
            pass
        driver = stack.enter_context(driver_from(lambda: _START[engine](environment)))
        driver.set_window_size(*_WINDOW)
        yield Listener(driver, address, orca)


def _firefox(environment: dict[str, str]) -> WebDriver:
    parts = FIREFOX.parts()
    options = webdriver.FirefoxOptions()
    options.binary_location = parts["Firefox"]
    return webdriver.Firefox(options, FirefoxService(parts["geckodriver"], env=environment))


def _chromium(environment: dict[str, str]) -> WebDriver:
    options = webdriver.ChromeOptions()
    options.binary_location = SCREEN_READER.parts()["Chromium"]
    for flag in (*chromium.FLAGS, "--force-renderer-accessibility"):
        options.add_argument(flag)
    return webdriver.Chrome(options, ChromeService(CHROMIUM.parts()["chromedriver"], env=environment))


_START = {FIREFOX: _firefox, CHROMIUM: _chromium}


def _orcas_python(orca: str) -> list[str]:
    """The Python that Orca is installed for, as its first line names it."""
    first = Path(orca).read_text("utf-8").splitlines()[0]
    return first.removeprefix("#!").split()


@contextmanager
def _talking(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen]:
    popen = subprocess.Popen(
        command,
        env=environment,
        cwd=Path(__file__).parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with popen as process:
        try:
            yield process
        finally:
            end(process)
