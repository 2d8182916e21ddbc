"""From a map to a drawing, with the ids that things had where they came from."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from argumap.formats._drawn.details import (
    OF_CLAIM,
    OF_CONCEPT,
    OF_ISSUE,
    OF_SOURCE,
    OF_SPEECH,
    OF_STAKEHOLDER,
    OF_STEP,
    write_details,
    write_passages,
)
from argumap.formats._drawn.drawing import Drawing, DrawnArrow, DrawnNode, FiledShape
from argumap.formats._titles import make_title
from argumap.model import Claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argumap.formats._drawn.details import DetailForms
    from argumap.model import Argument, ArgumentMap, Concept, Issue, Origin, Stakeholder


def draw_map(
    record: ArgumentMap, format_name: str, shape: FiledShape | None = None, *, steps_as_nodes: bool = False
) -> Drawing:
    """A map as nodes and arrows; what came from a file in the format has the ids of that file.

    ``shape`` says how that file draws it, as far as the map does not. With ``steps_as_nodes`` every step is one.
    """
    return _MapDrawer(record, format_name, shape or FiledShape(), steps_as_nodes=steps_as_nodes).draw()


class _Ids:
    """Gives out ids, each once, and none of the file's to what did not come from it."""

    def __init__(self, taken: Iterable[str]) -> None:
        self.own = set(taken)
        self.given: set[str] = set()

    def keep(self, wanted: str) -> bool:
        """Whether a foreign id could be kept, which another thing may have by now."""
        if not wanted or wanted in self.given:
            return False
        self.given.add(wanted)
        return True

    def make(self, wanted: str) -> str:
        made, n = wanted, 2
        while made in self.given or made in self.own:
            made, n = f"{wanted}-{n}", n + 1
        self.given.add(made)
        return made


class _MapDrawer:
    def __init__(self, record: ArgumentMap, format_name: str, shape: FiledShape, *, steps_as_nodes: bool) -> None:
        self.map = record
        self.format = format_name
        self.came = record.origin.format if record.origin else None
        self.shape = shape
        self.drawing = Drawing(title=record.title)
        self.names = _Ids(shape.taken)
        self.arrow_names = _Ids({*shape.taken, *shape.arrow_ids.values()})
        self.nodes: dict[str, str] = {}
        self.sources: dict[str, str] = {}
        self._name_nodes()
        self.groups = self._group_steps()
        self.as_nodes = {s.id for s in record.arguments} if steps_as_nodes else self._find_node_steps()
        self.step_nodes = {name: node for group, node in self._name_steps() for name in (s.id for s in group)}

    def _foreign(self, origin: Origin | None) -> str:
        """The id that a thing has in the file that it came from; "" where it came from no file of the format."""
        if origin is None or (origin.format or self.came) != self.format:
            return ""
        return origin.id or ""

    def _entities(self) -> Iterator[Issue | Claim | Stakeholder | Concept]:
        yield from self.map.issues
        yield from self.map.claims
        yield from self.map.stakeholders
        yield from self.map.concepts

    def _name_nodes(self) -> None:
        """Ids of what stays what it was come first, so that nothing new takes one of these."""
        entities, sources = (
            [(record.id, self._foreign(record.origin)) for record in records]
            for records in (self._entities(), self.map.sources)
        )
        for names, wanted in ((self.nodes, entities), (self.sources, sources)):
            names.update((name, foreign) for name, foreign in wanted if self.names.keep(foreign))
        for names, wanted in ((self.nodes, entities), (self.sources, sources)):  # a source may have a claim's id
            names.update((name, self.names.make(name)) for name, _ in wanted if name not in names)

    # Steps: those that came from one of the file are one again, as long as they still go from the same claims.

    def _group_steps(self) -> list[list[Argument]]:
        groups: dict[object, list[Argument]] = {}
        told: dict[str, object] = {}
        for step in self.map.arguments:
            foreign = self._foreign(step.origin)
            alike = (frozenset(step.premises), str(write_details(step, OF_STEP)))
            if foreign and told.setdefault(foreign, alike) == alike:
                groups.setdefault((foreign, *alike), []).append(step)
            else:
                groups[step.id] = [step]
        return list(groups.values())

    def _find_node_steps(self) -> set[str]:
        """The steps that must be nodes: linked, undercut, spoken of, or drawn as one where they came from."""
        hit = {step.target for step in self.map.arguments} | {said.of for said in self.map.attributions}
        as_nodes: set[str] = set()
        for group in self.groups:
            first = group[0]
            foreign = self._foreign(first.origin)
            joined = foreign in self.shape.joined and len({step.bearing for step in group}) == 1
            must = foreign in self.shape.steps or any(step.id in hit for step in group)
            if must or (not joined and (len(group) > 1 or len(first.premises) > 1)):
                as_nodes.update(step.id for step in group)
        return as_nodes

    def _name_steps(self) -> Iterator[tuple[list[Argument], str]]:
        found = [group for group in self.groups if group[0].id in self.as_nodes]
        kept = [self.names.keep(self._foreign(group[0].origin)) for group in found]
        for group, keeps in zip(found, kept, strict=True):
            foreign = self._foreign(group[0].origin)
            yield group, foreign if keeps else self.names.make(group[0].id)

    def draw(self) -> Drawing:
        self._add_nodes(self.map.issues, "issue", OF_ISSUE)
        self._add_nodes(self.map.claims, "claim", OF_CLAIM)
        self._add_steps()
        self._add_nodes(self.map.stakeholders, "stakeholder", OF_STAKEHOLDER)
        self._add_nodes(self.map.concepts, "concept", OF_CONCEPT)
        for source in self.map.sources:
            text = source.title or source.id
            details = write_details(source, OF_SOURCE)
            self.drawing.nodes.append(DrawnNode(self.sources[source.id], "source", text, details))
        self._add_ties()
        self._add_speech()
        return self.drawing

    def _add_nodes(
        self, records: Sequence[Issue | Claim | Stakeholder | Concept], kind: str, forms: DetailForms
    ) -> None:
        for record in records:
            text = str(getattr(record, _TEXTS[kind]))
            details = write_details(record, forms)
            if isinstance(record, Claim) and details.get("title") == make_title(text):
                details.pop("title", None)  # a reader would make the same
            if isinstance(record, Claim) and (at := write_passages(record.at, self.sources)):
                details["at"] = at
            self.drawing.nodes.append(DrawnNode(self.nodes[record.id], kind, text, details))

    def _add_steps(self) -> None:
        # Arrows that keep their ids come first, so that none of the new ones takes one of these.
        arrows = [group for group in self.groups if group[0].id not in self.as_nodes]
        kept = [self.arrow_names.keep(self._foreign(group[0].origin)) for group in arrows]
        for group in self.groups:
            if group[0].id in self.as_nodes:
                self._add_step_node(group)
        for group, keeps in zip(arrows, kept, strict=True):
            first = group[0]
            name = self._foreign(first.origin) if keeps else self.arrow_names.make(first.id)
            starts = tuple(self.nodes[premise] for premise in first.premises)
            ends = tuple(dict.fromkeys(self._end(step) for step in group))
            details = write_details(first, OF_STEP)
            self.drawing.arrows.append(DrawnArrow(name, starts, ends, str(first.bearing), details=details))

    def _end(self, step: Argument) -> str:
        return self.nodes[step.target] if step.target in self.nodes else self.step_nodes[step.target]

    def _add_step_node(self, group: list[Argument]) -> None:
        first = group[0]
        node = self.step_nodes[first.id]
        self.drawing.nodes.append(DrawnNode(node, "step", str(first.bearing), write_details(first, OF_STEP)))
        for premise in first.premises:
            self._join("premise", self.nodes[premise], node)
        for bearing, end in dict.fromkeys((str(step.bearing), self._end(step)) for step in group):
            self._join(bearing, node, end)

    def _join(self, meaning: str, start: str, end: str) -> None:
        """Add an arrow that no record of the map stands for, under the id that it had in the file."""
        known = self.shape.arrow_ids.get((meaning, start, end))
        if known is None and meaning == "contradicts":
            known = self.shape.arrow_ids.get((meaning, end, start))
        name = known or self.arrow_names.make(f"{meaning}:{start}|{end}")
        self.drawing.arrows.append(DrawnArrow(name, (start,), (end,), meaning))

    def _add_ties(self) -> None:
        for claim in self.map.claims:
            start = self.nodes[claim.id]
            for meaning in ("answers", "about", "rephrases"):
                self._join_all(meaning, claim, getattr(claim, meaning))
            for concern in claim.concerns:
                self._join(str(concern.effect), start, self.nodes[concern.stakeholder])
            for source in dict.fromkeys(self.sources[p.source] for p in claim.at if p.source in self.sources):
                self._join("in", start, source)
        for one, other in self._find_contradictions():
            self._join("contradicts", one, other)
        for issue in self.map.issues:
            self._join_all("compares", issue, issue.compares)
        for person in self.map.stakeholders:
            self._join_all("affiliation", person, person.affiliation)
        for concept in self.map.concepts:
            self._join_all("broader", concept, concept.broader)

    def _join_all(
        self, meaning: str, record: Issue | Claim | Stakeholder | Concept, others: Iterable[str]
    ) -> None:
        for other in others:
            self._join(meaning, self.nodes[record.id], self.nodes[other])

    def _find_contradictions(self) -> list[tuple[str, str]]:
        """The nodes of what contradicts each other, each pair as the claims stand, whatever their ids are."""
        place = {claim.id: n for n, claim in enumerate(self.map.claims)}
        pairs = {tuple(sorted((place[c.id], place[o]))) for c in self.map.claims for o in c.contradicts}
        nodes = [self.nodes[claim.id] for claim in self.map.claims]
        return [(nodes[one], nodes[other]) for one, other in sorted(pairs)]

    def _add_speech(self) -> None:
        said: defaultdict[tuple[str, str, str, str], None] = defaultdict()
        for voice in self.map.attributions:
            if voice.by not in self.nodes:
                continue
            details = write_details(voice, OF_SPEECH)
            if voice.via:
                details["via"] = [self.nodes.get(name, name) for name in voice.via]
            start = self.nodes[voice.by]
            end = self.nodes.get(voice.of) or self.step_nodes[voice.of]
            told = (str(voice.act), start, end, str(details))
            if told in said:
                continue  # said of a step that several conclusions have made several
            said[told] = None
            foreign = self._foreign(voice.origin)
            keeps = self.arrow_names.keep(foreign)
            name = foreign if keeps else self.arrow_names.make(f"{voice.act}:{start}|{end}")
            self.drawing.arrows.append(DrawnArrow(name, (start,), (end,), str(voice.act), details=details))


_TEXTS = {"issue": "question", "claim": "text", "stakeholder": "name", "concept": "label"}
