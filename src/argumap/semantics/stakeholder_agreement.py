"""Agreement: where two stakeholders differ, and the least that would have to change for them to agree."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from argumap.errors import CallError
from argumap.model import Act, mention
from argumap.semantics.base_scores import STANCES, build_base, find_stances
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
    """With the stands of ``who``, save the other's on ``claims``, the other's strongest position comes out.

    ``stands`` are those scores of the other, None where the other takes no stand, so that ``who`` would take none.
    """

    who: str
    claims: tuple[str, ...]
    stands: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class IssueCrux:
    """One issue: which position is strongest with the stands of each (empty for a tie), and what turns that.

    ``exact_for_one`` tells that all single claims were tried. Pairs are looked for only where none of these turns
    it, among ``searched`` claims; ``exact_for_two`` tells that there are no others. It is the map that is weighed
    with their stands; what they themselves conclude is another matter.
    """

    issue: str
    strongest: tuple[str, str]
    turns: tuple[Turn, ...]
    searched: int
    exact_for_two: bool
    exact_for_one: bool = True


@dataclass(frozen=True, slots=True)
class Agreement(ShownInWords):
    """Where two stakeholders differ, and the fewest changes of mind after which they would agree.

    ``shared`` counts the claims on which both take a stand, ``one_sided`` those on which only one of them does.
    """

    between: tuple[str, str]
    clashes: tuple[Clash, ...]
    shared: int
    one_sided: int
    issues: tuple[IssueCrux, ...]
    names: Mapping[str, str]

    def text(self) -> str:
        return "\n".join([*self._clashes(), *(line for issue in self.issues for line in self._issue(issue))])

    def to_dict(self) -> dict[str, object]:
        return {
            "between": list(self.between),
            "clashes": [{"claim": c.claim, "scores": list(c.scores)} for c in self.clashes],
            "shared": self.shared,
            "one_sided": self.one_sided,
            "issues": [
                {
                    "issue": i.issue,
                    "strongest": list(i.strongest),
                    "turns": [{"who": t.who, "claims": list(t.claims), "stands": list(t.stands)} for t in i.turns],
                    "exact_for_one": i.exact_for_one,
                    "searched_for_two": i.searched,
                }
                for i in self.issues
            ],
        }

    def _clashes(self) -> Iterator[str]:
        one, other = (self.names[s] for s in self.between)
        if self.clashes:
            yield f"{one} and {mention(other)} stand differently on (what a stand counts runs from 0 to 1):"
        elif self.shared:
            shared = "the one claim" if self.shared == 1 else f"each of the {self.shared:,} claims"
            yield f"{one} and {mention(other)} stand alike on {shared} that both take a stand on."
        else:
            yield f"{one} and {mention(other)} take a stand on no claim in common."
        for clash in self.clashes:
            stands = ", ".join(
                f"{mention(self.names[who])} {_get_words(score).now} ({score:.2f})"
                for who, score in zip(self.between, clash.scores, strict=True)
            )
            yield f"  {self.names[clash.claim]}: {stands}"
        if self.one_sided:
            yield f"On {counted(self.one_sided, 'claim')} only one of them takes a stand."

    def _issue(self, issue: IssueCrux) -> Iterator[str]:
        one, other = (self.names[x] if x else "no one position" for x in issue.strongest)
        first, second = (mention(self.names[s]) for s in self.between)
        yield f"On {self.names[issue.issue]}:"
        if issue.strongest[0] == issue.strongest[1]:
            yield f"  weighed with the stands of either, {one} comes out strongest."
            return
        yield f"  weighed with the stands of {first}, {one} comes out strongest; with those of {second}, {other}."
        for turn in issue.turns:
            yield f"  The two would agree if {mention(self.names[turn.who])} {self._tell_turn(turn)}."
        yield from self._tell_unmoved(issue)
        if not issue.turns:
            searched = counted(issue.searched, "stand")
            yield f"  No change of mind on one or two reasons would make them agree ({searched} searched)."
        elif issue.exact_for_two:
            yield "  No other pair would do."
        elif issue.searched:
            yield f"  Pairs were searched for among {counted(issue.searched, 'claim')}; there may be others."

    def _tell_turn(self, turn: Turn) -> str:
        """What the one who moves would think otherwise: as the other does, or nothing where that one is silent."""
        (other,) = (mention(self.names[s]) for s in self.between if s != turn.who)
        groups: dict[str, list[str]] = {}
        for claim, stand in zip(turn.claims, turn.stands, strict=True):
            verb = "took no stand on" if stand is None else _get_words(stand).then
            groups.setdefault(verb, []).append(self.names[claim])
        # What is done as the other does comes last, beside the words that say so.
        told = [f"{verb} {joined(claims)}" for verb, claims in groups.items() if verb == "took no stand on"]
        told += [f"{verb} {joined(claims)}" for verb, claims in groups.items() if verb != "took no stand on"]
        silent = all(stand is None for stand in turn.stands)
        return joined(told) + (f", as {other} takes none" if silent else f" as {other} does")

    def _tell_unmoved(self, issue: IssueCrux) -> Iterator[str]:
        """That the other cannot move alone, where a single change of mind of one of them would do."""
        movers = {turn.who for turn in issue.turns if len(turn.claims) == 1}
        for who in self.between if movers else ():
            if who not in movers:
                do = "would do" if issue.exact_for_one else "was found that would do"
                yield f"  No change of {_possessive(mention(self.names[who]))} stand on one claim alone {do}."


class _StandWords(NamedTuple):
    """What somebody does with a claim, as in "Ann disputes it", and in "if Ann disputed"."""

    now: str
    then: str


_WORDS: Final = MappingProxyType(
    {
        STANCES[Act.ASSERTS]: _StandWords("holds it", "held"),
        STANCES[Act.CONCEDES]: _StandWords("grants it", "granted"),
        STANCES[Act.QUESTIONS]: _StandWords("questions it", "questioned"),
        STANCES[Act.DISPUTES]: _StandWords("disputes it", "disputed"),
    }
)
_TWO_MINDS: Final = _StandWords("is of two minds", "were of two minds on")


def _get_words(score: float) -> _StandWords:
    """``score`` is that of a stand, or the mean of several."""
    return _WORDS.get(score, _TWO_MINDS)


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


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
    stands = (find_stances(index, one), find_stances(index, other))
    clashes = tuple(
        Clash(e.ids[n], (bases[0][n], bases[1][n])) for n in differing if all(e.ids[n] in held for held in stands)
    )
    issues = tuple(
        _compare_on(evaluation, issue.id, ((one, stands[0]), (other, stands[1])), bases, differing)
        for issue in index.debates
        if len(index.answering[issue.id]) > 1
    )
    names = _find_names(index, (one, other), clashes, issues)
    shared, one_sided = len(stands[0].keys() & stands[1].keys()), len(stands[0].keys() ^ stands[1].keys())
    return Agreement((one, other), clashes, shared=shared, one_sided=one_sided, issues=issues, names=names)


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
    sides: tuple[tuple[str, Mapping[str, float]], tuple[str, Mapping[str, float]]],
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
                    ids = tuple(e.ids[n] for n in claims)
                    others = sides[1 - side][1]
                    yield Turn(sides[side][0], ids, tuple(others.get(claim) for claim in ids))

    found = tuple(turns(1, reasons[:TRIED]))
    searched = 0
    if not found:
        searched = min(len(reasons), PAIRED)
        found = tuple(turns(2, reasons[:PAIRED]))
    return IssueCrux(
        issue,
        strongest,
        found,
        searched,
        exact_for_two=0 < searched == len(reasons),
        exact_for_one=len(reasons) <= TRIED,
    )
