"""Turtle, and the graphs of TriG: small languages, and a library would take a minute for what takes a second here.

As the W3C recommends them (RDF 1.1 Turtle, RDF 1.1 TriG, 2014).
"""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from argumap.formats._linked.terms import PREFIXES, Iri, RdfLiteral, Word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argumap.formats._linked.terms import Resource, Term

_ESCAPED = re.compile(r'[\x00-\x1f\x7f"\\\u2028\u2029\ufffe\uffff]')
_SHORT = {"\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def write_head(base: str, used: Iterable[str]) -> str:
    """The prefixes in use; without ``base`` things are relative to wherever the text lies."""
    lines = [f"@prefix {name}: <{PREFIXES[name]}> ." for name in sorted(used)]
    return "\n".join([*([f"@base <{base}> ."] if base else []), *lines, ""])


def write_block(resource: Resource, indent: str = "") -> str:
    """All that is said of one thing."""
    lines = []
    for name, pairs in groupby(resource.said, itemgetter(0)):
        lines.append(f"{name} {', '.join(_write(term) for _, term in pairs)}")
    return f"{indent}{_write(resource.iri)} {f' ;{chr(10)}{indent}  '.join(lines)} .\n"


def _write(term: Term) -> str:
    match term:
        case Word(name):
            return name
        case Iri(text):
            return f"<{text}>"
        case RdfLiteral(text, language, kind):
            tail = f"@{language}" if language else f"^^{kind.name}" if kind else ""
            return f'"{_ESCAPED.sub(_escape, text)}"{tail}'


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0], f"\\u{ord(found[0]):04X}")
