"""What a host should say with each answer: what a page may load, what it may not do, how long files may be kept.

Written as `_headers`, which several static hosts read. Pages need no inline script or style, so none is allowed.
"""

from collections.abc import Iterable

from generator.core.site import OutputFile

HEADERS = "_headers"
# What a page may load, and from where. Drawings in style sheets, and a page's empty icon, are `data:`.
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    # The one style that Zensical's search puts into the page, by its content: no other is let in.
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
# Means something in a header only.
_IN_HEADER = {"frame-ancestors": "'none'"}
_SECURITY = {
    # An address can name a question of a guide; other sites need not learn it.
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
# A host joins the values of rules that both match, so no address may get a Cache-Control from two of them. Material
# puts a hash into the names of its files.
_KEPT = {
    "/assets/javascripts/*": "public, max-age=31536000, immutable",
    "/assets/stylesheets/*": "public, max-age=31536000, immutable",
    "/assets/preview/*": "public, max-age=86400",
}


def policy() -> str:
    """The Content-Security-Policy for a `meta` element."""
    return _joined(POLICY)


def headers_file(pages: Iterable[str]) -> OutputFile:
    """The file of headers, for hosts that read one.

    Args:
        pages: the paths of all pages from the top of the site, as a browser asks for them. Advice may change, so
            each of them is asked for anew each time.
    """
    everywhere = {"Content-Security-Policy": _joined(POLICY | _IN_HEADER), **_SECURITY}
    asked_anew = dict.fromkeys(sorted({_rule_of(page) for page in pages} - {"/assets/*"}), "no-cache")
    rules = {"/*": everywhere} | {path: {"Cache-Control": value} for path, value in (asked_anew | _KEPT).items()}
    parts = (
        "\n".join([path, *(f"  {name}: {value}" for name, value in headers.items())]) for path, headers in rules.items()
    )
    return OutputFile(HEADERS, "\n".join(parts) + "\n")


def _rule_of(page: str) -> str:
    """The address of a page at the top of the site, or of all that is in the folder there in which it stands."""
    first, slash, _ = page.partition("/")
    return f"/{first}/*" if slash else f"/{first}"


def _joined(policy: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in policy.items())
