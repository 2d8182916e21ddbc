"""From a map to AIF: what came in it goes back as it was, as far as the map still says the same."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from argumap.formats._aif.document import read_id
from argumap.formats._aif.facts import find_facts_by_node, tell_voice
from argumap.formats._aif.forces import SCHEMES, name_force
from argumap.formats._aif.giving_back import GivenBack, give_back
from argumap.formats._aif.highlights import mark_up
from argumap.formats._aif.layout import lay_out
from argumap.formats._foreign import write_json
from argumap.model import Bearing, Index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argumap.formats import Export
    from argumap.formats._aif.facts import StepFact
    from argumap.formats._aif.giving_back import AifRecord
    from argumap.model import Argument, Attribution, Claim, Origin

KIN = ("aif", "xaif")
"""The formats that take each other's records back."""
# Longer ones are no numbers that were counted up, and Python may refuse to read them.
_LONGEST_NUMBER = 18


@dataclass(slots=True)
class _Graph:
    """The records as they are written; ``last`` and ``last_edge`` are the greatest numbers in use."""

    given: GivenBack
    last: int = 0
    last_edge: int = 0

    def add(self, kind: str, text: str, node_id: str = "") -> str:
        """Add a node under its id, or under a new one, and return that."""
        if not node_id or node_id in self.given.nodes:
            self.last += 1
            node_id = str(self.last)
        record: AifRecord = {"nodeID": node_id, "text": text, "type": kind}
        if kind not in {"I", "L"}:
            record |= {"scheme": text, "schemeID": SCHEMES.get(text, "0")}
            self.given.others["schemefulfillments"].append({"nodeID": node_id, "schemeID": SCHEMES.get(text, "0")})
        self.given.nodes[node_id] = record
        return node_id

    def join(self, *path: str) -> None:
        """Add the edges from each node to the next."""
        for start, end in pairwise(path):
            self.last_edge += 1
            self.given.edges.append({"edgeID": str(self.last_edge), "fromID": start, "toID": end})


class _AifWriter:
    def __init__(self, export: Export) -> None:
        self.map = export.map
        self.index = Index(export.map)
        self.names = {person.id: person.name for person in export.map.stakeholders}
        self.node_of = _number(export)
        self.facts = find_facts_by_node(export.map, self.node_of, self.names)
        given = give_back(export.kept, self.facts) if export.kept else GivenBack()
        self.graph = _Graph(
            given,
            _find_last([*self.node_of.values(), *given.nodes]),
            _find_last(read_id(edge, "edgeID") for edge in given.edges),
        )
        self.locutions: dict[tuple[str, str], str] = {}
        self.first_said: dict[str, str] = {}
        people = given.others["participants"]
        self.people = {
            f"{person.get('firstname')} {person.get('surname')}".strip(): person.get("participantID")
            for person in people
        }
        self.last_person = _find_last(read_id(person, "participantID") for person in people)

    def write(self) -> GivenBack:
        given = self.graph.given
        for claim in self.map.claims:
            if self.node_of[claim.id] not in given.nodes:
                self.graph.add("I", claim.text, self.node_of[claim.id])
        for node, facts in self.facts.steps.items():
            if node not in given.nodes or node in given.rewired:
                self._draw_step(node, sorted(facts, key=_by_target))
        for pair in self.map.contradictions():
            for start, end in (pair, pair[::-1]):
                self._relate("CA", "Default Conflict", self.node_of[start], self.node_of[end])
        for start, end in sorted(self.facts.pairs - given.pairs):
            self._relate("MA", "Default Rephrase", start, end)
        for said in self._in_speaking_order():
            if tell_voice(said, self.node_of, self.names) not in given.told:
                self._add_voice(said)
        return given

    def _relate(self, kind: str, scheme: str, start: str, end: str) -> None:
        self.graph.join(start, self.graph.add(kind, scheme), end)

    def _in_speaking_order(self) -> Iterator[Attribution]:
        """What is said of claims first: whoever argues answers what was said before."""
        yield from (a for a in self.map.attributions if a.of in self.index.claims)
        yield from (a for a in self.map.attributions if a.of in self.index.arguments)

    def _draw_step(self, node: str, facts: list[StepFact]) -> None:
        bearing, premises, _, scheme = facts[0]
        kind, plain = ("RA", "Inference") if bearing is Bearing.SUPPORTS else ("CA", "Conflict")
        name = scheme or f"Default {plain}"
        if node not in self.graph.given.nodes:
            self.graph.add(kind, name, node)
        record = self.graph.given.nodes[node]
        if record.get("type") != kind or scheme:
            self.graph.given.nodes[node] = {**record, "type": kind, "text": name, "scheme": name}
        for premise in sorted(premises):
            self.graph.join(premise, node)
        for fact in facts:
            self.graph.join(node, fact[2])

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
            self.first_said.setdefault(said.of, locution)
        for reporter in reversed(said.via):
            outer = self._say(self.names.get(reporter, reporter), f"{name} : {words}", said)
            self.graph.join(outer, self.graph.add("YA", "Asserting"), locution)
            locution = outer

    def _answer(self, said: Attribution, step: Argument, force: str) -> bool:
        """Hang a step on the turn from what it bears on to a premise of its speaker, where both are said."""
        if said.via:
            return False
        own = next((loc for p in step.premises if (loc := self.locutions.get((said.by, p)))), None)
        other = self.locutions.get((said.by, step.target)) or self.first_said.get(step.target)
        if own is None or other is None or own == other:
            return False
        turn, illocution = self.graph.add("TA", "Default Transition"), self.graph.add("YA", force)
        self.graph.join(other, turn, own)
        self.graph.join(turn, illocution, self.node_of[step.id])
        return True

    def _say(self, name: str, words: str, said: Attribution) -> str:
        locution = self.graph.add("L", f"{name} : {words}")
        if name not in self.people:
            first, _, last = name.rpartition(" ")
            self.last_person += 1
            self.people[name] = str(self.last_person)
            person: AifRecord = {"participantID": self.people[name], "firstname": first, "surname": last}
            self.graph.given.others["participants"].append(person)
        start = f"{said.date} 00:00:00" if said.date and len(said.date) == len("2025-01-31") else None
        self.graph.given.others["locutions"].append(
            {"nodeID": locution, "personID": self.people[name], "start": start, "end": None, "source": None}
        )
        return locution


def _number(export: Export) -> dict[str, str]:
    """The node of every claim and step: the one that it came from, or a new number.

    Only steps share a node, those that one inference with several conclusions was taken apart into, and only as
    long as they still go from the same claims in the same way.
    """
    records: Iterator[Claim | Argument] = chain(export.map.claims, export.map.arguments)
    came = export.map.origin.format if export.map.origin else None
    wanted = {r.id: _find_node(r.origin, came) for r in records}
    last = _find_last([*wanted.values(), *_find_kept_ids(export)])
    # A conflict may hit claims and steps at once.
    steps = {
        step.id: (frozenset(step.premises), step.bearing is Bearing.SUPPORTS, step.scheme)
        for step in export.map.arguments
    }
    held: dict[str, object] = {}
    node_of: dict[str, str] = {}
    for record_id, node in wanted.items():
        told = steps.get(record_id)
        if not node or (node in held and (told is None or held[node] != told)):
            last += 1
            node = str(last)
        held[node] = told
        node_of[record_id] = node
    return node_of


def _by_target(fact: StepFact) -> tuple[str, str]:
    bearing, _, target, scheme = fact
    return target, f"{bearing} {scheme}"


def _find_node(origin: Origin | None, came: str | None) -> str:
    """The node that a record came from; "" where it came from no file of AIF."""
    if origin is None or (origin.format or came) not in KIN:
        return ""
    return origin.id or ""


def _find_kept_ids(export: Export) -> Iterator[str]:
    for kept in export.kept:
        if kept.at.endswith("/nodes/-") and isinstance(kept.record, dict):
            yield read_id(kept.record, "nodeID")


def _find_last(numbers: Iterable[str]) -> int:
    return max((int(n) for n in numbers if n.isdecimal() and len(n) <= _LONGEST_NUMBER), default=0)


def _lists(given: GivenBack) -> Mapping[str, object]:
    return {"nodes": [*given.nodes.values(), *given.again], "edges": given.edges, **given.others}


def write_flat(export: Export) -> str:
    """A map as AIFdb has it: one object with nodes, edges and locutions."""
    given = _AifWriter(export).write()
    return write_json({**_lists(given), **({} if given.nested else given.rest)})


def write_nested(export: Export) -> str:
    """A map as xAIF, with the places of its nodes, so that OVA opens it."""
    writer = _AifWriter(export)
    given = writer.write()
    places = lay_out(given.nodes, given.edges, given.rest.get("OVA"))
    text = given.rest.get("text") or mark_up(export, writer.node_of)
    whole = {**given.rest, "AIF": _lists(given), "text": text, "OVA": places}
    order = given.order if given.nested else ()
    return write_json({key: whole[key] for key in dict.fromkeys((*order, "AIF", *whole)) if key in whole})
