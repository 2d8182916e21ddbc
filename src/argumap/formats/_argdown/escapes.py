"""Texts, tags and data as Argdown takes them, so that it reads back what was meant."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from argumap.formats._argdown.tokens import SIGNS, SPECIAL
from argumap.formats._argdown.wordings import clean

if TYPE_CHECKING:
    from argumap.mapfile import YamlNode

_SIGN = re.compile(r"[\\\[<{#*_@]|/(?=[/*])|={3,}")
_RULE_SIGN = re.compile(r"[\\{,<\-]|/(?=[/*])")
_POINT = re.compile("[.:]")
_PLAIN_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]*|\d{1,9}(?:\.\d{1,9})?", re.ASCII)
_PLAIN_TAG = re.compile(r"[A-Za-z0-9-]+", re.ASCII)
# What YAML takes only as an escape, and what would end the data or the front matter.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff}=]")
_NO_TITLE = re.compile(r"^[-+_!@]|[\[\]<>\u2028\u2029]|^Untitled \d+$")
_LONGEST_TITLE = 120
# What every object of JavaScript has by these names would be taken for a statement.
_NAMES_OF_JAVASCRIPT = frozenset(
    {
        "constructor",
        "hasOwnProperty",
        "isPrototypeOf",
        "propertyIsEnumerable",
        "toLocaleString",
        "toString",
        "valueOf",
    }
)


def escape(text: str) -> str:
    """A text in one line, in which nothing is taken for a sign."""
    return _escape(clean(text), _SIGN)


def escape_rule(text: str) -> str:
    """A text as it stands between the hyphens of an inference."""
    return _escape(clean(text), _RULE_SIGN)


def _escape(text: str, signs: re.Pattern[str]) -> str:
    written: list[str] = []
    at = 0
    for point in _POINT.finditer(text):
        start = point.start()
        if start < at:
            continue
        written.append(_mark(text[at:start], signs))
        # A run between two points stays as it is, backslashes too, so it must need none and name no sign.
        run = SPECIAL.match(text, start)
        if run is None or (run[0] not in SIGNS and not signs.search(run[0])):
            written.append(run[0] if run else point[0])
            at = run.end() if run else point.end()
        else:
            written.append(f"\\{point[0]}")
            at = point.end()
    return "".join([*written, _mark(text[at:], signs)])


def _mark(text: str, signs: re.Pattern[str]) -> str:
    return signs.sub(lambda found: "".join(f"\\{char}" for char in found[0]), text)


def write_tag(tag: str) -> str:
    """A tag with its sign; "" for one that Argdown cannot write."""
    plain = clean(tag)
    if _PLAIN_TAG.fullmatch(plain):
        return f"#{plain}"
    return f"#({plain})" if plain == tag and ")" not in plain and plain else ""


def is_title(title: str) -> bool:
    """Whether a text can stand in brackets as the title of something."""
    return (
        0 < len(title) <= _LONGEST_TITLE
        and title == clean(title)
        and title.isprintable()
        and not _NO_TITLE.search(title)
        and not title.startswith("__")
        and title not in _NAMES_OF_JAVASCRIPT
    )


def write_flow(value: YamlNode) -> str:
    """Data as YAML in one line."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{write_flow(key)}: {write_flow(held)}' for key, held in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(write_flow, value))}]"
    if value is None:
        return "null"
    if _PLAIN_WORD.fullmatch(value):
        return value
    return _UNSAFE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(value, ensure_ascii=False))
