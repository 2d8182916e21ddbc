"""Who in one map is whom in the other: by the texts they wrote, by name, and where no name is given by place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from argumap.model import StakeholderType
from argumap.scoring.best_pairs import find_best_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argumap.model import Stakeholder
    from argumap.scoring.placed_map import PlacedMap

_WORD = re.compile(r"\w+")
_SMALL: Final = frozenset(
    word
    for words in (
        "a an the my our your his her its their some s of in at from for and who",
        "mr mrs ms dr prof professor sir cllr",
        "der die das ein eine von vom im und herr frau mein meine sein seine",
        "le la les l un une des du de et m mme el los las una del y sr sra",
    )
    for word in words.split()
)
"""Words that do not name anybody: articles and titles of English, German, French and Spanish."""

_UNNAMED: Final = frozenset({StakeholderType.GROUP, StakeholderType.UNSPECIFIED})


def find_same_speakers(draft: PlacedMap, gold: PlacedMap) -> dict[str, str]:
    """The stakeholder of the gold that each of the draft is, as far as there is one.

    The authors of a text are the same. Of the others those who share a name, an alias or an address; then those
    of whom one's name has all words of the other's ("Ortiz", "Dr Ana Ortiz"), small words and titles left out; at
    last groups and unnamed speakers, whose names are the mapper's own, if one speaks in a sentence of the other.
    """
    same = {author: gold.authors[unit] for unit, author in sorted(draft.authors.items()) if unit in gold.authors}
    for merits in (_equal_names, _contained_names, _shared_places):
        known = set(same.values())
        left = [s for s in draft.index.map.stakeholders if s.id not in same]
        free = [s for s in gold.index.map.stakeholders if s.id not in known]
        same |= find_best_pairs(merits(left, free, draft, gold))
    return same


def _equal_names(
    left: Iterable[Stakeholder], free: Iterable[Stakeholder], _draft: PlacedMap, _gold: PlacedMap
) -> dict[tuple[str, str], int]:
    known: dict[str, list[str]] = {}
    for other in free:
        for name in _find_names(other):
            known.setdefault(name, []).append(other.id)
    return {(one.id, other): 1 for one in left for name in _find_names(one) for other in known.get(name, ())}


def _contained_names(
    left: Iterable[Stakeholder], free: Iterable[Stakeholder], draft: PlacedMap, gold: PlacedMap
) -> dict[tuple[str, str], int]:
    """By the words of names; of several that fit, the one heard in the same sentences."""
    heard, expected = _find_sentences(draft), _find_sentences(gold)
    words = {other.id: [_find_words(name) for name in _find_names(other)] for other in free}
    with_word: dict[str, set[str]] = {}
    for other, names in words.items():
        for word in frozenset().union(*names):
            with_word.setdefault(word, set()).add(other)
    merits = {}
    for one in left:
        for name in map(_find_words, _find_names(one)):
            for other in sorted({other for word in name for other in with_word.get(word, ())}):
                if any(name <= there or there <= name for there in words[other] if there):
                    shared = heard.get(one.id, frozenset()) & expected.get(other, frozenset())
                    merits[one.id, other] = len(shared)
    return merits


def _shared_places(
    left: Iterable[Stakeholder], free: Iterable[Stakeholder], draft: PlacedMap, gold: PlacedMap
) -> dict[tuple[str, str], int]:
    heard, expected = _find_sentences(draft), _find_sentences(gold)
    speaking: dict[int, list[Stakeholder]] = {}
    for other in free:
        for unit in expected.get(other.id, ()):
            speaking.setdefault(unit, []).append(other)
    merits: dict[tuple[str, str], int] = {}
    for one in left:
        for unit in sorted(heard.get(one.id, ())):
            for other in speaking.get(unit, ()):
                if not _UNNAMED.isdisjoint({one.type, other.type}):
                    merits[one.id, other.id] = merits.get((one.id, other.id), 0) + 1
    return merits


def _find_sentences(placed: PlacedMap) -> Mapping[str, frozenset[int]]:
    """Where everybody is heard."""
    heard: dict[str, set[int]] = {}
    for attribution, units in placed.said:
        heard.setdefault(attribution.by, set()).update(units)
    return {speaker: frozenset(units) for speaker, units in heard.items()}


def _find_names(stakeholder: Stakeholder) -> Iterator[str]:
    for name in (stakeholder.name, *stakeholder.aliases, *filter(None, [stakeholder.same_as])):
        yield " ".join(name.casefold().split())


def _find_words(name: str) -> frozenset[str]:
    words = frozenset(_WORD.findall(name))
    return words - _SMALL or words
