"""What a browser may do on the site: the one source of every header that a web server sends.

The pages carry :func:`meta_policy` for hosts that send no headers; the server configurations
(:mod:`wijzer.server`) and the README follow from the same data.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_FETCHED = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'none'",
    "base-uri": "'none'",
}
"""No inline script or style stands in the pages; ``data:`` are the pictures of the theme's CSS."""

_ORIGIN = re.compile(r"https?://(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?", re.IGNORECASE)

HSTS = "max-age=63072000"
"""Two years; only over TLS (RFC 6797, 7.2).  Its sub-domains are for the host to decide on."""

_FIXED = (
    ("X-Content-Type-Options", "nosniff"),
    # Whoever leaves the page on wrongdoing does not tell the next website where they came from.
    ("Referrer-Policy", "no-referrer"),
    (
        "Permissions-Policy",
        "accelerometer=(), camera=(), display-capture=(), fullscreen=(self), geolocation=(), "
        "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)


def meta_policy() -> str:
    """Return the policy that works in a page: a browser reads ``frame-ancestors`` only in a header.

    Source: Content Security Policy Level 3, 3.3 (the ``meta`` element).
    """
    return "; ".join(f"{name} {value}" for name, value in _FETCHED.items())


def is_website(text: str) -> bool:
    """Tell whether a text is one website, such as ``https://intranet.example``, and no more."""
    return _ORIGIN.fullmatch(text) is not None


def policy(frame_ancestors: Sequence[str] = ()) -> str:
    """Return the Content-Security-Policy that a server sends.

    ``frame_ancestors`` are the websites that may show the site in a frame, such as
    ``https://intranet.example``.  Raises ValueError for what is no website: a ``;`` in it would
    begin a directive of its own.
    """
    if wrong := [origin for origin in frame_ancestors if not is_website(origin)]:
        raise ValueError(f"no website: {wrong[0]!r}")
    allowed = " ".join(["'self'", *frame_ancestors])
    return f"{meta_policy()}; frame-ancestors {allowed}"


def headers(frame_ancestors: Sequence[str] = ()) -> tuple[tuple[str, str], ...]:
    """Return the name and value of every header that goes with every answer."""
    return ("Content-Security-Policy", policy(frame_ancestors)), *_FIXED
