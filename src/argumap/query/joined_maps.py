"""Several maps as one: stakeholders and concepts joined, everything else under its map's name."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from argumap.errors import CallError
from argumap.model import ArgumentMap, Concept, Stakeholder
from argumap.wording import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from argumap.model import Passage

Record = TypeVar("Record")
Joined = TypeVar("Joined", Stakeholder, Concept)
Member = tuple[str, str]  # the name of a map and an id in it


def join_maps(maps: Mapping[str, ArgumentMap]) -> ArgumentMap:
    """The maps, by name, as one map that every question can be asked of.

    Issues, claims, arguments and sources are called ``map#id``. Stakeholders and concepts are joined where
    they share an id or a ``same_as``; two that share an id and have different ``same_as`` are kept apart,
    and the later one is called ``map#id``. The joined record has what the first says, then what it leaves
    open as the others fill it in. Language and standard stay where all have the same; otherwise the claims of
    a map with a standard have it each. A single map stays as it is.
    """
    if len(maps) == 1:
        return next(iter(maps.values()))
    _check_names(maps)
    taken: set[str] = set()
    stakeholders, who = _joined({name: m.stakeholders for name, m in maps.items()}, taken, _join_stakeholders)
    concepts, what = _joined({name: m.concepts for name, m in maps.items()}, taken, _join_concepts)
    parts = _with_own_standards([_renamed(name, m, who, what) for name, m in maps.items()])
    return replace(
        _join_heads(parts),
        sources=_all_of(part.sources for part in parts),
        sections=_all_of(part.sections for part in parts),
        issues=_all_of(part.issues for part in parts),
        claims=_all_of(part.claims for part in parts),
        arguments=_all_of(part.arguments for part in parts),
        stakeholders=tuple(_with_affiliation(stakeholder, who) for stakeholder in stakeholders),
        attributions=_all_of(part.attributions for part in parts),
        concepts=concepts,
        unreadable=_all_of(part.unreadable for part in parts),
    )


def find_namesakes(maps: Mapping[str, ArgumentMap]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Whom `join_maps` takes for one by their id alone, though the maps call them by different names.

    By the id in the joined map: the maps' names, each with what the stakeholder is called there. Who is known by
    the other's name too, or has the same ``same_as``, is one.
    """
    if len(maps) == 1:
        return {}
    records = {name: part.stakeholders for name, part in maps.items()}
    _, called = _joined(records, set(), _join_stakeholders)
    found = {}
    for members in _groups(records):
        different: list[tuple[str, Stakeholder]] = []
        for name, record in members:
            if not any(_are_one(record, other) for _, other in different):
                different.append((name, record))
        if len(different) > 1:
            name, first = members[0]
            found[called[name, first.id]] = tuple((name, record.name) for name, record in different)
    return found


def _are_one(one: Stakeholder, other: Stakeholder) -> bool:
    if one.same_as is not None and one.same_as == other.same_as:
        return True
    names, others = ({fold(name) for name in (s.name, *s.aliases)} for s in (one, other))
    return fold(one.name) in others or fold(other.name) in names


def _join_heads(parts: Sequence[ArgumentMap]) -> ArgumentMap:
    """What the maps say of themselves as a whole; each accepts its own problems, so nothing is accepted of all."""
    return ArgumentMap(
        title=" · ".join(part.title for part in parts if part.title),
        language=_common(part.language for part in parts),
        standard=_common(part.standard for part in parts),
        tour=_all_of(part.tour for part in parts),
    )


def _with_own_standards(parts: Sequence[ArgumentMap]) -> Sequence[ArgumentMap]:
    """The maps, each of whose standards stays its own where they differ."""
    differ = len({part.standard for part in parts}) > 1
    return [_with_standard_each(part) for part in parts] if differ else parts


def _with_standard_each(part: ArgumentMap) -> ArgumentMap:
    """The map with its standard written on every claim for which neither it nor an issue writes one."""
    settled = {issue.id for issue in part.issues if issue.standard}
    return replace(
        part,
        claims=tuple(
            c if c.standard or not settled.isdisjoint(c.answers) else replace(c, standard=part.standard)
            for c in part.claims
        ),
    )


def _common(values: Iterable[Record]) -> Record | None:
    """What all say, if they say the same."""
    different = set(values)
    return different.pop() if len(different) == 1 else None


def _check_names(names: Iterable[str]) -> None:
    for name in names:
        if "#" in name:
            raise CallError(f"a map's name holds no #; rename {name!r}")


def _all_of(parts: Iterable[Iterable[Record]]) -> tuple[Record, ...]:
    return tuple(chain.from_iterable(parts))


def _with_affiliation(stakeholder: Stakeholder, who: Mapping[Member, str]) -> Stakeholder:
    """The stakeholder with each affiliation under the name that the joined map gives it."""
    called = (who.get(("", group), group) for group in stakeholder.affiliation)
    return replace(stakeholder, affiliation=tuple(dict.fromkeys(called)))


def _joined(
    records: Mapping[str, Iterable[Joined]],
    taken: set[str],
    join: Callable[[list[tuple[str, Joined]]], Joined],
) -> tuple[tuple[Joined, ...], Mapping[Member, str]]:
    """The joined records, and what each member is now called."""
    groups = _groups(records)
    called: dict[Member, str] = {}
    for members in groups:
        name, first = members[0]
        node_id = f"{name}#{first.id}" if first.id in taken else first.id
        taken.add(node_id)
        called.update(((map_name, record.id), node_id) for map_name, record in members)
    joined = tuple(replace(join(members), id=called[members[0][0], members[0][1].id]) for members in groups)
    return joined, called


def _groups(records: Mapping[str, Iterable[Joined]]) -> list[list[tuple[str, Joined]]]:
    """Members that are the same, in the order of the maps; groups in the order of their first members.

    Those with an address join by it. Those without join the first with their id that has one, or else
    each other, so that no member ever bridges two addresses.
    """
    members = [(name, record) for name, found in records.items() for record in found]
    by_address: dict[str, list[int]] = {}
    by_id: dict[str, list[int]] = {}
    for n, (_, record) in enumerate(members):
        if record.same_as:
            by_address.setdefault(record.same_as, []).append(n)
    for group in by_address.values():
        for n in group:
            by_id.setdefault(members[n][1].id, group)
    bare: list[list[int]] = []
    for n, (_, record) in enumerate(members):
        if record.same_as:
            continue
        if record.id not in by_id:
            by_id[record.id] = []
            bare.append(by_id[record.id])
        by_id[record.id].append(n)
    groups = sorted(sorted(group) for group in (*by_address.values(), *bare))
    return [[members[n] for n in group] for group in groups]


def _join_stakeholders(members: list[tuple[str, Stakeholder]]) -> Stakeholder:
    records = [record for _, record in members]
    first = records[0]
    names = [name for r in records for name in (r.name, *r.aliases, r.id)]
    return replace(
        first,
        type=next((r.type for r in records if r.type != "unspecified"), first.type),
        role=next((r.role for r in records if r.role), None),
        affiliation=_united(r.affiliation for r in records),
        interests=_united(r.interests for r in records),
        aliases=tuple(name for name in dict.fromkeys(names) if name not in {first.name, first.id}),
        same_as=next((r.same_as for r in records if r.same_as), None),
    )


def _join_concepts(members: list[tuple[str, Concept]]) -> Concept:
    records = [record for _, record in members]
    return replace(
        records[0],
        type=next((r.type for r in records if r.type), None),
        broader=_united(r.broader for r in records),
        same_as=next((r.same_as for r in records if r.same_as), None),
        at=tuple(passage for name, r in members for passage in _placed(name, r.at)),
    )


def _united(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for part in parts for item in part))


def _placed(name: str, passages: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple(replace(passage, source=f"{name}#{passage.source}") for passage in passages)


def _renamed(name: str, part: ArgumentMap, who: Mapping[Member, str], what: Mapping[Member, str]) -> ArgumentMap:
    def own(node_id: str) -> str:
        return node_id if "#" in node_id else f"{name}#{node_id}"

    def owned(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(map(own, ids))

    def speaker(node_id: str) -> str:
        return who.get((name, node_id), node_id)

    def thing(node_id: str) -> str:
        return what.get((name, node_id), node_id)

    return replace(
        part,
        sources=tuple(
            replace(s, id=f"{name}#{s.id}", author=s.author and speaker(s.author)) for s in part.sources
        ),
        sections=tuple(replace(s, source=f"{name}#{s.source}") for s in part.sections),
        issues=tuple(
            replace(i, id=own(i.id), compares=tuple(map(thing, i.compares)), at=_placed(name, i.at))
            for i in part.issues
        ),
        claims=tuple(
            replace(
                c,
                id=own(c.id),
                answers=owned(c.answers),
                about=tuple(map(thing, c.about)),
                concerns=tuple(replace(x, stakeholder=speaker(x.stakeholder)) for x in c.concerns),
                contradicts=owned(c.contradicts),
                rephrases=owned(c.rephrases),
                at=_placed(name, c.at),
            )
            for c in part.claims
        ),
        arguments=tuple(
            replace(a, id=own(a.id), premises=owned(a.premises), target=own(a.target), at=_placed(name, a.at))
            for a in part.arguments
        ),
        attributions=tuple(
            replace(
                a,
                by=speaker(a.by),
                of=own(a.of),
                via=tuple(map(speaker, a.via)),
                at=_placed(name, a.at),
            )
            for a in part.attributions
        ),
        tour=tuple(replace(stop, of=own(stop.of)) for stop in part.tour),
        unreadable=tuple(replace(each, of=own(each.of)) for each in part.unreadable),
    )
