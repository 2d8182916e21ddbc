"""A draft scored by a gold map of the same article, figure by figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.scoring.placed_map import place_maps
from argumap.scoring.same_claims import SameClaims
from argumap.scoring.same_speakers import find_same_speakers
from argumap.scoring.same_speech import SameSpeech
from argumap.scoring.same_stances import score_stances
from argumap.scoring.same_steps import SameSteps
from argumap.scoring.score import Miss, Score, find_kappa
from argumap.told_lines import Grid, ShownInWords, heading, line, write_as_text
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argumap.anchoring import Lock
    from argumap.model import Index
    from argumap.scoring.placed_map import PlacedMap
    from argumap.scoring.score import Fault
    from argumap.told_lines import Told


@dataclass(frozen=True, slots=True, repr=False)
class MapScores(ShownInWords):
    """How far a draft is right by a gold map: ``scores`` and graver ``faults``, those that matter most first."""

    sentences: int
    scores: Mapping[str, Score]
    faults: Mapping[str, Fault]

    def text(self) -> str:
        return write_as_text(self.lines())

    def lines(self, *, misses: bool = True) -> Iterator[Told]:
        """The figures in a table, and where the maps differ."""
        yield Grid(_HEADS, tuple(_write_row(name, score) for name, score in self.scores.items()))
        yield line("")
        for name, fault in self.faults.items():
            yield line(f"{name.capitalize()}: {fault.count:,} of {fault.of:,}{_write_percent(fault.share)}.")
        if misses:
            yield from self.tell_differences()

    def tell_differences(self) -> Iterator[Told]:
        """Where the maps differ, figure by figure; each difference is told once."""
        told: set[Miss] = set()
        for name, where in self._misses():
            new = [miss for miss in where if miss not in told]
            told.update(new)
            above = f", {len(where) - len(new):,} of them above" if len(new) < len(where) else ""
            yield line("")
            yield heading(f"{name.capitalize()}: {counted(len(where), 'difference')}{above}")
            for miss in new:
                yield line((miss.at, "cyan"), indent=2)
                yield line("gold   ", miss.expected or "–", indent=4)
                yield line("draft  ", miss.stands or "–", indent=4)

    def _misses(self) -> Iterator[tuple[str, tuple[Miss, ...]]]:
        for name, fault in self.faults.items():
            if fault.where:
                yield name, fault.where
        for name, score in self.scores.items():
            if score.misses:
                yield name, score.misses

    def to_dict(self, *, misses: bool = True) -> dict[str, object]:
        """The figures as plain data, and where the maps differ."""
        told: dict[str, object] = {
            "sentences": self.sentences,
            "scores": {_key(name): score.to_dict() for name, score in self.scores.items()},
            "faults": {_key(name): fault.to_dict() for name, fault in self.faults.items()},
        }
        if misses:
            told["misses"] = [
                {"of": _key(name), "at": miss.at, "expected": miss.expected, "stands": miss.stands}
                for name, where in self._misses()
                for miss in where
            ]
        return told


def score_draft(draft: Index, draft_lock: Lock, gold: Index, gold_lock: Lock) -> MapScores:
    """Score a draft by a gold map; the locks know the units of their texts.

    Raises `NotAtHand` where a lock does not know the text of a source, `OtherText` where the maps are of different
    texts.
    """
    placed, wanted = place_maps(draft, draft_lock, gold, gold_lock)
    speakers = find_same_speakers(placed, wanted)
    speech, claims = SameSpeech(placed, wanted, speakers), SameClaims(placed, wanted, speakers)
    steps = SameSteps(claims)
    return MapScores(
        len(wanted.text.sentences),
        {
            "attributions to others": speech.score_attributions(own=False),
            "the author's own words": speech.score_attributions(own=True),
            "commitments": speech.score_commitments(),
            "speakers": speech.score_speakers(),
            "attachment": steps.score_attachments(),
            "sign": steps.score_signs(),
            "stance": score_stances(claims),
            "answers": _score_answers(claims),
            "passages": _score_passages(placed, wanted),
            "claims": _score_claims(claims),
        },
        {
            "given to somebody who says nothing there": speech.find_false_attributions(own=False),
            "given to the author where only others speak": speech.find_false_attributions(own=True),
            "steps between claims that the gold calls unrelated": steps.find_unrelated(),
        },
    )


def _score_claims(claims: SameClaims) -> Score:
    """Claims in one passage, each once."""
    draft, gold = claims.draft, claims.gold
    found = set(claims.pairs.values())
    missed = [claim for claim in gold.claims if claim.id not in found]
    added = [claim for claim in draft.claims if claim.id not in claims.pairs]
    misses = [Miss(gold.text.name(gold.units[claim.id]), gold.call(claim.id), "") for claim in missed]
    misses += [Miss(draft.text.name(draft.units[claim.id]), "", draft.call(claim.id)) for claim in added]
    right = len(claims.pairs)
    return Score(right, right + len(added), right, right + len(missed), None, tuple(misses))


def _score_answers(claims: SameClaims) -> Score:
    """The claims that answer a question under debate."""
    draft, gold = claims.draft, claims.gold
    drafted, expected = draft.positions, gold.positions
    theirs = {answer.id for answer in expected}
    wrong = [answer for answer in drafted if theirs.isdisjoint(claims.of_draft[answer.id])]
    ours = {answer.id for answer in drafted}
    missed = [answer for answer in expected if ours.isdisjoint(claims.of_gold[answer.id])]
    misses = [Miss(gold.text.name(gold.units[answer.id]), gold.call(answer.id), "") for answer in missed]
    misses += [Miss(draft.text.name(draft.units[answer.id]), "", draft.call(answer.id)) for answer in wrong]
    return Score(
        len(drafted) - len(wrong), len(drafted), len(expected) - len(missed), len(expected), None, tuple(misses)
    )


def _score_passages(draft: PlacedMap, gold: PlacedMap) -> Score:
    """The sentences that state a claim, or where somebody stands on one."""
    ours, theirs = draft.cited, gold.cited
    right = len(ours & theirs)
    misses = [
        Miss(gold.text.name([unit]), "a claim" if unit in theirs else "", "a claim" if unit in ours else "")
        for unit in sorted(ours ^ theirs)
    ]
    kappa = find_kappa((unit in ours, unit in theirs) for unit in gold.text.sentences)
    return Score(right, len(ours), right, len(theirs), kappa, tuple(misses))


_HEADS = ("", "right", "of drafted", "found", "of gold", "precision", "recall", "F1", "kappa")


def _write_row(name: str, score: Score) -> tuple[tuple[str, ...], ...]:
    counts = (score.right, score.drafted, score.found, score.expected)
    shares = (score.precision, score.recall, score.f1, score.kappa)
    return ((name,), *((f"{count:,}",) for count in counts), *((write_share(share),) for share in shares))


def write_share(share: float | None) -> str:
    """A share to two places, a dash for none."""
    return "–" if share is None else f"{share:.2f}".replace("-", "−")


def _write_percent(share: float | None) -> str:
    return "" if share is None else f" ({100 * share:.1f} %)"


def _key(name: str) -> str:
    return name.replace("'", "").replace(" ", "_")
