"""From a map to AIF: what came in it goes back as it was, as far as the map still says the same."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import TYPE_CHECKING, TypeAlias

from argumap.formats._aif.document import clean, read_document
from argumap.formats._aif.forces import SCHEMES, name_force
from argumap.formats._aif.layout import lay_out
from argumap.formats._aif.reading import read_parts
from argumap.formats._foreign import Foreign, put_together
from argumap.model import Act, Bearing, Index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argumap.formats import Export
    from argumap.model import Argument, ArgumentMap, Attribution, Claim

Record: TypeAlias = "dict[str, object]"
# What a step says: how it bears, on which node, from which, by which scheme.
StepFact: TypeAlias = "tuple[Bearing, frozenset[str], str, str]"
# Who says what: name, act, node, the names of reporters.
VoiceFact: TypeAlias = "tuple[str, Act, str, tuple[str, ...]]"

_LISTS = ("nodes", "edges", "schemefulfillments", "descriptorfulfillments", "participants", "locutions")


@dataclass(slots=True)
class _Graph:
    """Records of AIF as they are written, each list in its order."""

    nodes: dict[str, Record] = field(default_factory=dict)
    edges: list[Record] = field(default_factory=list)
    others: dict[str, list[Record]] = field(default_factory=lambda: {name: [] for name in _LISTS[2:]})
    last: int = 0
    last_edge: int = 0

    def add(self, kind: str, text: str, node_id: str = "") -> str:
        """Add a node under its id, or under a new one, and return that."""
        if not node_id or node_id in self.nodes:
            self.last += 1
            node_id = str(self.last)
        record: Record = {"nodeID": node_id, "text": text, "type": kind}
        if kind not in {"I", "L"}:
            record |= {"scheme": text, "schemeID": SCHEMES.get(text, "0")}
            self.others["schemefulfillments"].append({"nodeID": node_id, "schemeID": SCHEMES.get(text, "0")})
        self.nodes[node_id] = record
        return node_id

    def join(self, *path: str) -> None:
        """Add the edges from each node to the next."""
        for start, end in pairwise(path):
            self.last_edge += 1
            self.edges.append({"edgeID": str(self.last_edge), "fromID": start, "toID": end})


class _Writer:
    def __init__(self, export: Export) -> None:
        self.map = export.map
        self.index = Index(export.map)
        self.names = {person.id: person.name for person in export.map.stakeholders}
        self.graph = _Graph()
        self.rest: Record = {}
        taken: set[str] = set()
        self.node_of: dict[str, str] = {}
        records: Iterator[Claim | Argument] = chain(export.map.claims, export.map.arguments)
        for record in records:
            own = record.origin.id if record.origin and record.origin.format is None else None
            self.node_of[record.id] = own or ""
            taken.add(own or "")
        self.graph.last = max((int(n) for n in taken if n.isdecimal() and len(n) < 19), default=0)
        self.kept = export.kept
        self._number_new()
        self.steps = _group_steps(self.map, self.node_of)
        self.locutions: dict[tuple[str, str], str] = {}

    def _number_new(self) -> None:
        """Give every claim and step that came from elsewhere a number of its own, and one claim to each node."""
        held: dict[str, str] = {}
        for record_id, node in self.node_of.items():
            claimed = held.get(node)
            is_step = record_id in self.index.arguments
            if not node or (claimed is not None and not (is_step and claimed in self.index.arguments)):
                self.graph.last += 1
                self.node_of[record_id] = node = str(self.graph.last)
            held[node] = record_id

    def write(self) -> _Graph:
        told: set[VoiceFact] = set()
        paired: set[tuple[str, str]] = set()
        if self.kept:
            told, paired = self._give_back()
        for claim in self.map.claims:
            if self.node_of[claim.id] not in self.graph.nodes:
                self.graph.add("I", claim.text, self.node_of[claim.id])
        for node, facts in self.steps.items():
            if node not in self.graph.nodes:
                self._add_step(node, facts)
        for first, second in self.map.contradictions():
            for start, end in ((first, second), (second, first)):
                made = self.graph.add("CA", "Default Conflict")
                self.graph.join(self.node_of[start], made, self.node_of[end])
        for pair in self._pairs():
            if pair not in paired:
                made = self.graph.add("MA", "Default Rephrase")
                self.graph.join(pair[0], made, pair[1])
        for attribution in self._in_speaking_order():
            if _tell_voice(attribution, self.node_of, self.names) not in told:
                self._add_voice(attribution)
        return self.graph

    def _pairs(self) -> Iterator[tuple[str, str]]:
        """The nodes of claims that rephrase others, with theirs."""
        return ((self.node_of[c.id], self.node_of[general]) for c in self.map.claims for general in c.rephrases)

    def _in_speaking_order(self) -> Iterator[Attribution]:
        """What is said of claims first: whoever argues answers what was said before."""
        yield from (a for a in self.map.attributions if a.of in self.index.claims)
        yield from (a for a in self.map.attributions if a.of in self.index.arguments)

    def _add_step(self, node: str, facts: Iterable[StepFact]) -> None:
        for n, (bearing, premises, target, scheme) in enumerate(sorted(facts)):
            if n == 0:
                kind, plain = ("RA", "Inference") if bearing is Bearing.SUPPORTS else ("CA", "Conflict")
                self.graph.add(kind, scheme or f"Default {plain}", node)
                for premise in sorted(premises):
                    self.graph.join(premise, node)
            self.graph.join(node, target)

    def _add_voice(self, said: Attribution) -> None:
        node = self.node_of[said.of]
        step = self.index.arguments.get(said.of)
        force = name_force(said.act, step.bearing if step else None, loosely=said.loosely)
        if step is not None and self._answer(said, step, force):
            return
        name = self.names.get(said.by, said.by)
        words = self.index.claims[said.of].text if step is None else self.index.claims[step.premises[0]].text
        locution = self._say(name, words, said)
        illocution = self.graph.add("YA", force)
        self.graph.join(locution, illocution, node)
        if step is None:
            self.locutions.setdefault((said.by, said.of), locution)
        for reporter in reversed(said.via):
            outer = self._say(self.names.get(reporter, reporter), f"{name} : {words}", said)
            self.graph.join(outer, self.graph.add("YA", "Asserting"), locution)
            locution = outer

    def _answer(self, said: Attribution, step: Argument, force: str) -> bool:
        """Hang a step on the turn from what it bears on to a premise of its speaker, where both are said."""
        if said.via:
            return False
        own = next((loc for p in step.premises if (loc := self.locutions.get((said.by, p)))), None)
        other = self.locutions.get((said.by, step.target)) or next(
            (loc for (_, of), loc in self.locutions.items() if of == step.target), None
        )
        if own is None or other is None or own == other:
            return False
        turn, illocution = self.graph.add("TA", "Default Transition"), self.graph.add("YA", force)
        self.graph.join(other, turn, own)
        self.graph.join(turn, illocution, self.node_of[step.id])
        return True

    def _say(self, name: str, words: str, said: Attribution) -> str:
        locution = self.graph.add("L", f"{name} : {words}")
        people = self.graph.others["participants"]
        known = {f"{p.get('firstname')} {p.get('surname')}".strip(): p.get("participantID") for p in people}
        if name not in known:
            first, _, last = name.rpartition(" ")
            known[name] = str(len(people) + 1)
            people.append({"participantID": known[name], "firstname": first, "surname": last})
        start = f"{said.date} 00:00:00" if said.date and len(said.date) == len("2025-01-31") else None
        self.graph.others["locutions"].append(
            {"nodeID": locution, "personID": known[name], "start": start, "end": None, "source": None}
        )
        return locution

    # ---- What came in this format and lies beside the map -----------------------------------------------------

    def _give_back(self) -> tuple[set[VoiceFact], set[tuple[str, str]]]:
        """Put the kept records into the graph, as far as the map still says what they said.

        Returns what they say already: who says what, and what rephrases what.
        """
        whole = put_together(self.kept)
        inner = whole.get("AIF", whole) if isinstance(whole, dict) else {}
        if not isinstance(inner, dict) or not isinstance(inner.get("nodes"), list):
            return set(), set()
        if isinstance(whole, dict) and "AIF" in whole:
            self.rest = {key: value for key, value in whole.items() if key not in {"AIF", *_LISTS}}
        parts = read_parts(Foreign("kept.json", json.dumps(inner).encode()))
        dropped = set(parts.ids) - set(self.node_of.values())
        names = {person.id: person.name for person in parts.speech.people}
        nodes_of = {made: node for node, made in parts.ids.items()}
        nodes_of |= {step.id: node for node, steps in parts.steps.made.items() for step in steps}
        now = {_tell_voice(a, self.node_of, self.names) for a in self.map.attributions}
        told = self._drop_unsaid(parts.speech.heard, nodes_of, names, now, dropped)
        paired = self._drop_pairs(parts.document.before, parts.document.after, parts.ids, dropped)
        rewired = set()
        for node, steps in parts.steps.made.items():
            before = {_tell_step(step, nodes_of) for step in steps}
            if node not in self.steps:
                dropped.add(node)
            elif before != self.steps[node]:
                rewired.add(node)
        self._copy(inner, dropped, rewired)
        for node in self.steps:
            if node in rewired:
                self._rewire(node)
        return told, paired

    def _drop_unsaid(
        self,
        heard: Mapping[str, Sequence[Attribution]],
        nodes_of: Mapping[str, str],
        names: Mapping[str, str],
        now: set[VoiceFact],
        dropped: set[str],
    ) -> set[VoiceFact]:
        told: set[VoiceFact] = set()
        for illocution, said in heard.items():
            facts = {_tell_voice(a, nodes_of, names) for a in said}
            if facts <= now:
                told |= facts
            else:
                dropped.add(illocution)
        return told

    def _drop_pairs(
        self,
        before: Mapping[str, Sequence[str]],
        after: Mapping[str, Sequence[str]],
        ids: Mapping[str, str],
        dropped: set[str],
    ) -> set[tuple[str, str]]:
        now = set(self._pairs())
        paired: set[tuple[str, str]] = set()
        document = read_document(Foreign("kept.json", _encode(put_together(self.kept))))
        for node in document.nodes.values():
            if node.type == "MA":
                pairs = {
                    (p, t) for p in before[node.id] if p in ids for t in after[node.id] if t in ids and t != p
                }
                if pairs <= now:
                    paired |= pairs
                else:
                    dropped.add(node.id)
        return paired

    def _copy(self, inner: Mapping[str, object], dropped: set[str], rewired: set[str]) -> None:
        texts = {self.node_of[claim.id]: claim.text for claim in self.map.claims}
        steps = set(self.steps)
        gone_edges: set[str] = set()
        for record in _records(inner, "nodes"):
            name = str(record.get("nodeID", "")).strip()
            if name in dropped:
                continue
            if name in texts and clean(record.get("text")) != texts[name]:
                record = {**record, "text": texts[name]}
            self.graph.nodes.setdefault(name, record)
        for record in _records(inner, "edges"):
            start, end = (str(record.get(key, "")).strip() for key in ("fromID", "toID"))
            held = {start, end}
            bears = (start in texts or start in steps) and (end in texts or end in steps)
            if dropped.isdisjoint(held) and not (bears and not rewired.isdisjoint(held)):
                self.graph.edges.append(record)
            else:
                gone_edges |= {start, end}
        self._take_orphans(gone_edges)
        for key in _LISTS[2:]:
            self.graph.others[key] += [
                record
                for record in _records(inner, key)
                if "nodeID" not in record or str(record["nodeID"]).strip() in self.graph.nodes
            ]
        numbers = [int(n) for n in self.graph.nodes if n.isdecimal() and len(n) < 19]
        self.graph.last = max([self.graph.last, *numbers])
        edges = [str(e.get("edgeID", "")) for e in self.graph.edges]
        self.graph.last_edge = max((int(e) for e in edges if e.isdecimal() and len(e) < 19), default=0)

    def _take_orphans(self, loosened: set[str]) -> None:
        """Take out what hung on something that is gone and on nothing else."""
        joined = {str(e.get(key, "")).strip() for e in self.graph.edges for key in ("fromID", "toID")}
        for name in loosened - joined:
            if name in self.graph.nodes and self.graph.nodes[name].get("type") in {"L", "YA", "TA"}:
                del self.graph.nodes[name]

    def _rewire(self, node: str) -> None:
        facts = sorted(self.steps[node])
        for premise in sorted(facts[0][1]):
            self.graph.join(premise, node)
        for fact in facts:
            self.graph.join(node, fact[2])
        kind = "RA" if facts[0][0] is Bearing.SUPPORTS else "CA"
        self.graph.nodes[node] = {**self.graph.nodes[node], "type": kind}


def _group_steps(record: ArgumentMap, node_of: Mapping[str, str]) -> dict[str, set[StepFact]]:
    """What the S-nodes of a map say; those that came from one node are one again."""
    steps: dict[str, set[StepFact]] = {}
    for step in record.arguments:
        steps.setdefault(node_of[step.id], set()).add(_tell_step(step, node_of))
    return steps


def _tell_step(step: Argument, node_of: Mapping[str, str]) -> StepFact:
    return (step.bearing, frozenset(node_of[p] for p in step.premises), node_of[step.target], step.scheme or "")


def _tell_voice(said: Attribution, node_of: Mapping[str, str], names: Mapping[str, str]) -> VoiceFact:
    via = tuple(names.get(reporter, reporter) for reporter in said.via)
    return (names.get(said.by, said.by), said.act, node_of[said.of], via)


def _records(holder: Mapping[str, object], key: str) -> Iterator[Record]:
    found = holder.get(key)
    if isinstance(found, list):
        yield from (record for record in found if isinstance(record, dict))


def _encode(value: object) -> bytes:
    return json.dumps(value).encode()


def _lists(graph: _Graph) -> Record:
    return {"nodes": list(graph.nodes.values()), "edges": graph.edges, **graph.others}


def write_flat(export: Export) -> str:
    """A map as AIFdb has it: one object with nodes, edges and locutions."""
    return _dump(_lists(_Writer(export).write()))


def write_nested(export: Export) -> str:
    """A map as xAIF, with the places of its nodes, so that OVA opens it."""
    writer = _Writer(export)
    graph = writer.write()
    text = writer.rest.get("text", "")
    places = lay_out(graph.nodes, graph.edges, writer.rest.get("OVA"))
    return _dump({**writer.rest, "AIF": _lists(graph), "text": text, "OVA": places})


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
