"""The exchange shape: a map as nodes and edges of plain data, the one description that every writer follows.

A node is its id (``claim:close-it``) and its attributes: ``kind``, ``label``, then the fields of its record;
what is empty, false or unknown is left out. An edge is source, target, key and attributes, of which ``kind``
is always there. A key names the relation and its two ends (``premise:close-it|other-towns``), so that it is
unique in the whole graph and stays the same when something else is added.

Beside the kinds that speak for themselves:

* A source is a node, and so is each of its sections that the map declares or cites; ``in`` leads from what is
  anchored to its section, and from a section to its source.
* A criterion is an issue with ``compares`` edges to the concepts that it compares; ``broader`` leads from a
  concept to the wider one.
* An attribution is an edge from the stakeholder whose ``kind`` is the act. ``contradicts`` is symmetric and
  stored once; answers to an ``exclusive`` issue have it as well.
* An anchor is ``{source, at}``, with what the caller knows of it beside (``state``, ``start``, ``end``,
  ``text``); a passage whose locator is not known yet keeps its ``quote``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from argumap.model import Act, Bearing, Locator

if TYPE_CHECKING:
    from argumap.model import (
        Argument,
        ArgumentMap,
        Attribution,
        Claim,
        Concept,
        Expectation,
        Issue,
        Origin,
        Passage,
        Source,
        Stakeholder,
    )

Attributes: TypeAlias = dict[str, object]
GraphNode: TypeAlias = tuple[str, Attributes]
GraphEdge: TypeAlias = tuple[str, str, str, Attributes]
Anchors: TypeAlias = Mapping[str, Sequence[Mapping[str, object]]]
Outcomes: TypeAlias = Mapping[str, Mapping[str, object]]

_BEARINGS = {bearing: bearing.value for bearing in Bearing}
_ACTS = {act: act.value for act in Act}
_NOTHING_OWN = (None, None, None, False, None, None)


def build_head(argument_map: ArgumentMap) -> Attributes:
    """What the map says of itself as a whole: always its title, and what else there is."""
    tour = [{"of": stop.of, "text": stop.text} for stop in argument_map.tour]
    accepted = [_given(code=e.code, at=e.at or None, reason=e.reason) for e in argument_map.accepted]
    standard = argument_map.standard
    return {"title": argument_map.title} | _given(
        language=argument_map.language,
        standard=standard and standard.value,
        tour=tour,
        accepted=accepted,
        **_made(argument_map),
    )


def build_nodes(
    argument_map: ArgumentMap, anchors: Anchors | None = None, evaluation: Outcomes | None = None
) -> Iterator[GraphNode]:
    """All nodes, kind by kind, in the order of the map.

    ``anchors`` and ``evaluation`` go by the ids of records (``close-it``), an attribution's by its words
    (``shops argues close-it``). Verified anchors stand in for the passages of the map; of an evaluation a claim
    takes ``status`` and ``strength``, an argument ``status``.
    """
    anchors, evaluation = anchors or {}, evaluation or {}
    yield from ((f"source:{source.id}", _source(source)) for source in argument_map.sources)
    yield from _sections(argument_map)
    for issue in argument_map.issues:
        yield f"issue:{issue.id}", _known(_issue(issue), issue, anchors)
    for claim in argument_map.claims:
        fields = _known(_claim(claim), claim, anchors)
        yield f"claim:{claim.id}", _judged(fields, evaluation.get(claim.id), "status", "strength")
    for argument in argument_map.arguments:
        fields = _known(_argument(argument), argument, anchors)
        yield f"argument:{argument.id}", _judged(fields, evaluation.get(argument.id), "status")
    yield from ((f"stakeholder:{s.id}", _stakeholder(s)) for s in argument_map.stakeholders)
    for concept in argument_map.concepts:
        yield f"concept:{concept.id}", _known(_concept(concept), concept, anchors)


def build_edges(argument_map: ArgumentMap, anchors: Anchors | None = None) -> Iterator[GraphEdge]:
    """All edges, in the order of the map: those of logic, of comparison, of text, of speech."""
    yield from _argument_edges(argument_map)
    yield from build_edges_beside(argument_map, anchors)


def build_edges_beside(argument_map: ArgumentMap, anchors: Anchors | None = None) -> Iterator[GraphEdge]:
    """All edges but those of the arguments."""
    for claim in argument_map.claims:
        yield from _claim_edges(claim)
    for one, other in argument_map.exclusions():
        yield _edge("contradicts", "claim", one, "claim", other)
    for issue in argument_map.issues:
        yield from (_edge("compares", "issue", issue.id, "concept", concept) for concept in issue.compares)
    for concept in argument_map.concepts:
        yield from (_edge("broader", "concept", concept.id, "concept", wider) for wider in concept.broader)
    for stakeholder in argument_map.stakeholders:
        yield from (
            _edge("affiliation", "stakeholder", stakeholder.id, "stakeholder", other)
            for other in stakeholder.affiliation
        )
    yield from _text_edges(argument_map)
    yield from _speech_edges(argument_map, anchors or {})


def _source(source: Source) -> Attributes:
    return _given(
        kind="source",
        label=source.title or source.id,
        title=source.title,
        author=source.author,
        published=source.published,
        url=source.url,
        file=source.file,
        skip=list(source.skip),
        language=source.language,
        authors=source.authors,
        publisher=source.publisher,
        doi=source.doi,
        **_made(source),
    )


def _sections(argument_map: ArgumentMap) -> Iterator[GraphNode]:
    declared = {(section.source, section.at): section for section in argument_map.sections}
    cited = (place for _, record in _anchorable(argument_map) for place in _places(record.at))
    for source, at in dict.fromkeys((*declared, *cited)):
        section = declared.get((source, at))
        title, voice = (section.title, section.voice) if section else (None, None)
        yield (
            f"section:{source}#{at}",
            _given(
                kind="section", label=title or at, title=title, at=at, source=source, voice=voice and voice.value
            ),
        )


def _issue(issue: Issue) -> Attributes:
    return _given(
        kind="issue",
        label=issue.question,
        question=issue.question,
        exclusive=issue.exclusive,
        tags=list(issue.tags),
        standard=issue.standard and issue.standard.value,
        **_made(issue),
    )


def _claim(claim: Claim) -> Attributes:
    return _given(
        kind="claim",
        label=claim.label,
        text=claim.text,
        title=claim.title,
        type=claim.type and claim.type.value,
        implicit=claim.implicit,
        date=claim.date,
        base=claim.base,
        requires_support=claim.requires_support,
        expect=claim.expect and _expectation(claim.expect),
        tags=list(claim.tags),
        also=list(claim.also),
        standard=claim.standard and claim.standard.value,
        **_made(claim),
    )


def _expectation(expect: Expectation) -> Attributes:
    return _given(status=expect.status, said_by=list(expect.said_by), strength=expect.strength)


def _argument(argument: Argument) -> Attributes:
    fields: Attributes = {"kind": "argument", "label": _BEARINGS[argument.bearing]}
    own = argument.scheme, argument.warrant, argument.weight, argument.inferred, argument.origin, argument.unseen
    if own != _NOTHING_OWN:
        fields |= _given(scheme=own[0], warrant=own[1], weight=own[2], inferred=own[3], **_made(argument))
    return fields


def _stakeholder(stakeholder: Stakeholder) -> Attributes:
    return _given(
        kind="stakeholder",
        label=stakeholder.name,
        name=stakeholder.name,
        type=stakeholder.type.value,
        role=stakeholder.role,
        interests=list(stakeholder.interests),
        aliases=list(stakeholder.aliases),
        same_as=stakeholder.same_as,
        **_made(stakeholder),
    )


def _concept(concept: Concept) -> Attributes:
    return _given(
        kind="concept", label=concept.label, type=concept.type, same_as=concept.same_as, **_made(concept)
    )


def _made(
    made: ArgumentMap | Source | Issue | Claim | Argument | Stakeholder | Attribution | Concept,
) -> Attributes:
    """Where a thing was taken over from, and who made it while nobody has looked at it."""
    return {"origin": None if made.origin is None else _origin(made.origin), "unseen": made.unseen}


def _origin(origin: Origin) -> Attributes:
    return _given(format=origin.format, file=origin.file, id=origin.id, digest=origin.digest)


def _given(**fields: object) -> Attributes:
    return {
        name: value for name, value in fields.items() if value is not None and value is not False and value != []
    }


def _known(fields: Attributes, record: Issue | Claim | Argument | Concept, anchors: Anchors) -> Attributes:
    known = anchors.get(record.id)
    if known:
        fields["anchors"] = [dict(anchor) for anchor in known]
    elif record.at:
        fields["anchors"] = [_anchor(passage) for passage in record.at]
    return fields


def _judged(fields: Attributes, found: Mapping[str, object] | None, *figures: str) -> Attributes:
    if found:
        fields.update((name, found[name]) for name in figures if found.get(name) is not None)
    return fields


def _anchor(passage: Passage) -> Attributes:
    if passage.at or passage.quote is None:
        return {"source": passage.source, "at": passage.at}
    quote = passage.quote
    context = _given(prefix=quote.prefix or None, suffix=quote.suffix or None)
    return {"source": passage.source, "quote": quote.exact} | context


def _edge(kind: str, source_kind: str, source: str, target_kind: str, target: str) -> GraphEdge:
    return (
        f"{source_kind}:{source}",
        f"{target_kind}:{target}",
        f"{kind}:{source}|{target}",
        {"kind": kind},
    )


def _argument_edges(argument_map: ArgumentMap) -> Iterator[GraphEdge]:
    claims, arguments = _NodeIds("claim"), _NodeIds("argument")
    for argument in argument_map.arguments:
        node_id, bearing, target = argument.id, _BEARINGS[argument.bearing], argument.target
        node = arguments[node_id]
        for premise in argument.premises:
            yield claims[premise], node, f"premise:{premise}|{node_id}", {"kind": "premise"}
        targets = arguments if argument.bearing.target_kind == "argument" else claims
        yield node, targets[target], f"{bearing}:{node_id}|{target}", {"kind": bearing}


class _NodeIds(dict[str, str]):
    """The node ids of one kind by the ids of records, each string made once."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __missing__(self, node_id: str) -> str:
        node = self[node_id] = f"{self.kind}:{node_id}"
        return node


def _claim_edges(claim: Claim) -> Iterator[GraphEdge]:
    for issue in claim.answers:
        yield _edge("answers", "claim", claim.id, "issue", issue)
    for concept in claim.about:
        yield _edge("about", "claim", claim.id, "concept", concept)
    for concern in claim.concerns:
        effect = concern.effect.value
        source, target, key, fields = _edge("concerns", "claim", claim.id, "stakeholder", concern.stakeholder)
        yield source, target, f"{key}#{effect}", fields | {"effect": effect}
    for other in claim.contradicts:
        yield _edge("contradicts", "claim", claim.id, "claim", other)
    for general in claim.rephrases:
        yield _edge("rephrases", "claim", claim.id, "claim", general)


def _text_edges(argument_map: ArgumentMap) -> Iterator[GraphEdge]:
    sections = {(section.source, section.at): None for section in argument_map.sections}
    for kind, record in _anchorable(argument_map):
        for source, at in dict.fromkeys(_places(record.at)):
            sections[source, at] = None
            yield _edge("in", kind, record.id, "section", f"{source}#{at}")
    for source, at in sections:
        yield _edge("in", "section", f"{source}#{at}", "source", source)


def _anchorable(argument_map: ArgumentMap) -> Iterator[tuple[str, Issue | Claim | Argument | Concept]]:
    yield from (("issue", issue) for issue in argument_map.issues if issue.at)
    yield from (("claim", claim) for claim in argument_map.claims if claim.at)
    yield from (("argument", argument) for argument in argument_map.arguments if argument.at)
    yield from (("concept", concept) for concept in argument_map.concepts if concept.at)


def _places(passages: Iterable[Passage]) -> Iterator[tuple[str, str]]:
    """The sections that the passages stand in, as (source, locator)."""
    for passage in passages:
        section, dot, _ = passage.at.partition(".")
        if dot or "-" not in section:
            if section:
                yield passage.source, section
        else:
            yield from ((passage.source, str(single)) for single in Locator.parse(section).singles())


def _speech_edges(argument_map: ArgumentMap, anchors: Anchors) -> Iterator[GraphEdge]:
    arguments = {argument.id for argument in argument_map.arguments}
    seen: dict[str, int] = {}
    for attribution in argument_map.attributions:
        act, by, of = _ACTS[attribution.act], attribution.by, attribution.of
        key = f"{act}:{','.join((by, *attribution.via))}|{of}"
        times = seen[key] = seen.get(key, 0) + 1
        # The same act told twice, at two places, stays two edges.
        key = key if times == 1 else f"{key}#{times}"
        target = f"argument:{of}" if of in arguments else f"claim:{of}"
        yield f"stakeholder:{by}", target, key, {"kind": act} | _spoken(attribution, anchors)


def _spoken(attribution: Attribution, anchors: Anchors) -> Attributes:
    return _given(
        via=list(attribution.via),
        loosely=attribution.loosely,
        cue=attribution.cue,
        date=attribution.date,
        anchors=_spoken_at(attribution, anchors) if attribution.at else None,
        **_made(attribution),
    )


def _spoken_at(attribution: Attribution, anchors: Anchors) -> list[Attributes]:
    key = f"{attribution.by} {attribution.act} {attribution.of}"
    known = {(anchor.get("source"), anchor.get("at")): dict(anchor) for anchor in anchors.get(key, ())}
    return [known.get((p.source, p.at)) or _anchor(p) for p in attribution.at]
