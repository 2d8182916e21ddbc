"""Data inside a page: JSON that no text in it can leave, packed when it is large."""

from __future__ import annotations

import base64
import gzip
import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

PACKED_FROM = 1_000_000

_BREAKS_OUT = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_DATA = re.compile('<script type="(?:application/json|(text/plain))" id="[^"]*">([^<]*)</script>')
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def embed(data: object) -> str:
    """``data`` as JSON that no text in it can end the script with."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return _BREAKS_OUT.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def build_data_element(element_id: str, data: object) -> Markup:
    """The element that carries ``data``: JSON as it is, or gzip in base64 from a megabyte on.

    The bytes depend on ``data`` alone: the clock of gzip's header is set to 0.
    """
    from markupsafe import Markup

    text = embed(data)
    if len(text) < PACKED_FROM:
        return Markup('<script type="application/json" id="{}">{}</script>').format(element_id, Markup(text))  # noqa: S704
    packed = base64.b64encode(gzip.compress(text.encode(), compresslevel=6, mtime=0)).decode("ascii")
    return Markup('<script type="text/plain" id="{}">{}</script>').format(element_id, packed)


def find_data(page: str) -> Iterator[str]:
    """The JSON that the elements of ``build_data_element`` carry in a page, as it was before it was packed."""
    for packed, content in _DATA.findall(page):
        yield gzip.decompress(base64.b64decode(content)).decode() if packed else content


def printable(value: object) -> object:
    """``value`` for a template: what no HTML may hold (NUL, lone surrogates) becomes U+FFFD."""
    if type(value) is str and not value.isprintable():
        return _UNPRINTABLE.sub("\ufffd", value)
    return value
