"""From a drawing to a map. What an arrow means is told by its word or colour; what says nothing is no support."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from argumap.formats._drawn.details import (
    OF_CLAIM,
    OF_CONCEPT,
    OF_ISSUE,
    OF_SOURCE,
    OF_SPEECH,
    OF_STAKEHOLDER,
    read_details,
    read_passages,
)
from argumap.formats._drawn.drawing import FiledShape
from argumap.formats._drawn.groups import ASKING
from argumap.formats._drawn.relations import ACTS, EFFECTS, SIGNS, read_relation
from argumap.formats._drawn.steps import StepMaker, StepPlan
from argumap.formats._foreign import Loss, LossKind
from argumap.formats._titles import make_title, name_map
from argumap.model import (
    Act,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    Concept,
    Concern,
    Effect,
    Issue,
    Origin,
    Passage,
    Source,
    Stakeholder,
)
from argumap.text import Slugs, get_language, guess_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from argumap.formats._drawn.drawing import Drawing, DrawnArrow, DrawnNode
    from argumap.text import Language

_LANGUAGE_SAMPLE = 200
_SHOWN = 40

_ENTITIES: Final = ("claim", "issue", "stakeholder", "concept", "source")
_AGAIN: Final = "an arrow that is drawn already"
_SILENT: Final = "an arrow that says neither for nor against"


@dataclass(frozen=True, slots=True)
class DrawingRead:
    """The map of a drawing, what of the drawing it does not hold, and how what it holds is drawn."""

    map: ArgumentMap
    losses: tuple[Loss, ...]
    shape: FiledShape


def read_drawing(drawing: Drawing, file: str) -> DrawingRead:
    """The map in a drawing, called by the name of its ``file`` where the drawing has no title."""
    return _DrawingReader(drawing, file).read()


def _tell_kinds(drawing: Drawing) -> dict[str, str]:
    """The kind of each node: as the file says, else by its words and by what leads to it and from it."""
    starts = {name for arrow in drawing.arrows for name in arrow.starts}
    ends = {name for arrow in drawing.arrows for name in arrow.ends}
    bearing = {*SIGNS, "premise", "contradicts", "rephrases"}
    arguing = {n for arrow in drawing.arrows if arrow.relation in bearing for n in (*arrow.starts, *arrow.ends)}

    def tell(node: DrawnNode) -> str:
        if node.kind:
            return node.kind
        if node.id in starts and node.id in ends and read_relation(node.text)[0] in SIGNS:
            return "step"
        return "issue" if node.text.endswith(ASKING) and node.id not in arguing else "claim"

    return {node.id: tell(node) for node in drawing.nodes}


class _DrawingReader:
    def __init__(self, drawing: Drawing, file: str) -> None:
        self.drawing = drawing
        self.title = drawing.title or name_map(file)
        self.kinds = _tell_kinds(drawing)
        self.nodes = {node.id: node for node in drawing.nodes}
        self.losses: list[Loss] = []
        self.shape = FiledShape(steps={name for name, kind in self.kinds.items() if kind == "step"})
        self.slugs = Slugs(self._guess(), taken=())
        self.ids = self._name_nodes()
        self.sources = {name: made for name, made in self.ids.items() if self.kinds[name] == "source"}
        self.plans = {
            node.id: StepPlan(node.id, details=node.details)
            for node in drawing.nodes
            if self.kinds[node.id] == "step"
        }
        self.ties: defaultdict[str, dict[tuple[str, str], None]] = defaultdict(dict)
        self.speech: list[tuple[DrawnArrow, str, str, str]] = []
        self.readers: dict[tuple[str, str], Callable[[DrawnArrow, str, str], str]] = {
            ("claim", "claim"): self._between_claims,
            ("claim", "step"): self._claim_to_step,
            ("step", "claim"): self._from_step,
            ("step", "step"): self._from_step,
            ("claim", "issue"): self._answer,
            ("issue", "claim"): self._answer_turned,
            ("claim", "concept"): self._be_about,
            ("issue", "concept"): self._compare,
            ("concept", "concept"): self._broaden,
            ("claim", "stakeholder"): self._concern,
            ("stakeholder", "claim"): self._say,
            ("stakeholder", "step"): self._say,
            ("stakeholder", "stakeholder"): self._belong,
            ("claim", "source"): self._cite,
            ("source", "claim"): self._cite_turned,
        }

    def _guess(self) -> Language:
        texts = [node.text for node in self.drawing.nodes if self.kinds[node.id] == "claim"]
        return get_language(guess_language(" ".join(texts[:_LANGUAGE_SAMPLE])) or "en")

    def _name_nodes(self) -> dict[str, str]:
        ids: dict[str, str] = {}
        for node in self.drawing.nodes:
            kind = self.kinds[node.id]
            if kind not in _ENTITIES:
                continue
            if node.text:
                ids[node.id] = self.slugs.make(node.text, names=kind != "claim")
            else:
                self.losses.append(Loss(LossKind.ASIDE, f"a {kind} without words", node.id))
        return ids

    def read(self) -> DrawingRead:
        for arrow in self.drawing.arrows:
            why = self._read_arrow(arrow)
            if why:
                self.losses.append(Loss(LossKind.ASIDE, why, arrow.id))
        claims = {name: made for name, made in self.ids.items() if self.kinds[name] == "claim"}
        maker = StepMaker(claims, self.slugs)
        maker.make(self.plans)
        voices = self._read_speech(maker)
        record = ArgumentMap(
            title=self.title,
            sources=tuple(self._make_sources()),
            issues=tuple(self._make_issues()),
            claims=tuple(self._make_claims()),
            arguments=tuple(step for name in self.plans for step in maker.made.get(name, ())),
            stakeholders=tuple(self._make_people()),
            attributions=voices,
            concepts=tuple(self._make_concepts()),
        )
        return DrawingRead(record, (*self.drawing.losses, *self.losses, *maker.losses), self.shape)

    # What each arrow is, by the kinds of its ends.

    def _read_arrow(self, arrow: DrawnArrow) -> str:
        """Note what an arrow says; why it says nothing that a map holds, "" where it does."""
        if any(name not in self.nodes for name in (*arrow.starts, *arrow.ends)):
            return "an arrow to a node that is not there"
        if not arrow.starts or not arrow.ends:
            return "an arrow without two ends"
        if len(arrow.starts) > 1 or len(arrow.ends) > 1:
            return self._read_joined(arrow)
        start, end = arrow.starts[0], arrow.ends[0]
        read = self.readers.get((self.kinds[start], self.kinds[end]))
        if read is None or any(self.kinds[n] in _ENTITIES and n not in self.ids for n in (start, end)):
            return "an arrow to or from what is no part of the map"
        return read(arrow, start, end)

    def _read_joined(self, arrow: DrawnArrow) -> str:
        if any(self.kinds[name] != "claim" or name not in self.ids for name in (*arrow.starts, *arrow.ends)):
            return "an arrow between several at once that are not all claims"
        if arrow.relation not in {"supports", "attacks"} or not arrow.directed:
            return self._call_silent(arrow)
        bearing = Bearing(arrow.relation)
        self.plans[arrow.id] = StepPlan(
            arrow.id, list(arrow.starts), [(bearing, end) for end in arrow.ends], arrow.details
        )
        self.shape.joined.add(arrow.id)
        return ""

    def _call_silent(self, arrow: DrawnArrow) -> str:
        word = arrow.word if len(arrow.word) <= _SHOWN else f"{arrow.word[: _SHOWN - 1]}…"
        return f"an arrow whose word “{word}” says neither for nor against" if word else _SILENT

    def _tie(self, meaning: str, arrow: DrawnArrow, start: str, end: str) -> str:
        self.ties[meaning].setdefault((start, end))
        return self._note(meaning, arrow, start, end)

    def _note(self, meaning: str, arrow: DrawnArrow, start: str, end: str) -> str:
        """Note by which arrow something is drawn that has no origin of its own in the map."""
        known = self.shape.arrow_ids.setdefault((meaning, start, end), arrow.id)
        return "" if known == arrow.id else _AGAIN

    def _between_claims(self, arrow: DrawnArrow, start: str, end: str) -> str:
        if start == end:
            return "an arrow from a claim to itself"
        match arrow.relation:
            case "supports" | "attacks" if arrow.directed:
                self.plans[arrow.id] = StepPlan(arrow.id, [start], [(Bearing(arrow.relation), end)], arrow.details)
                return ""
            case "supports":
                return "a support without a direction"
            case "attacks":
                why = "an attack without a direction, held as a contradiction"
                self.losses.append(Loss(LossKind.NEARLY, why, arrow.id))
                return self._tie("contradicts", arrow, start, end)
            case "contradicts" | "rephrases":
                return self._tie(arrow.relation, arrow, start, end)
            case "undercuts":
                return "an undercut of what is no step"
        return self._call_silent(arrow)

    def _claim_to_step(self, arrow: DrawnArrow, start: str, end: str) -> str:
        if arrow.relation in {"undercuts", "attacks"}:
            self.plans[arrow.id] = StepPlan(arrow.id, [start], [(Bearing.UNDERCUTS, end)], arrow.details)
            return ""
        if arrow.relation in {"premise", "supports"} or not arrow.word:
            self.plans[end].premises.append(start)
            return self._note("premise", arrow, start, end)
        return self._call_silent(arrow)

    def _from_step(self, arrow: DrawnArrow, start: str, end: str) -> str:
        own = read_relation(self.nodes[start].text)[0]
        relation = arrow.relation or ("" if arrow.word else own)
        if self.kinds[end] == "step" and relation == "attacks":
            relation = "undercuts"
        allowed = {"undercuts"} if self.kinds[end] == "step" else {"supports", "attacks"}
        if relation not in allowed:
            return "a support of a step" if relation == "supports" else self._call_silent(arrow)
        self.plans[start].bears.append((Bearing(relation), end))
        return self._note(relation, arrow, start, end)

    def _answer(self, arrow: DrawnArrow, start: str, end: str) -> str:
        if arrow.relation in {"answers", "supports"} or not arrow.word:
            return self._tie("answers", arrow, start, end)
        return self._call_silent(arrow)

    def _answer_turned(self, arrow: DrawnArrow, start: str, end: str) -> str:
        return self._answer(arrow, end, start)

    def _be_about(self, arrow: DrawnArrow, start: str, end: str) -> str:
        if arrow.relation == "about" or not arrow.word:
            return self._tie("about", arrow, start, end)
        return self._call_silent(arrow)

    def _compare(self, arrow: DrawnArrow, start: str, end: str) -> str:
        known = arrow.relation in {"compares", "about"} or not arrow.word
        return self._tie("compares", arrow, start, end) if known else self._call_silent(arrow)

    def _broaden(self, arrow: DrawnArrow, start: str, end: str) -> str:
        known = arrow.relation == "broader" and start != end
        return self._tie("broader", arrow, start, end) if known else self._call_silent(arrow)

    def _belong(self, arrow: DrawnArrow, start: str, end: str) -> str:
        known = arrow.relation in {"affiliation", "broader"} and start != end
        return self._tie("affiliation", arrow, start, end) if known else self._call_silent(arrow)

    def _concern(self, arrow: DrawnArrow, start: str, end: str) -> str:
        known = arrow.relation in EFFECTS
        return self._tie(arrow.relation, arrow, start, end) if known else self._call_silent(arrow)

    def _say(self, arrow: DrawnArrow, start: str, end: str) -> str:
        act = {"supports": "endorses", "attacks": "disputes"}.get(arrow.relation, arrow.relation)
        if act not in ACTS:
            word = arrow.word[:_SHOWN]
            why = f"{word!r} is no act here" if word else "an arrow from a speaker without a word"
            self.losses.append(Loss(LossKind.NEARLY, f"{why}, so held as a loose assertion", arrow.id))
            act = ""
        self.speech.append((arrow, act, start, end))
        return ""

    def _cite(self, arrow: DrawnArrow, start: str, end: str) -> str:
        if any(passage.source == self.ids[end] for passage in self._find_passages(self.nodes[start])):
            return self._note("in", arrow, start, end)
        return "an arrow to or from a source, for a map ties claims to places in it"

    def _cite_turned(self, arrow: DrawnArrow, start: str, end: str) -> str:
        return self._cite(arrow, end, start)

    def _find_passages(self, node: DrawnNode) -> tuple[Passage, ...]:
        return read_passages(node.details.get("at"), self.sources)

    # Records of all that was noted.

    def _others(self, meaning: str) -> dict[str, tuple[str, ...]]:
        """The ids that a tie leads to from each node, without those that would close a circle."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        pairs = self.ties[meaning]
        cut = _find_circles(pairs) if meaning in {"rephrases", "broader"} else frozenset()
        for start, end in pairs:
            if (start, end) in cut:
                why = f"{meaning!r} in a circle"
                self.losses.append(Loss(LossKind.ASIDE, why, self.shape.arrow_ids[meaning, start, end]))
            else:
                found[start].append(self.ids[end])
        return {start: tuple(dict.fromkeys(ids)) for start, ids in found.items()}

    def _of_kind(self, kind: str) -> Iterable[DrawnNode]:
        return (n for n in self.drawing.nodes if self.kinds[n.id] == kind and n.id in self.ids)

    def _make_claims(self) -> Iterable[Claim]:
        answers, about, rephrases = (self._others(meaning) for meaning in ("answers", "about", "rephrases"))
        contradicts: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for start, end in self.ties["contradicts"]:
            one, other = sorted((self.ids[start], self.ids[end]))
            contradicts[one].setdefault(other)
        concerns: defaultdict[str, list[Concern]] = defaultdict(list)
        for effect in Effect:
            for start, end in self.ties[str(effect)]:
                concerns[start].append(Concern(self.ids[end], effect))
        for node in self._of_kind("claim"):
            made = self.ids[node.id]
            claim = Claim(
                made,
                node.text,
                answers=answers.get(node.id, ()),
                about=about.get(node.id, ()),
                concerns=tuple(concerns[node.id]),
                contradicts=tuple(contradicts[made]),
                rephrases=rephrases.get(node.id, ()),
                at=self._find_passages(node),
                origin=Origin(id=node.id),
                **read_details(node.details, OF_CLAIM),
            )
            yield claim if claim.title else replace(claim, title=make_title(claim.text))

    def _make_issues(self) -> Iterable[Issue]:
        compares = self._others("compares")
        for node in self._of_kind("issue"):
            yield Issue(
                self.ids[node.id],
                node.text,
                compares=compares.get(node.id, ()),
                origin=Origin(id=node.id),
                **read_details(node.details, OF_ISSUE),
            )

    def _make_people(self) -> Iterable[Stakeholder]:
        affiliation = self._others("affiliation")
        for node in self._of_kind("stakeholder"):
            yield Stakeholder(
                self.ids[node.id],
                node.text,
                affiliation=affiliation.get(node.id, ()),
                origin=Origin(id=node.id),
                **read_details(node.details, OF_STAKEHOLDER),
            )

    def _make_concepts(self) -> Iterable[Concept]:
        broader = self._others("broader")
        for node in self._of_kind("concept"):
            yield Concept(
                self.ids[node.id],
                node.text,
                broader=broader.get(node.id, ()),
                origin=Origin(id=node.id),
                **read_details(node.details, OF_CONCEPT),
            )

    def _make_sources(self) -> Iterable[Source]:
        for node in self._of_kind("source"):
            details = read_details(node.details, OF_SOURCE)
            yield Source(self.ids[node.id], node.text, origin=Origin(id=node.id), **details)

    def _read_speech(self, maker: StepMaker) -> tuple[Attribution, ...]:
        voices: dict[tuple[str, str, str, tuple[str, ...]], Attribution] = {}
        for arrow, act, start, end in self.speech:
            ofs = [self.ids[end]] if end in self.ids else [step.id for step in maker.made.get(end, ())]
            if not ofs:
                self.losses.append(Loss(LossKind.ASIDE, "speech about what is no part of the map", arrow.id))
            details = read_details(arrow.details, OF_SPEECH)
            named = details.pop("via", ())
            via = tuple(self.ids[n] for n in named if self.kinds.get(n) == "stakeholder" and n in self.ids)
            if not act:
                details["loosely"] = True
            for of in ofs:
                by, done = self.ids[start], Act(act or Act.ASSERTS)
                made = Attribution(by, done, of, via=via, origin=Origin(id=arrow.id), **details)
                if voices.setdefault((by, str(done), of, via), made) is not made:
                    self.losses.append(Loss(LossKind.ASIDE, _AGAIN, arrow.id))
        return tuple(voices.values())


def _find_circles(pairs: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """The pairs that lead back to where a walk along them came from."""
    following: defaultdict[str, list[str]] = defaultdict(list)
    for start, end in pairs:
        following[start].append(end)
    cut: set[tuple[str, str]] = set()
    done: set[str] = set()
    for root in list(following):
        path, on_path = [(root, iter(following[root]))], {root}
        while path:
            here, ends = path[-1]
            end = "" if here in done else next(ends, "")
            if not end:
                path.pop()
                done.add(here)
                on_path.discard(here)
            elif end in on_path:
                cut.add((here, end))
            elif end not in done:
                on_path.add(end)
                path.append((end, iter(following.get(end, ()))))
    return frozenset(cut)
