"""What a person calls a node: its id, an unambiguous beginning of it, or words of its title or name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.errors import Ambiguous, NotFound
from argumap.query.word_match import build_pattern, fold, parse_words
from argumap.suggestions import find_nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from argumap.model import Index

_SHOWN = 8
_COMPARED = 5_000
_LIKENESS = 0.5  # titles are longer than ids and are seldom typed whole, so less of them has to fit


def get_id(index: Index, name: str, *kinds: str, among: Collection[str] | None = None) -> str:
    """The id of the one node of ``kinds`` that ``name`` means; ``among`` narrows the choice to some ids.

    Asked in turn, and the first that answers decides: an id; an id of one of several maps without the map's
    name; a whole title, name or alias; the beginning of an id; beginnings of words of a title, name or id;
    the beginning of an argument's id; beginnings of words of a claim's text. Case and accents do not matter.
    Raises `Ambiguous` with the candidates where several answer, `NotFound` with the nearest where none does.
    """
    if among is None:
        for kind in kinds:
            if name in _records(index, kind):
                return name
    elif name in among:
        return name
    for candidates in _asked_in_turn(index, name, kinds, among):
        match candidates:
            case []:
                continue
            case [id]:
                return id
            case _:
                raise Ambiguous(_ambiguous(index, name, candidates))
    raise NotFound(_unknown(index, name, kinds, among))


def _asked_in_turn(
    index: Index, name: str, kinds: Iterable[str], among: Collection[str] | None
) -> Iterator[list[str]]:
    called = [
        (id, titles, text)
        for kind in kinds
        if kind != "argument"
        for id, titles, text in _called(index, kind)
        if among is None or id in among
    ]
    arguments = list(index.arguments) if "argument" in kinds else []
    folded = fold(name.strip())
    patterns = [build_pattern(word) for word in parse_words(name)]

    def begins(id: str) -> bool:
        # The name of a map is no beginning: it would mean all that the map holds.
        return (id if "#" in folded else bare_id(id)).startswith(folded)

    def all_words_in(text: str) -> bool:
        return all(pattern.search(text) for pattern in patterns)

    yield [id for id in (*(node for node, _, _ in called), *arguments) if bare_id(id) == folded]
    if not patterns:
        return
    yield [id for id, titles, _ in called if folded in map(fold, titles)]
    yield [id for id, _, _ in called if begins(id)]
    yield [id for id, titles, _ in called if all_words_in(fold(" ".join((bare_id(id), *titles))))]
    # The ids of short arguments begin with those of their premises, so they wait until no claim has answered.
    yield [id for id in arguments if begins(id)]
    yield [id for id, _, text in called if all_words_in(fold(text))]


def bare_id(id: str) -> str:
    """An id without the name of its map."""
    return id.rpartition("#")[2]


def _records(index: Index, kind: str) -> Collection[str]:
    records: Collection[str] = getattr(index, f"{kind}s")
    return records


def _called(index: Index, kind: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Each node of a kind: its id, its titles or names, its text."""
    match kind:
        case "claim":
            for claim in index.claims.values():
                yield claim.id, (claim.title,) if claim.title else (), claim.text
        case "stakeholder":
            for stakeholder in index.stakeholders.values():
                yield stakeholder.id, (stakeholder.name, *stakeholder.aliases), ""
        case "concept":
            for concept in index.concepts.values():
                yield concept.id, (concept.label,), ""
        case "issue":
            for issue in index.issues.values():
                yield issue.id, (issue.question,), ""
        case _:
            for argument in index.arguments.values():
                yield argument.id, (), ""


def _ambiguous(index: Index, name: str, candidates: list[str]) -> str:
    listed = "; ".join(f"{id} ({_title(index, id)})" for id in candidates[:_SHOWN])
    more = f"; and {len(candidates) - _SHOWN} more" if len(candidates) > _SHOWN else ""
    return f"{name!r} may mean {len(candidates)} things; name one by its id: {listed}{more}"


def _unknown(index: Index, name: str, kinds: tuple[str, ...], among: Collection[str] | None) -> str:
    what = " or ".join(dict.fromkeys(kinds)) if among is None else "position"
    by_words: dict[str, str] = {}
    for kind in kinds:
        for id, titles, _ in _called(index, kind):
            if among is None or id in among:
                by_words.update((fold(words), id) for words in (*titles, bare_id(id)))
    folded = fold(name)
    pool = list(by_words)
    if len(pool) > _COMPARED:
        beginnings = {folded[i : i + 3] for i in range(max(1, len(folded) - 2))}
        pool = [words for words in pool if any(part in words for part in beginnings)][:_COMPARED]
    near = find_nearest(folded, pool, 6, likeness=_LIKENESS)
    nearest = list(dict.fromkeys(by_words[words] for words in near))[:3]
    if nearest:
        return (
            f"no {what} is called {name!r}; nearest: {', '.join(f'{id} ({_title(index, id)})' for id in nearest)}"
        )
    if not by_words:
        return f"no {what} is called {name!r}: the map has none"
    return f"no {what} is called {name!r}; `argumap find` searches all texts"


def _title(index: Index, id: str) -> str:
    if id in index.claims:
        return index.claims[id].label
    if id in index.stakeholders:
        return index.stakeholders[id].name
    if id in index.concepts:
        return index.concepts[id].label
    return index.issues[id].question if id in index.issues else "an argument"
