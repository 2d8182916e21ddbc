"""Argument graphs of arguebuf, as JSON: atoms and schemes, who says an atom, and where it stands in a resource.

The form is that of its protocol buffers (`arg_services.graph.v1`, the schema of versions 2 and 3 of the library),
and the older one, whose schemes have a ``type``. Described by M. Lenz and R. Bergmann, "Comprehensive and robust
argument graph library arguebuf", COMMA 2024. Underneath it is a graph of AIF, and is read as one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from argumap.errors import NoText, OtherTool
from argumap.formats import Format, Imported, Loss, LossKind
from argumap.formats._aif import read as read_aif
from argumap.formats._aif.facts import group_steps
from argumap.formats._foreign import Foreign, put_together, take_apart, write_json
from argumap.formats._foreign_ids import FreeIds, find_foreign_id
from argumap.formats._one_line import clean
from argumap.formats._spans import SpanCiter, accept_quoted, find_spans
from argumap.model import Act, Attribution, Bearing, Origin, Source, Stakeholder, StakeholderType
from argumap.text import Slugs, get_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.formats import Export
    from argumap.formats._aif.facts import StepFact
    from argumap.model import Argument, ArgumentMap, Claim, Passage

NAMES = ("arguebuf",)
MAJOR = "major claim"
_JsonObject: TypeAlias = "dict[str, object]"
_KINDS = {"support": "RA", "attack": "CA", "rephrase": "MA", "preference": "PA"}
_TYPE = re.compile(r"SCHEME_TYPE_(SUPPORT|ATTACK|REPHRASE|PREFERENCE)")
_SMALL = frozenset({"to", "from", "of", "and", "a", "the", "for", "ad"})
# The names that the schema has for schemes of support, after D. Walton, C. Reed and F. Macagno; it refuses others.
_SCHEMES = frozenset(
    [
        "POSITION_TO_KNOW",
        "EXPERT_OPINION",
        "WITNESS_TESTIMONY",
        "POPULAR_OPINION",
        "POPULAR_PRACTICE",
        "EXAMPLE",
        "ANALOGY",
        "PRACTICAL_REASONING_FROM_ANALOGY",
        "COMPOSITION",
        "DIVISION",
        "OPPOSITIONS",
        "RHETORICAL_OPPOSITIONS",
        "ALTERNATIVES",
        "VERBAL_CLASSIFICATION",
        "VERBAL_CLASSIFICATION_DEFINITION",
        "VERBAL_CLASSIFICATION_VAGUENESS",
        "VERBAL_CLASSIFICATION_ARBITRARINESS",
        "INTERACTION_OF_ACT_AND_PERSON",
        "VALUES",
        "POSITIVE_VALUES",
        "NEGATIVE_VALUES",
        "SACRIFICE",
        "THE_GROUP_AND_ITS_MEMBERS",
        "PRACTICAL_REASONING",
        "TWO_PERSON_PRACTICAL_REASONING",
        "WASTE",
        "SUNK_COSTS",
        "IGNORANCE",
        "EPISTEMIC_IGNORANCE",
        "CAUSE_TO_EFFECT",
        "CORRELATION_TO_CAUSE",
        "SIGN",
        "ABDUCTIVE",
        "EVIDENCE_TO_HYPOTHESIS",
        "CONSEQUENCES",
        "POSITIVE_CONSEQUENCES",
        "NEGATIVE_CONSEQUENCES",
        "PRAGMATIC_ALTERNATIVES",
        "THREAT",
        "FEAR_APPEAL",
        "DANGER_APPEAL",
        "NEED_FOR_HELP",
        "DISTRESS",
        "COMMITMENT",
        "ETHOTIC",
        "GENERIC_AD_HOMINEM",
        "PRAGMATIC_INCONSISTENCY",
        "INCONSISTENT_COMMITMENT",
        "CIRCUMSTANTIAL_AD_HOMINEM",
        "BIAS",
        "BIAS_AD_HOMINEM",
        "GRADUALISM",
        "SLIPPERY_SLOPE",
        "PRECEDENT_SLIPPERY_SLOPE",
        "SORITES_SLIPPERY_SLOPE",
        "VERBAL_SLIPPERY_SLOPE",
        "FULL_SLIPPERY_SLOPE",
        "CONSTITUTIVE_RULE_CLAIMS",
        "RULES",
        "EXCEPTIONAL_CASE",
        "PRECEDENT",
        "PLEA_FOR_EXCUSE",
        "PERCEPTION",
        "MEMORY",
    ]
)


def recognise(foreign: Foreign) -> str:
    if not {"nodes", "edges"} <= foreign.keys:
        return ""
    whole = foreign.json
    nodes = whole.get("nodes") if isinstance(whole, dict) else None
    edges = whole.get("edges") if isinstance(whole, dict) else None
    if not isinstance(nodes, dict) or not isinstance(edges, dict):
        return ""
    told = any(isinstance(node, dict) and {"atom", "scheme"} & set(node) for node in nodes.values())
    return "it is JSON whose nodes are atoms and schemes by their ids" if told else ""


def read(foreign: Foreign) -> Imported:
    """The map of a graph. Raises `OtherTool` where it is none."""
    whole = foreign.json
    if not isinstance(whole, dict) or not isinstance(whole.get("nodes"), dict):
        raise OtherTool('this is no graph of arguebuf: it lacks the object "nodes"', foreign.name)
    imported = read_aif(Foreign.hold(foreign.name, _to_aif(whole)))
    told = _Additions(whole, imported)
    record = told.add()
    return Imported(record, tuple(take_apart(whole)), (*imported.losses, *told.losses), texts=told.texts)


def _to_aif(whole: _JsonObject) -> _JsonObject:
    nodes = [
        _to_node(name, node) if isinstance(node, dict) else {"nodeID": name}
        for name, node in _entries(whole, "nodes").items()
    ]
    edges = [
        {"edgeID": name, "fromID": edge.get("source"), "toID": edge.get("target")}
        for name, edge in _entries(whole, "edges").items()
        if isinstance(edge, dict)
    ]
    return {"nodes": nodes, "edges": edges}


def _to_node(name: str, node: _JsonObject) -> _JsonObject:
    atom, scheme = node.get("atom"), node.get("scheme")
    if isinstance(atom, dict):
        return {"nodeID": name, "type": "I", "text": atom.get("text")}
    if isinstance(scheme, dict):
        kind, words = _tell_scheme(scheme)
        own = _entries(node, "userdata").get("scheme")
        return {"nodeID": name, "type": _KINDS.get(kind, ""), "text": own if isinstance(own, str) else words}
    return {"nodeID": name}


def _tell_scheme(scheme: _JsonObject) -> tuple[str, str]:
    """The kind of a scheme and its name in words, "" where it has none."""
    for kind in _KINDS:
        if kind in scheme:
            value = scheme[kind]
            words = value.removeprefix(f"{kind.upper()}_") if isinstance(value, str) else ""
            return kind, "" if words == "DEFAULT" else _spell(words)
    old = _TYPE.fullmatch(str(scheme.get("type", "")))
    named = _find(scheme, "argumentationScheme")
    return old[1].lower() if old else "", named if isinstance(named, str) else ""


def _spell(name: str) -> str:
    """The name of a scheme as words: *Cause to Effect*."""
    words = name.lower().split("_")
    return " ".join(w if w in _SMALL and n else w.capitalize() for n, w in enumerate(words))


def _find(holder: _JsonObject, name: str) -> object:
    """A field by its name in JSON, or as the schema has it."""
    return holder.get(name, holder.get(re.sub(r"([A-Z])", lambda m: f"_{m[1].lower()}", name)))


def _entries(holder: _JsonObject, key: str) -> _JsonObject:
    found = holder.get(key)
    return found if isinstance(found, dict) else {}


def _word(holder: object, key: str) -> str:
    return clean(holder.get(key)) if isinstance(holder, dict) else ""


def _link(address: str) -> str | None:
    """An address that a browser opens; None for another."""
    return address if address.startswith(("http://", "https://")) else None


class _Additions:
    """What a graph says beyond its logic: speakers, resources, references and its major claim."""

    def __init__(self, whole: _JsonObject, imported: Imported) -> None:
        self.whole = whole
        self.map = imported.map
        self.losses: list[Loss] = []
        self.texts: dict[str, str] = {}
        taken = [claim.id for claim in self.map.claims] + [step.id for step in self.map.arguments]
        self.slugs = Slugs(get_language("en"), taken)

    def add(self) -> ArgumentMap:
        nodes = _entries(self.whole, "nodes")
        people = self._read_people()
        sources, citers = self._read_resources()
        major = _find(self.whole, "majorClaim")
        claims: list[Claim] = []
        voices: list[Attribution] = []
        for claim in self.map.claims:
            name = claim.origin.id if claim.origin else ""
            node = nodes.get(str(name))
            atom = _entries(node, "atom") if isinstance(node, dict) else {}
            cited = self._cite(str(name), atom, citers)
            claims.append(replace(claim, at=cited, tags=(MAJOR,) if name == major else ()))
            speaker = people.get(str(atom.get("participant")))
            if speaker is not None:
                voices.append(Attribution(speaker.id, Act.ASSERTS, claim.id, origin=Origin(id=name)))
        self._tell_rest(nodes)
        return replace(
            self.map,
            claims=tuple(claims),
            stakeholders=tuple(people.values()),
            attributions=tuple(voices),
            sources=tuple(sources.values()),
            accepted=accept_quoted(claims, voices),
        )

    def _read_people(self) -> dict[str, Stakeholder]:
        people: dict[str, Stakeholder] = {}
        for name, person in _entries(self.whole, "participants").items():
            said = _word(person, "name") or _word(person, "username")
            if said:
                made = self.slugs.make(said, names=True)
                role, page = _word(person, "description"), _link(_word(person, "url"))
                people[name] = Stakeholder(
                    made, said, StakeholderType.PERSON, role or None, same_as=page, origin=Origin(id=name)
                )
            else:
                self.losses.append(Loss(LossKind.ASIDE, "a participant without a name", name))
        return people

    def _read_resources(self) -> tuple[dict[str, Source], dict[str, SpanCiter]]:
        sources: dict[str, Source] = {}
        citers: dict[str, SpanCiter] = {}
        for name, resource in _entries(self.whole, "resources").items():
            title = _word(resource, "title") or _word(resource, "source") or name
            made, address = self.slugs.make(title, names=True), _word(resource, "source")
            text = resource.get("text") if isinstance(resource, dict) else None
            if isinstance(text, str) and text.strip():
                try:
                    citers[name] = SpanCiter(text, made)
                    self.texts[made] = text
                except NoText:
                    self.losses.append(Loss(LossKind.ASIDE, "a resource without a sentence", name))
            file = f".argumap/{made}.txt" if made in self.texts else None
            sources[name] = Source(made, title, url=_link(address), file=file, origin=Origin(id=name))
        return sources, citers

    def _cite(self, name: str, atom: _JsonObject, citers: Mapping[str, SpanCiter]) -> tuple[Passage, ...]:
        reference = _entries(atom, "reference") or _entries(atom, "resource")
        if not reference:
            return ()
        citer = citers.get(str(reference.get("resource")))
        start, words = _count(reference.get("offset")), reference.get("text")
        if citer is not None and isinstance(words, str) and citer.text.startswith(words, start) and words.strip():
            return citer.cite(start, start + len(words))
        self.losses.append(Loss(LossKind.ASIDE, "a reference to words that stand in no resource there", name))
        return ()

    def _tell_rest(self, nodes: _JsonObject) -> None:
        for name, node in nodes.items():
            scheme = _entries(node, "scheme") if isinstance(node, dict) else {}
            if _find(scheme, "premiseDescriptors") or scheme.get("descriptors"):
                self.losses.append(Loss(LossKind.ASIDE, "what part each premise has in a step", name))
        self.losses += [Loss(LossKind.ASIDE, "an analyst", name) for name in _entries(self.whole, "analysts")]


def _count(value: object) -> int:
    """A place in a text; the schema writes large numbers as words, and leaves 0 out."""
    if isinstance(value, str) and value.isdecimal() and value.isascii() and len(value) < 16:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else 0


@dataclass(slots=True)
class _GraphFacts:
    """What a map says, by the nodes that say it."""

    texts: dict[str, str] = field(default_factory=dict)
    steps: Mapping[str, frozenset[StepFact]] = field(default_factory=dict)
    speakers: dict[str, str] = field(default_factory=dict)
    passages: dict[str, tuple[Passage, ...]] = field(default_factory=dict)
    pairs: set[tuple[str, str]] = field(default_factory=set)
    major: str = ""


def _find_facts(record: ArgumentMap, node_of: Mapping[str, str]) -> _GraphFacts:
    names = {person.id: person.name for person in record.stakeholders}
    facts = _GraphFacts(steps=group_steps(record.arguments, node_of))
    for claim in record.claims:
        node = node_of[claim.id]
        facts.texts[node] = claim.text
        facts.passages[node] = claim.at
        facts.pairs |= {(node, node_of[general]) for general in claim.rephrases}
        if MAJOR in claim.tags and not facts.major:
            facts.major = node
    claims = {claim.id for claim in record.claims}
    for said in record.attributions:
        if said.of in claims and said.act.commits and not said.via:
            facts.speakers.setdefault(node_of[said.of], names.get(said.by, said.by))
    return facts


def write(export: Export) -> str:
    """The map as a graph; what came from one and still says the same goes back as it came."""
    return write_json(_GraphMaker(export).make())


class _GraphMaker:
    def __init__(self, export: Export) -> None:
        self.export = export
        self.map = export.map
        whole = put_together(export.kept)
        self.whole: _JsonObject = whole if isinstance(whole, dict) else {}
        self.before = self._read_before()
        self.nodes: _JsonObject = dict(_entries(self.whole, "nodes"))
        self.edges: _JsonObject = dict(_entries(self.whole, "edges"))
        self.resources: _JsonObject = dict(_entries(self.whole, "resources"))
        self.participants: _JsonObject = dict(_entries(self.whole, "participants"))
        self.free = FreeIds([*self.nodes, *self.edges, *self.resources, *self.participants])
        self.node_of = self._name_nodes()
        self.now = _find_facts(self.map, self.node_of)

    def _read_before(self) -> _GraphFacts:
        if not isinstance(self.whole.get("nodes"), dict):
            return _GraphFacts()
        record = read(Foreign.hold("kept.json", self.whole)).map
        records: list[Claim | Argument] = [*record.claims, *record.arguments]
        return _find_facts(record, {r.id: str(r.origin.id) for r in records if r.origin})

    def _name_nodes(self) -> dict[str, str]:
        """The node of every claim and step; steps of one node share it while they go on from the same claims."""
        held: dict[str, object] = {}
        named: dict[str, str] = {}
        new: list[str] = []
        records: list[Claim | Argument] = [*self.map.claims, *self.map.arguments]
        steps = {s.id: (frozenset(s.premises), s.bearing, s.scheme) for s in self.map.arguments}
        for record in records:
            node = find_foreign_id(record, self.map, NAMES)
            told = steps.get(record.id)
            if not node or (node in held and (told is None or held[node] != told)):
                new.append(record.id)
                continue
            held[node] = told
            named[record.id] = node
        taken = FreeIds([*held, *self.nodes])
        return {**named, **{record_id: taken.name(record_id) for record_id in new}}

    def make(self) -> _JsonObject:
        self._write_atoms()
        self._write_schemes()
        self._write_rephrases()
        self._write_speakers()
        self._write_references()
        made: _JsonObject = dict(self.whole) or {"schemaVersion": 1}
        parts = {"edges": self.edges, "resources": self.resources, "participants": self.participants}
        made["nodes"] = self.nodes
        for key, value in parts.items():
            if value or key in self.whole or (key == "edges" and not self.whole):
                made[key] = value
        self._set_major(made)
        return made

    def _set_major(self, made: _JsonObject) -> None:
        if self.now.major != self.before.major:
            made.pop("major_claim", None)
            made.pop("majorClaim", None)
            made |= {"majorClaim": self.now.major} if self.now.major else {}

    def _write_atoms(self) -> None:
        for node in self.before.texts:
            if node not in self.now.texts:
                self.nodes.pop(node, None)
        for node, text in self.now.texts.items():
            if text != self.before.texts.get(node):
                known = _entries(self.nodes, node)
                self.nodes[node] = {**known, "atom": {**_entries(known, "atom"), "text": text}}

    def _write_schemes(self) -> None:
        gone = {node for node in self.before.texts if node not in self.now.texts}
        rewired = {node for node, facts in self.now.steps.items() if self.before.steps.get(node) != facts}
        dropped = {node for node in self.before.steps if node not in self.now.steps}
        for node in dropped:
            self.nodes.pop(node, None)
        self._drop_edges(gone | dropped, rewired)
        for node, facts in self.now.steps.items():
            if node in rewired:
                self._draw_step(node, sorted(facts, key=str))
            else:
                self._redraw(node, rewired, facts)
        for one, other in self.map.contradictions():
            for start, end in ((one, other), (other, one)):
                self._relate("attack", self.node_of[start], self.node_of[end])

    def _drop_edges(self, dropped: set[str], rewired: set[str]) -> None:
        """Leave out the edges at what is gone, and those of steps that are drawn anew."""
        logic = {*self.now.texts, *self.now.steps}
        for name, edge in list(self.edges.items()):
            ends = {_end(edge, "source"), _end(edge, "target")}
            redrawn = ends <= logic and not rewired.isdisjoint(ends)
            if redrawn or not ends.isdisjoint(dropped):
                del self.edges[name]

    def _redraw(self, node: str, rewired: set[str], facts: frozenset[StepFact]) -> None:
        """Draw the edges again from a step that bears on one whose edges are drawn anew."""
        for fact in facts:
            if fact[2] in rewired:
                self._join(node, fact[2])

    def _draw_step(self, node: str, facts: list[StepFact]) -> None:
        bearing, premises, _, scheme = facts[0]
        kind = "support" if bearing is Bearing.SUPPORTS else "attack"
        known = _entries(self.nodes, node)
        name = re.sub(r"\W+", "_", scheme).strip("_").upper()
        enum = name if kind == "support" and name in _SCHEMES else "DEFAULT"
        data = {key: value for key, value in _entries(known, "userdata").items() if key != "scheme"}
        if scheme and (enum == "DEFAULT" or _spell(enum) != scheme):
            data["scheme"] = scheme
        made: _JsonObject = {**known, "scheme": {kind: f"{kind.upper()}_{enum}"}}
        made.pop("userdata", None)
        self.nodes[node] = {**made, **({"userdata": data} if data else {})}
        for premise in sorted(premises):
            self._join(premise, node)
        for fact in facts:
            self._join(node, fact[2])

    def _relate(self, kind: str, start: str, end: str) -> None:
        node = self.free.number(f"{kind}-")
        self.nodes[node] = {"scheme": {kind: f"{kind.upper()}_DEFAULT"}}
        self._join(start, node)
        self._join(node, end)

    def _join(self, start: str, end: str) -> None:
        self.edges[self.free.number("edge-")] = {"source": start, "target": end}

    def _write_rephrases(self) -> None:
        gone = self.before.pairs - self.now.pairs
        for start, end in gone:
            self._drop_rephrase(start, end)
        for start, end in sorted(self.now.pairs - self.before.pairs):
            self._relate("rephrase", start, end)

    def _drop_rephrase(self, start: str, end: str) -> None:
        into = {_end(edge, "target") for edge in self.edges.values() if _end(edge, "source") == start}
        out = {_end(edge, "source") for edge in self.edges.values() if _end(edge, "target") == end}
        for node in into & out:
            if "rephrase" in _entries(_entries(self.nodes, node), "scheme"):
                del self.nodes[node]
                ends = ("source", "target")
                self.edges = {n: e for n, e in self.edges.items() if node not in {_end(e, key) for key in ends}}

    def _write_speakers(self) -> None:
        known = {_word(p, "name") or _word(p, "username"): name for name, p in self.participants.items()}
        for node, text in self.now.texts.items():
            speaker = self.now.speakers.get(node, "")
            if speaker == self.before.speakers.get(node, "") and text:
                continue
            atom = dict(_entries(_entries(self.nodes, node), "atom"))
            atom.pop("participant", None)
            if speaker:
                if speaker not in known:
                    known[speaker] = self.free.number("participant-")
                    self.participants[known[speaker]] = self._describe(speaker)
                atom["participant"] = known[speaker]
            self.nodes[node] = {**_entries(self.nodes, node), "atom": atom}

    def _describe(self, name: str) -> _JsonObject:
        person = next((each for each in self.map.stakeholders if each.name == name), None)
        told = {"description": person.role, "url": person.same_as} if person else {}
        return {"name": name, **{key: value for key, value in told.items() if value}}

    def _write_references(self) -> None:
        names = {source.id: self._name_resource(source) for source in self.map.sources}
        for claim in self.map.claims:
            node = self.node_of[claim.id]
            if claim.at == self.before.passages.get(node, ()):
                continue
            atom = dict(_entries(_entries(self.nodes, node), "atom"))
            atom.pop("reference", None)
            anchors = self.export.anchors.get(claim.id, ())
            for source, text in self.export.texts.items():
                spans = find_spans(claim.at, source, text, anchors)
                if spans and source in names:
                    start, end = spans[0]
                    atom["reference"] = {"resource": names[source], "offset": start, "text": text[start:end]}
                    break
            self.nodes[node] = {**_entries(self.nodes, node), "atom": atom}

    def _name_resource(self, source: Source) -> str:
        name = find_foreign_id(source, self.map, NAMES) or self.free.name(source.id)
        if name not in self.resources:
            made: _JsonObject = {"text": self.export.texts.get(source.id, ""), "title": source.title}
            self.resources[name] = made | ({"source": source.url} if source.url else {})
        return name


def _end(edge: object, key: str) -> str:
    return str(edge.get(key, "")).strip() if isinstance(edge, dict) else ""


PLUGIN = Format(
    "arguebuf JSON",
    (".arguebuf.json",),
    write=write,
    read=read,
    recognise=recognise,
    tool="arguebuf",
    aside=("preferences", "analysts", "time stamps"),
)
