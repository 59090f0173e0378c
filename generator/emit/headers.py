"""The HTTP headers for all files: what a page may load, what it may not do, and how long files may be cached.

Written as `_headers`, which several static hosts read. Pages need no inline script or style, so none is allowed.
"""

import re
from collections.abc import Iterable

from generator.core.site import OutputFile

HEADERS = "_headers"
_FOR_FRAMES = re.compile(r"guides/[^/]+/embed/(?:index\.html)?")
# What a page may load, and from where. Images in style sheets, and a page's empty icon, are `data:` URLs.
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    # The hash allows the one inline style that Zensical's search adds to the page.
    "style-src": "'self' 'sha256-NwSx/R2V/U4jnW0Tq5pQ53Y/rzPVJ4dqE7D6UTA/J1k='",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
}
# Only effective in a header, not in a `meta` element.
_NO_FRAME = {"frame-ancestors": "'none'"}
_SECURITY = {
    # An address can contain the id of a question; other sites must not see it.
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
# If two rules match an address, a host joins their values, so no address may get Cache-Control from two rules. Material
# has a hash in the names of its files.
_CACHED = {
    "/assets/javascripts/*": "public, max-age=31536000, immutable",
    "/assets/stylesheets/*": "public, max-age=31536000, immutable",
    "/assets/preview/*": "public, max-age=86400",
}


def policy() -> str:
    """The Content-Security-Policy for a `meta` element."""
    return _joined(POLICY)


def headers_file(pages: Iterable[str], languages: Iterable[str] = ()) -> OutputFile:
    """The headers file, for hosts that read one.

    Args:
        pages: the paths of all pages from the root of the site, as a browser requests them. Advice may change, so
            browsers must revalidate each of them.
        languages: the folders of the translations, which contain the same pages.
    """
    pages = list(pages)
    folders = ["", *(f"/{language}" for language in languages)]
    framed = [path for path in pages if _is_for_frames(path)]
    never = {"X-Frame-Options": "DENY"}
    rules = {"/*": {"Content-Security-Policy": _joined(POLICY | _NO_FRAME), **_SECURITY, **never}}
    asked_anew = {"Cache-Control": "no-cache"}
    shown = [folder + path for folder in folders for path in _page_patterns(pages)]
    rules |= {path: asked_anew for path in shown if not path.endswith("/assets/*")}
    if framed:
        # If two rules match an address, both apply, so the general rule must not forbid frames.
        rules["/*"] = {"Content-Security-Policy": _joined(POLICY), **_SECURITY}
        unframed = {"Content-Security-Policy": _joined(_NO_FRAME), **never}
        rules |= {path: unframed | rules.get(path, {}) for path in shown}
        rules |= {f"{folder}/guides/:guide/embed/*": asked_anew for folder in folders}
    rules |= {folder + path: {"Cache-Control": value} for folder in folders for path, value in _CACHED.items()}
    parts = (
        "\n".join([path, *(f"  {name}: {value}" for name, value in headers.items())]) for path, headers in rules.items()
    )
    return OutputFile(HEADERS, "\n".join(parts) + "\n")


def _is_for_frames(path: str) -> bool:
    return _FOR_FRAMES.fullmatch(path) is not None


def _page_patterns(pages: Iterable[str]) -> list[str]:
    """A minimal list of patterns that match every page except those for frames, in the syntax of the hosts."""
    found = {"/", "/404.html"}
    for path in pages:
        first, _, rest = path.partition("/")
        if _is_for_frames(path):
            continue
        if first != "guides":
            found.add(f"/{first}/*" if rest or path.endswith("/") else f"/{path}")
        elif len(names := rest.strip("/").split("/")) > 1:
            found.add(f"/guides/:guide/{'/'.join(names[1:])}{'/' if path.endswith('/') else ''}")
        else:
            found |= {"/guides/", "/guides/:guide", "/guides/:guide/"}
    return sorted(found)


def _joined(policy: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in policy.items())
