from __future__ import annotations

import pytest

from argumap.scoring import Miss
from draws import draws, seeded
from scored import DRAFT, GOLD, placed, scored
from scoring_oracle import heard


def test_a_map_is_right_by_itself() -> None:
    scores = scored(GOLD, GOLD)
    assert {name: score.f1 for name, score in scores.scores.items()} == dict.fromkeys(scores.scores, 1.0)
    assert {name: fault.count for name, fault in scores.faults.items()} == dict.fromkeys(scores.faults, 0)
    assert list(scores._misses()) == []


def test_a_draft_in_figures() -> None:
    scores = scored(DRAFT, GOLD).scores
    figures = {name: (s.right, s.drafted, s.found, s.expected) for name, s in scores.items()}
    assert figures == {
        "attributions to others": (0, 1, 0, 2),
        "the author's own words": (1, 2, 1, 1),
        "commitments": (1, 1, 1, 1),
        "speakers": (0, 1, 0, 2),
        "attachment": (1, 1, 1, 2),
        "sign": (1, 1, 1, 1),
        "stance": (1, 1, 1, 2),
        "answers": (1, 2, 1, 1),
        "passages": (2, 3, 2, 3),
        "claims": (2, 3, 2, 3),
    }
    assert scores["claims"].misses == (
        Miss("s1.p2.s2", "“The water is good.”", ""),
        Miss("s1.p2.s3", "", "“N.”"),
    )


def test_what_is_told_of_a_draft() -> None:
    told = scored(DRAFT, GOLD).text().splitlines()
    assert told[0].split() == [
        "right",
        "of",
        "drafted",
        "found",
        "of",
        "gold",
        "precision",
        "recall",
        "F1",
        "kappa",
    ]
    assert told[-1] == "    draft  –"
    assert "Given to somebody who says nothing there: 1 of 1 (100.0 %)." in told
    assert "Given to the author where only others speak: 1 of 2 (50.0 %)." in told
    at = told.index("The author's own words: 1 difference, 1 of them above")
    assert told[at + 1] == ""


def test_the_differences_can_be_left_out() -> None:
    scores = scored(DRAFT, GOLD)
    assert [*scores.lines(misses=False)] == [*scores.lines()][:5]
    assert "misses" not in scores.to_dict(misses=False)
    misses = scores.to_dict()["misses"]
    assert isinstance(misses, list)
    assert misses[-1] == {"of": "claims", "at": "s1.p2.s3", "expected": "", "stands": "“N.”"}


def test_an_empty_draft_has_no_precision() -> None:
    head = 'argumap: 1\nsources:\n  s: {title: "The well"}\nissues:\n  well: {question: "Close it?"}\n'
    scores = scored("", GOLD, head=head).scores
    assert {score.precision for score in scores.values()} == {None}
    assert scores["claims"].recall == 0.0


@pytest.mark.parametrize("seed", range(draws(40)))
def test_the_figures_of_speech_and_passages_are_those_of_trying_everything(seed: int) -> None:
    random = seeded(seed)
    names = ["s1.h", "s1.p1.s1", "s1.p1.s2", "s1.p2.s1", "s1.p2.s2", "s1.p2.s3"]

    def write() -> str:
        lines = []
        for n in range(4):
            by, act = (
                random.choice(["reporter", "nurse", "mayor"]),
                random.choice(["asserts", "presents", "disputes"]),
            )
            at = f", at: {random.choice(names)}" if random.random() < 0.5 else ""
            places = ", ".join(random.sample(names, random.randint(1, 2)))
            lines.append(f'c{n}: {{text: "{n}.", at: [{places}], said: {{by: {by}, act: {act}{at}}}}}')
        return "\n".join(lines)

    ours, theirs = write(), write()
    draft, gold = placed(ours, theirs)
    scores = scored(ours, theirs).scores
    for name, own in (("attributions to others", False), ("the author's own words", True)):
        drafted, expected = heard(draft, own=own), heard(gold, own=own)
        figures = (scores[name].right, scores[name].drafted, scores[name].expected)
        assert figures == (len(drafted & expected), len(drafted), len(expected))
