"""From a map to a table: rows that came in one go back as they came, as far as the map still says the same."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from argumap.formats._sides import find_side
from argumap.formats._tables.grid import guard
from argumap.formats._tables.reading import asks
from argumap.model import Act, Bearing, Index, Issue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argumap.formats._tables.grid import GridRow
    from argumap.formats._tables.reading import StepKey, TableEntry, TableReading, TableRow
    from argumap.formats._tables.sheets import Sheet
    from argumap.formats._tables.sided_claim import SidedClaim
    from argumap.model import Argument, ArgumentMap, Claim

HEADINGS = (
    *("id", "text", "relation", "parent", "step", "who", "act", "question", "title", "type", "date", "tags"),
    "implicit",
)
"""The columns of a table of ours in their order; those that a map does not use are left out."""


def write_table(record: ArgumentMap, before: TableReading | None = None) -> str:
    """A map as one table. ``before`` is what was read of the table that it came from."""
    if before is not None and len(before.sheets) != 1:
        if _is_same(before.map, record):
            return "\n".join(row.raw for grid in before.grids for row in grid.rows)
        before = None
    facts = _Facts(record, name_records(record, before), Index(record))
    given = give_back(facts, before) if before else None
    return _write_anew(facts) if given is None else given


def find_unreturned(record: ArgumentMap, before: TableReading) -> list[str]:
    """The columns that no map reads of a table that cannot go back, as a list has no room for what is new."""
    if len(before.sheets) != 1:
        return [] if _is_same(before.map, record) else before.find_unread()
    facts = _Facts(record, name_records(record, before), Index(record))
    return before.find_unread() if give_back(facts, before) is None else []


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


def give_back(facts: _Facts, before: TableReading) -> str | None:
    """A table with what changed in its rows, then rows for what is new; None where it would be another list."""
    return _GivingBack(facts, before).write()


def write_row(cells: Iterable[str], separator: str = ",") -> str:
    """Texts as one row, in which none is taken for a formula."""
    return separator.join(_quote(guard(cell), separator) for cell in cells)


def _quote(cell: str, separator: str) -> str:
    if '"' in cell or separator in cell or "\n" in cell or cell != cell.strip():
        doubled = cell.replace('"', '""')
        return f'"{doubled}"'
    return cell


def _find_closed(before: TableReading, *, points: bool) -> set[str]:
    """The columns that a list of reasons cannot be given without becoming another kind of table.

    It is about a claim that stands in no row, or has columns for a side, ``points``, and none for a claim.
    """
    roles = before.sheets[0].columns.keys()
    if not before.made and (not points or "text" in roles):
        return set()
    return {"id", "parent", "question", *(["text"] if points else [])} - roles


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
        self.points: defaultdict[tuple[int, str], list[TableRow]] = defaultdict(list)
        for told, _, _ in before.sided:
            if told.role:
                self.points[id(told.row), told.role].append(told)
        self.pointed = {told.key for points in self.points.values() for told in points}
        self.closed = _find_closed(before, points=bool(self.points))
        self.fits = True
        self.title = ""

    def write(self) -> str | None:
        self._tell_about()
        told = {id(row.row): row for row in self.before.rows if row.key in self.before.entries}
        lines: list[str] = []
        for row in self.sheet.rows:
            whole = self._give_points(row)
            given = self._give(told[id(row)], whole) if id(row) in told else self._give_list(row, whole)
            if given is not None:
                lines.append(given)
        ending: list[str] = []
        while lines and not lines[-1].strip():
            ending.append(lines.pop())
        lines += self._further()
        if not self.fits or (self.title and not self.sheet.header):
            return None
        return "\n".join([*self._write_above(), *self._write_header(), *lines, *ending])

    def _tell_about(self) -> None:
        """Find the title of a list whose claim or question is another now, or that it can have none."""
        for about in self.before.made.values():
            claim = self.claims.get(about.text)
            asked = self._find_asked(about) if about.question else ""
            if claim is None or (claim.text, asked) == (about.text, about.question):
                self.fits = claim is not None
                continue
            answers = bool(asked) and claim.text in {about.text, about.text.replace(about.question, asked)}
            states = not asked or (about.row is None and asked == about.question)
            self.title = asked if answers and asked != about.question else claim.text
            self.fits = (answers or states) and asks(self.title) is (self.title == asked)

    def _find_asked(self, about: SidedClaim) -> str:
        """The question now that a list of reasons was about; "" where it is no more."""
        came = (issue for issue in self.facts.map.issues if issue.origin)
        return next((i.question for i in came if i.origin and i.origin.id == about.question_origin), "")

    def _write_above(self) -> Iterator[str]:
        rows = {made.row for made in self.before.made.values()}
        if self.title and rows == {None}:
            yield self._write_row([guard(self.title), *[""] * (len(self.header) - 1)])
        for row in self.sheet.above:
            words = [guard(self.title) if cell.strip() else cell for cell in row.cells]
            yield self._write_row(words) if self.title and row in rows else row.raw

    def _give_points(self, row: GridRow) -> GridRow:
        """A row with the reasons in its columns for a side as they are now."""
        cells = [*row.cells]
        for role in ("pro", "con"):
            points = self.points.get((id(row), role), [])
            now = [self._tell_point(told) for told in points]
            if now != [told.key for told in points]:
                cells[self.roles[role]] = row.replace_points(self.roles[role], now)
        return row if cells == [*row.cells] else replace(row, cells=tuple(cells), raw=self._write_row(cells))

    def _tell_point(self, told: TableRow) -> str | None:
        claim = self.claims.get(told.key)
        if claim is None or (told.step and not self._bears(claim, told.step, told.step.bearing)):
            return None
        self.told.add((claim.id, "point"))
        return claim.text

    def _bears(self, claim: Claim, came: StepKey, bearing: Bearing | None) -> bool:
        """Whether a claim still bears on what it did, and so, where a ``bearing`` is asked for."""
        step = self.steps.get(came)
        there = step is not None and claim.id in step.premises
        if step is None or not there or self.facts.names.key_of.get(step.target) != came.target:
            return False
        if bearing not in {None, step.bearing} or step.bearing is Bearing.UNDERCUTS or self._is_apart(step):
            return False
        self.told.add((claim.id, step.id))
        return True

    def _is_apart(self, step: Argument) -> bool:
        return len(step.premises) > 1 or step.id in self.facts.denied

    def _give_list(self, row: GridRow, now: GridRow) -> str | None:
        return None if now is not row and now.blank else now.raw

    def _write_header(self) -> Iterator[str]:
        if self.sheet.header:
            same = len(self.header) == len(self.sheet.header.cells)
            yield self.sheet.header.raw if same else self._write_row(self.header)

    def _give(self, told: TableRow, now: GridRow) -> str | None:
        """A row as it is ``now``; None where nothing that it says is said any more."""
        claim, entry = self.claims.get(told.key), self.before.entries[told.key]
        first = entry.row is told.row
        if claim is None:
            issue = self.issues.get(told.key)
            if issue is None:
                return None
            words = {"text": issue.question} if issue.question != entry.text else {}
            return self._change(now, words)
        changed = self._tell_words(claim, entry, first=first) | self._tell_steps(claim, told)
        said = self._tell_voices(claim, told, changed)
        empty = not (said or told.answers or told.excludes) and changed.get("parent") == ""
        if not first and empty:
            return None
        self.told.add((claim.id,))
        return self._change(now, changed)

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
        if told.step and not self._bears(claim, told.step, None):
            changed["relation"] = ""
        elif told.step and (bearing := self.steps[told.step].bearing) is not told.step.bearing:
            changed["relation"] = self._call_side(bearing)
        keys = [*(came.target for came in told.steps), *told.answers, *told.excludes]
        if targets != keys:
            changed["parent"] = "; ".join(targets)
            if not targets:
                changed |= {"relation": "", **({"step": ""} if told.cell("step") else {})}
        return changed

    def _call_side(self, bearing: Bearing) -> str:
        """The word that the table has for a side."""
        words = (told.cell("relation") for told in self.before.rows)
        return next((word for word in words if find_side(word) is bearing), str(bearing))

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
        reasons = [*self._add_points(claim)]
        yield from reasons
        entry = self.before.entries.get(self.facts.names.key_of.get(claim.id, ""))
        rows = [*self._untold_steps(claim), *self._untold_voices(claim)]
        own = self.facts.own(claim) if (claim.id,) not in self.told else {}
        if entry and entry.row is None:  # its words stand where something bears on it
            stands = bool(rows or reasons) or (claim.id, "point") in self.told
            own = self._find_new(own, entry, stands=stands)
        elif reasons and own.keys() == {"text"}:
            own = {}
        if own:
            rows = [own | (rows[0] if rows else {}), *rows[1:]]
        for row in rows:
            yield {**row, **name}

    def _find_new(self, own: Mapping[str, str], entry: TableEntry, *, stands: bool) -> dict[str, str]:
        """What a claim without a row of its own says now and did not; its words where they ``stand`` nowhere."""
        was = self.old.own(self.old.index.claims[entry.id])
        new = {role: words for role, words in own.items() if was.get(role) != words and role != "text"}
        if entry.key in self.before.made and self.title:
            new.pop("question", None)
        if entry.key in self.pointed and not stands:
            new["text"] = own.get("text", "")
        return new

    def _add_points(self, claim: Claim) -> Iterator[dict[str, str]]:
        """The rows of a reason that stands in a column for its side."""
        for step in self.facts.index.with_premise[claim.id] if self.points else ():
            role = {Bearing.SUPPORTS: "pro", Bearing.ATTACKS: "con"}.get(step.bearing)
            about = self.facts.names.key_of.get(step.target) in self.before.made
            if (claim.id, step.id) in self.told or role is None or self._is_apart(step):
                continue
            if about or "text" in self.roles:
                self.told.add((claim.id, step.id))
                target = self.facts.names.of[step.target]
                yield {role: claim.text, **({} if about else self._name(step.target, target))}

    def _untold_steps(self, claim: Claim) -> Iterator[dict[str, str]]:
        for step in self.facts.index.with_premise[claim.id]:
            about = self.facts.names.key_of.get(step.target) in self.before.made
            if (claim.id, step.id) in self.told:
                continue
            if about and "relation" in self.roles and not self._is_apart(step):
                yield {"relation": self._call_side(step.bearing)}
            else:
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
        if role in self.closed:
            self.fits = False
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
