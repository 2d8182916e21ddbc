"""Words of another tool's file in one line, without what no reader sees and no file of text can hold."""

from __future__ import annotations

import re

_HALF = re.compile("[\ud800-\udfff]")


def flatten(text: str) -> str:
    """A text in one line, with one space between its words."""
    return " ".join(text.split())


def mend(text: str) -> str:
    """A text without half a surrogate pair, which stands in some files, and in no text that can be written."""
    return text if text.isascii() else _HALF.sub("\ufffd", text)


def clean(value: object) -> str:
    """A text of a foreign file in one line, without what no reader sees; "" for another value."""
    return flatten(mend(value.replace("\0", ""))) if isinstance(value, str) else ""


def clean_id(value: object) -> str:
    """An id, which some files write as a number; "" for another value."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return clean(str(value))


def keep_printable(text: str) -> str:
    """A text in one line, of letters and signs that are seen."""
    return flatten("".join(c for c in text if c.isprintable() or c.isspace()))
