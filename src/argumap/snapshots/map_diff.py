"""Compares two maps: what was added, removed, renamed, reworded, moved or flipped, and who says otherwise now.

Both maps are laid out in canonical form and only lines that differ are read, so the work grows with the edits.
Identity is the id. `apply` turns the old map into the new one by the changes alone: nothing is left out.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from argumap.errors import ArgumapError, DoesNotFit
from argumap.model import Argument, ArgumentMap, Attribution, Bearing, Claim, Section, Source
from argumap.snapshots.canonical_form import (
    SHAPES,
    Snapshot,
    build_map,
    build_snapshot,
    key_of,
    kind_of,
    parse_lines,
)
from argumap.snapshots.change_records import (
    Added,
    Attributed,
    FieldChanged,
    Flipped,
    Followed,
    HeadChanged,
    Moved,
    PremisesChanged,
    Reanchored,
    Reattributed,
    Removed,
    Renamed,
    Reordered,
    Retyped,
    Reworded,
    TitleChanged,
    Unattributed,
)
from argumap.snapshots.map_head import read_head
from argumap.snapshots.record_order import LinkedOrder, find_moves, move
from argumap.snapshots.renames import (
    Renames,
    find_moved_arguments,
    find_renames,
    follow,
    follow_head,
    is_alike,
    is_sugar,
    named_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argumap.model import Passage
    from argumap.snapshots.canonical_form import Record
    from argumap.snapshots.change_records import Change

    Key = tuple[str, str]

_KINDS: Final = ("source", "section", "issue", "stakeholder", "concept", "claim", "argument")
_WITH_ID: Final = ("source", "stakeholder", "concept", "issue", "claim")
_ORDERED: Final = ("source", "issue", "claim")
_TEXTS: Final = frozenset({("claim", "text"), ("claim", "title"), ("issue", "question"), ("argument", "warrant")})
# Two unrelated maps share an id now and then, and a tenth of what one has; among fewer claims nobody can tell.
_IN_COMMON: Final = 0.1
_FEW: Final = 5


def compare(old: ArgumentMap | Snapshot, new: ArgumentMap | Snapshot) -> tuple[Change, ...]:
    """The changes that turn ``old`` into ``new``, so that applying them to ``old`` gives ``new``.

    The order is one in which the changes can be applied: what follows a renaming, renamings, removals, then
    what changed and came, kind by kind in the order of the map. Raises `DamagedFile` for a damaged snapshot.
    """
    before, after = _as_snapshot(old), _as_snapshot(new)
    if before == after:
        return ()
    order = {kind: after.keys[kind] for kind in _ORDERED}
    _ = before.keys  # a damaged one is refused before anything is compared
    stayed = set(before.lines).intersection(after.lines)
    went, unsaid = _parted([line for line in before.lines if line not in stayed], before.name)
    came, said = _parted([line for line in after.lines if line not in stayed], after.name)
    renames, by_hand = _find_all_renames(went, came, guessing=not are_strangers(before, after))
    changes: list[Change] = [
        *_compare_heads(follow_head(before.head, renames), follow_head(after.head, Renames()))
    ]
    changes += _followed(went, unsaid, renames, by_hand)
    changes += by_hand
    followed = (follow(record, renames) for record in went.values())
    were = {(kind_of(record), key_of(record)): record for record in followed}
    _settle_contradictions(were)
    changes += (Removed(record) for key, record in were.items() if key not in came)
    changes += _changed(were, came, order)
    changes += _compare_voices([follow(record, renames) for record in unsaid], said)
    changes += _reordered(before, order, renames, changes)
    return tuple(changes)


def apply(old: ArgumentMap | Snapshot, changes: Iterable[Change]) -> ArgumentMap:
    """The map that ``changes`` make of ``old``, in canonical order.

    Raises `DoesNotFit` where a change does not fit, since it speaks of another map.
    """
    draft = _Draft(_as_snapshot(old).map)
    changes = tuple(changes)
    try:
        for change in changes:
            draft.apply(change)
        return build_snapshot(draft.build(changes)).map
    except ArgumapError:
        raise
    except KeyError as error:
        raise DoesNotFit(f"the changes do not fit the map: {error.args[0]!r} is not in it") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise DoesNotFit("the changes do not fit the map: one of them is damaged") from error


class _Draft:
    """A map on its way to another: records and stands by their keys, and the order that the old map had."""

    def __init__(self, before: ArgumentMap) -> None:
        self.head = read_head(before)
        self.head_changes: dict[str, object] = {}
        self.records: dict[Key, Record] = {
            (kind, key_of(record)): record for kind in _KINDS for record in getattr(before, SHAPES[kind].plural)
        }
        self.order = {kind: [key_of(r) for r in getattr(before, SHAPES[kind].plural)] for kind in _ORDERED}
        self.unanchored = {
            kind: {record_id for record_id in ids if not _is_anchored(self.records[kind, record_id])}
            for kind, ids in self.order.items()
        }
        self.voices = {_voice_key(attribution): attribution for attribution in before.attributions}
        self.renamed: dict[Key, str] = {}
        self.settled = True

    def settle(self) -> None:
        """Once all renamings are done, put the contradictions in their order."""
        if not self.settled:
            self.settled = True
            _settle_contradictions(self.records)

    def apply(self, change: Change) -> None:
        if not isinstance(change, TitleChanged | HeadChanged | Followed | Renamed):
            self.settle()
        match change:
            case TitleChanged():
                self.head_changes["title"] = change.new
            case HeadChanged():
                self.head_changes[change.field] = change.new
            case Followed(Attribution()) | Attributed() | Unattributed() | Reattributed():
                self._apply_to_voice(change)
            case Renamed():
                self.settled = False
                self.renamed[change.kind, change.old] = change.new
                _apply_to_record(self.records, change)
            case Reordered():
                pass
            case FieldChanged("claim", key, "contradicts", old, new):
                _apply_to_record(self.records, change)
                self._forget_contradictions(key, {*old} - {*new})
            case _:
                _apply_to_record(self.records, change)

    def _forget_contradictions(self, key: str, others: Iterable[str]) -> None:
        """After a renaming the other claim may hold what the changed one held."""
        for other in others:
            claim = self.records.get(("claim", other))
            if isinstance(claim, Claim) and key in claim.contradicts:
                kept = tuple(named for named in claim.contradicts if named != key)
                self.records["claim", other] = replace(claim, contradicts=kept)

    def build(self, changes: Sequence[Change]) -> ArgumentMap:
        """The new map; ``changes`` say which records move in its order."""
        self.settle()
        arranged: list[Record] = []
        for kind in _ORDERED:
            ids = [self._now(kind, record_id) for record_id in self.order[kind]]
            loose = {self._now(kind, record_id) for record_id in self.unanchored[kind]}
            arranged += [self.records.pop((kind, record_id)) for record_id in _arranged(kind, ids, loose, changes)]
        head = {**follow_head(self.head, _renames_in(changes)), **self.head_changes}
        return build_map(head, [*arranged, *self.records.values(), *self.voices.values()])

    def _now(self, kind: str, record_id: str) -> str:
        return self.renamed.get((kind, record_id), record_id)

    def _apply_to_voice(self, change: Change) -> None:
        match change:
            case Followed(Attribution() as record):
                del self.voices[_voice_key(record)]
                self._say(follow(record, Renames(dict(change.ids), dict(change.sources))))
            case Attributed(record):
                self._say(record)
            case Unattributed(record):
                del self.voices[_voice_key(record)]
            case Reattributed():
                del self.voices[_voice_key(change.old)]
                self._say(change.new)

    def _say(self, attribution: Attribution) -> None:
        self.voices[_voice_key(attribution)] = attribution


def _compare_heads(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[TitleChanged | HeadChanged]:
    """What the map as a whole says otherwise, once the old one has followed what is renamed."""
    for field, was in old.items():
        if was != new[field]:
            yield TitleChanged(was, new[field]) if field == "title" else HeadChanged(field, was, new[field])


def _renames_in(changes: Iterable[Change]) -> Renames:
    """All that was renamed, by hand or because its id is made of others."""
    renames = Renames()
    for change in changes:
        match change:
            case Renamed("source", old, new):
                renames.sources[old] = new
            case Renamed(_, old, new):
                renames.ids[old] = new
            case Followed():
                renames.ids.update(change.ids)
                renames.sources.update(change.sources)
            case _:
                pass
    return renames


def _settle_contradictions(records: dict[Key, Record]) -> None:
    """Store each contradiction on the claim whose id sorts first, which after a renaming may be the other one."""
    for (kind, key), claim in tuple(records.items()):
        if not isinstance(claim, Claim) or not claim.contradicts or claim.id < min(claim.contradicts):
            continue
        late = [other for other in claim.contradicts if other < key and (kind, other) in records]
        records[kind, key] = replace(claim, contradicts=tuple(o for o in claim.contradicts if o not in late))
        for other in late:
            first = records[kind, other]
            if isinstance(first, Claim) and key not in first.contradicts:
                records[kind, other] = replace(first, contradicts=tuple(sorted((*first.contradicts, key))))


def _as_snapshot(given: ArgumentMap | Snapshot) -> Snapshot:
    return given if isinstance(given, Snapshot) else build_snapshot(given)


def _parted(lines: Sequence[bytes], name: str) -> tuple[dict[Key, Record], list[Attribution]]:
    records: dict[Key, Record] = {}
    voices: list[Attribution] = []
    for record in parse_lines(lines, name):
        if isinstance(record, Attribution):
            voices.append(record)
        else:
            records[kind_of(record), key_of(record)] = record
    return records, voices


def are_strangers(old: Snapshot, new: Snapshot) -> bool:
    """Whether two maps have so few claims in common that likeness between others of them is chance.

    In common are those that stand in both under one id in similar words, or under two ids without a guess.
    """
    before, after = old.lines_of("claim"), new.lines_of("claim")
    fewest = min(len(before), len(after))
    stayed = set(before).intersection(after)
    if fewest < _FEW or len(stayed) >= _IN_COMMON * fewest:
        return False
    went, came = _claims_of(old, stayed), _claims_of(new, stayed)
    same = {claim_id for claim_id, claim in went.items() if claim_id in came and is_alike(claim, came[claim_id])}
    found = find_renames(
        [claim for claim_id, claim in went.items() if claim_id not in came],
        [claim for claim_id, claim in came.items() if claim_id not in went],
    )
    return len(stayed) + len(same) + sum(each.guess is None for each in found) < _IN_COMMON * fewest


def _claims_of(snapshot: Snapshot, stayed: set[bytes]) -> Mapping[str, Claim]:
    lines = [line for line in snapshot.lines_of("claim") if line not in stayed]
    return {claim.id: claim for claim in parse_lines(lines, snapshot.name) if isinstance(claim, Claim)}


def _find_all_renames(
    went: Mapping[Key, Record], came: Mapping[Key, Record], *, guessing: bool
) -> tuple[Renames, list[Renamed]]:
    """All renames, and of them those that somebody made rather than what sugar gave."""
    old, new = _only_in(went, came), _only_in(came, went)
    renames = Renames()
    by_hand: list[Renamed] = []
    for kind in _WITH_ID:
        found = [each for each in find_renames(old[kind], new[kind]) if guessing or each.guess is None]
        (renames.sources if kind == "source" else renames.ids).update((each.old, each.new) for each in found)
        by_hand += (Renamed(kind, each.old, each.new, each.guess) for each in found)
    moved = find_moved_arguments(old["argument"], new["argument"], renames, guessing=guessing)
    renames.ids |= {each.old: each.new for each in moved}
    arguments = {argument.id: argument for argument in (*old["argument"], *new["argument"])}
    by_hand += (
        Renamed("argument", each.old, each.new, each.guess)
        for each in moved
        if not (is_sugar(arguments[each.old]) and is_sugar(arguments[each.new]))
    )
    return renames, by_hand


# Any: under each kind stand records of its class alone.
def _only_in(mine: Mapping[Key, Record], others: Mapping[Key, Record]) -> Mapping[str, list[Any]]:
    """The records that the others do not have, by kind."""
    only: defaultdict[str, list[Any]] = defaultdict(list)
    for key, record in mine.items():
        if key not in others:
            only[key[0]].append(record)
    return only


def _followed(
    went: Mapping[Key, Record],
    unsaid: Iterable[Attribution],
    renames: Renames,
    by_hand: Iterable[Renamed],
) -> Iterator[Followed]:
    if not renames:
        return
    own = {(renamed.kind, renamed.old) for renamed in by_hand}
    for key, record in [*went.items(), *((("attribution", ""), record) for record in unsaid)]:
        named = named_in(record, renames)
        if key in own:
            (named.sources if key[0] == "source" else named.ids).pop(key[1])
        if named:
            yield Followed(record, tuple(named.ids.items()), tuple(named.sources.items()))


def _changed(
    were: Mapping[Key, Record], came: Mapping[Key, Record], order: Mapping[str, Sequence[str]]
) -> Iterator[Change]:
    previous = {kind: dict(zip(ids, ("", *ids), strict=False)) for kind, ids in order.items()}
    for (kind, key), record in came.items():
        after = previous[kind][key] if kind in order else None
        old = were.get((kind, key))
        if old is None:
            yield Added(record, after)
        else:
            yield from _compare_fields(kind, key, old, record, after)


def _compare_fields(kind: str, key: str, old: Record, new: Record, after: str | None) -> Iterator[Change]:
    for field in SHAPES[kind].defaults:
        was, now = getattr(old, field), getattr(new, field)
        if was == now or (isinstance(was, tuple) and field != "compares" and set(was) == set(now)):
            continue
        match kind, field:
            case _ if (kind, field) in _TEXTS:
                yield Reworded(kind, key, field, was, now)
            case _, "type":
                yield Retyped(kind, key, _value(was), _value(now))
            case _, "at":
                yield Reanchored(kind, key, was, now, after)
            case "argument", "target":
                yield Moved(key, was, now)
            case "argument", "bearing":
                yield Flipped(key, was, now)
            case "argument", "premises":
                yield PremisesChanged(key, was, now)
            case _:
                yield FieldChanged(kind, key, field, was, now)


def _value(member: object) -> str | None:
    return None if member is None else str(member)


def _compare_voices(old: Iterable[Attribution], new: Iterable[Attribution]) -> Iterator[Change]:
    """Pairs what one speaker says of one thing: by the same act, then the same chain, then as they come."""
    groups: defaultdict[tuple[str, str], tuple[list[Attribution], list[Attribution]]] = defaultdict(
        lambda: ([], [])
    )
    were = {_voice_key(a): a for a in old}
    are = {_voice_key(a): a for a in new}
    for side, mine, others in ((0, were, are), (1, are, were)):
        for key, attribution in mine.items():
            if key not in others:
                groups[attribution.of, attribution.by][side].append(attribution)
    for went, came in groups.values():
        for same in (lambda a: (a.act, a.via), lambda a: a.act, lambda a: a.via, lambda a: None):
            for attribution in tuple(went):
                match = next((other for other in came if same(other) == same(attribution)), None)
                if match is not None:
                    went.remove(attribution)
                    came.remove(match)
                    yield Reattributed(attribution, match)
        yield from map(Unattributed, went)
        yield from map(Attributed, came)


def _reordered(
    before: Snapshot, order: Mapping[str, Sequence[str]], renames: Renames, changes: Sequence[Change]
) -> Iterator[Reordered]:
    for kind, ids in order.items():
        names = renames.sources if kind == "source" else renames.ids
        were = [names.get(record_id, record_id) for record_id in before.keys[kind]]
        lines = before.lines_of(kind)
        loose = {now for now, line in zip(were, lines, strict=True) if b'"at":"' not in line}
        if not loose and all(_follows_its_place(change, kind) for change in changes):
            continue
        arranged = _arranged(kind, were, loose, changes)
        if arranged != list(ids):
            yield Reordered(kind, find_moves(arranged, ids))


def _follows_its_place(change: Change, kind: str) -> bool:
    """Whether ``change`` leaves no record of ``kind`` without a locator, whose place would have to be told."""
    match change:
        case Added(record) if kind_of(record) == kind:
            return _is_anchored(record)
        case Reanchored() if change.kind == kind:
            return any(passage.at for passage in change.new)
        case _:
            return True


def _arranged(kind: str, ids: Sequence[str], loose: set[str], changes: Sequence[Change]) -> list[str]:
    """``ids`` as ``changes`` leave them; what has no locator goes with what it stands behind."""
    chain = LinkedOrder(ids)
    puts: list[tuple[str, str]] = []
    moves: tuple[tuple[str, str], ...] = ()
    for change in changes:
        match change:
            case Removed(record) if kind_of(record) == kind:
                chain.take(key_of(record))
            case Reanchored() if change.kind == kind and change.after is not None:
                puts.append((change.id, change.after))
            case Added(record, after) if kind_of(record) == kind:
                puts.append((key_of(record), after or ""))
            case Reordered() if change.kind == kind:
                moves = change.moves
    behind = _find_followers([record_id for record_id, _ in puts if record_id in chain], chain.ids(), loose)
    for record_id, run in behind.items():
        for follower in (record_id, *run):
            chain.take(follower)
    for record_id, after in puts:
        chain.put(record_id, after)
        last = record_id
        for follower in behind.get(record_id, ()):
            chain.put(follower, last)
            last = follower
    return move(chain.ids(), moves)


def _find_followers(heads: Iterable[str], ids: Sequence[str], loose: set[str]) -> dict[str, list[str]]:
    followers: dict[str, list[str]] = {head: [] for head in heads}
    if loose and followers:
        head: str | None = None
        for record_id in ids:
            if record_id in followers or record_id not in loose:
                head = record_id
            elif head in followers:
                followers[head].append(record_id)
    return followers


def _apply_to_record(records: dict[Key, Record], change: Change) -> None:
    match change:
        case Added(record):
            _put_in(records, kind_of(record), record)
        case Removed(record):
            del records[kind_of(record), key_of(record)]
        case Renamed():
            _set(records, change.kind, change.old, "id", change.new)
            _put_in(records, change.kind, records.pop((change.kind, change.old)))
        case Followed(record):
            kind = kind_of(record)
            old = records.pop((kind, key_of(record)))
            new = follow(old, Renames(dict(change.ids), dict(change.sources)))
            _put_in(records, kind, new)
        case Moved():
            _set(records, "argument", change.id, "target", change.new)
        case Flipped():
            _set(records, "argument", change.id, "bearing", Bearing(change.new))
        case PremisesChanged():
            _set(records, "argument", change.id, "premises", change.new)
        case Retyped():
            _set(records, change.kind, change.id, "type", SHAPES[change.kind].parse_field("type", change.new))
        case Reanchored():
            _set(records, change.kind, change.id, "at", change.new)
        case Reworded() | FieldChanged():
            _set(records, change.kind, change.id, change.field, change.new)


def _put_in(records: dict[Key, Record], kind: str, record: Record) -> None:
    key = key_of(record)
    if (kind, key) in records:
        raise DoesNotFit(f"the changes do not fit the map: {key!r} is in it already")
    records[kind, key] = record


def _set(records: dict[Key, Record], kind: str, record_id: str, field: str, value: object) -> None:
    # Any: a field that is known only by its name has no type of its own.
    parts: dict[str, Any] = {field: value}
    records[kind, record_id] = replace(records[kind, record_id], **parts)


def _is_anchored(record: Record) -> bool:
    return not isinstance(record, Source | Section | Argument) and any(p.at for p in getattr(record, "at", ()))


def _voice_key(attribution: Attribution) -> tuple[Attribution, frozenset[Passage]]:
    """What makes two attributions the same: all that they say, their passages in whatever order."""
    return replace(attribution, at=()), frozenset(attribution.at)
