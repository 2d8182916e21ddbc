"""A page of what changed: what follows, what was done, and the debate of both maps with what came, went, changed.

It needs two versions of a map, so no other page leads to it; `argumap diff --page` writes it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, TypeVar

from argumap.errors import CallError
from argumap.model import Argument, Claim, Issue
from argumap.page import link, render
from argumap.snapshots import (
    Added,
    DiffPiece,
    Followed,
    Moved,
    Removed,
    Renamed,
    Reworded,
    Weight,
    build_word_diff,
    follow,
    renames_in,
    tell_change_in_pieces,
    tell_consequence_in_pieces,
    tell_leader_move_in_pieces,
    tell_pieces,
    touched_by,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argumap.snapshots import Change, Difference, Renames
    from argumap.views import ViewInput

_FOLDER = Path(__file__).parent

R = TypeVar("R", Issue, Claim, Argument)
LineState: TypeAlias = Literal["came", "went", "changed", "same"]

SHOWN: Final = 2_000
_LISTED: Final = 300
_TOGETHER: Final = (DiffPiece("same", "together with the premise above"),)
# Browsers flatten lists beyond some hundred levels, and no reader follows so many.
_DEEPEST: Final = 60


@dataclass(frozen=True, slots=True)
class DebateLine:
    """One line of the debate. ``depth`` counts from the issue; ``relation`` says how it bears on the line above.

    ``step`` is the argument by which it bears, on the line of its first premise.

    ``quiet`` is a line with nothing new in it or beneath it; ``again`` one that is told in full elsewhere.
    """

    id: str
    depth: int
    kind: str
    relation: str
    state: LineState
    words: tuple[DiffPiece, ...]
    notes: tuple[tuple[DiffPiece, ...], ...] = ()
    moved: str = ""
    step: str = ""
    again: bool = False
    quiet: bool = False


@dataclass(slots=True)
class _Both:
    """The records of both maps under their new ids, and what is known of each."""

    issues: dict[str, Issue] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    arguments: dict[str, Argument] = field(default_factory=dict)
    states: dict[str, LineState] = field(default_factory=dict)
    notes: defaultdict[str, list[tuple[DiffPiece, ...]]] = field(default_factory=lambda: defaultdict(list))
    words: dict[str, tuple[DiffPiece, ...]] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    on: defaultdict[str, list[tuple[Argument, LineState]]] = field(default_factory=lambda: defaultdict(list))


def build_page(given: ViewInput) -> str:
    """The page of a difference, whole in one string; it needs no network and no script to be read."""
    difference = given.difference
    if difference is None:
        raise CallError("this page compares two versions of a map; write it with `argumap diff A B --page FILE`")
    rows = build_rows(difference)
    told = difference.told_consequences
    titles = difference.titles
    by_weight = [(weight, [edit for edit in difference.edits if edit.weight is weight]) for weight in Weight]
    shown = rows if len(rows) <= SHOWN else [row for row in rows if not row.quiet]
    return render(
        _FOLDER / "changes.html.j2",
        title=difference.new.title or difference.new.name,
        payload=None,
        script="changes.js",
        styles=("tokens.css", "page.css", "changes.css"),
        page="changes",
        pages=(),
        old=difference.old,
        new=difference.new,
        consequences=[(titles[c.id], tell_consequence_in_pieces(c), c.id) for c in told[:_LISTED]],
        leaders=[
            (titles[move.change.issue], tell_leader_move_in_pieces(move, titles), move.change.issue)
            for move in difference.leader_moves
        ],
        more_consequences=max(0, len(told) - _LISTED),
        quiet_moves=len(difference.consequences) - len(told),
        edits=[
            (
                str(weight),
                [(_title(titles, e.change), tell_pieces(e), _link(e.change)) for e in edits[:_LISTED]],
                max(0, len(edits) - _LISTED),
            )
            for weight, edits in by_weight
        ],
        rows=[(row, *steps) for row, steps in zip(shown[:SHOWN], _nesting(shown[:SHOWN]), strict=True)],
        left_out=len(rows) - len(shown[:SHOWN]),
        link=link,
    )


def build_rows(difference: Difference) -> list[DebateLine]:
    """The debate of both maps from top to bottom: under each claim what is for it and what is against."""
    both = _join(difference)
    rows: list[DebateLine] = []
    told: set[str] = set()
    answering: defaultdict[str, list[str]] = defaultdict(list)
    for claim in both.claims.values():
        for answered in claim.answers:
            answering[answered].append(claim.id)
    for issue in both.issues:
        rows.append(_row(both, issue, 0, "issue", "none", both.states[issue]))
        for node_id in answering[issue]:
            rows += _branch(both, node_id, 1, "answers", told)
    bearing = {premise for argument in both.arguments.values() for premise in argument.premises}
    untied = [node_id for node_id in both.claims if node_id not in told and node_id not in bearing]
    for node_id in [*untied, *(node_id for node_id in both.claims if node_id not in told)]:
        if node_id not in told:
            rows += _branch(both, node_id, 0, "none", told)
    return _mark_quiet(rows)


def _branch(both: _Both, root: str, depth: int, relation: str, told: set[str]) -> list[DebateLine]:
    """A claim and all beneath it, each told in full once; walked without recursion, for chains know no end."""
    rows: list[DebateLine] = []
    stack: list[tuple[str, int, str, LineState, tuple[tuple[DiffPiece, ...], ...], str]] = [
        (root, depth, relation, "same", (), "")
    ]
    while stack:
        node_id, level, bears, step, notes, undercut = stack.pop()
        again, stepped = node_id in told, undercut in told
        told |= {node_id, undercut}
        state = step if step != "same" else both.states.get(node_id, "same")
        row = _row(both, node_id, level, "claim", bears, state)
        rows.append(replace(row, notes=(*notes, *(() if again else row.notes)), step=undercut, again=again))
        beneath = [*(() if again else both.on[node_id]), *(() if stepped else both.on[undercut])]
        for argument, changed in reversed(beneath):
            for n, premise in reversed(list(enumerate(argument.premises))):
                first = n == 0
                said = tuple(both.notes[argument.id]) if first else (_TOGETHER,)
                below = min(level + 1, _DEEPEST)
                stack.append((premise, below, str(argument.bearing), changed, said, argument.id if first else ""))
    return rows


def _row(both: _Both, node_id: str, depth: int, kind: str, relation: str, state: LineState) -> DebateLine:
    words = both.words.get(node_id) or (DiffPiece("same", _text_of(both, node_id)),)
    return DebateLine(
        node_id,
        depth=depth,
        kind=kind,
        relation=relation,
        state=state,
        words=words,
        notes=tuple(both.notes.get(node_id, ())),
        moved=both.moved.get(node_id, ""),
    )


def _text_of(both: _Both, node_id: str) -> str:
    if node_id in both.claims:
        return both.claims[node_id].text
    return both.issues[node_id].question if node_id in both.issues else node_id


def _join(difference: Difference) -> _Both:
    both = _Both()
    renames = renames_in(difference.changes)
    old, new = difference.old.map, difference.new.map
    both.issues = _joined(both, old.issues, new.issues, renames)
    both.claims = _joined(both, old.claims, new.claims, renames)
    both.arguments = _joined(both, old.arguments, new.arguments, renames)
    _note(both, difference.changes)
    for argument in both.arguments.values():
        both.on[argument.target].append((argument, both.states[argument.id]))
    for change in difference.changes:
        if isinstance(change, Moved):
            both.on[change.old].append((both.arguments[change.id], "went"))
    for c in difference.consequences:
        both.moved[c.id] = (
            " → ".join(c.words if c.words[0] != c.words[1] else (c.old[0], c.new[0])) if c.outcome_moved else ""
        )
    return both


def _joined(both: _Both, old: Iterable[R], new: Iterable[R], renames: Renames) -> dict[str, R]:
    before = {record.id: record for record in (follow(record, renames) for record in old)}
    now = {record.id: record for record in new}
    gone = {node_id: record for node_id, record in before.items() if node_id not in now}
    both.states.update({node_id: "same" if node_id in before else "came" for node_id in now})
    both.states.update(dict.fromkeys(gone, "went"))
    return {**now, **gone}


def _note(both: _Both, changes: Iterable[Change]) -> None:
    for change in changes:
        node_id = touched_by(change)
        if node_id not in both.states or isinstance(change, Followed) or both.states[node_id] in {"came", "went"}:
            continue
        both.states[node_id] = "changed"
        if isinstance(change, Reworded) and change.field in {"text", "question"} and change.old and change.new:
            both.words[node_id] = build_word_diff(change.old, change.new)
        else:
            both.notes[node_id].append(tell_change_in_pieces(change))


def _mark_quiet(rows: Sequence[DebateLine]) -> list[DebateLine]:
    """Walk upwards: a line is quiet if it says nothing new and all lines beneath it are quiet."""
    marked: list[DebateLine] = []
    loud_at = -1  # the depth of the loud line that was met last and whose line above is still to come
    for row in reversed(rows):
        loud = row.state != "same" or bool(row.moved) or loud_at == row.depth + 1
        if loud:
            loud_at = row.depth
        elif loud_at > row.depth:
            loud_at = -1
        marked.append(replace(row, quiet=not loud))
    return marked[::-1]


def _nesting(rows: Sequence[DebateLine]) -> list[tuple[int, int]]:
    """For each row how many lists open before it and how many close after it, so that a flat loop nests them."""
    steps = []
    depths = [row.depth for row in rows]
    levels: list[int] = []
    for n, depth in enumerate(depths):
        opens = 0
        while levels and levels[-1] > depth:
            levels.pop()
        if not levels or levels[-1] < depth:
            levels.append(depth)
            opens = 1
        following = depths[n + 1] if n + 1 < len(depths) else -1
        steps.append((opens, sum(level > following for level in levels)))
    return steps


def _title(titles: Mapping[str, str], change: Change) -> str:
    """The title of the claim that the change is of; none where its line shows the claim's words anyway."""
    return "" if isinstance(change, Added | Removed) else titles.get(_link(change), "")


def _link(change: Change) -> str:
    return change.new if isinstance(change, Renamed) else touched_by(change)
