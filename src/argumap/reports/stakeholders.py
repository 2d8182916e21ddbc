"""The stakeholder report: who says what, in which way, through whom, and what touches them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from argumap.graph import find_beside_stakeholders, write_csv
from argumap.model import ADDED_STEP, Index
from argumap.reports import Report, in_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.model import Attribution
    from argumap.reports import ReportInput

_COLUMNS = ("stakeholder", "name", "type", "stance", "commits", "of", "text", "via", "loosely", "where")


@dataclass(frozen=True, slots=True)
class StanceRow:
    """One stance. ``stance`` is an act, or ``benefits``, ``harms``, ``wants`` for an interest that is touched."""

    stakeholder: str
    name: str
    type: str
    stance: str
    commits: bool
    of: str
    text: str
    via: tuple[str, ...] = ()
    loosely: bool = False
    where: tuple[str, ...] = ()


def build_rows(given: ReportInput) -> tuple[StanceRow, ...]:
    """All stances, stakeholder by stakeholder in the order of the map: what they say, then what touches them."""
    return tuple(_rows(Index(given.map)))


def _rows(index: Index) -> Iterator[StanceRow]:
    for beside in find_beside_stakeholders(index):
        stakeholder = index.stakeholders[beside.stakeholder]
        who = (stakeholder.id, stakeholder.name, stakeholder.type.value)
        for voice in beside.says:
            commits, text = voice.act.commits, _spoken_of(index, voice.of)
            yield StanceRow(
                *who,
                stance=voice.act.value,
                commits=commits,
                of=voice.of,
                text=text,
                via=voice.via,
                loosely=voice.loosely,
                where=_where(index, voice),
            )
        for claim, concern in beside.touched_by:
            text = index.claims[claim].label
            yield StanceRow(*who, stance=concern.effect.value, commits=False, of=claim, text=text)


def _spoken_of(index: Index, node_id: str) -> str:
    if node_id in index.claims:
        return index.claims[node_id].label
    argument = index.arguments[node_id]
    premises = " and ".join(index.claims[premise].label for premise in argument.premises)
    return f"the step from {premises}{f' ({ADDED_STEP})' if node_id in index.added else ''}"


def _where(index: Index, voice: Attribution) -> tuple[str, ...]:
    record = index.claims.get(voice.of) or index.arguments[voice.of]
    return tuple(f"{passage.source}#{passage.at}" for passage in voice.at or record.at if passage.at)


def write_markdown(given: ReportInput) -> str:
    """A table of stances under each stakeholder."""
    blocks = [f"# Who says what: {in_markdown(given.map.title)}"]
    rows: dict[str, list[StanceRow]] = {stakeholder.id: [] for stakeholder in given.map.stakeholders}
    for row in build_rows(given):
        rows[row.stakeholder].append(row)
    names = {stakeholder.id: in_markdown(stakeholder.name) for stakeholder in given.map.stakeholders}
    for stakeholder in given.map.stakeholders:
        role = f", {in_markdown(stakeholder.role)}" if stakeholder.role else ""
        blocks.append(f"## {names[stakeholder.id]}\n\n*{stakeholder.type}{role}* · `{stakeholder.id}`")
        stances = rows[stakeholder.id]
        blocks.append(_stances(stances, names) if stances else "Is named, but says nothing in this map.")
    return "\n\n".join(blocks) + "\n"


def _stances(rows: list[StanceRow], names: dict[str, str]) -> str:
    lines = ["| Stance | Claim | Through | Where |", "|:--|:--|:--|:--|"]
    for row in rows:
        through = ", ".join(names.get(reporter, reporter) for reporter in row.via)
        stance = f"{row.stance}, loosely" if row.loosely else row.stance
        lines.append(f"| {stance} | {in_markdown(row.text)} | {through} | {', '.join(row.where)} |")
    return "\n".join(lines)


def write_table(given: ReportInput) -> str:
    """One row a stance, as CSV."""
    return write_csv(
        _COLUMNS,
        (asdict(row) | {"via": "; ".join(row.via), "where": "; ".join(row.where)} for row in build_rows(given)),
    )


def write_json(given: ReportInput) -> str:
    """The stances as a list, as JSON."""
    stances = [asdict(row) for row in build_rows(given)]
    return json.dumps({"title": given.map.title, "stances": stances}, ensure_ascii=False, indent=1) + "\n"


PLUGIN = Report("Who says what", {".md": write_markdown, ".csv": write_table, ".json": write_json}, anchors=False)
