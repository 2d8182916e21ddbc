"""The shortest chain of reasons between two nodes, told in words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from argumap.errors import NotFound
from argumap.model import quoted
from argumap.query.answer_records import AnswerNode, added_note, get_node
from argumap.query.answer_words import WordedAnswer
from argumap.query.lookup import get_id
from argumap.told_lines import line, padded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from argumap.model import Index
    from argumap.query.answer_words import Telling
    from argumap.told_lines import Line

    Edge = tuple[str, str]  # the node at the other end, and the kind of the edge
    Neighbours = Callable[[str], Iterable[Edge]]

_KINDS = ("claim", "argument", "issue", "stakeholder", "concept")


@dataclass(frozen=True, slots=True)
class ReasonLink:
    """One edge of a chain in the direction of the graph: ``source`` –kind→ ``target``.

    ``along`` is False where the chain walks it from its target to its source.
    """

    source: AnswerNode
    kind: str
    target: AnswerNode
    along: bool


@dataclass(frozen=True, slots=True)
class ReasonChain(WordedAnswer):
    """A shortest chain from A to B; with no links A is B.

    ``direction`` is ``bears on`` where all links run from A to B, ``borne on by`` where all run from B to A,
    and ``linked`` where they turn on the way.
    """

    a: AnswerNode
    b: AnswerNode
    direction: str
    links: tuple[ReasonLink, ...]
    sentences: tuple[str, ...]

    def _tell(self, telling: Telling) -> Iterator[Line]:
        if not self.links:
            yield line(f"{self.a.label} is the same.")
        for n, words in enumerate(self.sentences, 1):
            yield padded(line((f"{n}. ", "dim"), words), 2)
        claims = [n for link in self.links for n in (link.source, link.target) if n.kind == "claim"]
        places = dict.fromkeys(place for claim in claims for place in claim.at)
        if places:
            yield line(("  Said at ", "dim"), (telling.places(places), "cyan"))
        yield from telling.quotes(places, 4)
        if self.direction == "linked" and self.links:
            yield line(("  They are linked, but neither bears on the other.", "dim"))


def path(index: Index, a: str, b: str) -> ReasonChain:
    """The shortest chain of reasons between two nodes of any kind, by name as `get_id` understands it.

    A chain that follows the arrows from A to B is preferred, then one from B to A, then any. Speech and
    subject matter only begin or end a chain: that two claims have one speaker, or one concept, is no reason.
    Raises `NotFound` where nothing connects the two.
    """
    start, end = get_id(index, a, *_KINDS), get_id(index, b, *_KINDS)

    ends = {start, end}

    def onwards(node: str) -> Iterator[Edge]:
        yield from _onwards(index, node)
        yield from (edge for edge in _subjects(index, node) if edge[0] in ends)

    def backwards(node: str) -> Iterator[Edge]:
        yield from _backwards(index, node)
        yield from (edge for edge in _speakers(index, node) if edge[0] in ends)

    def anywhere(node: str) -> Iterator[Edge]:
        yield from onwards(node)
        yield from backwards(node)
        yield from _sideways(index, node)

    ways: tuple[tuple[str, Neighbours, Neighbours], ...] = (
        ("bears on", onwards, backwards),
        ("borne on by", backwards, onwards),
        ("linked", anywhere, anywhere),
    )
    for direction, out, back in ways:
        nodes = _shortest(start, end, out, back)
        if nodes is not None:
            links = tuple(_link(index, *pair) for pair in pairwise(nodes))
            sentences = tuple(_sentences(index, links))
            return ReasonChain(
                get_node(index, start), get_node(index, end), direction, links, sentences, index=index
            )
    raise NotFound(f"no chain of reasons connects {start} and {end}")


def _onwards(index: Index, node: str) -> Iterator[Edge]:
    """The edges that leave a node, but those from a claim to what it is about."""
    if (claim := index.claims.get(node)) is not None:
        for argument in index.with_premise[node]:
            yield argument.id, "premise"
        for issue in claim.answers:
            yield issue, "answers"
        for general in claim.rephrases:
            yield general, "rephrases"
    elif (argument_here := index.arguments.get(node)) is not None:
        yield argument_here.target, str(argument_here.bearing)
    elif node in index.stakeholders:
        for attribution in index.speech[node]:
            yield attribution.of, str(attribution.act)


def _backwards(index: Index, node: str) -> Iterator[Edge]:
    """The edges that arrive at a node, but those from the speakers of a claim or argument."""
    if node in index.claims or node in index.arguments:
        for argument in index.on[node]:
            yield argument.id, str(argument.bearing)
        if (step := index.arguments.get(node)) is not None:
            for premise in step.premises:
                yield premise, "premise"
        else:
            for specific in index.rephrased_by[node]:
                yield specific, "rephrases"
    elif node in index.issues:
        for claim in index.answering[node]:
            yield claim.id, "answers"
    elif node in index.concepts:
        for claim in index.about[node]:
            yield claim.id, "about"
    elif node in index.stakeholders:
        for claim in index.concerning[node]:
            yield claim.id, "concerns"


def _sideways(index: Index, node: str) -> Iterator[Edge]:
    for other in index.contradicting[node]:
        yield other, "contradicts"


def _shortest(start: str, end: str, out: Neighbours, back: Neighbours) -> list[str] | None:
    """Breadth first from both ends, the smaller front first; where several ways are shortest, the first met.

    Both sides know all nodes up to their fronts, so where they first meet no way can be shorter.
    """
    if start == end:
        return [start]
    ahead: dict[str, str | None] = {start: None}
    behind: dict[str, str | None] = {end: None}
    fronts = ([start], [end])
    while fronts[0] and fronts[1]:
        forwards = len(fronts[0]) <= len(fronts[1])
        known, other, step = (ahead, behind, out) if forwards else (behind, ahead, back)
        front: list[str] = []
        for node in fronts[0] if forwards else fronts[1]:
            for neighbour, _ in step(node):
                if neighbour not in known:
                    known[neighbour] = node
                    if neighbour in other:
                        return [*reversed(_trace(neighbour, ahead)), *_trace(neighbour, behind)[1:]]
                    front.append(neighbour)
        fronts = (front, fronts[1]) if forwards else (fronts[0], front)
    return None


def _trace(node: str | None, known: dict[str, str | None]) -> list[str]:
    nodes = []
    while node is not None:
        nodes.append(node)
        node = known[node]
    return nodes


def _link(index: Index, source: str, target: str) -> ReasonLink:
    """The edge between two neighbours of a chain, whichever way it runs."""
    for neighbours in (_onwards, _subjects, _sideways):
        for here, there, along in ((source, target, True), (target, source, False)):
            for node, kind in neighbours(index, here):
                if node == there:
                    return ReasonLink(get_node(index, here), kind, get_node(index, there), along)
    raise AssertionError(f"{source} and {target} are no neighbours")


def _subjects(index: Index, node: str) -> Iterator[Edge]:
    if (claim := index.claims.get(node)) is not None:
        for concept in claim.about:
            yield concept, "about"
        for concern in claim.concerns:
            yield concern.stakeholder, "concerns"


def _speakers(index: Index, node: str) -> Iterator[Edge]:
    for attribution in index.voices[node]:
        yield attribution.by, str(attribution.act)


_VERBS = {
    "premise": ("is a premise of", "has the premise"),
    "supports": ("supports", "is supported by"),
    "attacks": ("objects to", "is objected to by"),
    "undercuts": ("undercuts", "is undercut by"),
    "answers": ("answers", "is answered by"),
    "rephrases": ("rephrases", "is rephrased by"),
    "contradicts": ("contradicts", "contradicts"),
    "about": ("is about", "is what this is about:"),
    "concerns": ("concerns", "is concerned by"),
}


def _sentences(index: Index, links: tuple[ReasonLink, ...]) -> Iterator[str]:
    """One sentence a link; a premise and its argument's bearing make one, as a person would say it."""
    n = 0
    while n < len(links):
        link = links[n]
        following = links[n + 1] if n + 1 < len(links) else None
        if following and link.along and following.along and link.kind == "premise":
            said = _sentence(_named(link.source), following.kind, _named(following.target), active=True)
            yield said + _linked(index, link) + added_note(index, link.target.id)
            n += 2
        elif following and not link.along and not following.along and following.kind == "premise":
            said = _sentence(_named(link.target), link.kind, _named(following.source), active=False)
            yield said + _linked(index, following) + added_note(index, following.target.id)
            n += 2
        else:
            subject, thing = (link.source, link.target) if link.along else (link.target, link.source)
            # A step that is walked from was told in full by the sentence before.
            known = n > 0 and subject.kind == "argument"
            yield _sentence("that step" if known else _named(subject), link.kind, _named(thing), link.along)
            n += 1


def _sentence(subject: str, kind: str, thing: str, active: bool) -> str:
    if kind in _VERBS:
        return f"{_begun(subject)} {_VERBS[kind][0 if active else 1]} {thing}"
    # An act of speech reads from its speaker, whichever way the chain walks.
    speaker, spoken = (subject, thing) if active else (thing, subject)
    return f"{speaker} {kind} {spoken}"


def _begun(subject: str) -> str:
    return f"T{subject[1:]}" if subject.startswith(("the step ", "that step")) else subject


def _named(node: AnswerNode) -> str:
    return quoted(node.label) if node.kind in {"claim", "issue"} else node.label


def _linked(index: Index, premise: ReasonLink) -> str:
    """The premises that a premise is linked with."""
    linked = [p for p in index.arguments[premise.target.id].premises if p != premise.source.id]
    if not linked:
        return ""
    return " (together with " + " and ".join(_named(get_node(index, p)) for p in linked) + ")"
