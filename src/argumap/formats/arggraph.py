"""Argumentation graphs as XML, the format of the microtexts corpora: who proposes and who opposes, step by step.

Segments of a text (``edu``), alone or joined (``joint``), make up units (``adu``), each the proponent's or the
opponent's. Edges between units support (``sup``), support by example (``exa``) and rebut (``reb``); an edge at an
edge undercuts it (``und``) or adds a premise to it (``add``). After A. Peldszus and M. Stede, "From argument
diagrams to argumentation mining in texts", International Journal of Cognitive Informatics and Natural Intelligence
7 (2013), and the document type definition of the corpora.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from argumap.errors import OtherTool
from argumap.formats import Family, Format, Imported, Loss, LossKind
from argumap.formats._foreign import Foreign, join_lines, join_text, keep_lines
from argumap.formats._foreign_ids import FreeIds, call_foreign
from argumap.formats._one_line import flatten
from argumap.formats._step_ids import StepIds
from argumap.formats._titles import make_title
from argumap.formats._xml import (
    XmlElement,
    escape_attribute,
    find_root,
    parse_elements,
    read_xml_text,
    write_words,
)
from argumap.model import (
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    Index,
    Issue,
    Origin,
    Stakeholder,
)
from argumap.text import Slugs, get_language, guess_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argumap.formats import Export

NAME = "arggraph"
EXAMPLE = "Argument from Example"
_BEARINGS = {"sup": Bearing.SUPPORTS, "exa": Bearing.SUPPORTS, "reb": Bearing.ATTACKS, "und": Bearing.UNDERCUTS}
_SIDES = {"pro": "Proponent", "opp": "Opponent"}
_OTHER_SIDE = {"pro": "opp", "opp": "pro"}
_STANCE = "stance "
_NAMED = re.compile(r"\((\S+)\)$")
_LANGUAGE_SAMPLE = 200
# The first words of a text tell its language, and give it an id.
_SAMPLE = 1_000
_MOST_SEGMENTS = 5_000_000
# An undercut of an undercut of an undercut would be called by all that it leads to.
_LONGEST_PATH = 2

_StepFact: TypeAlias = "tuple[Bearing, frozenset[str], str, bool]"
"""How an edge bears, from which units, on which unit or edge, and whether as an example."""


@dataclass(slots=True)
class _UnitGraph:
    """The elements of a file by what they are, each in its order; ``segments`` are the edus of each unit."""

    root: dict[str, str] = field(default_factory=dict)
    words: dict[str, XmlElement] = field(default_factory=dict)
    joints: dict[str, XmlElement] = field(default_factory=dict)
    units: dict[str, XmlElement] = field(default_factory=dict)
    edges: dict[str, XmlElement] = field(default_factory=dict)
    others: list[XmlElement] = field(default_factory=list)
    segments: dict[str, list[str]] = field(default_factory=dict)

    def text(self, unit: str) -> str:
        """The words of a unit: those of its segments, in the order of the text."""
        return " ".join(filter(None, (flatten(self.words[edu].text) for edu in self.segments.get(unit, ()))))

    def is_implicit(self, unit: str) -> bool:
        """Whether no segment of a unit stands in the text."""
        edus = self.segments.get(unit, ())
        return bool(edus) and all(self.words[edu].attributes.get("implicit") == "true" for edu in edus)


def recognise(foreign: Foreign) -> str:
    return "it is XML whose outermost element is arggraph" if find_root(foreign) == "arggraph" else ""


def read(foreign: Foreign) -> Imported:
    """The map of a graph. Raises `OtherTool` where it is none."""
    text = read_xml_text(foreign)
    reader = _GraphReader(_parse(text, foreign.name))
    return Imported(reader.read(), keep_lines(text), tuple(reader.losses))


def _parse(text: str, name: str) -> _UnitGraph:
    root, *elements = parse_elements(text, name)
    if root.tag != "arggraph":
        raise OtherTool(f"this is no argumentation graph: its outermost element is {root.tag}", name)
    graph = _UnitGraph(root.attributes)
    kinds = {"edu": graph.words, "joint": graph.joints, "adu": graph.units, "edge": graph.edges}
    for element in elements:
        holder = kinds.get(element.tag)
        element_id = element.attributes.get("id", "")
        if holder is None or not element_id or element.depth > 1 or any(element_id in k for k in kinds.values()):
            graph.others.append(element)
        else:
            holder[element_id] = element
    graph.segments = _find_segments(graph, name)
    return graph


def _find_segments(graph: _UnitGraph, name: str) -> dict[str, list[str]]:
    """The edus of each unit, those of a joint among them, in the order of the text."""
    order = {edu: n for n, edu in enumerate(graph.words)}
    joined: dict[str, set[str]] = defaultdict(set)
    found: dict[str, set[str]] = defaultdict(set)
    segmenting = [edge.attributes for edge in graph.edges.values() if edge.attributes.get("type") == "seg"]
    for edge in segmenting:
        if edge.get("src") in graph.words and edge.get("trg") in graph.joints:
            joined[edge["trg"]].add(edge["src"])
    repeated = 0
    for edge in segmenting:
        start, end = edge.get("src", ""), edge.get("trg", "")
        if end in graph.units:
            grounds = {start} if start in graph.words else joined.get(start, set())
            found[end] |= grounds
            repeated += len(grounds)
        if repeated > _MOST_SEGMENTS:
            raise OtherTool(f"its joints repeat more than {_MOST_SEGMENTS:,} segments, as no text does", name)
    return {unit: sorted(edus, key=order.__getitem__) for unit, edus in found.items()}


class _GraphReader:
    """Makes the map of a graph; ``made`` are its steps by the edges that they come from."""

    def __init__(self, graph: _UnitGraph) -> None:
        self.graph = graph
        self.losses: list[Loss] = []
        self.texts = {unit: text for unit in graph.units if (text := graph.text(unit))}
        sample = " ".join(text[:_SAMPLE] for text in [*self.texts.values()][:_LANGUAGE_SAMPLE])
        self.slugs = Slugs(
            get_language(guess_language(sample) or "en"), ("question", *map(str.lower, _SIDES.values()))
        )
        self.ids = {unit: self.slugs.make(text[:_SAMPLE]) for unit, text in self.texts.items()}
        self.made: dict[str, Argument] = {}
        self.additions: dict[str, list[str]] = defaultdict(list)
        self.step_ids = StepIds(self.slugs)

    def read(self) -> ArgumentMap:
        self._read_steps()
        self._tell_rest()
        topic = self.topic()
        central = self._find_central() if topic else frozenset()
        sides = {unit: side for unit in self.ids if (side := self.side(unit))}
        stance = self.graph.root.get("stance", "")
        return ArgumentMap(
            title=self._title(topic),
            issues=(Issue("question", topic, tags=(f"{_STANCE}{stance}",) if stance else ()),) if topic else (),
            claims=tuple(self._claim(unit, central) for unit in self.ids),
            arguments=tuple(self.made[edge] for edge in self.graph.edges if edge in self.made),
            stakeholders=tuple(
                Stakeholder(name.lower(), name) for side, name in _SIDES.items() if side in sides.values()
            ),
            attributions=tuple(
                Attribution(_SIDES[side].lower(), Act.ASSERTS, self.ids[unit]) for unit, side in sides.items()
            ),
        )

    def topic(self) -> str:
        return flatten(self.graph.root.get("topic_id", "").replace("_", " "))

    def side(self, unit: str) -> str:
        side = self.graph.units[unit].attributes.get("type", "")
        return side if side in _SIDES else ""

    def _title(self, topic: str) -> str:
        name = self.graph.root.get("id", "")
        words = f"{topic[:1].upper()}{topic[1:]}"
        return f"{words} ({name})" if words and name else words or name or "Imported map"

    def _claim(self, unit: str, central: frozenset[str]) -> Claim:
        text = self.texts[unit]
        return Claim(
            self.ids[unit],
            text,
            title=make_title(text),
            answers=("question",) if unit in central else (),
            implicit=self.graph.is_implicit(unit),
            origin=Origin(id=unit),
        )

    def _find_central(self) -> frozenset[str]:
        """The units that others bear on and that bear on nothing; of a single unit it."""
        bearing = {premise for step in self.made.values() for premise in step.premises}
        borne_on = {step.target for step in self.made.values()}
        ends = [unit for unit, made in self.ids.items() if made not in bearing]
        return frozenset(unit for unit in ends if self.ids[unit] in borne_on or len(self.ids) == 1)

    def _read_steps(self) -> None:
        """Make the steps: those that bear on units first, then those that bear on these, and so on."""
        sources: dict[str, list[str]] = defaultdict(list)
        waiting, adding = self._sort_edges()
        home = self._follow_additions(adding, sources)
        ready = deque(name for unit in self.graph.units for name in waiting.pop(unit, ()))
        while ready:
            name = ready.popleft()
            self._make_step(name, sources.get(name, []), home)
            ready.extend(waiting.pop(name, ()))
            for added in self._additions_to(name, adding):
                ready.extend(waiting.pop(added, ()))
        stuck = [name for names in waiting.values() for name in names]
        self.losses += [Loss(LossKind.ASIDE, "an edge at an edge that is no step of the map", n) for n in stuck]
        lost = [name for names in adding.values() for name in names if home.get(name) not in self.made]
        self.losses += [Loss(LossKind.ASIDE, "a premise added to what is no step of the map", n) for n in lost]

    def _sort_edges(self) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """The edges that may be steps, and those that add a premise, by what they point at."""
        waiting: dict[str, list[str]] = defaultdict(list)
        adding: dict[str, list[str]] = defaultdict(list)
        for name, edge in self.graph.edges.items():
            kind, target = edge.attributes.get("type", ""), edge.attributes.get("trg", "")
            if kind == "seg":
                continue
            if why := self._find_fault(edge):
                self.losses.append(Loss(LossKind.ASIDE, why, name))
            else:
                (adding if kind == "add" else waiting)[target].append(name)
        return waiting, adding

    def _follow_additions(self, adding: Mapping[str, list[str]], sources: dict[str, list[str]]) -> dict[str, str]:
        """The step that each added premise belongs to, also where it was added to another addition."""
        home: dict[str, str] = {}
        for base in self.graph.edges:
            if base in adding and self.graph.edges[base].attributes.get("type") in _BEARINGS:
                for added in self._additions_to(base, adding):
                    home[added] = base
                    self.additions[base].append(added)
                    sources[base].append(self.graph.edges[added].attributes["src"])
        return home

    def _additions_to(self, base: str, adding: Mapping[str, list[str]]) -> Iterator[str]:
        open_ = [base]
        while open_:
            for added in adding.get(open_.pop(), ()):
                yield added
                open_.append(added)

    def _find_fault(self, edge: XmlElement) -> str:
        """Why an edge is no step of a map, in a few words; "" where it is one."""
        kind, start, end = (edge.attributes.get(key, "") for key in ("type", "src", "trg"))
        if kind not in _BEARINGS and kind != "add":
            return f"an edge of the unknown type {kind!r}"
        if start not in self.ids:
            return "an edge from what is no unit with words"
        if end not in self.ids and end not in self.graph.edges:
            return "an edge to what is not there"
        if (kind in {"und", "add"}) != (end in self.graph.edges):
            return f"an edge of the type {kind!r} to {'an edge' if end in self.graph.edges else 'a unit'}"
        return "an edge from a unit to itself" if start == end else ""

    def _make_step(self, name: str, added: Sequence[str], home: Mapping[str, str]) -> None:
        edge = self.graph.edges[name].attributes
        end = home.get(edge["trg"], edge["trg"])
        if end in self.graph.edges and end not in self.made:
            self.losses.append(Loss(LossKind.ASIDE, "an edge at an edge that is no step of the map", name))
            return
        target = self.ids.get(end) or self.made[end].id
        premises = tuple(dict.fromkeys(self.ids[unit] for unit in (edge["src"], *added)))
        if target in premises:
            self.losses.append(Loss(LossKind.ASIDE, "a premise added to what bears on itself", name))
            return
        if end != edge["trg"]:
            why = "an undercut of an added premise, held as one of the whole step"
            self.losses.append(Loss(LossKind.NEARLY, why, name))
        self.made[name] = Argument(
            self.step_ids.make(premises, target, f"on {target}", short=target.count("/") < _LONGEST_PATH),
            premises,
            _BEARINGS[edge["type"]],
            target,
            scheme=EXAMPLE if edge["type"] == "exa" else None,
            origin=Origin(id=name),
        )

    def _tell_rest(self) -> None:
        aside = LossKind.ASIDE
        silent = [unit for unit in self.graph.units if unit not in self.texts]
        self.losses += [Loss(aside, "a unit without words", unit) for unit in silent]
        self.losses += [Loss(aside, "a unit of an unknown side", unit) for unit in self.ids if not self.side(unit)]
        used = {edu for edus in self.graph.segments.values() for edu in edus}
        self.losses += [Loss(aside, "a segment of no unit", edu) for edu in self.graph.words if edu not in used]
        self.losses += [
            Loss(
                aside,
                f"an element {element.tag} that is unknown, or whose id is taken",
                element.attributes.get("id", ""),
            )
            for element in self.graph.others
        ]

    def facts(self) -> dict[str, _StepFact]:
        """What each edge that is a step says, by units and edges."""
        names = {made: unit for unit, made in self.ids.items()} | {s.id: name for name, s in self.made.items()}
        return {name: _tell(step, names) for name, step in self.made.items()}


def _tell(step: Argument, names: Mapping[str, str]) -> _StepFact:
    example = step.bearing is Bearing.SUPPORTS and "example" in (step.scheme or "").casefold()
    return step.bearing, frozenset(names[p] for p in step.premises), names[step.target], example


def write(export: Export) -> str:
    """The map as a graph: what came in one and still says the same goes back as it came."""
    return _GraphWriter(export).write()


class _GraphWriter:
    def __init__(self, export: Export) -> None:
        self.map = export.map
        self.index = Index(export.map)
        self.kept = join_text(export.kept)
        self.before = _GraphReader(_reparse(self.kept))
        self.before.read()
        old = self.before.graph
        self.graph = _UnitGraph(
            dict(old.root), dict(old.words), dict(old.joints), dict(old.units), dict(old.edges)
        )
        taken = [*old.words, *old.joints, *old.units, *old.edges]
        stems = {claim.id: "a" for claim in export.map.claims}
        self.names = call_foreign(export.map, (NAME,), lambda r, free: free.number(stems.get(r.id, "c")), taken)
        self.free = FreeIds([*taken, *self.names.values()])
        self.gone: set[str] = set()

    def write(self) -> str:
        self._set_root()
        self._write_units()
        self._write_steps()
        self._drop_loose_edges()
        old, new = self.before.graph, self.graph
        if self.kept and (old.root, [*old.units.values()], [*old.edges.values()], [*old.words.values()]) == (
            new.root,
            [*new.units.values()],
            [*new.edges.values()],
            [*new.words.values()],
        ):
            return self.kept
        return _dump(self.graph)

    def _set_root(self) -> None:
        root, issue = self.graph.root, next(iter(self.index.debates), None)
        named = _NAMED.search(self.map.title)
        root.setdefault("id", _token(named[1] if named else self.map.title) or "map")
        topic = flatten(issue.question) if issue else ""
        stance = next(
            (tag[len(_STANCE) :] for tag in (issue.tags if issue else ()) if tag.startswith(_STANCE)), ""
        )
        for key, value, known in (
            ("topic_id", _token(topic), topic == self.before.topic()),
            ("stance", stance if stance in {"pro", "con"} else "", stance == root.get("stance", "")),
        ):
            if value and not known:
                root[key] = value
            elif not value and not known:
                root.pop(key, None)

    def _write_units(self) -> None:
        told = self._find_told_sides()
        sides = self._find_sides(dict(told))
        now = {self.names[claim.id]: claim for claim in self.map.claims}
        self.gone |= {unit for unit in self.before.ids if unit not in now}
        segmenting: dict[str, list[str]] = defaultdict(list)
        for name, edge in self.before.graph.edges.items():
            if edge.attributes.get("type") == "seg":
                segmenting[edge.attributes.get("trg", "")].append(name)
        loosened: list[str] = []
        for unit in self.gone:
            del self.graph.units[unit]
            loosened += self.before.graph.segments.get(unit, ())
        anew: dict[str, list[XmlElement]] = defaultdict(list)
        for unit, claim in now.items():
            element = self.graph.units.get(unit)
            if element is None or claim.id in told:
                known = element or XmlElement("adu", {"id": unit}, depth=1)
                self.graph.units[unit] = replace(known, attributes={**known.attributes, "type": sides[claim.id]})
            if (claim.text, claim.implicit) == (self.before.texts.get(unit), self.before.graph.is_implicit(unit)):
                continue
            old = self.before.graph.segments.get(unit, [])
            loosened += old
            for name in segmenting.pop(unit, ()):
                self.graph.edges.pop(name, None)
            segment = XmlElement("edu", {"id": self.free.number("e")}, claim.text)
            if claim.implicit:
                segment.attributes["implicit"] = "true"
            anew[old[0] if old else ""].append(segment)
            self._join(segment.attributes["id"], unit, "seg")
        self._place(anew, loosened)

    def _place(self, anew: Mapping[str, Sequence[XmlElement]], loosened: Sequence[str]) -> None:
        """Put new segments where those were that they take the place of, and leave out what is used no more."""
        unused = self._find_unused(loosened)
        self.gone |= unused
        placed: dict[str, XmlElement] = {}
        for edu, element in self.graph.words.items():
            if edu not in unused:
                placed[edu] = element
            placed |= {segment.attributes["id"]: segment for segment in anew.get(edu, ())}
        self.graph.words = placed | {segment.attributes["id"]: segment for segment in anew.get("", ())}

    def _find_unused(self, loosened: Sequence[str]) -> set[str]:
        """The segments that no unit takes any more; the joints that lead nowhere now are left out."""
        used = {edge.attributes.get("src") for edge in self.graph.edges.values()}
        before = [edge.attributes.get("src", "") for edge in self.before.graph.edges.values()]
        self.gone |= {name for name in before if name in self.graph.joints and name not in used}
        self.graph.joints = {name: joint for name, joint in self.graph.joints.items() if name not in self.gone}
        still = {edge.attributes.get("src") for edge in self.graph.edges.values() if not self._is_loose(edge)}
        return {edu for edu in loosened if edu not in still}

    def _is_loose(self, edge: XmlElement) -> bool:
        return edge.attributes.get("trg") in self.gone

    def _write_steps(self) -> None:
        before = self.before.facts()
        now = {self.names[step.id]: (step, _tell(step, self.names)) for step in self.map.arguments}
        for name in before:
            if name not in now:
                self.gone.add(name)
                del self.graph.edges[name]
        for name, (step, fact) in now.items():
            if before.get(name) == fact:
                continue
            first, *further = (self.names[premise] for premise in step.premises)
            self._drop_additions(name)
            self.graph.edges[name] = XmlElement(
                "edge", {"id": name, "src": first, "trg": fact[2], "type": _name_type(fact)}
            )
            for other in further:
                self._join(other, name, "add")
        for one, other in self.map.contradictions():
            self._join(self.names[one], self.names[other], "reb")
            self._join(self.names[other], self.names[one], "reb")

    def _drop_additions(self, base: str) -> None:
        if base in self.before.made:
            for name in self.before.additions.get(base, ()):
                self.graph.edges.pop(name, None)
                self.gone.add(name)

    def _drop_loose_edges(self) -> None:
        """Leave out the edges at what is gone, and those at these."""
        at: dict[str, list[str]] = defaultdict(list)
        for name, edge in self.graph.edges.items():
            for end in {edge.attributes.get("src", ""), edge.attributes.get("trg", "")}:
                at[end].append(name)
        open_ = [*self.gone]
        while open_:
            open_ += [name for name in at.pop(open_.pop(), ()) if self.graph.edges.pop(name, None)]

    def _join(self, start: str, end: str, kind: str) -> None:
        name = self.free.number("c")
        self.graph.edges[name] = XmlElement("edge", {"id": name, "src": start, "trg": end, "type": kind})

    def _find_sides(self, sides: dict[str, str]) -> dict[str, str]:
        """The side of each claim: that of whoever asserts it, else the one it had, else the one it argues for."""
        bearing = {premise for step in self.map.arguments for premise in step.premises}
        begin = [c.id for c in self.map.claims if c.answers or c.id not in bearing]
        open_ = deque(dict.fromkeys([*begin, *(claim.id for claim in self.map.claims)]))
        argued: set[str] = set()
        while open_:
            claim_id = open_.popleft()
            if claim_id in argued:
                continue
            argued.add(claim_id)
            side = sides.setdefault(claim_id, "pro")
            open_.extendleft(self._pass_side(claim_id, side, sides))
        return sides

    def _find_told_sides(self) -> dict[str, str]:
        names = {person.id: person.name for person in self.map.stakeholders}
        called = {name: side for side, name in _SIDES.items()}
        sides = {c.id: self.before.side(n) for c in self.map.claims if (n := self.names[c.id]) in self.before.ids}
        for said in self.map.attributions:
            if said.of in self.index.claims and (side := called.get(names.get(said.by, ""))):
                sides[said.of] = side
        return {claim: side for claim, side in sides.items() if side}

    def _pass_side(self, claim_id: str, side: str, sides: dict[str, str]) -> Iterator[str]:
        """Give the premises that bear on a claim their side, and those that undercut what it is argued from."""
        for step in self.index.on[claim_id]:
            theirs = side if step.bearing is Bearing.SUPPORTS else _OTHER_SIDE[side]
            open_ = [(step, theirs)]
            while open_:
                bearing, own = open_.pop()
                for premise in bearing.premises:
                    sides.setdefault(premise, own)
                    yield premise
                open_ += [(other, _OTHER_SIDE[own]) for other in self.index.on[bearing.id]]


def _reparse(kept: str) -> _UnitGraph:
    """The graph that was kept; an empty one where there is none that could be read."""
    try:
        return _parse(kept, "kept.xml")
    except OtherTool:
        return _UnitGraph()


def _name_type(fact: _StepFact) -> str:
    bearing, _, _, example = fact
    if example:
        return "exa"
    return next(name for name, meant in _BEARINGS.items() if meant is bearing)


def _token(text: str) -> str:
    """A text as a name in XML has it."""
    return re.sub(r"[^\w.-]+", "_", text, flags=re.ASCII).strip("_.-")


def _dump(graph: _UnitGraph) -> str:
    """The file: what there is in the order of its definition, a line each."""
    segments = [edge for edge in graph.edges.values() if edge.attributes.get("type") == "seg"]
    steps = [edge for edge in graph.edges.values() if edge.attributes.get("type") != "seg"]
    elements = [*graph.words.values(), *graph.joints.values(), *graph.units.values(), *segments, *steps]
    lines = [
        f"  {_dump_tag(e)}>{write_words(e.text)}</edu>" if e.tag == "edu" else f"  {_dump_tag(e)}/>"
        for e in elements
    ]
    root = XmlElement("arggraph", graph.root)
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', f"{_dump_tag(root)}>", *lines, "</arggraph>", ""])


def _dump_tag(element: XmlElement) -> str:
    written = (f' {key}="{escape_attribute(value)}"' for key, value in element.attributes.items())
    return f"<{element.tag}{''.join(written)}"


PLUGIN = Format(
    "Argumentation graph in XML, as the microtexts have it",
    (".arggraph.xml",),
    write=write,
    read=read,
    recognise=recognise,
    rejoin=join_lines,
    anchors=False,
    family=Family.TEXTS,
    tool="corpus of microtexts",
    aside=("segments of no unit",),
)
