"""The debate as a document: questions, positions, and the reasons for and against, nested as they bear."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from argumap.board import EntryRows, EntryState
from argumap.legend import RELATIONS, WORDS
from argumap.model import Bearing, Role, build_roles
from argumap.page import (
    PagePart,
    PartLinks,
    Voice,
    Where,
    build_places,
    build_voices,
    link,
    pack_parts,
    relation,
)
from argumap.semantics import build_note, find_words
from argumap.verdicts import find_answers_to, tell_counts, tell_place
from argumap.views import render_reading_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argumap.board import Upshot
    from argumap.model import Argument, Claim, Issue, Source
    from argumap.semantics import Evaluation, VerdictNote
    from argumap.verdicts import Piece
    from argumap.views import ViewInput


DEEPEST = 10
"""How many steps are nested in each other; what lies deeper goes on under a heading of its own."""

LARGEST_PART = 1_000
"""How many claims a page holds; a larger debate comes in parts, each a page that leads to the others."""

_ORDER = {Bearing.SUPPORTS: 0, Bearing.ATTACKS: 1, Bearing.UNDERCUTS: 2}


@dataclass(frozen=True, slots=True)
class See:
    """A claim that is told in full elsewhere on the page; ``continued`` says that it is cut off here."""

    id: str
    label: str
    continued: bool = False


@dataclass(frozen=True, slots=True)
class OutlineClaim:
    """A claim in full, with the reasons that bear on it: for, then against, of each those first that count.

    ``unsaid``: nobody says it, in a map that knows who speaks. ``place`` is the word for the place of an
    answer, ``counts`` tells what is live on its two sides. ``quote`` are the words of its first passage, where the
    text of its ``source`` is at hand.
    """

    claim: Claim
    role: Role
    voices: tuple[Voice, ...]
    places: tuple[Where, ...]
    quote: str
    source: Source | None
    verdict: VerdictNote | None
    strength: float | None
    reasons: tuple[OutlineReason, ...] = ()
    unsaid: bool = False
    place: str = ""
    counts: str = ""
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
    that the map added. ``state`` is whether it counts, None where nothing was evaluated; ``answered_by`` are the
    claims that answer it, where it does not.
    """

    argument: Argument
    relation: str
    premises: tuple[OutlineClaim | See, ...]
    undercuts: tuple[OutlineReason, ...]
    voices: tuple[Voice, ...]
    places: tuple[Where, ...]
    further: tuple[See, ...] = ()
    added: bool = False
    state: EntryState | None = None
    answered_by: tuple[str, ...] = ()

    @property
    def told(self) -> bool:
        """Whether there is something to say of the step itself."""
        a = self.argument
        return bool(self.undercuts or self.further or self.voices or a.warrant or a.scheme or self.added)


@dataclass(frozen=True, slots=True)
class OutlineChapter:
    """A question with its answers, or a group of what hangs under none.

    ``kind`` is ``issue``, ``criterion``, ``untied`` or ``deeper``; ``continued``: it began on the page before.
    """

    id: str
    title: str
    entries: tuple[OutlineClaim | OutlineReason | See, ...]
    places: tuple[Where, ...] = ()
    kind: str = "issue"
    exclusive: bool = False
    continued: bool = False
    cautions: tuple[tuple[Piece, ...], ...] = ()
    """What to beware of in what is told of a question under debate."""
    upshot: Upshot | None = None
    """Where it stands, as the overview tells it."""

    @property
    def answers(self) -> tuple[OutlineClaim | See, ...]:
        return tuple(each for each in self.entries if not isinstance(each, OutlineReason))


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
        self.told_places = given.told_places
        self.evaluation = given.evaluation
        self.verdicts = given.verdicts
        self.sources = {source.id: source for source in given.map.sources}
        self.boards = {board.issue.id: board for board in given.boards} if given.verdicts else {}
        self.strength: Mapping[str, float] = given.evaluation.strength if given.evaluation else {}
        self.roles = build_roles(self.index)
        self.order = self.index.debate_order
        self.plan = _Plan()
        self.phrases = given.phrases
        self.rows = EntryRows(given.evaluation) if given.evaluation else None
        self.states: dict[str, EntryState] = {}
        self.on: dict[str, Sequence[Argument]] = {}
        self.spoken = bool(given.map.attributions)

    def chapters(self) -> Iterable[OutlineChapter]:
        index = self.index
        issues = sorted(index.debates, key=lambda issue: self.order[issue.id])
        positions, findings = self._answers(issues), self._answers(index.criteria)
        self._settle(chain.from_iterable(positions.values()))
        self._settle(chain.from_iterable(findings.values()))
        untied = self._settle_the_rest()
        self._part_large_branches()

        told: set[str] = set()
        for issue in issues:
            yield self._chapter(issue, positions[issue.id], told)
        for issue in index.criteria:
            yield self._chapter(issue, findings[issue.id], told, "criterion")
        if untied:
            title = self.phrases.say("outline.untied" if index.debates else "outline.argued")
            yield OutlineChapter("", title, self._heads(untied, told), kind="untied")
        if self.plan.continued or self.plan.cut:
            denials = tuple(self._reason(undercut) for step in self.plan.cut for undercut in self._on(step))
            heads = (*self._heads(self.plan.continued, told), *denials)
            yield OutlineChapter("", self.phrases.say("outline.deeper"), heads, kind="deeper")

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

    def _part_large_branches(self) -> None:
        """Let branches go on under a heading of their own until none holds more claims than a page does."""
        plan = self.plan
        if len(plan.home) <= LARGEST_PART:
            return
        size: dict[str, int] = {}
        beneath: dict[str, list[str]] = {}
        # Whatever bears on a claim was settled after it.
        for claim in reversed(plan.home):
            smallest = sorted(beneath.get(claim, ()), key=size.__getitem__)
            left = 1 + sum(size[child] for child in smallest)
            while left > LARGEST_PART:
                child = smallest.pop()
                left -= size[child]
                plan.home[child] = None
                plan.continued[child] = None
            size[claim] = left
            if (step := plan.home[claim]) is not None:
                beneath.setdefault(self._claim_above(step), []).append(claim)

    def _claim_above(self, step: str) -> str:
        """The claim under which a step is told; none for what denies a step so deep that it stands by itself."""
        target = self.index.arguments[step].target
        while target in self.index.arguments and target not in self.plan.cut:
            target = self.index.arguments[target].target
        return target

    def _on(self, target: str) -> Sequence[Argument]:
        """The steps on a claim or a step: reasons first, of each side those first that count."""
        if target not in self.on:
            self.on[target] = self._find_on(target)
        return self.on[target]

    def _find_on(self, target: str) -> Sequence[Argument]:
        index, rows = self.index, self.rows
        told: dict[str, Argument] = {}
        if rows is not None:
            for row in chain(*rows.on_claim(target)) if target in index.claims else rows.on_step(target):
                told[row.id] = index.arguments[row.id]
                self.states[row.id] = row.state
        rest = (a for a in index.on[target] if a.id not in told)
        return [*told.values(), *sorted(rest, key=self._place)]

    def _place(self, argument: Argument) -> tuple[int, int]:
        last = len(self.order)
        return _ORDER[argument.bearing], min((self.order.get(p, last) for p in argument.premises), default=last)

    def _chapter(self, issue: Issue, claims: Sequence[str], told: set[str], kind: str = "issue") -> OutlineChapter:
        places = build_places(self.index, self.anchors, issue, self.told_places)
        exclusive = issue.exclusive and len(claims) > 1
        heads = tuple(self._with_place(issue, head) for head in self._heads(claims, told))
        board = self.boards.get(issue.id)
        return OutlineChapter(
            issue.id,
            issue.question,
            entries=heads,
            places=places,
            kind=kind,
            exclusive=exclusive,
            cautions=board.told.cautions if board else (),
            upshot=board.upshot if board and board.upshot.head else None,
        )

    def _with_place(self, issue: Issue, head: OutlineClaim | See) -> OutlineClaim | See:
        verdict = self.verdicts.get(issue.id)
        if verdict is None or isinstance(head, See):
            return head
        ranked = next((a for a in verdict.ranking.answers if a.claim == head.claim.id), None)
        if ranked is None:
            return head
        balance, several = verdict.balances[head.claim.id], len(verdict.ranking.answers) > 1
        place = tell_place(verdict.ranking, ranked, self.phrases, balance) if several else ""
        counts = tell_counts(balance, self.phrases) if balance.argued or not several else ""
        return replace(head, place=place, counts=counts)

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
        quote, source = self._quote(node_id)
        return OutlineClaim(
            claim,
            role=self.roles[node_id],
            voices=build_voices(self.index, node_id),
            places=build_places(self.index, self.anchors, claim, self.told_places),
            quote=quote,
            source=source,
            verdict=build_note(self.evaluation, node_id, self.phrases) if self.evaluation else None,
            strength=self.strength.get(node_id),
            reasons=tuple(self._reason(argument) for argument in self._on(node_id)),
            unsaid=self.spoken and not self.index.voices[node_id] and not self.index.unreadable[node_id],
            beside=tuple(self._beside(claim)),
        )

    def _quote(self, node_id: str) -> tuple[str, Source | None]:
        told = next((a for a in self.anchors.get(node_id, ()) if a.get("text")), {})
        return str(told.get("text", "")), self.sources.get(str(told.get("source", "")))

    def _beside(self, claim: Claim) -> Iterable[tuple[str, str]]:
        for word, others in (
            ("contradicts", self.index.contradicting[claim.id]),
            ("rephrases", claim.rephrases),
            ("rephrased", self.index.rephrased_by[claim.id]),
        ):
            yield from ((word, other) for other in others if other in self.index.claims)

    def _reason(self, argument: Argument) -> OutlineReason:
        undercuts = self._on(argument.id)
        cut = argument.id in self.plan.cut
        state = self.states.get(argument.id)
        return OutlineReason(
            argument,
            relation(argument, self.roles),
            tuple(self._premise(premise, argument) for premise in argument.premises),
            undercuts=() if cut else tuple(map(self._reason, undercuts)),
            voices=build_voices(self.index, argument.id),
            places=build_places(self.index, self.anchors, argument, self.told_places),
            further=tuple(map(self._further, undercuts)) if cut else (),
            added=argument.id in self.index.added,
            state=state,
            answered_by=tuple(self._find_answering(argument)) if state is EntryState.ANSWERED else (),
        )

    def _find_answering(self, argument: Argument) -> Iterable[str]:
        return find_answers_to(self.rows.evaluation, argument.id).by if self.rows else ()

    def _further(self, undercut: Argument) -> See:
        """Where a step is told that goes on further down: by its claim, or by itself where it has several."""
        premise = undercut.premises[0] if undercut.premises else ""
        alone = len(undercut.premises) == 1 and self.plan.home.get(premise) == undercut.id
        return See(premise if alone else undercut.id, self._see(premise).label, continued=True)

    def _premise(self, premise: str, argument: Argument) -> OutlineClaim | See:
        if self.plan.home.get(premise) == argument.id:
            return self._entry(premise)
        return self._see(premise, continued=premise in self.plan.continued)


def build_pages(given: ViewInput) -> Mapping[str, str]:
    """The pages by file name, that of the view first; the same map gives the same bytes."""
    parts = _part(build_chapters(given))
    links = PartLinks.between(parts)
    shared = _build_shared(given)
    return {part.file: _render(given, parts, part, links(part.file), shared) for part in parts}


def _part(chapters: Iterable[OutlineChapter]) -> Sequence[PagePart[OutlineChapter]]:
    pieces = chain.from_iterable(map(_split, chapters))
    return pack_parts("outline", ((piece, [*_find_ids(piece)]) for piece in pieces), LARGEST_PART)


def _split(chapter: OutlineChapter) -> Iterator[OutlineChapter]:
    """A chapter for each of its entries; the first begins it."""
    if not chapter.entries:
        yield chapter
    for n, entry in enumerate(chapter.entries):
        yield replace(chapter, entries=(entry,), continued=n > 0)


def _join(pieces: Iterable[OutlineChapter]) -> list[OutlineChapter]:
    """The chapters of one page, with all of their entries that stand on it."""
    joined: list[OutlineChapter] = []
    for piece in pieces:
        if joined and piece.continued:
            joined[-1] = replace(joined[-1], entries=(*joined[-1].entries, *piece.entries))
        else:
            joined.append(piece)
    return joined


def _find_ids(piece: OutlineChapter) -> Iterator[str]:
    if piece.id and not piece.continued:
        yield piece.id
    yield from _find_told(piece.entries)


def _find_told(entries: Iterable[OutlineClaim | OutlineReason | See]) -> Iterator[str]:
    """The ids of all that is told in full."""
    for entry in entries:
        if isinstance(entry, OutlineClaim):
            yield entry.claim.id
            yield from _find_told(entry.reasons)
        elif isinstance(entry, OutlineReason):
            if len(entry.premises) != 1 or entry.undercuts or entry.further:
                yield entry.argument.id
            yield from _find_told((*entry.premises, *entry.undercuts))


def _build_shared(given: ViewInput) -> Mapping[str, object]:
    """What all parts show alike."""
    index = given.index
    roles = set(build_roles(index).values())
    return {
        "asked": bool(index.debates),
        "claims": len(index.claims),
        "labels": {claim.id: claim.label for claim in index.map.claims},
        "speakers": [s for s in index.map.stakeholders if index.speech[s.id]],
        "roles": [role for role in Role if role in roles],
        "weighed": given.map.weighed,
        "evaluated": given.evaluation is not None,
        "relations": RELATIONS,
        "words": WORDS,
        "used_words": _find_used(given.evaluation),
    }


def _render(
    given: ViewInput,
    parts: Sequence[PagePart[OutlineChapter]],
    part: PagePart[OutlineChapter],
    links: PartLinks,
    shared: Mapping[str, object],
) -> str:
    index = given.index
    labels = {
        **{claim.id: claim.label for claim in index.map.claims},
        **{i.id: i.question for i in index.map.issues},
    }
    return render_reading_page(
        given,
        "outline",
        {*index.issues, *index.claims},
        part=part,
        parts=parts,
        parts_table=links.build_table(labels, parts[0].file) if len(parts) > 1 else None,
        chapters=_join(part.pieces),
        contents=[*_build_contents(parts, part.file)],
        link=links.link,
        **shared,
    )


def _build_contents(
    parts: Sequence[PagePart[OutlineChapter]], here: str
) -> Iterator[tuple[OutlineChapter, str, int]]:
    """Every chapter with its address on the page ``here``, and how many entries it has on all parts."""
    counts = Counter((piece.kind, piece.id) for part in parts for piece in part.pieces for _ in piece.entries)
    for part in parts:
        for piece in part.pieces:
            if not piece.continued:
                file = "" if part.file == here else part.file
                address = link(file, piece.id) if piece.id else f"{file}#{piece.kind}"
                yield piece, address, counts[piece.kind, piece.id]


def _find_used(evaluation: Evaluation | None) -> list[str]:
    """The words that claims of the map have, in the order of the legend."""
    used = set(find_words(evaluation)) if evaluation else set()
    return [word for word in WORDS if word in used]
