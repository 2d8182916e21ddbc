"""What is falsely given to somebody is parted by what they do say there; the lists of that are sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from argumap.anchoring import build_lock
from argumap.model import Index
from argumap.project import load
from argumap.scoring import score_draft
from argumap.text import parse_article
from draft_voices import FAULT, FILE, Given, Voices, part_given, read_voices, widen
from scored import ARTICLE, GOLD, HEAD, index_of

LOCK = build_lock({"s": parse_article(ARTICLE)})
FOLDERS = sorted(path.parent for path in Path("tests/articles").glob(f"*/*/{FILE}"))
CLINIC = HEAD.replace("stakeholders:\n", "stakeholders:\n  nunn: {name: Sister Nunn, type: person}\n")

RIGHT = 'a: {text: "A.", at: s1.p2.s2, said: mayor}'
CLUTTER = 'b: {text: "B.", at: s1.p2.s1, said: mayor}'
RETOLD = 'c: {text: "C.", at: s1.p2.s3, said: mayor}'
NEVER = 'd: {text: "D.", at: s1.p2.s4, said: mayor}'
VOICES: Voices = {"says": {"mayor": ["s1.p2.s1"]}, "retells": {"mayor": ["s1.p2.s3-s4"]}}


@pytest.mark.parametrize(
    ("draft", "voices", "given"),
    [
        pytest.param(RIGHT, VOICES, Given(right=1), id="the gold says it"),
        pytest.param(CLUTTER, VOICES, Given(says=1), id="they say it, and it argues nothing"),
        pytest.param(RETOLD, VOICES, Given(retells=1), id="they retell what somebody else says"),
        pytest.param(NEVER, {"says": VOICES["says"]}, Given(never=1), id="they do not say it"),
        pytest.param(CLUTTER, {}, Given(never=1), id="nobody wrote down who says it"),
        pytest.param(
            f"{RIGHT}\n{CLUTTER}\n{RETOLD}\n{NEVER}",
            {"says": VOICES["says"], "retells": {"mayor": ["s1.p2.s3"]}},
            Given(right=1, says=1, retells=1, never=1),
            id="one of each",
        ),
    ],
)
def test_what_is_given_to_somebody_is_parted(draft: str, voices: Voices, given: Given) -> None:
    assert part_given(index_of(draft), LOCK, index_of(GOLD), LOCK, voices) == given


def test_somebody_whom_the_gold_does_not_know_is_known_by_name() -> None:
    draft = index_of('a: {text: "A.", at: s1.p2.s5, said: nunn}', CLINIC)
    assert part_given(draft, LOCK, index_of(GOLD), LOCK, {"says": {"Nunn": ["s1.p2.s5"]}}) == Given(says=1)
    assert part_given(draft, LOCK, index_of(GOLD), LOCK, {"says": {"Mason": ["s1.p2.s5"]}}) == Given(never=1)


def test_figures_are_added() -> None:
    assert Given(1, 2, 3, 4, 5) + Given(1, 1, 1, 1, 1) == Given(2, 3, 4, 5, 6)


@pytest.mark.parametrize("alone", [True, False], ids=["called so alone", "called by name too"])
def test_somebody_whom_the_draft_calls_by_a_description_is_known(alone: bool) -> None:
    head = HEAD.replace("stakeholders:\n", "stakeholders:\n  head: {name: Head of the town, type: person}\n")
    drafted = 'a: {text: "A.", at: s1.p2.s2, said: head}\nb: {text: "B.", at: s1.p1.s2, said: head}'
    if alone:
        head = head.replace('  mayor: {name: "The mayor", type: person}\n', "")
    else:
        drafted += '\nc: {text: "C.", at: s1.p2.s2, said: mayor}'
    draft = index_of(drafted, head)
    assert part_given(draft, LOCK, index_of(GOLD), LOCK, {}) == Given(right=not alone, never=2)
    called: Voices = {"called": {"mayor": ["the head of the town"]}}
    assert part_given(draft, LOCK, index_of(GOLD), LOCK, called) == Given(right=not alone, renamed=1, never=1)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.relative_to("tests/articles").as_posix())
def test_a_list_of_voices_adds_to_its_gold_map_what_stands_in_the_article(folder: Path) -> None:
    gold = load(str(folder))
    assert gold.lock is not None
    voices = read_voices(folder)
    assert set(voices) <= {"says", "retells", "called"}
    ids = {stakeholder.id for stakeholder in gold.record.stakeholders}
    assert set(voices.get("called", {})) <= ids, "no such id"
    for kind, said in voices.items():
        if kind == "called":
            continue
        wide = Index(widen(gold.record, {kind: said}))
        assert [by for by in said if by not in ids and by == by.lower() and " " not in by] == [], "no such id"
        units = sum(map(len, said.values()))
        assert units
        # Each of them is false by the gold alone: nothing is listed that it has already.
        alone = score_draft(wide, gold.lock, gold.index, gold.lock).faults[FAULT]
        assert alone.count == units, f"{kind}: {[miss.stands for miss in alone.where]}"
