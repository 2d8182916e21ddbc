"""A newer foreign file worked into a map that came from an older one, where a person may have changed it since."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from argumap.authoring import MapChange, as_list
from argumap.files import read_bytes
from argumap.mapfile import read_data, trees_kept, write_other_entries
from argumap.project.foreign_records import MOST_BYTES, RECORDS_FILE
from argumap.project.opening import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from argumap.mapfile import YamlNode
    from argumap.model import Argument, ArgumentMap, Attribution, Claim, Concept, Issue, Stakeholder
    from argumap.project.foreign_records import ForeignRecords

_SECTIONS = ("issues", "stakeholders", "concepts", "claims", "arguments")
_Entry: TypeAlias = "dict[str, YamlNode]"


@dataclass(slots=True)
class Update:
    """What a newer foreign file did to a map: ids added, changed and taken out, and where both sides changed.

    A conflict keeps what a person made of it, and says so.
    """

    added: list[str] = field(default_factory=list)
    changed_ids: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    same_file: bool = False

    @property
    def changed(self) -> bool:
        """Whether anything was written."""
        return not self.same_file

    def to_dict(self) -> dict[str, object]:
        return {
            "added": self.added,
            "changed": self.changed_ids,
            "removed": self.removed,
            "conflicts": self.conflicts,
        }


def update_map(
    folder: Path,
    records: ForeignRecords,
    before: ArgumentMap | None,
    after: ArgumentMap,
) -> tuple[Update, tuple[Path, ...]]:
    """Work a newer file into the map in ``folder``: what it did, and the files that were written.

    ``before`` is the map of the older file, ``records`` and ``after`` are those of the newer.

    What only the file changed changes, what only a person changed stays; where both did, the person's stays and is
    told. Everything is written as one, and `argumap review`'s undo takes it back. Raises `UnreadableMap` where the
    map has errors, `DoesNotFit` where it would get some.
    """
    with trees_kept():
        opened = load(folder).sound()
        mine = opened.record
        base = _call_alike(before, mine) if before else mine
        new = _call_alike(after, base, mine)
        change = MapChange(opened)
        update = Update()
        written_base, written_new = _entries(base, new)
        gone: dict[str, tuple[str, _Entry]] = {}
        _merge_sources(change, written_base["sources"], written_new["sources"], update)
        for section in _SECTIONS:
            gone |= _merge_section(change, section, written_base[section], written_new[section], update)
        _settle(change, gone, update)
        _sign(change, records)
        path = folder / RECORDS_FILE
        beside = {path: (read_bytes(path, MOST_BYTES).decode("utf-8", "surrogatepass"), records.encode())}
        change.write(f"worked {records.file} in", beside)
        return update, (*change.wrote, path)


def _sign(change: MapChange, records: ForeignRecords) -> None:
    for data in change.data.values():
        if "argumap" in data:
            data["origin"] = {"format": records.format, "file": records.file, "digest": records.digest}


_Sections: TypeAlias = "Mapping[str, Mapping[str, _Entry]]"


def _entries(base: ArgumentMap, new: ArgumentMap) -> tuple[_Sections, _Sections]:
    """What both maps write of each record; of one that is written alike in both, nothing."""
    before, after = write_other_entries(base, new)
    return _parse_others(before, after), _parse_others(after, before)


def _parse_others(written: Mapping[str, Mapping[str, str]], other: Mapping[str, Mapping[str, str]]) -> _Sections:
    found: dict[str, dict[str, _Entry]] = {}
    for section in ("sources", *_SECTIONS):
        texts, alike = written.get(section, {}), other.get(section, {})
        changed = {name: text for name, text in texts.items() if text != alike.get(name)}
        parsed = read_data("\n".join([f"{section}:", *changed.values()])).get(section)
        entries = parsed if isinstance(parsed, dict) else {}
        kept = {name: entries.get(name) for name in texts}
        found[section] = {name: entry if isinstance(entry, dict) else {} for name, entry in kept.items()}
    return found


def _merge_sources(
    change: MapChange, before: Mapping[str, _Entry], after: Mapping[str, _Entry], update: Update
) -> None:
    """Merge what is cited. A source that the file has no more stays: it says nothing by itself."""
    mine = dict(change.entries("sources"))
    for source_id, entry in after.items():
        if source_id in mine:
            _merge_entry(mine[source_id], before.get(source_id, {}), entry, f"source:{source_id}", update)
        elif source_id not in before:
            change.add("sources", source_id, dict(entry))
            update.added.append(f"source:{source_id}")


def _merge_section(
    change: MapChange,
    section: str,
    before: Mapping[str, _Entry],
    after: Mapping[str, _Entry],
    update: Update,
) -> dict[str, tuple[str, _Entry]]:
    """Merge a section; what was taken out of it, by id."""
    mine = dict(change.entries(section))
    gone: dict[str, tuple[str, _Entry]] = {}
    last = ""
    for record_id, entry in after.items():
        if record_id in mine:
            _merge_entry(mine[record_id], before.get(record_id, {}), entry, record_id, update)
            last = record_id
        elif record_id not in before and change.index.kind(record_id) is not None:
            update.conflicts.append(f"{record_id} was drawn in the map, and is new in the file")
        elif record_id not in before:
            change.add(section, record_id, dict(entry), after=last)
            update.added.append(record_id)
            last = record_id
        elif entry != before[record_id]:
            update.conflicts.append(f"{record_id} was taken out of the map, and the file changed it")
    for record_id, entry in before.items():
        if record_id in after or record_id not in mine:
            continue
        if mine[record_id] == entry:
            gone[record_id] = (section, mine[record_id])
            change.remove(section, record_id)
            update.removed.append(record_id)
        else:
            update.conflicts.append(f"{record_id} was changed in the map, and the file has it no more")
    return gone


def _merge_entry(mine: _Entry, before: _Entry, after: _Entry, record_id: str, update: Update) -> None:
    touched = False
    for key in dict.fromkeys((*before, *after)):
        old, new, own = before.get(key), after.get(key), mine.get(key)
        if new in (old, own):
            continue
        if own != old:
            update.conflicts.append(f"{record_id}: {key} was changed both in the map and in the file")
        elif new is None:
            del mine[key]
            touched = True
        else:
            mine[key] = new
            touched = True
    if touched:
        update.changed_ids.append(record_id)


def _settle(change: MapChange, gone: dict[str, tuple[str, _Entry]], update: Update) -> None:
    """Put back what the file has no more and the map still refers to, and leave out what refers to nothing."""
    while True:
        users = _find_missing(change, gone)
        back = [name for name in users if name in gone]
        added = set(update.added)
        dangling = {
            user for name, named in users.items() if name not in back for user in named if user[1] in added
        }
        if not back and not dangling:
            return
        for name in back:
            _put_back(change, name, gone.pop(name), update)
            needing = ", ".join(record_id for _, record_id in users[name][:3])
            update.conflicts.append(f"{name} stays, for {needing} needs it, and the file has it no more")
        for section, record_id in sorted(dangling):
            change.remove(section, record_id)
            update.added.remove(record_id)
            update.conflicts.append(f"{record_id} is new in the file, and needs what was taken out of the map")


def _find_missing(change: MapChange, gone: Mapping[str, tuple[str, _Entry]]) -> dict[str, list[tuple[str, str]]]:
    """What entries refer to and no file has, with those entries; a claim's own arguments have no entry."""
    there = {record_id for section in _SECTIONS for record_id, _ in change.entries(section)}
    missing: dict[str, list[tuple[str, str]]] = {}
    for section in _SECTIONS:
        for record_id, entry in change.entries(section):
            for other in _find_references(entry):
                if other not in there and (other in gone or "/" not in other):
                    missing.setdefault(other, []).append((section, record_id))
    return missing


def _put_back(change: MapChange, name: str, held: tuple[str, _Entry], update: Update) -> None:
    section, entry = held
    change.add(section, name, entry)
    update.removed.remove(name)


_REFERENCES = (
    "premises",
    "supports",
    "attacks",
    "undercuts",
    "rephrases",
    "contradicts",
    "answers",
    "about",
    "affiliation",
)


def _find_references(entry: _Entry) -> Iterator[str]:
    for key in _REFERENCES:
        yield from (name for name in as_list(entry.get(key)) if isinstance(name, str))
    for said in as_list(entry.get("said")):
        holder: _Entry = said if isinstance(said, dict) else {"by": said}
        for name in (*as_list(holder.get("by")), *as_list(holder.get("via"))):
            if isinstance(name, str):
                yield name


def _call_alike(record: ArgumentMap, *others: ArgumentMap) -> ArgumentMap:
    """A record with the ids that ``others`` have for the same foreign things, the last first; else free ones."""
    naming = _Naming(others)
    naming.call_things(record)
    naming.call_steps(record)
    return _renamed(record, naming.ids)


class _Naming:
    """The ids of foreign things, ``own`` by what tells them, ``taken`` by anything, and ``ids`` as given."""

    def __init__(self, others: Sequence[ArgumentMap]) -> None:
        self.taken = {known.id for other in others for kind in (*_kinds(other), other.arguments) for known in kind}
        self.ids: dict[str, str] = {}
        self.own: dict[tuple[str, ...], str] = {}
        for other in others:
            self.own |= dict(_tell_apart(other))

    def call_things(self, record: ArgumentMap) -> None:
        for kind in _kinds(record):
            for known in kind:
                told = _foreign(known) or ("person", getattr(known, "name", ""))
                asked = ("asked", getattr(known, "question", ""))
                self.ids[known.id] = self.own.get(told) or self.own.get(asked, "")
        for old in [name for name, made in self.ids.items() if not made]:
            self._call(old)

    def call_steps(self, record: ArgumentMap) -> None:
        whole = Counter(step.origin.id for step in record.arguments if step.origin)
        for step in _in_calling_order(record):
            target = self.ids.get(step.target, step.target)
            alone = step.origin is not None and whole[step.origin.id] == 1
            drawn = _content(step, [self.ids[premise] for premise in step.premises], target)
            ways = (_foreign_step(step, target), (alone and _foreign(step)) or (), drawn)
            self.ids[step.id] = next((self.own[way] for way in ways if way in self.own), "")
            if not self.ids[step.id]:
                self._call(step.id)

    def _call(self, record_id: str) -> None:
        self.ids[record_id] = _free(record_id, self.ids, self.taken)
        self.taken.add(self.ids[record_id])


def _tell_apart(record: ArgumentMap) -> Iterator[tuple[tuple[str, ...], str]]:
    """The ids of what is in a map, by what tells it from other foreign things."""
    for person in record.stakeholders:
        yield ("person", person.name), person.id
    for issue in record.issues:
        if not issue.origin:  # a person's, or one that was made for a list when no origin was noted
            yield ("asked", issue.question), issue.id
    for kind in (*_kinds(record), record.arguments):
        yield from ((foreign, known.id) for known in kind if (foreign := _foreign(known)))
    for step in record.arguments:
        came = _foreign_step(step, step.target) if step.origin else _content(step, step.premises, step.target)
        yield came, step.id


def _in_calling_order(record: ArgumentMap) -> Iterator[Argument]:
    """The steps, each behind the one that it bears on; those in a circle as they stand."""
    steps = {step.id: step for step in record.arguments}
    done: set[str] = set()
    for step in record.arguments:
        path: dict[str, Argument] = {}
        here: Argument | None = step
        while here is not None and here.id not in done and here.id not in path:
            path[here.id] = here
            here = steps.get(here.target)
        done |= path.keys()
        yield from reversed(path.values())


def _foreign_step(step: Argument, target: str) -> tuple[str, ...]:
    """What tells a step from the others that one foreign inference became: how it bears, and on what."""
    return ("step", (step.origin.id if step.origin else None) or step.id, step.bearing, target)


def _content(step: Argument, premises: Iterable[str], target: str) -> tuple[str, ...]:
    """What a step is that a person drew: the same as one that the file has now."""
    return ("drawn", step.bearing, target, *sorted(premises))


def _kinds(record: ArgumentMap) -> Sequence[Sequence[Issue | Claim | Stakeholder | Concept]]:
    return (record.issues, record.claims, record.stakeholders, record.concepts)


def _foreign(record: object) -> tuple[str, str] | None:
    origin = getattr(record, "origin", None)
    return (type(record).__name__, origin.id) if origin is not None and origin.id else None


def _free(wanted: str, ids: Mapping[str, str], taken: set[str]) -> str:
    """``wanted`` with its parts called as they are now, and a number where something else has that id."""
    made = "/".join(ids.get(part) or part for part in wanted.split("/"))
    n, base = 2, made
    while made in taken:
        made, n = f"{base}-{n}", n + 1
    return made


def _renamed(record: ArgumentMap, ids: Mapping[str, str]) -> ArgumentMap:
    def call(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(ids.get(name, name) for name in names)

    return replace(
        record,
        issues=tuple(replace(issue, id=ids[issue.id]) for issue in record.issues),
        claims=tuple(
            replace(
                claim,
                id=ids[claim.id],
                answers=call(claim.answers),
                about=call(claim.about),
                contradicts=call(claim.contradicts),
                rephrases=call(claim.rephrases),
            )
            for claim in record.claims
        ),
        arguments=tuple(
            replace(step, id=ids[step.id], premises=call(step.premises), target=ids.get(step.target, step.target))
            for step in record.arguments
        ),
        stakeholders=tuple(
            replace(person, id=ids[person.id], affiliation=call(person.affiliation))
            for person in record.stakeholders
        ),
        concepts=tuple(replace(thing, id=ids[thing.id]) for thing in record.concepts),
        attributions=tuple(_readdress(said, ids) for said in record.attributions),
    )


def _readdress(said: Attribution, ids: Mapping[str, str]) -> Attribution:
    via = tuple(ids.get(reporter, reporter) for reporter in said.via)
    return replace(said, by=ids.get(said.by, said.by), of=ids.get(said.of, said.of), via=via)
