"""Cruxes: the least that would have to go for a verdict to flip."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from argumap.model import ADDED_STEP
from argumap.semantics.balance import Scale
from argumap.semantics.dispute_tree import find_disputants
from argumap.semantics.grounded_labelling import OUT
from argumap.semantics.node_wording import begun, called, is_added, status_verb
from argumap.semantics.standards import find_struck, heeds_reasons, relabel
from argumap.semantics.verdict_words import word_verb
from argumap.told_lines import ShownInWords
from argumap.wording import counted, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argumap.model import Index, Standard
    from argumap.semantics.evaluation import Evaluation
    from argumap.semantics.grounded_labelling import Labelling, Relabelling

# Pairs cost the square of what they are made of, so each of this many claims is tried with as many others.
PAIRED = 40
# One evaluation a claim: with more open claims the nearest are tried, and the answer says so.
TRIED = 300
# Setting one claim aside costs little in most maps and a walk of the whole in a long chain, so the terms that are
# looked at are counted; this many take some seconds, and the answer says what was not tried.
WORK = 2_000_000
SHOWN = 12


@dataclass(frozen=True, slots=True)
class Crux:
    """Claims that would flip the status if they were set aside together, and what it would become.

    ``word`` is that of the claim then, or the status of a step. ``inferred`` are steps that the map added: those
    of claims that bear on the topic by no other step.
    """

    claims: tuple[str, ...]
    becomes: str
    word: str
    inferred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cruxes(ShownInWords):
    """The smallest removals that flip the status of ``id``.

    ``exact`` tells whether single removals were all found, else ``tried`` claims were tried. Pairs are looked for
    only where no single claim is enough, among ``searched`` claims; ``exact_for_two`` tells that they were, and
    that there are no others. Larger sets are never looked for. ``standard`` is what the map writes for ``id``.
    """

    id: str
    status: str
    word: str
    found: tuple[Crux, ...]
    exact: bool
    tried: int
    exact_for_two: bool
    searched: int
    names: Mapping[str, str]
    standard: Standard | None = None

    def text(self) -> str:
        verdict = f"{begun(self.names[self.id])} {word_verb(self.word)} in this map{self._judged()}."
        return "\n".join([verdict, *self._told(), *self._caveat()])

    def _judged(self) -> str:
        """What the status is by a standard that the map writes, for the word alone does not tell."""
        if self.standard is None:
            return ""
        return f" and {status_verb(self.status)} by the standard *{self.standard}* that it writes"

    def to_dict(self) -> dict[str, object]:
        return {
            "id": self.id,
            "status": self.status,
            "word": self.word,
            "cruxes": [
                {"set_aside": list(c.claims), "becomes": c.becomes, "word": c.word, "inferred": list(c.inferred)}
                for c in self.found
            ],
            "exact_for_one": self.exact,
            "tried_for_one": self.tried,
            "exact_for_two": self.exact_for_two,
            "searched_for_two": self.searched,
        }

    def _told(self) -> Iterator[str]:
        if self.found:
            yield "It would change if this were set aside:"
        for crux in self.found[:SHOWN]:
            # By a standard the same word may stand or fall.
            verb = status_verb(crux.becomes) if crux.word == self.word else word_verb(crux.word)
            yield f"  {joined([self.names[c] for c in crux.claims])}: then it {verb}"
        if len(self.found) > SHOWN:
            yield f"  … and {len(self.found) - SHOWN:,} more"

    def _caveat(self) -> Iterator[str]:
        singles = any(len(c.claims) == 1 for c in self.found)
        if not singles:
            yield "Setting aside any one other claim would leave that as it is."
        if not self.exact:
            yield f"Only the nearest {self.tried:,} claims were tried one by one; there may be more."
        if not self.searched:
            return
        among = counted(self.searched, "claim")
        if self.exact_for_two:
            yield (
                "No other pair would do." if self.found else "Nor would setting aside any two together change it."
            )
        elif self.found:
            yield f"Pairs were searched for among {among}; there may be others."
        else:
            yield f"No pair among {among} searched would change it either."


def find_cruxes(evaluation: Evaluation, node_id: str) -> Cruxes:
    """The single claims whose removal flips the status of ``node_id``; pairs where there is none.

    For a claim that stands or falls only what stands in its dispute tree can flip it; for an undecided one
    everything that bears on it and does not fall is tried, the nearest `TRIED`. Pairs are tried among the nearest
    `PAIRED` of these, each with as many others.
    """
    search = _CruxSearch(evaluation, evaluation.node(node_id))
    found, exact_for_two = search.singles(), False
    if not found:
        found, exact_for_two = search.pairs()
    mentioned = {node_id, *(c for crux in found for c in crux.claims)}
    added = _find_added(evaluation, node_id, mentioned) if found else {}
    return Cruxes(
        id=node_id,
        status=evaluation.status[node_id],
        word=search.word(search.labelling),
        found=tuple(
            replace(crux, inferred=tuple(a for c in crux.claims for a in added.get(c, ()))) for crux in found
        ),
        exact=search.exact,
        tried=len(search.without),
        exact_for_two=exact_for_two,
        searched=len(search.paired),
        names={c: _tell_crux(evaluation.index, c, added) for c in mentioned},
        standard=evaluation.written_standard(node_id),
    )


def _find_added(evaluation: Evaluation, topic: str, claims: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The steps by which each of ``claims`` decides the status of the topic, where the map added them all."""
    e, index = evaluation.compiled, evaluation.index
    cone = e.ancestors(evaluation.node(topic))
    found = {}
    for claim in claims:
        n = e.index_of[claim]
        if claim == topic or not cone.keys().isdisjoint(e.contraries[n]):
            continue
        steps = tuple(e.ids[a] for a in e.uses[n] if a in cone and _decides(evaluation, a))
        if steps and all(is_added(index, step) for step in steps):
            found[claim] = steps
    return found


def _decides(evaluation: Evaluation, argument: int) -> bool:
    """Whether a status depends on the argument: on a support only where something asks for reasons."""
    e = evaluation.compiled
    target, sign = e.target[argument - e.claims], e.sign[argument - e.claims]
    return sign < 0 or heeds_reasons(e, target) or next(find_struck(e, target), -1) >= 0


def _tell_crux(index: Index, node_id: str, added: Mapping[str, tuple[str, ...]]) -> str:
    return f"{called(index, node_id)}{f' (by {ADDED_STEP})' if node_id in added else ''}"


class _CruxSearch:
    """The claims that were set aside so far in search of what flips ``node``, and what it cost.

    ``without`` has what becomes of the map without each claim that was tried by itself.
    """

    def __init__(self, evaluation: Evaluation, node: int) -> None:
        self.evaluation, self.node = evaluation, node
        self.compiled, self.labelling = evaluation.compiled, evaluation.labelling
        self.own = (
            set(self.compiled.premises[node - self.compiled.claims]) if node >= self.compiled.claims else set()
        )
        self.steps = 0
        self.candidates = self.turning(self.labelling)
        self.without: dict[int, Relabelling] = {}
        self.paired: set[int] = set()

    @property
    def exact(self) -> bool:
        """Whether every claim that could flip the node by itself was tried."""
        return len(self.without) == len(self.candidates)

    @cached_property
    def cone(self) -> Sequence[int]:
        """The claims that bear on the node, nearest first."""
        e = self.compiled
        return [n for n in e.ancestors(self.node) if n < e.claims and n != self.node and n not in self.own]

    def turning(self, labelling: Labelling, most: int | None = None) -> list[int]:
        """The claims that could flip the node by themselves, where the map comes to ``labelling``."""
        e = self.compiled
        if labelling.label[self.node]:
            disputants = find_disputants(self.evaluation, e.ids[self.node], labelling, most)
            self.steps += len(disputants)
            return [n for n in map(e.index_of.__getitem__, disputants) if n not in self.own]
        self.steps += len(self.cone)
        return [n for n in self.cone if labelling.label[n] != OUT]

    def singles(self) -> list[Crux]:
        most = len(self.candidates) if self.labelling.label[self.node] else TRIED
        found: list[Crux] = []
        for n in self.candidates[:most]:
            if self.steps > WORK:
                break
            self.without[n] = self.set_aside(n)
            found += self.crux((n,), self.without[n])
        return found

    def pairs(self) -> tuple[list[Crux], bool]:
        """The pairs that flip the node, and whether there can be no others.

        One of the two could flip it by itself as far as its dispute tells; without that one, so could the other.
        """
        tried: set[tuple[int, int]] = set()
        found: list[Crux] = []
        firsts = list(self.without)[:PAIRED]
        exact = self.exact and len(firsts) == len(self.without)
        self.paired.update(firsts)
        for first in firsts:
            # The node and its own premises are in the dispute as well.
            most = PAIRED + 2 + len(self.own)
            seconds = self.turning(self.without[first].apply(self.labelling), most)
            exact = exact and len(seconds) <= PAIRED
            for second in seconds[:PAIRED]:
                pair = (min(first, second), max(first, second))
                if pair in tried:
                    continue
                if self.steps > 2 * WORK:
                    return found, False
                tried.add(pair)
                self.paired.update(pair)
                found += self.crux((first, second), self.set_aside(first, second))
        return found, exact

    def set_aside(self, *claims: int) -> Relabelling:
        change = relabel(self.compiled, self.labelling, (*claims, *self.evaluation.aside))
        self.steps += change.steps
        return change

    def crux(self, claims: tuple[int, ...], change: Relabelling) -> Iterator[Crux]:
        """The claims as a crux where setting them aside flips the node."""
        if self.node in change.label:
            ids = self.compiled.ids
            value = change.label[self.node]
            becomes = self.evaluation.status_word(self.node, value)
            word = self.word(change.apply(self.labelling), claims)
            yield Crux(tuple(ids[n] for n in claims), becomes, word)

    def word(self, labelling: Labelling, aside: Sequence[int] = ()) -> str:
        """The word of the node, the status of a step, where the map comes to ``labelling``."""
        if self.node >= self.compiled.claims:
            return self.evaluation.status_word(self.node, labelling.label[self.node])
        scores, gone = self.evaluation.scores, self.evaluation.aside
        return Scale(self.compiled, labelling.label, scores, gone.union(aside)).word(self.node).value
