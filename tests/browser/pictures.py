"""Takes pictures of the built site for people to judge, in each engine: `make pictures`, into build/pictures/.

Each page is taken on a phone and on a desktop, in light and in dark colours, and stands small on a sheet as well. Every
engine shows it in a frame: not all have windows as narrow as a phone.
"""

import sys
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler
from io import BytesIO
from pathlib import Path

from conftest import _Searchable, served
from engines import ENGINES
from PIL import Image
from screens import PHONE
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.wait import WebDriverWait

SCREENS = {"phone": PHONE, "desktop": {"width": 1280, "height": 900}}
GUIDE = "guides/sit-bone/"
# Each page by the name of its picture: its address, and the answers given there.
PAGES = {
    "1-home": ("", ()),
    "2-signs": (GUIDE, ()),
    "3-step": (GUIDE, ("no", "no", "bit-by-bit")),
    "4-emergency": (GUIDE, ("infection",)),
    "5-same-day": (GUIDE, ("no", "clot-signs")),
    "6-soon": (GUIDE, ("no", "no", "bit-by-bit", "on-the-bone", "load", "for-months", "real-loading")),
    "7-self-care": (GUIDE, ("no", "no", "bit-by-bit", "on-the-bone", "load", "only-here")),
    "8-plan": ("plans/sit-bone-tendon/", ()),
    "9-question": ("questions/sharp-pain-at-sit-bone/", ()),
    "10-search": ("?q=sit+bone", ()),
}
SHEET = 320  # pixels across for each picture on a sheet
FRAME = "frame.html"
PATIENCE = 60  # seconds; only a fault takes so long
# All that moves has come to rest, and the search, if it is asked, has found something.
_AT_REST = """
  const asked = new URLSearchParams(location.search).has("q");
  return document.readyState === "complete"
    && (!asked || !!document.querySelector(".md-search-result__item"))
    && document.getAnimations().every((one) => one.playState !== "running");
"""
_DARK = "document.querySelector('.md-header button[aria-pressed=false]')?.click()"
_CLICK = """
  const links = [...document.querySelectorAll(`a.sp-choice[data-choice="${arguments[0]}"]`)];
  links.find((one) => one.checkVisibility()).click();
"""


class _Framing(_Searchable):
    """Serves a page beside those of the site that holds nothing but a frame, and so has no policy."""

    def do_GET(self) -> None:
        if self.path != f"/{FRAME}":
            super().do_GET()
            return
        body = b"<!doctype html><title>Frame</title><style>*{margin:0;border:0;display:block}</style><iframe></iframe>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        SimpleHTTPRequestHandler.end_headers(self)
        self.wfile.write(body)


def pictures(driver: WebDriver, address: str, screen: dict[str, int], dark: bool) -> Iterator[tuple[str, Image.Image]]:
    """Take a picture of the first screen of each page; gives its name with it."""
    driver.set_window_size(1280, 1024)
    for name, (path, answers) in PAGES.items():
        driver.get(f"{address}{FRAME}")
        driver.execute_script("sessionStorage.clear()")
        frame = driver.find_element("css selector", "iframe")
        driver.execute_script(
            "const [frame, width, height, address] = arguments;"
            "Object.assign(frame.style, { width, height });"
            "return new Promise((done) => { frame.onload = () => done(); frame.src = address; });",
            frame,
            *(f"{screen[side]}px" for side in ("width", "height")),
            f"{address}{path}",
        )
        driver.switch_to.frame(frame)
        if dark:
            driver.execute_script(_DARK)
        for answer in answers:
            driver.execute_script(_CLICK, answer)
        WebDriverWait(driver, PATIENCE).until(lambda driver: driver.execute_script(_AT_REST))
        driver.switch_to.default_content()
        yield name, Image.open(BytesIO(frame.screenshot_as_png)).convert("RGB")


def sheet(images: list[Image.Image]) -> Image.Image:
    """All of them side by side, small."""
    small = [image.resize((SHEET, image.height * SHEET // image.width), Image.Resampling.LANCZOS) for image in images]
    across = 5
    height = max(image.height for image in small) + 8
    whole = Image.new("RGB", (across * (SHEET + 8), -(-len(small) // across) * height), "#888")
    for number, image in enumerate(small):
        whole.paste(image, (number % across * (SHEET + 8), number // across * height))
    return whole


def main(site: str = "site", folder: str = "build/pictures", *only: str) -> None:
    """Take them all of a built site; `only` names engines."""
    with served(Path(site), handler=_Framing) as address:
        for engine in ENGINES:
            if only and engine.name not in only:
                continue
            if engine.missing:
                sys.exit(engine.missing)
            for dark in (False, True):
                # Anew: the colours that were chosen last are kept.
                with engine.start() as driver:
                    for screen, size in SCREENS.items():
                        into = Path(folder, f"{engine.name}-{screen}-{'dark' if dark else 'light'}")
                        into.mkdir(parents=True, exist_ok=True)
                        taken = []
                        for name, image in pictures(driver, address, size, dark):
                            image.save(into / f"{name}.png")
                            taken.append(image)
                        sheet(taken).save(into.with_suffix(".png"))
                        print(into.with_suffix(".png"))


if __name__ == "__main__":
    main(*sys.argv[1:])
