"""From the rows of tables to a map: claims first, then what each row says of them."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from argumap.errors import OtherTool
from argumap.formats._acts import find_act
from argumap.formats._foreign import Imported, Loss, LossKind
from argumap.formats._sides import find_side, plain
from argumap.formats._step_ids import StepIds
from argumap.formats._tables.sheets import find_sheet
from argumap.formats._tables.sided_claim import find_sided_claim
from argumap.formats._titles import make_title, name_map
from argumap.model import (
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    ClaimType,
    Issue,
    Origin,
    Stakeholder,
    StakeholderType,
)
from argumap.text import Slugs, get_language, guess_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argumap.formats._foreign import Foreign
    from argumap.formats._tables.grid import GridRow, TableGrid
    from argumap.formats._tables.sheets import Sheet
    from argumap.formats._tables.sided_claim import SidedClaim

_LONGEST_ID = 40
_SAMPLE = 200
_OWN_ID = re.compile(r"[a-z][a-z0-9]*[a-z]{2}[a-z0-9]*(?:-[a-z0-9]+)*", re.ASCII)
_LOCATOR_LIKE = re.compile(r"s\d")
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_ISSUES = frozenset({"question", "issue", "frage", "streitfrage", "pregunta", "cuestion", "domanda", "vraag"})
_ANSWERS = frozenset({"answers", "answer", "position", "antwort", "antwort auf", "reponse", "respuesta"})
_EXCLUDES = frozenset({"contradicts", "contradiction", "contradictory", "contrary", "excludes", "unvereinbar"})
_YES = frozenset({"yes", "true", "1", "x", "y", "ja", "oui", "si", "wahr", "vrai", "implicit"})
_LONGEST_HEADING = 100
_SIDES = {"pro": Bearing.SUPPORTS, "con": Bearing.ATTACKS}
_UNREAD = "a column that was not read"
_SUFFIXES = (".csv", ".tsv")
_PLAIN_TYPES = frozenset(
    {
        *("claim", "thesis", "statement", "argument", "reason", "premise", "conclusion", "point", "directed"),
        *("these", "behauptung", "aussage", "grund", "affirmation", "raison", "afirmacion", "razon", "argumento"),
    }
)
_OWN_COLUMNS = (
    frozenset({"source", "target", "key", "kind"}),
    frozenset({"id", "kind", "label", "text"}),
    frozenset({":START_ID", ":END_ID"}),  # those for Neo4j, and what Neo4j gives itself
    frozenset({"id:ID", "label"}),
)


@dataclass(slots=True)
class TableEntry:
    """A claim or a question of a table by its ``key``, with the row that tells its words."""

    key: str
    text: str
    row: GridRow | None
    sheet: Sheet
    asks: bool = False
    id: str = ""

    def cell(self, role: str) -> str:
        return self.row.cell(self.sheet.columns.get(role)) if self.row else ""


@dataclass(frozen=True, slots=True)
class StepKey:
    """What makes rows one step: where it stands apart, its name or its premise, and what it bears on how."""

    name: str
    bearing: Bearing
    target: str


@dataclass(slots=True)
class TableRow:
    """What a row says of the claim ``key``: the steps from it, what it answers, who says it.

    ``role`` is that of the column for one side in which a reason stands. ``step`` bears on what the row does not
    name: the claim that such a column, or a list of reasons, is about.
    """

    row: GridRow
    sheet: Sheet
    key: str
    steps: list[StepKey] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    excludes: list[str] = field(default_factory=list)
    voices: list[tuple[str, Act]] = field(default_factory=list)
    role: str = ""
    step: StepKey | None = None

    def cell(self, role: str) -> str:
        return self.row.cell(self.sheet.columns.get(role))


@dataclass(slots=True)
class TableReading:
    """What was read of tables, so that it can be given back row by row."""

    sheets: list[Sheet] = field(default_factory=list)
    grids: Sequence[TableGrid] = ()
    entries: dict[str, TableEntry] = field(default_factory=dict)
    rows: list[TableRow] = field(default_factory=list)
    steps: dict[StepKey, dict[str, None]] = field(default_factory=dict)
    layers: list[StepKey] = field(default_factory=list)
    step_ids: dict[StepKey, str] = field(default_factory=dict)
    sided: list[tuple[TableRow, Bearing, str]] = field(default_factory=list)
    tags: dict[str, str] = field(default_factory=dict)
    made: dict[str, SidedClaim] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)
    map: ArgumentMap = field(default_factory=ArgumentMap)

    def aside(self, why: str, where: str) -> None:
        self.losses.append(Loss(LossKind.ASIDE, why, where))

    def find_unread(self) -> list[str]:
        """The headings of columns with words that no map has a place for."""
        return [loss.id for loss in self.losses if loss.why == _UNREAD]

    def call_origin(self, key: str) -> str:
        """What the claim or the question ``key`` is called where it came from."""
        made = self.made.get(key)
        return (made.origin if made else "") or make_origin_id(key)

    def call_step_origin(self, step: StepKey) -> str:
        """The same of a step."""
        return make_step_origin(step, self.call_origin(step.target))


def make_origin_id(key: str) -> str:
    """What a claim is called where it came from: its id there, or a digest of words that are its only name."""
    if len(key) <= _LONGEST_ID:
        return key
    return f"#{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def make_step_origin(key: StepKey, target: str) -> str:
    """The same of a step, whose ``target`` is called so."""
    if key.name.startswith("\n"):
        return f"{make_origin_id(key.name[1:])} → {target}"
    return f"{make_origin_id(key.name)} ⇒ {target}"


def recognise_grids(grids: Sequence[TableGrid], asked: Mapping[str, str], file: str) -> str:
    """By what rows are known to be a table of claims; "" where they are none."""
    try:
        sheets = [sheet for grid in grids if (sheet := find_sheet(grid, asked, file))]
    except OtherTool:
        return _recognise_without(grids, file) if asked else ""
    wide = [*_find_wide(sheets, named=bool(asked) or file.casefold().endswith(_SUFFIXES))]
    if not wide or any(_is_own(sheet) for sheet in wide):
        return ""
    return "its headings are those of a table of claims" if wide[0].header else "a column says a side in every row"


def _find_wide(sheets: Sequence[Sheet], *, named: bool) -> Iterator[Sheet]:
    """The sheets that may be tables. Where nobody ``named`` one, a column of claims alone could be any text."""
    for sheet in sheets:
        if any(not row.blank for row in sheet.rows) and (
            named or (len(sheet.columns) > 1 and not _is_sentence(sheet))
        ):
            yield sheet


def _is_sentence(sheet: Sheet) -> bool:
    """Whether what passes for headings is a sentence that lists words."""
    return sheet.header is not None and any(len(cell) > _LONGEST_HEADING for cell in sheet.header.cells)


def _recognise_without(grids: Sequence[TableGrid], file: str) -> str:
    """By what a table is known in which a column that is asked for is not: reading it tells which that is."""
    named = "you say what its columns are for" if file.casefold().endswith(_SUFFIXES) else ""
    return recognise_grids(grids, {}, file) or named


def _is_own(sheet: Sheet) -> bool:
    rows = (*sheet.above, *([sheet.header] if sheet.header else []))
    return any(own <= set(row.cells) for own in _OWN_COLUMNS for row in rows)


def read_grids(grids: Sequence[TableGrid], foreign: Foreign, asked: Mapping[str, str]) -> TableReading:
    """What tables say. Raises `OtherTool` where no column is known, with those that there are."""
    reading = TableReading(grids=grids)
    _find_sheets(reading, asked, foreign.name)
    if not reading.sheets:
        raise OtherTool(_explain(grids), foreign.name)
    if any(_is_own(sheet) for sheet in reading.sheets):
        message = "these are argumap's own tables of nodes and edges, which are only written; use --to table"
        raise OtherTool(message, foreign.name)
    _find_entries(reading, foreign.name)
    _find_relations(reading)
    title = name_map(foreign.name)
    reading.map = _make_map(reading, title)
    return reading


def _find_sheets(reading: TableReading, asked: Mapping[str, str], file: str) -> None:
    """The tables of a file. Raises `OtherTool` where a column is asked for that none of them has."""
    refused: list[OtherTool] = []
    for grid in reading.grids:
        try:
            sheet = find_sheet(grid, asked, file)
        except OtherTool as error:
            refused.append(error)
            sheet = find_sheet(grid, {}, file)
        if sheet is not None:
            reading.sheets.append(sheet)
        elif any(not row.blank for row in grid.rows):
            reading.aside("a sheet without a column that is known", grid.name or "the table")
    if refused and len(refused) == sum(any(not row.blank for row in grid.rows) for grid in reading.grids):
        raise refused[0]


def _explain(grids: Sequence[TableGrid]) -> str:
    rows = [row for grid in grids for row in grid.rows if not row.blank]
    if not rows:
        return "the table is empty"
    shown = ", ".join(repr(" ".join(cell.split())[:40]) for cell in rows[0].cells[:12])
    return f"no column says that it holds claims ({shown}); say which is which: --columns text=…,parent=…"


def as_imported(reading: TableReading) -> Imported:
    """A reading as importers give it, without what is kept."""
    told = [told for sheet in reading.sheets for told in sheet.tell()]
    told += [made.told for made in reading.made.values()]
    return Imported(reading.map, losses=tuple(reading.losses), told=tuple(told))


def _find_entries(reading: TableReading, file: str) -> None:
    """The claims of all rows, in their order; where words are the only name, those that a row bears on as well."""
    named = any({"id", "text"} <= sheet.columns.keys() for sheet in reading.sheets)
    for sheet in reading.sheets:
        about = _note_made(reading, sheet, file)
        _tell_rest(sheet, reading)
        for row in sheet.rows:
            text = row.cell(sheet.columns.get("text"))
            key = row.cell(sheet.columns.get("id")) or text
            if key:
                _note_above(reading, row, sheet, named=named)
            _note_sides(reading, row, sheet, key or (about.text if about else ""))
            if key and _note_entry(reading, row, sheet, key, text or ("" if named else key)):
                reading.rows.append(TableRow(row, sheet, key))
            elif not key and not row.blank and not {"pro", "con"} <= sheet.columns.keys():
                reading.aside("a row without a claim", row.where)


def _note_above(reading: TableReading, row: GridRow, sheet: Sheet, *, named: bool) -> None:
    """Take in what a row bears on, where that has words there or is named by them."""
    above, words = (row.cell(sheet.columns.get(role)) for role in ("parent", "parent-text"))
    alone = not named and not {"id", "text"} <= sheet.columns.keys()
    text = words or (above if alone else "")
    if text:
        reading.entries.setdefault(above or text, TableEntry(above or text, text, None, sheet, asks(text)))


def _note_made(reading: TableReading, sheet: Sheet, file: str) -> SidedClaim | None:
    """Take in the claim that a list of reasons is about, where no row writes it out."""
    about = find_sided_claim(sheet, file)
    if about is not None:
        reading.made.setdefault(about.text, about)
        reading.entries.setdefault(about.text, TableEntry(about.text, about.text, None, sheet))
    for row in sheet.above:
        if not row.blank and not (about and about.row is row):
            reading.aside("a row above the headings", row.where)
    return about


def _note_sides(reading: TableReading, row: GridRow, sheet: Sheet, key: str) -> None:
    """Take in the reasons of a row that has a column for each side; ``key`` is the claim that they bear on."""
    for role in ("pro", "con"):
        for words in row.points(sheet.columns.get(role)):
            if key and key == row.cell(sheet.columns.get("text")):
                reading.entries.setdefault(key, TableEntry(key, key, None, sheet, asks(key)))
            reading.entries.setdefault(words, TableEntry(words, words, None, sheet))
            reading.sided.append((TableRow(row, sheet, words, role=role), _SIDES[role], key))


def _tell_rest(sheet: Sheet, reading: TableReading) -> None:
    header = sheet.header.cells if sheet.header else ()
    width = max(len(header), max(sheet.columns.values(), default=0) + 1)
    for n in range(width):
        if n not in sheet.columns.values():
            name = " ".join(header[n].split()) if n < len(header) else ""
            filled = any(n < len(row.cells) and row.cells[n].strip() for row in sheet.rows)
            if filled:
                reading.aside(_UNREAD, name or f"column {n + 1}")
    for row in sheet.rows:
        if any(cell.strip() for cell in row.cells[width:]):
            reading.aside("cells beyond the last heading", row.where)


def _note_entry(reading: TableReading, row: GridRow, sheet: Sheet, key: str, text: str) -> bool:
    """Take the claim of a row in; whether the row says anything of it."""
    known = reading.entries.get(key)
    if known is None:
        if text:
            asks = plain(row.cell(sheet.columns.get("type"))) in _ISSUES
            reading.entries[key] = TableEntry(key, text, row, sheet, asks)
    elif text and text != known.text:
        reading.aside("a second text under an id that is taken", row.where)
        return False
    elif known.row is None:
        known.row, known.sheet = row, sheet
        known.asks = plain(row.cell(sheet.columns.get("type"))) in _ISSUES or known.asks
    return True


def asks(text: str) -> bool:
    """Whether words end as a question does."""
    return text.endswith(("?", "？"))


def _find_relations(reading: TableReading) -> None:
    by_text = {entry.text: key for key, entry in reading.entries.items()}
    names = {name for told in reading.rows if (name := told.cell("step")) and name not in reading.entries}
    seen: set[tuple[object, ...]] = set()
    for told in reading.rows:
        if told.key not in reading.entries:
            reading.aside("a row about a claim that is not there", told.row.where)
            continue
        noted = len(reading.losses)
        _find_voices(reading, told)
        _find_steps(reading, told, by_text, names)
        facts = (told.key, *told.steps, *told.answers, *told.excludes, *told.voices)
        if facts in seen and len(reading.losses) == noted:
            reading.aside("a row that stands twice", told.row.where)
        seen.add(facts)
    _find_sides(reading)
    _drop_hanging(reading)


def _find_sides(reading: TableReading) -> None:
    """What the reasons in columns of their own bear on."""
    for told, side, key in reading.sided:
        above = reading.entries.get(key)
        if above is None or above.asks:
            reading.tags[told.key] = "pro" if side is Bearing.SUPPORTS else "con"
            why = "a reason with no claim to bear on, held as a claim with the tag pro or con"
            reading.losses.append(Loss(LossKind.NEARLY, why, told.row.where))
        elif key == told.key:
            reading.aside("a row that bears on itself", told.row.where)
        else:
            told.step = StepKey(f"\n{told.key}", side, key)
            reading.steps.setdefault(told.step, {})[told.key] = None


def _find_voices(reading: TableReading, told: TableRow) -> None:
    people = [name for part in told.cell("who").split(";") if (name := part.strip())]
    word = told.cell("act")
    known = find_act(word)
    act = known or Act.ASSERTS
    if people and word and known is None:
        reading.losses.append(
            Loss(LossKind.NEARLY, "an act of another name, held as an assertion", told.row.where)
        )
    if people and reading.entries[told.key].asks:
        reading.aside("who asks a question", told.row.where)
    else:
        told.voices = [(name, act) for name in dict.fromkeys(people)]


def _find_steps(reading: TableReading, told: TableRow, by_text: Mapping[str, str], names: Iterable[str]) -> None:
    above = told.cell("parent")
    if not above:
        _note_bare_side(reading, told)
        return
    word = told.cell("relation") or told.cell("type")
    for target in _find_targets(above, reading, by_text, names):
        if target not in names and target not in reading.entries:
            why = "a row beneath a claim that is not there"
        else:
            why = _relate(reading, told, target, word)
        if why:
            reading.aside(why, told.row.where)


def _note_bare_side(reading: TableReading, told: TableRow) -> None:
    """A side that a row takes without saying on what: a claim that was made for the list, or none."""
    side = find_side(told.cell("relation"))
    about = next(
        (made.text for made in reading.made.values() if reading.entries[made.text].sheet is told.sheet), ""
    )
    if reading.entries[told.key].asks:
        return
    if side is None:
        word = told.cell("relation")
        if plain(word) not in _PLAIN_TYPES | _ANSWERS | _EXCLUDES and word:
            why = f"a row whose side is none ({word[:40]!r}), held as a claim that bears on nothing"
            reading.losses.append(Loss(LossKind.NEARLY, why, told.row.where))
        return
    if about and side is not Bearing.UNDERCUTS:
        reading.sided.append((told, side, about))
    else:
        reading.tags[told.key] = "pro" if side is Bearing.SUPPORTS else "con"
        why = "a side without what it is for or against, held as a claim with the tag pro or con"
        reading.losses.append(Loss(LossKind.NEARLY, why, told.row.where))


def _find_targets(
    above: str, reading: TableReading, by_text: Mapping[str, str], names: Iterable[str]
) -> Iterator[str]:
    """What a cell names: an id, a step, the words of a claim, or several ids."""
    if above in reading.entries or above in names:
        yield above
    elif above in by_text:
        yield by_text[above]
    elif above.endswith(".0") and above[:-2] in reading.entries:  # as a column of numbers with gaps is written
        yield above[:-2]
    else:
        parts = [part.strip() for part in re.split(r"[;,|]", above) if part.strip()]
        known = all(part in reading.entries or part in names for part in parts)
        yield from parts if parts and known else [above]


def _relate(reading: TableReading, told: TableRow, target: str, word: str) -> str:
    """Note what a row says of its claim and ``target``; why it cannot be said, "" where it can."""
    entry, bare = reading.entries.get(target), plain(word)
    own = reading.entries[told.key]
    side = find_side(word)
    if own.asks:
        return "a question beneath something else"
    if target == told.key:
        return "a row that bears on itself"
    if entry is not None and entry.asks:
        if side is not None and bare not in _ANSWERS:
            return "a row for or against a question, which has no claim to bear on"
        told.answers.append(target)
        return ""
    if entry is not None and bare in _EXCLUDES:
        told.excludes.append(target)
        return ""
    if side is None:
        return f"a row whose relation is no side: {word[:40]!r}" if word else "a row without a side (pro or con)"
    if entry is None:
        if side is Bearing.SUPPORTS:
            return "a row for a step, while reasons are for claims"
        side = Bearing.UNDERCUTS
    elif side is Bearing.UNDERCUTS:
        return "an undercut of what is no step"
    step = StepKey(told.cell("step") or f"\n{told.key}", side, target)
    reading.steps.setdefault(step, {})[told.key] = None
    told.steps.append(step)
    return ""


def _drop_hanging(reading: TableReading) -> None:
    """Leave out steps that bear on no claim in the end."""
    upon: defaultdict[str, list[StepKey]] = defaultdict(list)
    for step in reading.steps:
        if step.bearing is Bearing.UNDERCUTS:
            upon[step.target].append(step)
    reading.layers = [step for step in reading.steps if step.bearing is not Bearing.UNDERCUTS]
    kept = set(reading.layers)
    for here in reading.layers:  # it grows while it is walked
        fresh = [step for step in upon.pop(here.name, ()) if step not in kept]
        kept.update(fresh)
        reading.layers += fresh
    for told in reading.rows:
        for step in [step for step in told.steps if step not in kept]:
            reading.aside("a row beneath a claim that is not there", told.row.where)
            told.steps.remove(step)
    reading.steps = {step: premises for step, premises in reading.steps.items() if step in kept}


def _make_map(reading: TableReading, title: str) -> ArgumentMap:
    entries = [*reading.entries.values()]
    sample = " ".join(entry.text for entry in entries[:_SAMPLE])
    own = {entry.key for entry in entries if _is_id(entry.key)}
    slugs = Slugs(get_language(guess_language(sample) or "en"), taken=("question", *own))
    for entry in entries:
        entry.id = entry.key if entry.key in own else slugs.make(entry.text)
    arguments = [*_make_steps(reading, slugs)]
    answers, excludes = _gather(reading, "answers"), _gather(reading, "excludes")
    issues, asked = _find_questions(reading, slugs)
    people, voices, dates = _make_voices(reading, slugs)
    return ArgumentMap(
        title=title,
        issues=issues,
        claims=tuple(
            _make_claim(
                reading,
                entry,
                tuple(dict.fromkeys((*answers[entry.key], *asked.get(entry.key, ())))),
                tuple(excludes[entry.key]),
                dated=entry.key not in dates,
            )
            for entry in entries
            if not entry.asks
        ),
        arguments=tuple(arguments),
        stakeholders=people,
        attributions=voices,
    )


def _is_id(key: str) -> bool:
    """Whether somebody's own id can be read, and so stands for itself in a map."""
    return len(key) <= _LONGEST_ID and bool(_OWN_ID.fullmatch(key)) and not _LOCATOR_LIKE.match(key)


def _gather(reading: TableReading, kind: str) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for told in reading.rows:
        for target in getattr(told, kind):
            one, other = told.key, target
            if kind == "excludes" and reading.entries[other].id < reading.entries[one].id:
                one, other = other, one
            if reading.entries[other].id not in found[one]:
                found[one].append(reading.entries[other].id)
    return found


def _find_questions(reading: TableReading, slugs: Slugs) -> tuple[tuple[Issue, ...], dict[str, list[str]]]:
    """The questions of rows and of a column of their own, and what answers the latter."""
    issues = {e.text: Issue(e.id, e.text, origin=Origin(id=make_origin_id(e.key))) for e in _asking(reading)}
    answering: dict[str, list[str]] = {}
    for told in reading.rows:
        question = told.cell("question")
        if not question or told.key not in reading.entries or reading.entries[told.key].asks:
            continue
        if question not in issues:
            made = slugs.make(question)
            issues[question] = Issue(made, question, origin=Origin(id=make_origin_id(question)))
        answering.setdefault(told.key, []).append(issues[question].id)
    for about in reading.made.values():
        if about.question:
            if about.question not in issues:
                origin = Origin(id=about.question_origin)
                issues[about.question] = Issue(slugs.make(about.question), about.question, origin=origin)
            issue = issues[about.question]
            answering.setdefault(about.text, []).append(issue.id)
    return tuple(issues.values()), answering


def _asking(reading: TableReading) -> Iterator[TableEntry]:
    return (entry for entry in reading.entries.values() if entry.asks)


def _make_claim(
    reading: TableReading, entry: TableEntry, answers: tuple[str, ...], excludes: tuple[str, ...], *, dated: bool
) -> Claim:
    made = reading.made.get(entry.key)
    return Claim(
        entry.id,
        entry.text,
        title=entry.cell("title") or make_title(entry.text),
        type=_find_type(reading, entry),
        answers=answers,
        contradicts=excludes,
        implicit=plain(entry.cell("implicit")) in _YES or (made is not None and made.question != ""),
        date=_find_day(reading, entry.row, entry.sheet) if dated else None,
        tags=tuple(dict.fromkeys(filter(None, (*_split(entry.cell("tags")), reading.tags.get(entry.key))))),
        origin=Origin(id=reading.call_origin(entry.key)),
    )


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";")]


def _find_type(reading: TableReading, entry: TableEntry) -> ClaimType | None:
    word = entry.cell("type").casefold()
    if word in set(ClaimType):
        return ClaimType(word)
    if word and find_side(word) is None and plain(word) not in _ANSWERS | _PLAIN_TYPES and entry.row:
        reading.aside("a type that is none of argumap's", entry.row.where)
    return None


def _find_day(reading: TableReading, row: GridRow | None, sheet: Sheet) -> str | None:
    """The day that a row tells, as EDTF has it."""
    cell = row.cell(sheet.columns.get("date")) if row else ""
    day = cell.partition("T")[0].partition(" ")[0]
    if _is_day(day):
        return day
    if cell and row:
        reading.aside("a date that is written otherwise than 2025-01-31", row.where)
    return None


def _is_day(words: str) -> bool:
    try:
        date.fromisoformat(f"{words}-01-01"[:10])
    except ValueError:
        return False
    return _DAY.fullmatch(words) is not None


def _make_steps(reading: TableReading, slugs: Slugs) -> Iterator[Argument]:
    step_ids = StepIds(slugs)
    by_name: dict[str, str] = {}
    for step in reading.layers:
        target = by_name[step.target] if step.target in by_name else reading.entries[step.target].id
        made = _name_step(reading, step, target, step_ids)
        reading.step_ids[step] = made
        by_name.setdefault(step.name, made)
    for step, premises in reading.steps.items():
        denies = step.bearing is Bearing.UNDERCUTS
        yield Argument(
            reading.step_ids[step],
            tuple(reading.entries[key].id for key in premises),
            step.bearing,
            by_name[step.target] if denies else reading.entries[step.target].id,
            origin=Origin(id=reading.call_step_origin(step)),
        )


def _name_step(reading: TableReading, step: StepKey, target: str, step_ids: StepIds) -> str:
    """A step's own name where it can be read, ``premise/target`` where that is free; else words of the target."""
    if _is_id(step.name) and step.name not in reading.entries and step_ids.take(step.name):
        return step.name
    premises = [reading.entries[key].id for key in reading.steps[step]]
    return step_ids.make(premises, target, f"step {target}")


def _make_voices(
    reading: TableReading, slugs: Slugs
) -> tuple[tuple[Stakeholder, ...], tuple[Attribution, ...], set[str]]:
    """Who speaks, what they say, and the claims whose day is that of what was said."""
    people: dict[str, str] = {}
    voices: dict[tuple[str, Act, str], Attribution] = {}
    dates: set[str] = set()
    for told in reading.rows:
        for name, act in told.voices:
            by = people.setdefault(name, "") or slugs.make(name, names=True)
            people[name] = by
            day = _find_day(reading, told.row, told.sheet)
            if day and reading.entries[told.key].row is told.row:
                dates.add(told.key)
            said = Attribution(by, act, reading.entries[told.key].id, date=day)
            voices.setdefault((name, act, told.key), said)
    made = tuple(Stakeholder(made, name, StakeholderType.PERSON) for name, made in people.items())
    return made, tuple(voices.values()), dates
