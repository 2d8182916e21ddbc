"""Who argues what: claims by position against stakeholders, the speakers one by one, and what is compared."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import inf
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from argumap.legend import COMMITTED, STAKEHOLDER_TYPES, VOICES, WORDS
from argumap.model import (
    Act,
    StakeholderType,
    VoiceKind,
    build_commitments,
    build_conceded,
    strongest_voice,
)
from argumap.page import (
    build_voices,
    name_of,
)
from argumap.query import (
    Side,
    acts_of,
    build_bearings,
    build_source_bearings,
    count_sides,
    find_bystanders,
    gaps,
    stance_side,
)
from argumap.semantics import weigh
from argumap.verdicts import tell_counts
from argumap.views import render_reading_page
from argumap.wording import counted, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argumap.model import Attribution, Claim, Concept, Index, Issue, Stakeholder
    from argumap.query import Reach
    from argumap.semantics import Balance
    from argumap.verdicts import Ranking
    from argumap.views import ViewInput


LARGEST = 60_000
"""The most cells that a page begins with; in a larger table each position is folded to its sums."""

NEAREST = 100
"""How many claims a card names under one position."""

FEW = 6
"""How many positions a card names, and claims under each, where the table is folded."""

_WORDS = {Side.FOR: "for", Side.AGAINST: "against", Side.BOTH: "for and against"}


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What one stakeholder does with one claim. ``side`` is which way they speak by it towards the position,
    None where they commit to nothing; ``kind`` is the voice; ``words`` tell it all. A claim that is only
    presented has the sign of its ``bearing``, and counts for neither side. ``kind`` is None where they do not
    speak to it and are committed to it, because they argue from it: that is no speech and is not counted as any.
    ``conceded`` is what they grant and do not press.
    """

    claim: str
    by: str
    side: Side | None
    bearing: Side
    kind: VoiceKind | None
    words: str
    conceded: bool = False

    @property
    def mark(self) -> str:
        """How the cell is marked on the page and called in CSV."""
        if self.conceded:
            return "conceded"
        return "committed" if self.kind is None else self.kind.value

    @property
    def sign(self) -> str:
        if self.side:
            return self.side.sign
        return self.bearing.sign if self.kind is VoiceKind.PRESENTED else "·"

    @property
    def look(self) -> str:
        """Which way the mark is coloured."""
        if self.conceded:
            return "neither"
        return self.side or (self.bearing if self.kind is VoiceKind.PRESENTED else "neither")


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A claim that bears on a position, with the cell of each column, by its number, that says something.

    ``bearing`` is None for a claim that bears on no position.
    ``mapped`` tells that it bears this way only by a step that the map added and the source does not take,
    ``unreadable`` what the map's file says of its speakers and what cannot be read.
    """

    claim: Claim
    bearing: Side | None
    distance: int
    spoken: Mapping[int, MatrixCell]
    mapped: bool = False
    unreadable: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many speak to the claim."""
        return sum(cell.kind is not None for cell in self.spoken.values())


@dataclass(frozen=True, slots=True)
class Sum:
    """For how many claims a stakeholder speaks for and against a position (± counts in both)."""

    speaks_for: int
    speaks_against: int
    neither: int = 0


@dataclass(frozen=True, slots=True)
class PositionRows:
    """A position (None gathers what bears on none) with its rows and the sum of each column."""

    position: Claim | None
    issue: Issue | None
    rows: tuple[MatrixRow, ...]
    sums: tuple[Sum, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A stakeholder who speaks. ``lean`` runs from 1 (the first pole) to -1 (the second); None is neither.

    ``claims`` are those that they speak to, ``cells`` also those that they are only committed to.
    """

    stakeholder: Stakeholder
    author: bool
    lean: float | None
    claims: int
    cells: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole table; ``poles`` are the two positions that the order of the columns runs between."""

    columns: tuple[Column, ...]
    groups: tuple[PositionRows, ...]
    poles: tuple[Claim, ...]

    @property
    def size(self) -> int:
        return len(self.columns) * sum(len(group.rows) for group in self.groups)


@dataclass(frozen=True, slots=True)
class CriteriaTable:
    """Criteria by alternatives. A cell without claims is a hole; None is a concept the criterion leaves out."""

    concepts: tuple[Concept, ...]
    rows: tuple[tuple[Issue, tuple[tuple[Claim, ...] | None, ...]], ...]

    @property
    def holes(self) -> int:
        return sum(cell == () for _, cells in self.rows for cell in cells)


def build_matrix(index: Index, rankings: Mapping[str, Ranking] = MappingProxyType({})) -> Matrix:
    """Who speaks which way on what. One pass over the arguments of each position, one over what is said.

    The positions on an issue that ``rankings`` has by its id stand as they rank there, the others in the order of
    the debate.
    """
    speakers = _find_speakers(index)
    said = {stakeholder.id: _SpokenClaims(index, stakeholder.id) for stakeholder in speakers}
    bearings = build_bearings(index)
    poles = _find_poles(index, bearings)
    leans = {s.id: _lean(said[s.id], poles, bearings) for s in speakers}
    authors = {source.author for source in index.map.sources}
    place = {stakeholder.id: n for n, stakeholder in enumerate(speakers)}
    ordered = sorted(speakers, key=lambda s: (s.id in authors, -(leans[s.id] or 0), place[s.id]))
    ids = [stakeholder.id for stakeholder in ordered]
    return Matrix(
        tuple(
            Column(s, s.id in authors, leans[s.id], len(said[s.id].attributions), len(said[s.id].acts))
            for s in ordered
        ),
        tuple(_groups(index, ids, said, bearings, rankings)),
        poles,
    )


def _find_speakers(index: Index) -> list[Stakeholder]:
    return [stakeholder for stakeholder in index.map.stakeholders if index.speech[stakeholder.id]]


class _SpokenClaims:
    """What a stakeholder does with each claim: by speaking to it, and by arguing from it where that commits."""

    def __init__(self, index: Index, stakeholder: str) -> None:
        self.index = index
        self.by = stakeholder
        self.attributions: dict[str, list[Attribution]] = {}
        for attribution in index.speech[stakeholder]:
            if attribution.of in index.claims:
                self.attributions.setdefault(attribution.of, []).append(attribution)
        self.because = {
            claim: arguments
            for claim, arguments in build_commitments(index, stakeholder).items()
            if claim in index.claims and arguments
        }
        self.conceded = build_conceded(index, stakeholder)
        self.acts = {
            claim: acts_of(self.attributions.get(claim, ()), argues=claim in self.because)
            for claim in dict.fromkeys((*self.attributions, *self.because))
        }

    def cell(self, claim: str, bearing: Side, position: str) -> MatrixCell | None:
        if claim not in self.acts:
            return None
        side = stance_side(self.acts[claim], bearing)
        kind, words = self._told(claim)
        name = name_of(self.index, self.by)
        conceded = claim in self.conceded and Act.DISPUTES not in self.acts[claim]
        if side and conceded:
            towards = f"concedes a point {_WORDS[side]} {position}"
        elif side:
            towards = f"{_WORDS[side]} {position}"
        elif kind is VoiceKind.PRESENTED:
            towards = f"lays out a point {_WORDS[bearing]} {position} and takes no side"
        else:
            towards = f"takes no side on {position}"
        told = f"{name}: {towards} ({words})"
        return MatrixCell(claim, self.by, side, bearing, kind=kind, words=told, conceded=conceded)

    def _told(self, claim: str) -> tuple[VoiceKind | None, str]:
        because = [COMMITTED] if claim in self.because else []
        spoken = self.attributions.get(claim, ())
        if not spoken:
            return None, COMMITTED
        kind = strongest_voice(spoken)
        words = joined(list(dict.fromkeys(a.act.value for a in spoken)))
        return kind, "; ".join([f"{words} it, {VOICES[kind]}", *because])


Speakers: TypeAlias = "Mapping[str, Sequence[tuple[int, _SpokenClaims]]]"
"""By claim, who speaks to it, each with the number of their column."""


def _group_speakers(columns: Sequence[str], said: Mapping[str, _SpokenClaims]) -> Speakers:
    speakers: defaultdict[str, list[tuple[int, _SpokenClaims]]] = defaultdict(list)
    for n, column in enumerate(columns):
        for claim in said[column].acts:
            speakers[claim].append((n, said[column]))
    return speakers


def _groups(
    index: Index,
    columns: Sequence[str],
    said: Mapping[str, _SpokenClaims],
    bearings: Mapping[str, Mapping[str, Reach]],
    rankings: Mapping[str, Ranking],
) -> Iterable[PositionRows]:
    order = index.debate_order
    speakers = _group_speakers(columns, said)
    debated = {issue.id: issue for issue in index.debates}
    place = {issue.id: order[issue.id] for issue in index.debates}
    ranks = {(i, a.claim): n for i, ranking in rankings.items() for n, a in enumerate(ranking.answers)}

    def standing(position: Claim) -> tuple[int, float, int]:
        issue = min((i for i in position.answers if i in place), key=place.__getitem__)
        return place[issue], ranks.get((issue, position.id), inf), order[position.id]

    positions = sorted(index.positions, key=standing)
    in_source = build_source_bearings(index)
    for position in positions:
        bearing = {node_id: reach for node_id, reach in bearings[position.id].items() if node_id in index.claims}
        own = in_source[position.id]
        rows = [
            _row(
                index.claims[node_id],
                reach,
                position.label,
                speakers,
                mapped=_is_mapped(reach, own.get(node_id)),
                unreadable=_find_unreadable(index, node_id),
            )
            for node_id, reach in sorted(bearing.items(), key=lambda item: (item[1].distance > 0, order[item[0]]))
        ]
        issue = next(debated[issue_id] for issue_id in position.answers if issue_id in debated)
        yield PositionRows(position, issue, tuple(rows), tuple(_sums(rows, len(columns))))
    yield from _rest(index, len(columns), speakers, bearings)


def _row(
    claim: Claim,
    reach: Reach,
    position: str,
    speakers: Speakers,
    *,
    mapped: bool,
    unreadable: tuple[str, ...],
) -> MatrixRow:
    spoken = _find_spoken(claim.id, reach.side, position, speakers)
    return MatrixRow(claim, reach.side, reach.distance, spoken, mapped, unreadable)


def _find_spoken(claim: str, bearing: Side, position: str, speakers: Speakers) -> Mapping[int, MatrixCell]:
    told = ((n, said.cell(claim, bearing, position)) for n, said in speakers.get(claim, ()))
    return {n: cell for n, cell in told if cell is not None}


def _find_unreadable(index: Index, claim: str) -> tuple[str, ...]:
    return tuple(lost.words for lost in index.unreadable[claim])


def _is_mapped(reach: Reach, in_source: Reach | None) -> bool:
    return in_source is None or in_source.side is not reach.side


def _sums(rows: Iterable[MatrixRow], columns: int) -> Iterable[Sum]:
    sides: list[list[Side | None]] = [[] for _ in range(columns)]
    for row in rows:
        for n, cell in row.spoken.items():
            if cell.kind is not None:
                sides[n].append(cell.side)
    for taken in sides:
        yield Sum(*count_sides(taken))


def _rest(
    index: Index,
    columns: int,
    speakers: Speakers,
    bearings: Mapping[str, Mapping[str, Reach]],
) -> Iterable[PositionRows]:
    """What is said that bears on no position."""
    bearing = {node_id for reached in bearings.values() for node_id in reached}
    order = index.debate_order
    left = sorted((c for c in index.map.claims if c.id not in bearing), key=lambda claim: order[claim.id])
    rows = []
    for claim in left:
        spoken = _find_spoken(claim.id, Side.FOR, claim.label, speakers)
        unreadable = _find_unreadable(index, claim.id)
        if spoken or unreadable:
            rows.append(MatrixRow(claim, None, 0, spoken, unreadable=unreadable))
    if rows:
        yield PositionRows(None, None, tuple(rows), tuple(_sums(rows, columns)))


def _find_poles(index: Index, bearings: Mapping[str, Mapping[str, Reach]]) -> tuple[Claim, ...]:
    """The first answer to the question that most bears on, and the answer that it is most at odds with."""
    order = index.debate_order

    def weight(issue: Issue) -> tuple[int, int]:
        return sum(len(bearings[p.id]) for p in index.answering[issue.id]), -order[issue.id]

    answered = [issue for issue in index.debates if index.answering[issue.id]]
    if not answered:
        return ()
    positions = sorted(
        index.answering[max(answered, key=weight).id], key=lambda p: (-len(bearings[p.id]), order[p.id])
    )
    first, rest = positions[0], positions[1:]
    if not rest:
        return (first,)

    def odds(position: Claim) -> int:
        shared = bearings[first.id].keys() & bearings[position.id].keys()
        return sum(
            bearings[first.id][node_id].side.turned is bearings[position.id][node_id].side for node_id in shared
        )

    other = max(rest, key=lambda p: (odds(p), len(bearings[p.id])))
    return tuple(sorted((first, other), key=lambda p: order[p.id]))


def _lean(
    said: _SpokenClaims, poles: Sequence[Claim], bearings: Mapping[str, Mapping[str, Reach]]
) -> float | None:
    """How much more somebody speaks for the first pole and against the second than the other way, -1 to 1."""
    towards = against = 0
    for n, pole in enumerate(poles):
        for claim, acts in said.acts.items():
            reach = bearings[pole.id].get(claim)
            side = stance_side(acts, reach.side) if reach else None
            if side is Side.FOR:
                towards, against = towards + (n == 0), against + (n == 1)
            elif side is Side.AGAINST:
                towards, against = towards + (n == 1), against + (n == 0)
    return (towards - against) / (towards + against) if towards + against else None


def build_comparison(index: Index) -> CriteriaTable | None:
    """Criteria by alternatives; None where a map compares nothing."""
    if not index.criteria:
        return None
    alternatives = dict.fromkeys(concept_id for issue in index.criteria for concept_id in issue.compares)
    known = [concept_id for concept_id in alternatives if concept_id in index.concepts]
    return CriteriaTable(
        tuple(index.concepts[concept_id] for concept_id in known),
        tuple(
            (
                issue,
                tuple(
                    tuple(claim for claim in index.answering[issue.id] if concept_id in claim.about)
                    if concept_id in issue.compares
                    else None
                    for concept_id in known
                ),
            )
            for issue in index.criteria
        ),
    )


def write_csv_rows(matrix: Matrix) -> list[list[str]]:
    """The table as rows of text, the numbers as the page has them: what the CSV button saves."""
    names = [column.stakeholder.name for column in matrix.columns]
    rows = [["position", "claim", "id", "bearing", *names, "voices"]]
    for group in matrix.groups:
        title = group.position.label if group.position else "bears on no position"
        for row in group.rows:
            bearing = row.bearing.value if row.bearing else ""
            cells = [""] * len(names)
            for n, cell in row.spoken.items():
                cells[n] = f"{cell.sign} {cell.mark}"
            rows.append([title, row.claim.label, row.claim.id, bearing, *cells, str(row.total)])
        sums = [f"+{s.speaks_for} −{s.speaks_against}" for s in group.sums]
        total = str(sum(row.total for row in group.rows))
        rows.append([title, "sum", group.position.id if group.position else "", "", *sums, total])
    rows.append(["all", "claims", "", "", *(str(column.claims) for column in matrix.columns), ""])
    return rows


@dataclass(frozen=True, slots=True)
class SpeakerCard:
    """One stakeholder with what they say under each position."""

    column: Column
    under: tuple[tuple[PositionRows, Sum, tuple[tuple[MatrixRow, MatrixCell], ...]], ...]


def build_cards(matrix: Matrix) -> tuple[SpeakerCard, ...]:
    """A card a stakeholder, in the order of the columns."""
    under: list[list[tuple[PositionRows, Sum, tuple[tuple[MatrixRow, MatrixCell], ...]]]] = [
        [] for _ in matrix.columns
    ]
    for group in matrix.groups:
        said: defaultdict[int, list[tuple[MatrixRow, MatrixCell]]] = defaultdict(list)
        for row in group.rows:
            for n, cell in row.spoken.items():
                said[n].append((row, cell))
        for n, told in said.items():
            under[n].append((group, group.sums[n], tuple(told)))
    return tuple(SpeakerCard(column, tuple(under[n])) for n, column in enumerate(matrix.columns))


# Any: it is JSON, whose shape packed-table.js tells.
def pack_rows(matrix: Matrix) -> dict[str, Any]:
    """The whole table without its empty cells, for the script that fills a position when it is opened.

    A row is its label, id, bearing, whether it is mapped, what is unreadable, and its cells: the number of the
    column, the two classes and the sign of the mark, and the words; last, how many speak to it.
    """
    return {
        "names": [column.stakeholder.name for column in matrix.columns],
        "claims": [column.claims for column in matrix.columns],
        "groups": [
            {
                "title": group.position.label if group.position else "bears on no position",
                "id": group.position.id if group.position else "",
                "sums": [f"+{s.speaks_for} −{s.speaks_against}" for s in group.sums],
                "rows": [_pack_row(row) for row in group.rows],
            }
            for group in matrix.groups
        ],
    }


def _pack_row(row: MatrixRow) -> list[object]:
    cells = [[n, cell.mark, cell.look, cell.sign, cell.words] for n, cell in row.spoken.items()]
    bearing = row.bearing.value if row.bearing else ""
    return [row.claim.label, row.claim.id, bearing, row.mapped, row.unreadable, cells, row.total]


def build_page(given: ViewInput) -> str:
    """The page as text; the same map gives the same bytes."""
    index = given.index
    matrix = build_matrix(index, {issue: verdict.ranking for issue, verdict in given.verdicts.items()})
    large = matrix.size > LARGEST
    lacking = gaps(index)
    comparison = build_comparison(index)
    shown = _find_shown(index, () if large else matrix.groups, comparison)
    return render_reading_page(
        given,
        "matrix",
        shown,
        matrix=matrix,
        told=_tell(index, matrix),
        large=large,
        nearest=FEW if large else NEAREST,
        few=FEW if large else len(matrix.groups),
        table=pack_rows(matrix) if large else write_csv_rows(matrix),
        cards=build_cards(matrix),
        committed_words=COMMITTED,
        marks={c.mark for g in matrix.groups for row in g.rows for c in row.spoken.values()},
        mapped=any(row.mapped for group in matrix.groups for row in group.rows),
        voiceless=lacking.voiceless,
        others=find_bystanders(index),
        stakes=_find_stakes(index),
        comparison=comparison,
        scores=_find_scores(given, matrix.groups),
        unsaid=_find_unsaid(index),
        words=WORDS,
        tell_counts=tell_counts,
        types=STAKEHOLDER_TYPES,
        kinds=_find_kinds(matrix),
        names={s.id: s.name for s in index.map.stakeholders},
        voices={claim.id: build_voices(index, claim.id) for claim in _compared(comparison)},
    )


def _find_unsaid(index: Index) -> set[str]:
    """The positions that nobody gives."""
    return {c.id for c in index.positions if c.implicit and not index.voices[c.id]}


def _find_kinds(matrix: Matrix) -> list[StakeholderType]:
    """The kinds of those who speak, in the order of their words."""
    spoken = {column.stakeholder.type for column in matrix.columns}
    return [kind for kind in StakeholderType if kind in spoken]


def _find_shown(index: Index, groups: Iterable[PositionRows], comparison: CriteriaTable | None) -> set[str]:
    """The ids of all that have an element on the page, where the rows of ``groups`` do."""
    shown = {row.claim.id for group in groups for row in group.rows}
    shown.update(s.id for s in index.map.stakeholders)
    shown.update(claim.id for claim in _compared(comparison))
    if comparison:
        shown.update(issue.id for issue, _ in comparison.rows)
        shown.update(concept.id for concept in comparison.concepts)
    return shown


def _find_scores(given: ViewInput, groups: Iterable[PositionRows]) -> dict[str, Balance]:
    """What is live for each position and against it, by its id; nothing where the map was not evaluated."""
    if given.evaluation is None:
        return {}
    return {g.position.id: weigh(given.evaluation, g.position.id) for g in groups if g.position}


def _compared(comparison: CriteriaTable | None) -> Iterable[Claim]:
    rows = comparison.rows if comparison else ()
    return (claim for _, cells in rows for cell in cells for claim in cell or ())


def _tell(index: Index, matrix: Matrix) -> str:
    if not index.map.claims:
        return "This map has no claims yet, so nobody argues anything in it."
    if not matrix.columns:
        return "Nobody speaks in this map yet. Say of a claim who asserts or argues it, and a column appears here."
    speakers = counted(len(matrix.columns), "stakeholder speaks", "stakeholders speak")
    if not index.positions:
        return f"{speakers} here, but no claim answers a question, so nothing is for or against yet."
    return f"{speakers} here, to {counted(len(index.positions), 'position')}."


def _find_stakes(index: Index) -> dict[str, list[tuple[str, Claim]]]:
    """What touches the interest of each stakeholder, as (effect, claim)."""
    return {
        s.id: [
            (concern.effect.value, claim)
            for claim in index.concerning[s.id]
            for concern in claim.concerns
            if concern.stakeholder == s.id
        ]
        for s in index.map.stakeholders
    }
