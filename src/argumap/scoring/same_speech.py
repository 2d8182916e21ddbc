"""Who says what, and in whose voice, sentence by sentence: in a draft and in the gold map."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from argumap.model import Act, VoiceKind
from argumap.scoring.score import Fault, Miss, Score, find_kappa

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TypeAlias

    from argumap.model import Attribution
    from argumap.scoring.placed_map import PlacedMap

    _Placed: TypeAlias = tuple[str, Attribution, frozenset[int]]
    _Heard: TypeAlias = Mapping[int, frozenset[tuple[str, str]]]
    """For each sentence the speakers in it, each with a voice or with what they do."""


class Commitment(StrEnum):
    """What a speaker does with a claim."""

    HOLDS = "holds it"
    DENIES = "denies it"
    QUESTIONS = "questions it"
    SETS_OUT = "sets it out"


class SameSpeech:
    """The speech of two maps side by side, by sentences; ``same`` tells who of the draft is whom in the gold.

    A speaker whom the gold lacks is called by a colon and the id that the draft has for them.
    """

    def __init__(self, draft: PlacedMap, gold: PlacedMap, same: Mapping[str, str]) -> None:
        self._gold = gold
        self._sentences = gold.text.sentences
        self._names = {f":{s.id}": s.name for s in draft.index.map.stakeholders}
        self._names |= {s.id: s.name for s in gold.index.map.stakeholders}
        self._drafted = [(same.get(a.by, f":{a.by}"), a, units) for a, units in draft.said if units]
        self._expected = [(a.by, a, units) for a, units in gold.said if units]

    def score_speakers(self) -> Score:
        """Those who speak, but for the authors of the texts, whom nobody has to find."""
        authors = set(self._gold.authors.values())
        drafted = {by for by, _, _ in self._drafted} - authors
        expected = {by for by, _, _ in self._expected} - authors
        right = len(drafted & expected)
        missed, added = sorted(expected - drafted), sorted(drafted - expected)
        misses = [Miss(self._find_first(self._expected, by), self._names[by], "") for by in missed]
        misses += [Miss(self._find_first(self._drafted, by), "", self._names[by]) for by in added]
        return Score(right, len(drafted), right, len(expected), None, tuple(misses))

    def score_attributions(self, *, own: bool) -> Score:
        """Sentence, speaker and voice, of the author of a sentence (``own``) or of all others."""
        drafted = _group(self._drafted, _get_voice)
        expected = _group(self._expected, _get_voice)
        ours, theirs = self._keep(drafted, own=own), self._keep(expected, own=own)
        right = sum(len(ours[unit] & theirs[unit]) for unit in ours.keys() & theirs.keys())
        misses = [
            Miss(self._gold.text.name([unit]), self._tell(expected, unit), self._tell(drafted, unit))
            for unit in sorted(ours.keys() | theirs.keys())
            if ours.get(unit) != theirs.get(unit)
        ]
        kappa = find_kappa((ours.get(unit), theirs.get(unit)) for unit in self._sentences)
        return Score(right, _count(ours), right, _count(theirs), kappa, tuple(misses))

    def score_commitments(self) -> Score:
        """Where both maps hear somebody in a sentence: whether they hold, deny or question a claim there."""
        drafted = _group(self._drafted, _get_commitment)
        expected = _group(self._expected, _get_commitment)
        pairs = [
            (unit, by, _kinds(drafted[unit], by), _kinds(expected[unit], by))
            for unit in sorted(drafted.keys() & expected.keys())
            for by in sorted({by for by, _ in drafted[unit]} & {by for by, _ in expected[unit]})
        ]
        misses = [
            Miss(self._gold.text.name([unit]), self._tell(expected, unit, by), self._tell(drafted, unit, by))
            for unit, by, ours, theirs in pairs
            if ours.isdisjoint(theirs)
        ]
        right = len(pairs) - len(misses)
        kappa = find_kappa((ours & theirs or ours, ours & theirs or theirs) for _, _, ours, theirs in pairs)
        return Score(right, len(pairs), right, len(pairs), kappa, tuple(misses))

    def find_false_attributions(self, *, own: bool) -> Fault:
        """What is given to somebody who says nothing in any of its sentences, as far as the gold hears.

        Nor does anybody there belong to them: words of a spokesperson are not falsely the organisation's. With
        ``own`` it is what authors are made to say themselves though only others speak there. What is only set out
        counts for nothing.
        """
        heard = _group(self._expected, _get_voice)
        given = [
            (by, attribution, units)
            for by, attribution, units in self._drafted
            if own == any(self._gold.authors.get(unit) == by for unit in units)
            and attribution.voice is not VoiceKind.PRESENTED
        ]
        where = []
        for by, _, units in given:
            there = {speaker for unit in units for speaker, _ in heard.get(unit, ())}
            if by not in there | self._find_affiliations(there) and (there or not own):
                expected = "; ".join(filter(None, (self._tell(heard, unit) for unit in sorted(units))))
                where.append(Miss(self._gold.text.name(units), expected, self._names[by]))
        return Fault(len(where), len(given), tuple(where))

    def _find_affiliations(self, speakers: Iterable[str]) -> set[str]:
        return {whole for by in speakers for whole in self._gold.index.stakeholders[by].affiliation}

    def _keep(self, heard: _Heard, *, own: bool) -> _Heard:
        """What is said by the author of its sentence, or by others."""
        kept = {
            unit: frozenset(label for label in labels if own == (self._gold.authors.get(unit) == label[0]))
            for unit, labels in heard.items()
        }
        return {unit: labels for unit, labels in kept.items() if labels}

    def _find_first(self, said: Iterable[_Placed], speaker: str) -> str:
        return self._gold.text.name([min(min(units) for by, _, units in said if by == speaker)])

    def _tell(self, heard: _Heard, unit: int, speaker: str | None = None) -> str:
        labels = sorted(label for label in heard.get(unit, ()) if speaker in (None, label[0]))
        return "; ".join(f"{self._names[by]} ({word})" for by, word in labels)


def _group(said: Iterable[_Placed], get_kind: Callable[[Attribution], str]) -> _Heard:
    heard: dict[int, set[tuple[str, str]]] = {}
    for by, attribution, units in said:
        for unit in units:
            heard.setdefault(unit, set()).add((by, get_kind(attribution)))
    return {unit: frozenset(labels) for unit, labels in heard.items()}


def _count(heard: _Heard) -> int:
    return sum(map(len, heard.values()))


def _kinds(labels: Iterable[tuple[str, str]], speaker: str) -> frozenset[str]:
    return frozenset(kind for by, kind in labels if by == speaker)


def _get_voice(attribution: Attribution) -> str:
    return attribution.voice.value


def _get_commitment(attribution: Attribution) -> str:
    if attribution.act.commits:
        return Commitment.HOLDS
    if attribution.voice is VoiceKind.PRESENTED:
        return Commitment.SETS_OUT
    return Commitment.DENIES if attribution.act is Act.DISPUTES else Commitment.QUESTIONS
