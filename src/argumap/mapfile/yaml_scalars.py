"""Words as they stand in a YAML file, so that every reader takes them for words."""

from __future__ import annotations

import re
from json.encoder import encode_basestring

# Beyond what JSON escapes: what YAML calls unprintable or a line break, and what no reader of the file sees.
_ESCAPED = re.compile("[\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_PLAIN = re.compile(r"[a-z][a-z0-9./#-]*", re.ASCII)
_NOT_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def scalar(text: str) -> str:
    """A word as it stands in YAML: plain where nothing could take it for something else."""
    return text if _PLAIN.fullmatch(text) and text not in _NOT_WORDS else prose(text)


def prose(text: str) -> str:
    """Words in double quotes, in which everything can be written."""
    quoted = encode_basestring(text)
    # None of what has to be escaped is printable, and nearly every text is.
    return quoted if text.isprintable() else _ESCAPED.sub(lambda m: f"\\u{ord(m[0]):04x}", quoted)
