"""From AIF to a map: claims and steps from the nodes, who says them from the locutions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.formats._aif.dialogue import order_claims
from argumap.formats._aif.document import STEPS, read_document
from argumap.formats._aif.highlights import SOURCE, describe_source, find_text, read_highlights
from argumap.formats._aif.speech import read_speech
from argumap.formats._foreign import Imported, Loss, LossKind, take_apart
from argumap.formats._spans import accept_quoted
from argumap.formats._step_ids import StepIds
from argumap.formats._titles import make_title, name_map
from argumap.model import Argument, ArgumentMap, Bearing, Claim, Origin
from argumap.text import Slugs, get_language, guess_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argumap.formats._aif.document import Document, Node
    from argumap.formats._aif.speech import HeardSpeech
    from argumap.formats._foreign import Foreign
    from argumap.text import Language

# Conflicts with conflicts with several conclusions each would make twice as many steps a layer.
_MOST_TARGETS = 32
_PLAIN_SCHEMES = frozenset({"", "default inference", "default conflict", "ra", "ca"})
_LANGUAGE_SAMPLE = 200


@dataclass(slots=True)
class Steps:
    """The arguments of a document by the S-node that they come from, and what claims rephrase."""

    made: dict[str, list[Argument]] = field(default_factory=dict)
    general: dict[str, list[str]] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)

    def all(self, order: Iterable[str]) -> Iterator[Argument]:
        for node in order:
            yield from self.made.get(node, ())


@dataclass(frozen=True, slots=True)
class AifParts:
    """A document with what was made of it: ids of claims by their nodes, steps, speech, and what no map holds."""

    document: Document
    claims: Sequence[Node]
    ids: Mapping[str, str]
    steps: Steps
    speech: HeardSpeech
    losses: Sequence[Loss]

    def node_of(self) -> dict[str, str]:
        """The node of every claim and step."""
        steps = {step.id: node for node, made in self.steps.made.items() for step in made}
        return {made: node for node, made in self.ids.items()} | steps


def read_parts(foreign: Foreign) -> AifParts:
    """What is in a file of AIF, piece by piece. Raises `OtherTool` where it is none."""
    document = read_document(foreign)
    nodes = order_claims(document)
    claims = [node for node in nodes if node.text]
    slugs = Slugs(_guess(claims), taken=())
    ids = {node.id: slugs.make(node.text) for node in claims}
    steps = _read_steps(document, ids, slugs)
    speech = read_speech(document, ids, steps.made, slugs)
    losses = [Loss(LossKind.ASIDE, "a claim without words", node.id) for node in nodes if not node.text]
    losses += [*steps.losses, *speech.losses, *_tell_oddities(document)]
    return AifParts(document, claims, ids, steps, speech, losses)


def read(foreign: Foreign) -> Imported:
    """The map in a file of AIF, with what it has beside. Raises `OtherTool` where it is none."""
    parts = read_parts(foreign)
    title = name_map(foreign.name)
    text, cited = read_highlights(foreign.json, parts.document)
    unmarked = not text and find_text(foreign.json).strip()
    lost = [Loss(LossKind.ASIDE, "a text in which no claim is marked", "text")] if unmarked else []
    claims = tuple(
        Claim(
            parts.ids[node.id],
            node.text,
            title=make_title(node.text),
            rephrases=tuple(parts.ids[general] for general in parts.steps.general.get(node.id, ())),
            at=cited.get(node.id, ()),
            origin=Origin(id=node.id),
        )
        for node in parts.claims
    )
    record = ArgumentMap(
        title=title,
        sources=(describe_source(title),) if text else (),
        claims=claims,
        arguments=tuple(parts.steps.all(parts.document.nodes)),
        stakeholders=parts.speech.people,
        attributions=parts.speech.voices,
        accepted=accept_quoted(claims, parts.speech.voices),
    )
    texts = {SOURCE: text} if text else {}
    return Imported(record, tuple(take_apart(foreign.json)), (*parts.losses, *lost), texts=texts)


def _guess(claims: list[Node]) -> Language:
    return get_language(guess_language(" ".join(node.text for node in claims[:_LANGUAGE_SAMPLE])) or "en")


def _tell_oddities(document: Document) -> Iterator[Loss]:
    known = {*STEPS, "I", "L", "YA", "TA"}
    if document.nameless:
        yield Loss(LossKind.ASIDE, "a node without an id")
    yield from (Loss(LossKind.ASIDE, "a second node with an id that is taken", name) for name in document.twice)
    yield from (Loss(LossKind.ASIDE, "an edge to a node that is not there", name) for name in document.loose_edges)
    for node in document.nodes.values():
        if node.type not in known:
            why = "a preference" if node.type == "PA" else f"a node of the unknown type {node.type or 'none'!r}"
            yield Loss(LossKind.ASIDE, why, node.id)


def _read_steps(document: Document, ids: dict[str, str], slugs: Slugs) -> Steps:
    """The steps: those that bear on claims first, then conflicts with them, and with these, until none is left."""
    steps = Steps()
    waiting: list[Node] = []
    for node in document.nodes.values():
        if node.type not in STEPS:
            continue
        if why := _find_fault(document, node, ids):
            steps.losses.append(Loss(LossKind.ASIDE, why, node.id))
            continue
        if len(_find_targets(document, node, ids)) < len(document.after[node.id]):
            why = f"{_KINDS[node.type]} one of whose conclusions is no claim, held without that"
            steps.losses.append(Loss(LossKind.NEARLY, why, node.id))
        if node.type == "MA":
            _rephrase(document, node, ids, steps)
        else:
            waiting.append(node)
    step_ids = StepIds(slugs)
    while waiting:
        later = [node for node in waiting if not _make(document, node, ids, steps, step_ids)]
        if len(later) == len(waiting):
            steps.losses += [
                Loss(LossKind.ASIDE, "a conflict with what is no step of the map", n.id) for n in later
            ]
            break
        waiting = later
    return steps


def _find_fault(document: Document, node: Node, ids: dict[str, str]) -> str:
    """Why an S-node is no step of a map, in a few words; "" where it is one."""
    # What leads from a step to this one has this one for its conclusion: it undercuts it, and is no premise.
    premises = [p for p in document.before[node.id] if document.nodes[p].type in {"I", "L"}]
    targets = document.after[node.id]
    if not premises or not targets:
        return f"{_KINDS[node.type]} without {'premise' if not premises else 'conclusion'}"
    if not set(premises).isdisjoint(targets):
        return f"{_KINDS[node.type]} from a claim to itself"
    if any(premise not in ids for premise in premises):
        return f"{_KINDS[node.type]} whose premise is no claim"
    if not _find_targets(document, node, ids):
        return f"{_KINDS[node.type]} of what is no claim"
    return ""


def _find_targets(document: Document, node: Node, ids: dict[str, str]) -> list[str]:
    """What an S-node bears on and can: claims, and for a conflict other steps."""
    may_hit = frozenset({"RA", "CA"}) if node.type == "CA" else frozenset()
    return [t for t in document.after[node.id] if t in ids or document.nodes[t].type in may_hit]


_KINDS = {"RA": "an inference", "CA": "a conflict", "MA": "a rephrase"}


def _rephrase(document: Document, node: Node, ids: dict[str, str], steps: Steps) -> None:
    premises, targets = [p for p in document.before[node.id] if p in ids], _find_targets(document, node, ids)
    for premise in premises:
        for target in targets:
            if _reaches(steps.general, target, premise):
                steps.losses.append(Loss(LossKind.ASIDE, "a rephrase in a circle", node.id))
            elif target not in steps.general.setdefault(premise, []):
                steps.general[premise].append(target)
    if len(premises) > 1:
        steps.losses.append(
            Loss(LossKind.NEARLY, "a rephrase of several claims at once, held one by one", node.id)
        )


def _reaches(general: dict[str, list[str]], start: str, end: str) -> bool:
    """Whether the more general claims of ``start`` lead to ``end``."""
    open_, seen = [start], {start}
    while open_:
        here = open_.pop()
        if here == end:
            return True
        following = [other for other in general.get(here, ()) if other not in seen]
        seen.update(following)
        open_ += following
    return False


def _make(document: Document, node: Node, ids: dict[str, str], steps: Steps, step_ids: StepIds) -> bool:
    """Make the arguments of an S-node; whether all that it bears on is there."""
    targets: list[tuple[Bearing, str]] = []
    for target in _find_targets(document, node, ids):
        if target in ids:
            targets.append((Bearing.SUPPORTS if node.type == "RA" else Bearing.ATTACKS, ids[target]))
        elif target in steps.made:
            targets += [(Bearing.UNDERCUTS, step.id) for step in steps.made[target]]
        else:
            return False
    if len(targets) > _MOST_TARGETS:
        steps.losses.append(Loss(LossKind.ASIDE, "a conflict with more steps than a map would hold", node.id))
        targets = []
    premises = tuple(ids[p] for p in document.before[node.id] if p in ids)
    scheme = node.scheme if node.scheme.casefold() not in _PLAIN_SCHEMES else None
    steps.made[node.id] = [
        Argument(
            step_ids.make(premises, target, f"{_WORDS[bearing]} {target}"),
            premises,
            bearing,
            target,
            scheme=scheme,
            origin=Origin(id=node.id),
        )
        for bearing, target in targets
    ]
    return True


_WORDS = {Bearing.SUPPORTS: "for", Bearing.ATTACKS: "against", Bearing.UNDERCUTS: "undercut"}
