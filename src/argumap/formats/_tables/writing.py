"""From a map to a table: rows that came in one go back as they came, as far as the map still says the same."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.formats._tables.grid import guard
from argumap.model import Act, Bearing, Index, Issue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argumap.formats._tables.grid import GridRow
    from argumap.formats._tables.reading import StepKey, TableEntry, TableReading, TableRow
    from argumap.formats._tables.sheets import Sheet
    from argumap.model import Argument, ArgumentMap, Claim

HEADINGS = (
    *("id", "text", "relation", "parent", "step", "who", "act", "question", "title", "type", "date", "tags"),
    "implicit",
)
"""The columns of a table of ours in their order; those that a map does not use are left out."""


def write_table(record: ArgumentMap, before: TableReading | None = None) -> str:
    """A map as one table. ``before`` is what was read of the table that it came from."""
    if before is not None and (len(before.sheets) != 1 or before.sided):
        if _is_same(before.map, record):
            return "\n".join(row.raw for grid in before.grids for row in grid.rows)
        before = None
    facts = _Facts(record, name_records(record, before), Index(record))
    return give_back(facts, before) if before else _write_anew(facts)


def _is_same(before: ArgumentMap, now: ArgumentMap) -> bool:
    """Whether nothing that a table tells was changed."""
    kinds = ("issues", "claims", "arguments", "attributions")
    return all(set(getattr(before, kind)) == set(getattr(now, kind)) for kind in kinds)


def name_records(record: ArgumentMap, before: TableReading | None) -> _TableNames:
    """What a table calls the records of a map: what it called them, ids of the map for those that are new."""
    names = _TableNames()
    known: Sequence[Claim | Issue] = (*record.issues, *record.claims)
    if before is not None:
        _call_as_before(known, before, names)
    taken = {*names.of.values(), *(before.entries if before else ())}
    for each in known:
        if each.id not in names.of:
            names.of[each.id] = _free(each.id, taken)
            taken.add(names.of[each.id])
    steps = {before.call_step_origin(step): step for step in before.step_ids} if before else {}
    for step in record.arguments:
        came = steps.pop(step.origin.id or "", None) if step.origin else None
        if came is not None:
            names.step_of[step.id] = came
        names.of.setdefault(step.id, came.name if came and not came.name.startswith("\n") else step.id)
    return names


def _call_as_before(known: Sequence[Claim | Issue], before: TableReading, names: _TableNames) -> None:
    keys = {before.call_origin(key): key for key in before.entries}
    for each in known:
        key = keys.pop(each.origin.id or "", None) if each.origin else None
        if key is not None:
            names.key_of[each.id] = key
            words = each.question if isinstance(each, Issue) else each.text
            names.of[each.id] = words if is_called_by_words(before.entries[key]) else key


def is_called_by_words(entry: TableEntry) -> bool:
    """Whether a table names a claim by its words alone."""
    columns = entry.sheet.columns
    return not entry.row or not {"id", "text"} <= columns.keys() or not entry.row.cell(columns["id"])


@dataclass(slots=True)
class _TableNames:
    """What each record is called in a table, and the key or the step there that it came from."""

    of: dict[str, str] = field(default_factory=dict)
    key_of: dict[str, str] = field(default_factory=dict)
    step_of: dict[str, StepKey] = field(default_factory=dict)


def _free(wanted: str, taken: set[str]) -> str:
    made, n = wanted, 2
    while made in taken:
        made, n = f"{wanted}-{n}", n + 1
    return made


@dataclass(slots=True)
class _Facts:
    """What the rows of a map have to say, by the claim that they are of."""

    map: ArgumentMap
    names: _TableNames
    index: Index
    issues: dict[str, str] = field(init=False)
    people: dict[str, str] = field(init=False)
    denied: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self.issues = {issue.id: issue.question for issue in self.map.issues}
        self.people = {person.id: person.name for person in self.map.stakeholders}
        self.denied = {step.target for step in self.map.arguments if step.bearing is Bearing.UNDERCUTS}

    def own(self, claim: Claim) -> dict[str, str]:
        """The cells that tell a claim itself."""
        made = {
            "text": claim.text,
            "question": self.issues.get(next(iter(claim.answers), ""), ""),
            "title": claim.title or "",
            "type": str(claim.type or ""),
            "date": claim.date or "",
            "tags": "; ".join(claim.tags),
            "implicit": "yes" if claim.implicit else "",
        }
        return {role: words for role, words in made.items() if words}

    def step(self, step: Argument) -> dict[str, str]:
        """The cells that tell a step, the same for each of its premises."""
        apart = len(step.premises) > 1 or step.id in self.denied
        return {
            "relation": str(step.bearing),
            "parent": self.names.of[step.target],
            **({"step": self.names.of[step.id]} if apart else {}),
        }

    def voices(self, claim: Claim) -> Iterator[dict[str, str]]:
        """The cells that tell who says a claim, those who do the same together."""
        groups: defaultdict[tuple[Act, str], list[str]] = defaultdict(list)
        for said in self.index.voices[claim.id]:
            name = " ".join(self.people.get(said.by, said.by).replace(";", ",").split())
            if name not in groups[said.act, said.date or ""]:
                groups[said.act, said.date or ""].append(name)
        for (act, day), names in groups.items():
            made = {"who": "; ".join(names), "act": "" if act is Act.ASSERTS else str(act), "date": day}
            yield {role: words for role, words in made.items() if words}

    def relations(self, claim: Claim) -> Iterator[dict[str, str]]:
        """The cells that tell what a claim excludes, and what it answers beside its first question."""
        for other in claim.contradicts:
            yield {"relation": "contradicts", "parent": self.names.of.get(other, other)}
        for issue in claim.answers[1:]:
            if issue in self.issues:
                yield {"relation": "answers", "parent": self.names.of[issue]}

    def rows(self, claim: Claim) -> Iterator[dict[str, str]]:
        """All rows of a claim: its words stand in the first."""
        voices = [*self.voices(claim)]
        first = self.own(claim)
        if voices and "date" not in first:
            first |= voices.pop(0)
        rest = [*(self.step(step) for step in self.index.with_premise[claim.id]), *self.relations(claim)]
        if rest:
            first |= rest.pop(0)
        for cells in (first, *rest, *voices):
            yield {"id": self.names.of[claim.id], **cells}


def _write_anew(facts: _Facts) -> str:
    rows = [
        {"id": facts.names.of[issue.id], "text": issue.question, "type": "question"}
        for issue in _find_own_questions(facts.map)
    ]
    for claim in facts.map.claims:
        rows += facts.rows(claim)
    used = {"id", "text"}.union(*rows)
    roles = [role for role in HEADINGS if role in used]
    lines = [",".join(roles), *(write_row([row.get(role, "") for role in roles]) for row in rows)]
    return "\n".join([*lines, ""])


def _find_own_questions(record: ArgumentMap) -> Iterator[Issue]:
    """The questions that need a row: those that no claim answers, or one that has another question beside it."""
    beside = {issue for claim in record.claims for issue in claim.answers[:1]}
    beside -= {issue for claim in record.claims for issue in claim.answers[1:]}
    return (issue for issue in record.issues if issue.id not in beside)


def give_back(facts: _Facts, before: TableReading) -> str:
    """A table with what changed in its rows, then rows for what is new."""
    return _GivingBack(facts, before).write()


def write_row(cells: Iterable[str], separator: str = ",") -> str:
    """Texts as one row, in which none is taken for a formula."""
    return separator.join(_quote(guard(cell), separator) for cell in cells)


def _quote(cell: str, separator: str) -> str:
    if '"' in cell or separator in cell or "\n" in cell or cell != cell.strip():
        doubled = cell.replace('"', '""')
        return f'"{doubled}"'
    return cell


class _GivingBack:
    def __init__(self, facts: _Facts, before: TableReading) -> None:
        self.facts, self.before = facts, before
        self.sheet: Sheet = before.sheets[0]
        self.roles = dict(self.sheet.columns)
        self.header = [*self.sheet.header.cells] if self.sheet.header else []
        self.claims = {facts.names.key_of.get(claim.id): claim for claim in facts.map.claims}
        self.issues = {facts.names.key_of.get(issue.id): issue for issue in facts.map.issues}
        self.steps = {came: facts.index.arguments[step] for step, came in facts.names.step_of.items()}
        was = _TableNames({entry.id: key for key, entry in before.entries.items()})
        self.old = _Facts(before.map, was, Index(before.map))
        # What the rows say already: claims by id, and what is said of them.
        self.told: set[tuple[str, ...]] = set()

    def write(self) -> str:
        told = {id(row.row): row for row in self.before.rows if row.key in self.before.entries}
        lines: list[str] = []
        for row in self.sheet.rows:
            given = self._give(told[id(row)]) if id(row) in told else row.raw
            if given is not None:
                lines.append(given)
        ending: list[str] = []
        while lines and not lines[-1].strip():
            ending.append(lines.pop())
        lines += self._further()
        return "\n".join([*(row.raw for row in self.sheet.above), *self._write_header(), *lines, *ending])

    def _write_header(self) -> Iterator[str]:
        if self.sheet.header:
            same = len(self.header) == len(self.sheet.header.cells)
            yield self.sheet.header.raw if same else self._write_row(self.header)

    def _give(self, told: TableRow) -> str | None:
        """A row as it is now; None where nothing that it says is said any more."""
        claim, entry = self.claims.get(told.key), self.before.entries[told.key]
        first = entry.row is told.row
        if claim is None:
            issue = self.issues.get(told.key)
            if issue is None:
                return None
            words = {"text": issue.question} if issue.question != entry.text else {}
            return self._change(told.row, words)
        changed = self._tell_words(claim, entry, first=first) | self._tell_steps(claim, told)
        said = self._tell_voices(claim, told, changed)
        empty = not (said or told.answers or told.excludes) and changed.get("parent") == ""
        if not first and empty:
            return None
        self.told.add((claim.id,))
        return self._change(told.row, changed)

    def _tell_words(self, claim: Claim, entry: TableEntry, *, first: bool) -> dict[str, str]:
        changed: dict[str, str] = {}
        if claim.text != entry.text:
            if "text" in self.roles and (first or is_called_by_words(entry)):
                changed["text"] = claim.text
            if "id" in self.roles and "text" not in self.roles:
                changed["id"] = claim.text
        if first:
            now, was = self.facts.own(claim), self.old.own(self.old.index.claims[entry.id])
            roles = {role for role in (*now, *was) if now.get(role) != was.get(role)} - {"text", "id"}
            changed |= {role: now.get(role, "") for role in roles}
            if "title" in roles and entry.cell("title") == now.get("title", ""):
                del changed["title"]
        return changed

    def _tell_steps(self, claim: Claim, told: TableRow) -> dict[str, str]:
        """The cells of a row that are others now, by what became of its steps."""
        changed: dict[str, str] = {}
        targets = [
            target
            for came in told.steps
            if (target := self._tell_step(claim, told, came, changed, alone=len(told.steps) == 1)) is not None
        ]
        targets += self._tell_relations(claim, told)
        keys = [*(came.target for came in told.steps), *told.answers, *told.excludes]
        if targets != keys:
            changed["parent"] = "; ".join(targets)
            if not targets:
                changed |= {"relation": "", **({"step": ""} if told.cell("step") else {})}
        return changed

    def _tell_step(
        self, claim: Claim, told: TableRow, came: StepKey, changed: dict[str, str], *, alone: bool
    ) -> str | None:
        """What a step bears on now; None where it is no more, or bears so otherwise that it needs another row."""
        step = self.steps.get(came)
        if step is None or claim.id not in step.premises or (step.bearing is not came.bearing and not alone):
            return None
        if step.bearing is not came.bearing:
            changed["relation"] = str(step.bearing)
        self.told.add((claim.id, step.id))
        apart = self.facts.step(step).get("step", "")
        if apart and apart != told.cell("step"):
            changed["step"] = apart
        return self.facts.names.of[step.target]

    def _tell_relations(self, claim: Claim, told: TableRow) -> Iterator[str]:
        """What a row says that its claim answers or excludes, and still does."""
        for key in told.answers:
            issue = self.issues.get(key)
            if issue and issue.id in claim.answers:
                self.told.add((claim.id, issue.id))
                yield self.facts.names.of[issue.id]
        for key in told.excludes:
            other = self.claims.get(key)
            if other and (other.id in claim.contradicts or claim.id in other.contradicts):
                self.told |= {(claim.id, other.id), (other.id, claim.id)}
                yield self.facts.names.of[other.id]

    def _tell_voices(self, claim: Claim, told: TableRow, changed: dict[str, str]) -> bool:
        """Whether anybody whom a row names still says so; those who do not are taken out."""
        people = self.facts.people
        now = {(people.get(said.by, said.by), said.act) for said in self.facts.index.voices[claim.id]}
        left = [(name, act) for name, act in told.voices if (name, act) in now]
        self.told |= {(claim.id, name, str(act)) for name, act in left}
        if left != told.voices:
            changed["who"] = "; ".join(name for name, _ in left)
        return bool(left)

    def _further(self) -> Iterator[str]:
        """Rows for what no row says yet."""
        rows = [row for issue in self.facts.map.issues for row in self._ask(issue)]
        for claim in self.facts.map.claims:
            rows += self._add(claim)
        for row in rows:
            cells = [""] * max(len(self.header), max(self.roles.values()) + 1)
            for role, words in row.items():
                n = self._place(role)
                if n is not None:
                    cells += [""] * (n + 1 - len(cells))
                    cells[n] = guard(words)
            yield self._write_row(cells)

    def _ask(self, issue: Issue) -> Iterator[dict[str, str]]:
        known = issue.id in self.facts.names.key_of or any(issue.id == other.id for other in self.old.map.issues)
        answered = any(issue.id in claim.answers[:1] for claim in self.facts.map.claims)
        if not known and not answered:
            yield {**self._name(issue.id, issue.question), "text": issue.question, "type": "question"}

    def _name(self, record_id: str, words: str) -> dict[str, str]:
        """The cells that say whom a row is about."""
        if {"id", "text"} <= self.roles.keys():
            return {"id": self.facts.names.of[record_id]}
        return {"id" if "text" not in self.roles else "text": words}

    def _add(self, claim: Claim) -> Iterator[dict[str, str]]:
        """The rows that a claim still needs."""
        name = self._name(claim.id, claim.text)
        entry = self.before.entries.get(self.facts.names.key_of.get(claim.id, ""))
        rows = [*self._untold_steps(claim), *self._untold_voices(claim)]
        own = self.facts.own(claim) if (claim.id,) not in self.told else {}
        if entry and entry.row is None:  # its words stand where something bears on it
            was = self.old.own(self.old.index.claims[entry.id])
            own = {role: words for role, words in own.items() if was.get(role) != words and role != "text"}
        if own:
            rows = [own | (rows[0] if rows else {}), *rows[1:]]
        for row in rows:
            yield {**row, **name}

    def _untold_steps(self, claim: Claim) -> Iterator[dict[str, str]]:
        for step in self.facts.index.with_premise[claim.id]:
            if (claim.id, step.id) not in self.told:
                yield self.facts.step(step)
        for other in claim.contradicts:
            if (claim.id, other) not in self.told and other in self.facts.names.of:
                yield {"relation": "contradicts", "parent": self.facts.names.of[other]}

    def _untold_voices(self, claim: Claim) -> Iterator[dict[str, str]]:
        for cells in self.facts.voices(claim):
            act = cells.get("act", str(Act.ASSERTS))
            names = [name for name in cells["who"].split("; ") if (claim.id, name, act) not in self.told]
            if names:
                yield {**cells, "who": "; ".join(names)}

    def _place(self, role: str) -> int | None:
        """The column for a role, a new one where there is none; None where the table has no headings."""
        if role not in self.roles and self.sheet.header:
            self.roles[role] = max(len(self.header), max(self.roles.values()) + 1)
            self.header += [""] * (self.roles[role] - len(self.header))
            self.header.append(role)
        return self.roles.get(role)

    def _change(self, row: GridRow, changed: Mapping[str, str]) -> str:
        cells = [*row.cells]
        for role, words in changed.items():
            n = self._place(role)
            if n is not None and (words or n < len(cells)):
                cells += [""] * (n + 1 - len(cells))
                cells[n] = guard(words)
        return row.raw if cells == [*row.cells] else self._write_row(cells)

    def _write_row(self, cells: Sequence[str]) -> str:
        separator = self.sheet.grid.separator
        framed = separator == "|" and self.sheet.header and self.sheet.header.raw.lstrip().startswith("|")
        if not self.sheet.grid.quoted:
            return separator.join(" ".join(cell.split()) for cell in cells)
        if framed and not any(sign in cell for cell in cells for sign in '|"\n'):
            return f"| {' | '.join(cell.strip() for cell in cells)} |"
        return separator.join(_quote(cell, separator) for cell in cells)
