"""JSON-LD with its context inside, so that whoever reads it asks nobody: one thing a line.

As the W3C recommends it (JSON-LD 1.1, 2020).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from argumap.formats._linked.terms import PREFIXES, Iri, RdfLiteral, Word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argumap.formats._linked.terms import Resource, Term

_encode = json.JSONEncoder(ensure_ascii=False).encode


def write_json_ld(resources: Iterable[Resource], base: str, used: Iterable[str]) -> str:
    """``resources`` as one document; without ``base`` things are relative to wherever it lies."""
    context = {**({"@base": base} if base else {}), **{name: PREFIXES[name] for name in sorted(used)}}
    things = ",\n".join(f"  {_encode(_build_thing(resource))}" for resource in resources)
    return f'{{"@context": {_encode(context)},\n "@graph": [\n{things}\n]}}\n'


def _build_thing(resource: Resource) -> dict[str, object]:
    thing: dict[str, object] = {"@id": resource.iri.text}
    held: dict[str, list[object]] = {}
    for name, term in resource.said:
        held.setdefault("@type" if name == "a" else name, []).append(_build_value(term, bare=name == "a"))
    return thing | {name: values[0] if len(values) == 1 else values for name, values in held.items()}


def _build_value(term: Term, *, bare: bool) -> object:
    match term:
        case Word(name):
            return name if bare else {"@id": name}
        case Iri(text):
            return text if bare else {"@id": text}
        case RdfLiteral(text, language, kind):
            if language:
                return {"@value": text, "@language": language}
            return {"@value": text, "@type": kind.name} if kind else text
