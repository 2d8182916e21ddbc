"""What a person calls a node: its id, an unambiguous beginning of it, or words of its title or name."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from argumap.errors import Ambiguous, NotFound
from argumap.query.word_match import build_pattern, parse_words
from argumap.suggestions import find_nearest
from argumap.wording import fold

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Collection, Iterable, Iterator

    from argumap.model import Index

_SHOWN = 8
# So many of the ways to find a node take whole names alone.
_WHOLE = 2
# Of more labels only those are compared that hold the beginning of a word that was asked for.
_COMPARED = 5_000
_LIKENESS = 0.5  # titles are longer than ids and are seldom typed whole, so less of them has to fit


def get_id(index: Index, name: str, *kinds: str, among: Collection[str] | None = None, whole: bool = False) -> str:
    """The id of the one node of ``kinds`` that ``name`` means; ``among`` narrows the choice to some ids.

    Asked in turn, and the first that answers decides: an id; an id of one of several maps without the map's
    name; a whole title, name or alias; and, unless it must be ``whole``, the beginning of an id; beginnings of
    words of a title, name or id; the beginning of an argument's id; beginnings of words of a claim's text. Case
    and accents do not matter.
    Raises `Ambiguous` with the candidates where several answer, `NotFound` with the nearest where none does.
    """
    if among is None:
        for kind in kinds:
            if name in _records(index, kind):
                return name
    elif name in among:
        return name
    asked = _asked_in_turn(index, name, kinds, among)
    for candidates in islice(asked, _WHOLE) if whole else asked:
        match candidates:
            case []:
                continue
            case [only]:
                return only
            case _:
                choices = tuple((node, _title(index, node)) for node in candidates[:_SHOWN])
                raise Ambiguous(_ambiguous(name, choices, len(candidates)), name, choices, len(candidates))
    raise NotFound(_unknown(index, name, kinds, among))


def _asked_in_turn(
    index: Index, name: str, kinds: Iterable[str], among: Collection[str] | None
) -> Iterator[list[str]]:
    wanted = _Wanted(fold(name.strip()), tuple(build_pattern(word) for word in parse_words(name)))
    named = [node for kind in kinds if kind != "argument" for node in _called(index, kind)]
    if among is not None:
        named = [node for node in named if node.id in among]
    arguments = list(_called(index, "argument")) if "argument" in kinds else []
    yield _ids_of((*named, *arguments), wanted.is_id)
    if not wanted.patterns:
        return
    yield _ids_of(named, wanted.is_title)
    yield _ids_of(named, wanted.begins)
    yield _ids_of(named, wanted.is_in_names)
    # The ids of short arguments begin with those of their premises, so they wait until no claim has answered.
    yield _ids_of(arguments, wanted.begins)
    yield _ids_of(named, wanted.is_in_text)


class _Called(NamedTuple):
    """A node with its titles or names and its text."""

    id: str
    titles: tuple[str, ...] = ()
    text: str = ""


def _ids_of(nodes: Iterable[_Called], fits: Callable[[_Called], bool]) -> list[str]:
    return [node.id for node in nodes if fits(node)]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a person typed, folded, and its words as patterns: each the beginning of a word."""

    folded: str
    patterns: tuple[re.Pattern[str], ...]

    def is_id(self, node: _Called) -> bool:
        return bare_id(node.id) == self.folded

    def is_title(self, node: _Called) -> bool:
        return self.folded in map(fold, node.titles)

    def begins(self, node: _Called) -> bool:
        # The name of a map is no beginning: it would mean all that the map holds.
        return (node.id if "#" in self.folded else bare_id(node.id)).startswith(self.folded)

    def is_in_names(self, node: _Called) -> bool:
        return self._are_words_of(" ".join((bare_id(node.id), *node.titles)))

    def is_in_text(self, node: _Called) -> bool:
        return self._are_words_of(node.text)

    def _are_words_of(self, text: str) -> bool:
        folded = fold(text)
        return all(pattern.search(folded) for pattern in self.patterns)


def bare_id(node_id: str) -> str:
    """An id without the name of its map."""
    return node_id.rpartition("#")[2]


def _records(index: Index, kind: str) -> Collection[str]:
    records: Collection[str] = getattr(index, f"{kind}s")
    return records


def _called(index: Index, kind: str) -> Iterator[_Called]:
    match kind:
        case "claim":
            for claim in index.claims.values():
                yield _Called(claim.id, (claim.title,) if claim.title else (), claim.text)
        case "stakeholder":
            for stakeholder in index.stakeholders.values():
                yield _Called(stakeholder.id, (stakeholder.name, *stakeholder.aliases))
        case "concept":
            for concept in index.concepts.values():
                yield _Called(concept.id, (concept.label,))
        case "issue":
            for issue in index.issues.values():
                yield _Called(issue.id, (issue.question,))
        case _:
            for argument in index.arguments.values():
                yield _Called(argument.id)


def _ambiguous(name: str, choices: Iterable[tuple[str, str]], count: int) -> str:
    listed = "; ".join(f"{node_id} ({title})" for node_id, title in choices)
    more = f"; and {count - _SHOWN} more" if count > _SHOWN else ""
    return f"{name!r} may mean {count} things; name one by its id: {listed}{more}"


_ELSEWHERE: Final = {
    "issue": "`argumap verdict {0}` tells who leads on it",
    "claim": "`argumap why {0}` tells of it",
    "stakeholder": "`argumap says {0}` tells their case, `argumap verdict ISSUE --lights {0}` who leads on it",
    "concept": "`argumap about {0}` tells what is said of it",
    "argument": "`argumap why {0}` tells of it",
}
"""Where what bears the name of another kind is told of."""


def _unknown(index: Index, name: str, kinds: tuple[str, ...], among: Collection[str] | None) -> str:
    what = " or ".join(dict.fromkeys(kinds)) if among is None else "position"
    if among is None and (elsewhere := _tell_elsewhere(index, name, kinds, what)):
        return elsewhere
    by_words: dict[str, str] = {}
    for kind in kinds:
        for record_id, titles, _ in _called(index, kind):
            if among is None or record_id in among:
                by_words.update((fold(words), record_id) for words in (*titles, bare_id(record_id)))
    folded = fold(name)
    near = find_nearest(folded, _narrow(folded, list(by_words)), 6, likeness=_LIKENESS)
    nearest = list(dict.fromkeys(by_words[words] for words in near))[:3]
    if nearest:
        listed = ", ".join(f"{record_id} ({_title(index, record_id)})" for record_id in nearest)
        return f"no {what} is called {name!r}; nearest: {listed}"
    if not by_words:
        return f"no {what} is called {name!r}: the map has none"
    return f"no {what} is called {name!r}; `argumap find` searches all texts"


def _tell_elsewhere(index: Index, name: str, kinds: Iterable[str], what: str) -> str:
    """That a name is the id of another kind, with the command that answers for it; "" where it is not."""
    for kind, hint in _ELSEWHERE.items():
        if kind not in kinds and name in _records(index, kind):
            article = "an" if kind[0] in "ai" else "a"
            return f"{name!r} is {article} {kind}, and no {what}; {hint.format(name)}"
    return ""


def _narrow(folded: str, pool: list[str]) -> list[str]:
    """Of many names those that share three letters in a row, so that comparing ends in time."""
    if len(pool) <= _COMPARED:
        return pool
    beginnings = {folded[i : i + 3] for i in range(max(1, len(folded) - 2))}
    return [words for words in pool if any(part in words for part in beginnings)][:_COMPARED]


def _title(index: Index, record_id: str) -> str:
    if record_id in index.claims:
        return index.claims[record_id].label
    if record_id in index.stakeholders:
        return index.stakeholders[record_id].name
    if record_id in index.concepts:
        return index.concepts[record_id].label
    return index.issues[record_id].question if record_id in index.issues else "an argument"
