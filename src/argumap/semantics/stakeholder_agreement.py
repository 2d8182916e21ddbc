"""Agreement: where two stakeholders differ, and the least that would have to change for them to agree."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from argumap.errors import CallError
from argumap.semantics.base_scores import build_base, find_stances
from argumap.semantics.cruxes import PAIRED, TRIED
from argumap.semantics.gradual_semantics import get_gradual
from argumap.semantics.node_wording import name
from argumap.semantics.strength import TOLERANCE, solve
from argumap.told_lines import ShownInWords
from argumap.wording import counted, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argumap.model import Index
    from argumap.semantics.evaluation import Evaluation


@dataclass(frozen=True, slots=True)
class Clash:
    """A claim on which both take a stand, and the scores that their stands give it."""

    claim: str
    scores: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Turn:
    """With the stands of ``who``, save the other's on ``claims``, the other's strongest position comes out."""

    who: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IssueCrux:
    """One issue: which position is strongest with the stands of each (empty for a tie), and what turns that.

    Pairs are looked for only where no single claim turns it, among ``searched`` claims; ``exact_for_two`` tells
    that there are no others. It is the map that is weighed with their stands; what they themselves conclude is
    another matter.
    """

    issue: str
    strongest: tuple[str, str]
    turns: tuple[Turn, ...]
    searched: int
    exact_for_two: bool


@dataclass(frozen=True, slots=True)
class Agreement(ShownInWords):
    """Where two stakeholders differ, and the fewest changes of mind after which they would agree.

    ``one_sided`` counts the claims on which only one of them takes a stand.
    """

    between: tuple[str, str]
    clashes: tuple[Clash, ...]
    one_sided: int
    issues: tuple[IssueCrux, ...]
    names: Mapping[str, str]

    def text(self) -> str:
        return "\n".join([*self._clashes(), *(line for issue in self.issues for line in self._issue(issue))])

    def to_dict(self) -> dict[str, object]:
        return {
            "between": list(self.between),
            "clashes": [{"claim": c.claim, "scores": list(c.scores)} for c in self.clashes],
            "one_sided": self.one_sided,
            "issues": [
                {
                    "issue": i.issue,
                    "strongest": list(i.strongest),
                    "turns": [{"who": t.who, "claims": list(t.claims)} for t in i.turns],
                    "searched_for_two": i.searched,
                }
                for i in self.issues
            ],
        }

    def _clashes(self) -> Iterator[str]:
        one, other = (self.names[s] for s in self.between)
        if self.clashes:
            yield f"{one} and {other} stand differently on:"
        else:
            yield f"{one} and {other} clash on no claim that both take a stand on."
        for clash in self.clashes:
            yield f"  {self.names[clash.claim]} ({clash.scores[0]:.2f} and {clash.scores[1]:.2f})"
        if self.one_sided:
            yield f"On {counted(self.one_sided, 'claim')} only one of them takes a stand."

    def _issue(self, issue: IssueCrux) -> Iterator[str]:
        one, other = (self.names[x] if x else "no one position" for x in issue.strongest)
        first, second = (self.names[s] for s in self.between)
        yield f"On {self.names[issue.issue]}:"
        if issue.strongest[0] == issue.strongest[1]:
            yield f"  weighed with the stands of either, {one} comes out strongest."
            return
        yield f"  weighed with the stands of {first}, {one} comes out strongest; with those of {second}, {other}."
        for turn in issue.turns:
            changed = joined([self.names[c] for c in turn.claims])
            yield f"  The two would agree if {self.names[turn.who]} scored {changed} as the other does."
        if not issue.turns:
            searched = counted(issue.searched, "stand")
            yield f"  No change of mind on one or two reasons would make them agree ({searched} searched)."
        elif issue.exact_for_two:
            yield "  No other pair would do."
        elif issue.searched:
            yield f"  Pairs were searched for among {counted(issue.searched, 'claim')}; there may be others."


def find_agreement(evaluation: Evaluation, one: str, other: str) -> Agreement:
    """Compare the map as two stakeholders weigh it; positions themselves do not count as reasons.

    Status is the same for both: stances only change base scores. Raises `NotFound` for an unknown
    stakeholder, `CallError` for one compared with themselves.
    """
    if one == other:
        raise CallError(f"{one} agrees with themselves; name two different stakeholders")
    index, e = evaluation.index, evaluation.compiled
    bases = (build_base(e, index, one), build_base(e, index, other))
    differing = [n for n in range(e.claims) if abs(bases[0][n] - bases[1][n]) > TOLERANCE]
    stands = [find_stances(index, s).keys() for s in (one, other)]
    clashes = tuple(
        Clash(e.ids[n], (bases[0][n], bases[1][n])) for n in differing if all(e.ids[n] in held for held in stands)
    )
    issues = tuple(
        _compare_on(evaluation, issue.id, (one, other), bases, differing)
        for issue in index.debates
        if len(index.answering[issue.id]) > 1
    )
    names = _find_names(index, (one, other), clashes, issues)
    return Agreement((one, other), clashes, len(stands[0] ^ stands[1]), issues, names)


def _find_names(
    index: Index, between: tuple[str, str], clashes: Iterable[Clash], issues: Iterable[IssueCrux]
) -> dict[str, str]:
    """How all that an agreement mentions is called in a sentence."""
    names = {s: index.stakeholders[s].name for s in between}
    mentioned = {c.claim for c in clashes}
    for issue in issues:
        names[issue.issue] = f"“{index.issues[issue.issue].question}”"
        mentioned.update(*(turn.claims for turn in issue.turns))
        mentioned.update(position for position in issue.strongest if position)
    return names | {claim: name(index, claim) for claim in mentioned}


def _compare_on(
    evaluation: Evaluation,
    issue: str,
    who: tuple[str, str],
    bases: tuple[Sequence[float], Sequence[float]],
    differing: Sequence[int],
) -> IssueCrux:
    e = evaluation.compiled
    positions = [e.index_of[c.id] for c in evaluation.index.answering[issue]]
    cone = {n: None for p in positions for n in e.ancestors(p)}

    gradual = get_gradual(evaluation.semantics)

    def leader(base: Sequence[float]) -> str:
        strength = solve(e, gradual, base, evaluation.labelling.label, evaluation.aside, within=cone).strength
        best = max(strength[p] for p in positions)
        leading = [p for p in positions if strength[p] >= best - TOLERANCE]
        return e.ids[leading[0]] if len(leading) == 1 else ""

    strongest = (leader(bases[0]), leader(bases[1]))
    if strongest[0] == strongest[1]:
        return IssueCrux(issue, strongest, turns=(), searched=0, exact_for_two=False)
    reasons = [n for n in differing if n in cone and n not in positions]

    def turns(size: int, among: Sequence[int]) -> Iterator[Turn]:
        for side in (0, 1):
            mine, theirs = bases[side], bases[1 - side]
            for claims in combinations(among, size):
                base = list(mine)
                for n in claims:
                    base[n] = theirs[n]
                if leader(base) == strongest[1 - side]:
                    yield Turn(who[side], tuple(e.ids[n] for n in claims))

    found = tuple(turns(1, reasons[:TRIED]))
    searched = 0
    if not found:
        searched = min(len(reasons), PAIRED)
        found = tuple(turns(2, reasons[:PAIRED]))
    return IssueCrux(issue, strongest, found, searched, exact_for_two=0 < searched == len(reasons))
