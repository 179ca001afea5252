"""The head of a page and its scripts: known beforehand, piece by piece."""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from wijzer.gate import allowed
from wijzer.gate.address import wrong_address
from wijzer.gate.judge import Wrong

Values = Mapping[str, str | None]

_TIP = "Dit hoort het thema niet te maken. Kijk naar wat er veranderd is in mkdocs.yml en thema/."
_CONFIG_KEYS = frozenset(
    {"annotate", "base", "features", "search", "tags", "translations", "version"}
)
_REFRESH = re.compile(r"0; url=(.+)")


class Head:
    """Holds the elements that load or direct something against what is known of them."""

    def __init__(self, name: str) -> None:
        self._folder = posixpath.dirname(name)
        self._rooted = name == "404.html"
        self._seen: Counter[str] = Counter()
        self._wrong: list[Wrong] = []

    def element(self, tag: str, values: Values, shapes: allowed.Shapes, node: Any) -> bool:
        """Look at an element; return True when it is one that only this module knows."""
        if shapes is allowed.THEME or shapes is allowed.REDIRECT:
            if tag in ("title", "article", "html", "head", "body"):
                self._seen[tag] += 1
            if tag in _KNOWN:
                shown = "".join(f' {key}="{value or ""}"' for key, value in values.items())
                element = f"<{tag}{shown}>"[:120]
                if (key := _KNOWN[tag](self, values, node)) is None:
                    self._wrong.append(Wrong(element, f"`{element}` is niet bekend", _TIP))
                else:
                    self._seen[f"{tag} {key}"] += 1
                return True
        return False

    def finish(self, *, moved: bool) -> Iterator[Wrong]:
        """Yield what was wrong, and what stood there more than once."""
        yield from self._wrong
        for key, count in self._seen.items():
            if count > 1:
                yield Wrong(f"<{key}>", f"`{key}` staat {count} keer op de pagina", _TIP)
        wanted = {"title"} if moved else {"title", "article", "script __config"}
        for key in sorted(wanted - set(self._seen)):
            yield Wrong(f"<{key}>", f"`{key}` staat niet op de pagina", _TIP)

    def _place(self, address: str) -> str:
        """Return where in the site an address leads."""
        if self._rooted:  # it may be shown at any depth, below any prefix
            found = re.search(r"(?:^|/)(assets/.*)", address)
            return found[1] if found else address
        return posixpath.normpath(posixpath.join(self._folder, address))

    def _title(self, values: Values, node: Any) -> str | None:
        del node
        return "" if not values else None

    def _script(self, values: Values, node: Any) -> str | None:
        if dict(values) == {"id": "__config", "type": "application/json"}:
            return "__config" if _is_config(node.text(deep=True) or "") else None
        place = self._place(values.get("src") or "")
        text = node.text(deep=True) or ""
        if (
            set(values) - {"src", "defer"}
            or text.strip()
            or not allowed.OWN_SCRIPT.fullmatch(place)
        ):
            return None
        return place

    def _link(self, values: Values, node: Any) -> str | None:
        del node
        rel, href = values.get("rel") or "", values.get("href") or ""
        place = self._place(href)
        if dict(values) == {**allowed.FEED, "href": href}:
            file = posixpath.basename(place) if self._rooted else place
            return "feed" if file == allowed.FEED_FILE and not self._leaves(href) else None
        if set(values) != {"rel", "href"} or rel not in allowed.RELATIONS:
            return None
        if rel == "stylesheet":
            return place if allowed.OWN_STYLE.fullmatch(place) else None
        if rel == "icon":
            return rel if place.startswith("assets/") else None
        return None if self._leaves(href) else rel

    def _leaves(self, href: str) -> bool:
        return bool(wrong_address(href, rooted=self._rooted))

    def _meta(self, values: Values, node: Any) -> str | None:
        del node
        keys, content = set(values), values.get("content") or ""
        if keys == {"charset"}:
            return "charset" if (values["charset"] or "").lower() == "utf-8" else None
        if keys == {"name", "content"}:
            return values["name"] if values["name"] in allowed.META_NAMES else None
        order = (values.get("http-equiv") or "").lower()
        if keys != {"http-equiv", "content"} or order not in allowed.META_ORDERS:
            return None
        if order == "refresh":
            found = _REFRESH.fullmatch(content)
            inside = found and not wrong_address(found[1]) and ":" not in found[1]
            return order if inside else None
        return order


_KNOWN = {"title": Head._title, "script": Head._script, "link": Head._link, "meta": Head._meta}


def _is_config(text: str) -> bool:
    """Tell whether the theme's settings are plain JSON with the keys that it has."""
    try:
        data = json.loads(text)
    except ValueError:
        return False
    return isinstance(data, dict) and not set(data) - _CONFIG_KEYS and "<" not in text
