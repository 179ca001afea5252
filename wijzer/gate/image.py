"""Photos and pictures: decoded to see that they are what their name says, and published bare."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator

from PIL import Image, ImageOps

IMAGE_TYPES = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
MAX_BYTES = 2_000_000
MAX_PIXELS = 20_000_000
_PHOTO = "MPO"
"""A JPEG with a second one behind it, as telephones make for bright screens; it shows the first."""
_AGAIN = "Sla de afbeelding opnieuw op als PNG, JPEG of WebP."
_SMALLER = "Maak de afbeelding kleiner; 1600 beeldpunten breed is genoeg voor een pagina."


def wrong_image(data: bytes, suffix: str) -> Iterator[tuple[str, str]]:
    """Yield in Dutch what is wrong with a picture, and what to do."""
    if len(data) > MAX_BYTES:
        size, most = f"{len(data) / 1e6:.1f}".replace(".", ","), MAX_BYTES // 1_000_000
        yield f"deze afbeelding is te groot: {size} MB, ten hoogste {most}", _SMALLER
        return
    try:
        image = _open(data, suffix)
        if image.width * image.height > MAX_PIXELS:
            yield f"deze afbeelding is te groot: {image.width} bij {image.height}", _SMALLER
        elif getattr(image, "n_frames", 1) > 1 and image.format != _PHOTO:
            yield "deze afbeelding beweegt", "Gebruik een afbeelding die stilstaat."
        else:
            bare(data, suffix)
    except Exception:  # a decoder meets anything that somebody can make
        yield f"dit is geen goede afbeelding van het soort `{suffix}`", _AGAIN


def bare(data: bytes, suffix: str) -> bytes:
    """Return a picture without what cameras and programs add: place, time, names, thumbnails."""
    image = ImageOps.exif_transpose(_open(data, suffix))
    image.info = {k: v for k, v in image.info.items() if k == "transparency"}
    out = io.BytesIO()
    options: dict[str, object] = {"quality": 90} if IMAGE_TYPES[suffix] != "PNG" else {}
    image.save(out, format=IMAGE_TYPES[suffix], **options)
    return out.getvalue()


def _open(data: bytes, suffix: str) -> Image.Image:
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        return Image.open(io.BytesIO(data), formats=[IMAGE_TYPES[suffix]])
