"""The map file described for editors (JSON Schema) and for people (a page), both from the schema's models."""

from __future__ import annotations

from enum import EnumType
from typing import TYPE_CHECKING, Any, get_args

from argumap.mapfile import schema
from argumap.mapfile.map_reader import MAX_BYTES
from argumap.mapfile.schema import SLUG, MapFile
from argumap.mapfile.yaml_tree import MAX_ALIASED, MAX_DEPTH, MAX_ENTRIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from argumap.model import ArgumentMap

_SECTION_KEY = r"^([a-z0-9-]+#)?s[0-9]+$"
_ARGUMENT_KEY = r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$"

EXAMPLE = """\
# yaml-language-server: $schema=../../docs/map.schema.json
argumap: 1
title: "Should the library open on Sundays?"
sources:
  letter:
    title: "A letter to the town council"
    author: writer
    skip: [s1.p1.s1]
sections:
  s2: {title: "What the staff say", voice: presents}
issues:
  sundays:
    question: "Should the library open on Sundays?"
stakeholders:
  writer:
    name: "The writer of the letter"
    type: person
  staff:
    name: "The library's staff"
    type: group
  families:
    name: "Families with two jobs"
    type: group
claims:
  open-it:
    text: "The library should open on Sundays."
    type: policy
    answers: sundays
    at: s1.p1.s2
  only-day:
    title: "The only free day"
    text: "Sunday is the only day on which many families are free."
    type: fact
    at: s1.p2.s1-s2
    supports: open-it
    concerns: {families: benefits}
  no-rest:
    title: "Staff lose their rest"
    text: "Staff who work on Sundays lose their day of rest."
    at: s2.p1.s1
    said: {by: staff, act: argues}
    attacks: open-it
  volunteers:
    text: "Volunteers have offered to look after the desk on Sundays."
    type: fact
    at: s3.p1.s1
  desk-is-enough:
    text: "On a quiet day nobody but the desk is needed."
    implicit: true
arguments:
  no-shift-needed:
    premises: [volunteers, desk-is-enough]
    undercuts: no-rest/open-it
    inferred: true
"""

_OPENING = """\
# The map file

<!-- Generated from src/argumap/mapfile/schema.py; a test keeps it so. -->

A map is written from the top of an article to its end, one block a claim. It is one YAML file, or a folder
whose `map.yaml` carries `argumap: 1` and whose other `*.yaml` files add to its sections. `argumap check`
tells every mistake with its line and column; `argumap schema` prints the JSON Schema that editors complete
and check with.

```yaml
{example}```

Ids are small letters, digits and single hyphens (`close-it`), and no two things of a map share one. In the
tables, **bold** keys are needed; where *one or a list* is allowed, a single value needs no brackets.
"""

_RULES = """
## Short forms and defaults

* `supports`, `attacks` and `undercuts` on a claim make one argument for each target, with the claim as its
  only premise and the id `claim/target`. An undercut names such an id: `undercuts: no-rest/open-it`.
* `said: staff` is `said: {{by: staff}}`; `act` is `asserts` where it is left out.
* A claim with `at` and no `said` is asserted by the author of its source, or what the `voice` of its
  section says. `said: []` is nobody.
* `via` is the source's author where somebody else speaks; `via: []` is direct speech.
* With one source a locator needs no name before it; with several it is `letter#s2.p1.s2`.
* A locator counts sections, paragraphs and sentences: `s2.p1.s3`, a range `s2.p1.s2-s4`, a heading `s2.h`,
  a table cell `s4.t1.r2.c3` (`r0` is the header), a list item `s1.l1.i2.s1`. Text before the first heading
  is `s0`. `argumap source show` prints the units of an article with their locators.
* `quote` may stand instead of a locator; `argumap anchor pin` finds it and writes the locator beside it.
* Dates may be a year, a month, a day, an interval (`2024/2025`) or uncertain (`2025-01~`).
* `language`, `standard`, `origin`, `unseen`, `tour` and `accepted` of the whole map stand in `map.yaml` alone.
* `unseen: "an importer"` marks what nobody has looked at since it was made; whoever does deletes the key.
* A problem that rightly stays is `accepted`: `{{code: AM313, at: price/bus, reason: "The letter gives none."}}`.
  Warnings and hints can be accepted; an error is put right.
* Stakeholders and concepts that several maps share stand in `shared.yaml` beside their folders; a map takes
  from it what it names, and may not define it again.

## Another id

`argumap rename slower-trade slower-deliveries -m old-town-cars` gives an issue, claim, argument, stakeholder,
concept or source another id wherever the map's files name it: as a key and in references, in ids that are
made of it (`slower-trade/close-it`), in the tour, in what is accepted, in locators (`letter#s2.p1`), and in
the open anchors of the lock. All files are written together, and only if the map they then give differs in
the name alone; texts, comments, quotes and every other byte stay. Snapshots and their log keep the old name,
for they tell what was; `argumap diff` takes the two for the same thing. What `shared.yaml` defines is renamed
by hand, as it belongs to several maps.

## What is refused

A file over {megabytes} MiB, nesting deeper than {depth} levels, more than {entries:,} values, aliases that
repeat more than {aliased:,} values, keys that stand twice, merge keys, tags, second documents, any encoding
but UTF-8, and absolute paths. A source's `file` may lie in the map's folder, or in the folder that commands run
in (`../../article.md`): there it is read where the lock knows that text, and `new` and `source add --file` write
it. Words are never taken for something else: `no`, `012` and `2025-01` stay what they are.

What is wrong is told all at once, each problem at its line and column; [problems](problems.md) lists them.
"""


# Any: a JSON Schema nests without end, and each key has values of its own.
def json_schema(*, part: bool = False, known: ArgumentMap | None = None) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a map file, for editors that complete and check while one writes.

    ``part`` is that of the other files of a map in several files, which have no key ``argumap``. With ``known``
    an editor offers the ids and locators of that map wherever one may stand; others stay allowed.
    """
    described: dict[str, Any] = _tidied(MapFile.model_json_schema())
    properties = described["properties"]
    properties["argumap"] = {"description": properties["argumap"]["description"], "enum": [1, "1"]}
    for name, section in properties.items():
        if "additionalProperties" in section:
            section["type"] = ["object", "null"]
            section["propertyNames"] = {"pattern": _key_pattern(name)}
    if part:
        del properties["argumap"], described["required"]
    if known is not None:
        _offer(described["$defs"], _collect_names(known))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "argumap: a part of an argument map" if part else "argumap: an argument map",
        **described,
    }


def _collect_names(known: ArgumentMap) -> dict[str, list[str]]:
    """What an editor offers at each key: ids by kind, and locators as the map writes them."""
    ids = {
        kind: [record.id for record in getattr(known, kind)]
        for kind in ("sources", "issues", "stakeholders", "concepts", "claims", "arguments")
    }
    several = len(known.sources) > 1
    places = [
        *(issue.at for issue in known.issues),
        *(claim.at for claim in known.claims),
        *(argument.at for argument in known.arguments),
        *(concept.at for concept in known.concepts),
        *(attribution.at for attribution in known.attributions),
    ]
    cited = [passage for passages in places for passage in passages]
    locators = sorted({f"{p.source}#{p.at}" if several else p.at for p in cited if p.at})
    return {key: ids[kind] for key, kind in _NAMES_AT.items()} | {"at": locators}


_NAMES_AT = {
    **dict.fromkeys(("supports", "attacks", "contradicts", "rephrases", "premises"), "claims"),
    **dict.fromkeys(("by", "via", "author", "affiliation", "said_by"), "stakeholders"),
    **dict.fromkeys(("about", "compares", "broader"), "concepts"),
    "answers": "issues",
    "undercuts": "arguments",
    "source": "sources",
}


def _offer(entries: Mapping[str, Any], names: Mapping[str, list[str]]) -> None:
    for entry in entries.values():
        properties = entry.get("properties", {})
        for key in properties.keys() & names.keys():
            if names[key]:
                described = properties[key].pop("description", "")
                one = {"enum": names[key]}
                properties[key] = {
                    "description": described,
                    "allOf": [properties[key]],
                    "anyOf": [one, {"type": "array", "items": {"anyOf": [one, {}]}}, {}],
                }


def _key_pattern(section: str) -> str:
    return {"sections": _SECTION_KEY, "arguments": _ARGUMENT_KEY}.get(section, SLUG)


def _tidied(node: Any) -> Any:
    """Without what says nothing to an editor: titles made from names, and null, which no value may be."""
    if isinstance(node, list):
        return [_tidied(item) for item in node]
    if not isinstance(node, dict):
        return node
    tidied = {key: _tidied(value) for key, value in node.items() if not _says_nothing(key, value)}
    ways = [way for way in tidied.get("anyOf", ()) if way != {"type": "null"}]
    if len(ways) == 1:
        del tidied["anyOf"]
        return {**ways[0], **tidied}
    return {**tidied, "anyOf": ways} if ways else tidied


def _says_nothing(key: str, value: object) -> bool:
    return (key == "title" and isinstance(value, str)) or (key == "default" and value in (None, [], {}, False))


_WHOSE_STEP = """\
Whose the step is: write `inferred: true` where the premises are the source's, or one of them is, and it does not
draw the step itself. A step from nothing but implicit claims that nobody says (no `at`, no `said`, and nobody
takes a step from them) is the map's own without being marked, in the short form as well (`attacks:` on the
implicit claim), unless it has an `at` or a `said` itself. An implicit claim that only completes what the source
argues is linked with the claim that the source gives, in one argument; that step is the source's."""


def reference_page() -> str:
    """The page ``docs/map-file.md``: every key of a map file, what it means and what it may hold."""
    rules = _RULES.format(megabytes=MAX_BYTES // 2**20, depth=MAX_DEPTH, entries=MAX_ENTRIES, aliased=MAX_ALIASED)
    return _OPENING.format(example=EXAMPLE) + "\n".join(_tables()) + "\n" + rules


def _tables() -> Iterator[str]:
    yield from _table("The whole file", MapFile)
    for name, field in MapFile.model_fields.items():
        model = _entry(field)
        if model is not None:
            yield from _table(f"`{name}`", model)
    yield ""
    yield _WHOSE_STEP
    yield from _table("`said`", schema.SaidEntry)
    yield from _table("`at`, spelt out", schema.PassageEntry)
    yield from _table("`expect`", schema.ExpectEntry)
    yield from _table("`tour`", schema.StopEntry)
    yield from _table("`accepted`", schema.AcceptedEntry)
    yield from _table("`origin`", schema.OriginEntry)


def _entry(field: FieldInfo) -> type[BaseModel] | None:
    inner = get_args(field.annotation)
    return inner[1] if len(inner) == 2 and hasattr(inner[1], "model_fields") else None


def _table(title: str, model: type[BaseModel]) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    yield ""
    yield f"{model.__doc__}"
    yield ""
    yield "| key | holds | meaning |"
    yield "|---|---|---|"
    common = next((base for base in (schema.Anchored, schema.Made) if issubclass(model, base)), None)
    inherited = common.model_fields if common else {}
    # What several kinds of entries have in common stands last, where it stands in all of them.
    for name, field in sorted(model.model_fields.items(), key=lambda item: item[0] in inherited):
        key = f"**`{name}`**" if field.is_required() else f"`{name}`"
        yield f"| {key} | {_holds(name, field, model)} | {field.description} |"


_REFERENCES = {
    "answers": "issue",
    "about": "concept",
    "compares": "concept",
    "broader": "concept",
    "by": "stakeholder",
    "via": "stakeholder",
    "author": "stakeholder",
    "affiliation": "stakeholder",
    "said_by": "stakeholder",
    "contradicts": "claim",
    "rephrases": "claim",
    "premises": "claim",
    "supports": "claim",
    "attacks": "claim",
    "undercuts": "argument",
    "source": "source",
}


def _holds(name: str, field: FieldInfo, model: type[BaseModel]) -> str:
    if _entry(field) is not None:
        return "entries by locator" if name == "sections" else "entries by id"
    many = " (one or a list)" if _is_many(field.annotation) else ""
    if model is schema.AcceptedEntry and name == "at":
        return f"id or place{many}"
    if name in _REFERENCES:
        return f"{_REFERENCES[name]} id{many}"
    if name != "concerns" and (words := _words(field.annotation)):
        return " · ".join(f"`{word}`" for word in words)
    return {
        "at": f"locator{many}",
        "skip": f"locator{many}",
        "said": "speech (one or a list)",
        "concerns": "`benefits`, `harms` or `wants` by stakeholder id (one or a list)",
        "expect": "keys",
        "origin": "keys",
        "tour": f"stops{many}",
        "accepted": f"problems{many}",
        "of": "claim, argument or issue id",
        "language": "language tag",
        "date": "date",
        "published": "date",
        "strength": "a comparison",
        "base": "a number from 0 to 1",
        "weight": "a number from 0 to 1",
    }.get(name, "`true` or `false`" if _is_flag(field) else f"text{many}")


def _is_many(annotation: object) -> bool:
    return getattr(annotation, "__origin__", None) is tuple or any(map(_is_many, get_args(annotation)))


def _is_flag(field: FieldInfo) -> bool:
    return field.annotation is bool


def _words(annotation: object) -> list[str]:
    if isinstance(annotation, EnumType):
        return list(map(str, annotation.__members__.values()))
    words = [word for inner in get_args(annotation) for word in _words(inner)]
    return words or [word for word in get_args(annotation) if isinstance(word, str) and word != "1"]
