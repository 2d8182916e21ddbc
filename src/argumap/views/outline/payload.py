"""The debate as a document: questions, positions, and the reasons for and against, nested as they bear."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from argumap.legend import RELATIONS, WORDS
from argumap.model import Bearing, Role, build_roles
from argumap.page import (
    Voice,
    Where,
    build_places,
    build_voices,
    relation,
)
from argumap.semantics import build_note, find_words
from argumap.verdicts import build_sentences
from argumap.views import render_reading_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argumap.model import Argument, Claim, Issue
    from argumap.semantics import Evaluation, VerdictNote
    from argumap.verdicts import IssueSentences
    from argumap.views import ViewInput


DEEPEST = 10
"""How many steps are nested in each other; what lies deeper goes on under a heading of its own."""

BRIEF_FROM = 3_000
"""From so many claims on the page leaves out what only repeats: the titles' texts and who says what."""

UNTIED = (
    "These claims bear on no position. Say in the map which question they answer, or what they support or attack."
)
DEEPER = "Branches that go on for many steps continue here, so that lines stay long enough to read."

_ORDER = {Bearing.SUPPORTS: 0, Bearing.ATTACKS: 1, Bearing.UNDERCUTS: 2}


@dataclass(frozen=True, slots=True)
class See:
    """A claim that is told in full elsewhere on the page; ``continued`` says that it is cut off here."""

    id: str
    label: str
    continued: bool = False


@dataclass(frozen=True, slots=True)
class OutlineClaim:
    """A claim in full, with the reasons that bear on it: for, then against."""

    claim: Claim
    role: Role
    voices: tuple[Voice, ...]
    places: tuple[Where, ...]
    verdict: VerdictNote | None
    strength: float | None
    reasons: tuple[OutlineReason, ...] = ()
    beside: tuple[tuple[str, str], ...] = ()
    """Relations that are no reasons, as (word, id): contradicts, rephrases, answers another question."""

    @property
    def supports(self) -> tuple[OutlineReason, ...]:
        return tuple(r for r in self.reasons if r.argument.bearing is Bearing.SUPPORTS)

    @property
    def objections(self) -> tuple[OutlineReason, ...]:
        return tuple(r for r in self.reasons if r.argument.bearing is not Bearing.SUPPORTS)


@dataclass(frozen=True, slots=True)
class OutlineReason:
    """One step: its premises, linked where there are several, and what undercuts it.

    ``further`` are the undercuts of a step so deep that they are told under another heading; ``added`` is a step
    that the map added.
    """

    argument: Argument
    relation: str
    premises: tuple[OutlineClaim | See, ...]
    undercuts: tuple[OutlineReason, ...]
    voices: tuple[Voice, ...]
    places: tuple[Where, ...]
    further: tuple[See, ...] = ()
    added: bool = False

    @property
    def told(self) -> bool:
        """Whether there is something to say of the step itself."""
        a = self.argument
        return bool(self.undercuts or self.further or self.voices or a.warrant or a.scheme or self.added)


@dataclass(frozen=True, slots=True)
class OutlineChapter:
    """A part of the page: a question with its positions, or a group of what hangs under none."""

    id: str
    title: str
    intro: str
    entries: tuple[OutlineClaim | OutlineReason | See, ...]
    places: tuple[Where, ...] = ()
    kind: str = "issue"
    exclusive: bool = False
    told: IssueSentences | None = None
    """Who leads among the answers to a question under debate, and what to beware of."""


def build_chapters(given: ViewInput) -> tuple[OutlineChapter, ...]:
    """The whole page as data: every claim once in full, everywhere else as a `See`."""
    return tuple(_OutlineBuilder(given).chapters())


@dataclass(slots=True)
class _Plan:
    """Where each claim is told in full: under the step that is nearest to a head. Steps are walked like claims,
    so that an undercut stands under the step it denies.
    """

    home: dict[str, str | None] = field(default_factory=dict)
    steps: set[str] = field(default_factory=set)
    continued: dict[str, None] = field(default_factory=dict)
    cut: dict[str, None] = field(default_factory=dict)
    """The steps so deep that what denies them goes on under the heading for deeper branches."""


class _OutlineBuilder:
    def __init__(self, given: ViewInput) -> None:
        self.index = given.index
        self.anchors = given.anchors
        self.evaluation = given.evaluation
        self.verdicts = given.verdicts
        self.strength: Mapping[str, float] = given.evaluation.strength if given.evaluation else {}
        self.roles = build_roles(self.index)
        self.order = self.index.debate_order
        self.plan = _Plan()
        self.phrases = given.phrases

    def chapters(self) -> Iterable[OutlineChapter]:
        index = self.index
        issues = sorted(index.debates, key=lambda issue: self.order[issue.id])
        positions, findings = self._answers(issues), self._answers(index.criteria)
        self._settle(chain.from_iterable(positions.values()))
        self._settle(chain.from_iterable(findings.values()))
        untied = self._settle_the_rest()

        told: set[str] = set()
        for issue in issues:
            yield self._chapter(issue, positions[issue.id], told)
        for issue in index.criteria:
            yield self._chapter(issue, findings[issue.id], told, "criterion")
        if untied:
            yield OutlineChapter("", "Not tied to a question", UNTIED, self._heads(untied, told), kind="untied")
        if self.plan.continued or self.plan.cut:
            denials = tuple(self._reason(undercut) for step in self.plan.cut for undercut in self._on(step))
            heads = (*self._heads(self.plan.continued, told), *denials)
            yield OutlineChapter("", "Deeper branches", DEEPER, heads, kind="deeper")

    def _answers(self, issues: Iterable[Issue]) -> dict[str, list[str]]:
        """The claims that answer each issue, as they rank where it has a verdict."""
        return {issue.id: self._rank(issue) for issue in issues}

    def _rank(self, issue: Issue) -> list[str]:
        verdict = self.verdicts.get(issue.id)
        ranked = [answer.claim for answer in verdict.ranking.answers] if verdict else []
        return [*dict.fromkeys([*ranked, *self._in_order(c.id for c in self.index.answering[issue.id])])]

    def _settle_the_rest(self) -> list[str]:
        """Give a home to what no question leads to; the heads of it, untied claims first."""
        left = [c.id for c in self.index.map.claims if c.id not in self.plan.home]
        heads = [node_id for node_id in left if self.roles[node_id] in {Role.TOPIC, Role.UNTIED}]
        self._settle(heads)
        for node_id in left:
            if node_id not in self.plan.home:
                heads.append(node_id)
                self._settle([node_id])
        return heads

    def _in_order(self, ids: Iterable[str]) -> list[str]:
        return sorted(dict.fromkeys(ids), key=self.order.__getitem__)

    def _settle(self, heads: Iterable[str]) -> None:
        """Give each claim that bears on ``heads`` its home, nearest first."""
        plan, index = self.plan, self.index
        queue = deque((node_id, 0) for node_id in dict.fromkeys(heads) if node_id not in plan.home)
        plan.home.update((node_id, None) for node_id, _ in queue)
        while queue:
            target, depth = queue.popleft()
            if depth >= DEEPEST and target in index.arguments and index.on[target]:
                plan.cut[target] = None
                depth = 0
            for argument in self._on(target):
                if argument.id in plan.steps:
                    continue
                plan.steps.add(argument.id)
                deeper = depth + 1
                for premise in argument.premises:
                    if premise in plan.home or premise not in index.claims:
                        continue
                    if deeper >= DEEPEST and index.on[premise]:
                        plan.home[premise] = None
                        plan.continued[premise] = None
                        queue.append((premise, 0))
                    else:
                        plan.home[premise] = argument.id
                        queue.append((premise, deeper))
                queue.append((argument.id, deeper))

    def _on(self, target: str) -> list[Argument]:
        return sorted(self.index.on[target], key=self._place)

    def _place(self, argument: Argument) -> tuple[int, int]:
        last = len(self.order)
        return _ORDER[argument.bearing], min((self.order.get(p, last) for p in argument.premises), default=last)

    def _chapter(self, issue: Issue, claims: Sequence[str], told: set[str], kind: str = "issue") -> OutlineChapter:
        places = build_places(self.index, self.anchors, issue)
        exclusive = issue.exclusive and len(claims) > 1
        heads = self._heads(claims, told)
        verdict = self.verdicts.get(issue.id)
        return OutlineChapter(
            issue.id,
            issue.question,
            intro="",
            entries=heads,
            places=places,
            kind=kind,
            exclusive=exclusive,
            told=build_sentences(verdict, self.phrases) if verdict else None,
        )

    def _heads(self, claims: Iterable[str], told: set[str]) -> tuple[OutlineClaim | See, ...]:
        """The claims that head a chapter; one that answers two questions is told under the first."""
        heads = []
        for node_id in claims:
            here = self.plan.home.get(node_id) is None and node_id not in told
            told.add(node_id)
            heads.append(self._entry(node_id) if here else self._see(node_id))
        return tuple(heads)

    def _see(self, node_id: str, *, continued: bool = False) -> See:
        claim = self.index.claims.get(node_id)
        return See(node_id, claim.label if claim else node_id, continued)

    def _entry(self, node_id: str) -> OutlineClaim:
        claim = self.index.claims[node_id]
        return OutlineClaim(
            claim,
            role=self.roles[node_id],
            voices=build_voices(self.index, node_id),
            places=build_places(self.index, self.anchors, claim),
            verdict=build_note(self.evaluation, node_id, self.phrases) if self.evaluation else None,
            strength=self.strength.get(node_id),
            reasons=tuple(self._reason(argument) for argument in self._on(node_id)),
            beside=tuple(self._beside(claim)),
        )

    def _beside(self, claim: Claim) -> Iterable[tuple[str, str]]:
        for word, others in (
            ("Contradicts", self.index.contradicting[claim.id]),
            ("Rephrases", claim.rephrases),
            ("Rephrased by", self.index.rephrased_by[claim.id]),
        ):
            yield from ((word, other) for other in others if other in self.index.claims)

    def _reason(self, argument: Argument) -> OutlineReason:
        undercuts = self._on(argument.id)
        cut = argument.id in self.plan.cut
        return OutlineReason(
            argument,
            relation(argument, self.roles),
            tuple(self._premise(premise, argument) for premise in argument.premises),
            undercuts=() if cut else tuple(map(self._reason, undercuts)),
            voices=build_voices(self.index, argument.id),
            places=build_places(self.index, self.anchors, argument),
            further=tuple(map(self._further, undercuts)) if cut else (),
            added=argument.id in self.index.added,
        )

    def _further(self, undercut: Argument) -> See:
        """Where a step is told that goes on further down: by its claim, or by itself where it has several."""
        premise = undercut.premises[0] if undercut.premises else ""
        alone = len(undercut.premises) == 1 and self.plan.home.get(premise) == undercut.id
        return See(premise if alone else undercut.id, self._see(premise).label, continued=True)

    def _premise(self, premise: str, argument: Argument) -> OutlineClaim | See:
        if self.plan.home.get(premise) == argument.id:
            return self._entry(premise)
        return self._see(premise, continued=premise in self.plan.continued)


def build_page(given: ViewInput) -> str:
    """The page as text; the same map gives the same bytes."""
    chapters = build_chapters(given)
    index = given.index
    spoken = [s for s in index.map.stakeholders if index.speech[s.id]]
    shown = {*index.issues, *index.claims}
    return render_reading_page(
        given,
        "outline",
        shown,
        chapters=chapters,
        claims=len(index.claims),
        brief=len(index.claims) >= BRIEF_FROM,
        labels={claim.id: claim.label for claim in index.map.claims},
        speakers=spoken,
        roles=[role for role in Role if role in set(build_roles(index).values())],
        weighed=given.map.weighed,
        evaluated=given.evaluation is not None,
        relations=RELATIONS,
        words=WORDS,
        used_words=_find_used(given.evaluation),
    )


def _find_used(evaluation: Evaluation | None) -> list[str]:
    """The words that claims of the map have, in the order of the legend."""
    used = set(find_words(evaluation)) if evaluation else set()
    return [word for word in WORDS if word in used]
