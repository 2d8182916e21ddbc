from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argumap.anchoring.drift import Drift, Fate, State, build_drift
from argumap.anchoring.fingerprint import build_fingerprint
from argumap.text import parse_article, read_article
from draws import draws

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from argumap.anchoring.fingerprint import Fingerprint

ARTICLES = [read_article(path) for path in sorted((Path(__file__).parent.parent / "articles").glob("[a-z]*.*"))]
PRINTS = [[build_fingerprint(unit) for unit in article.units] for article in ARTICLES]

TEXT = """# Gates

The council of Ambrel votes in May on who may enter the old town. Nobody denies that the lanes are full.
On a market day 4,100 cars squeeze through gates that were built for carts. I have lived above one for years.

Tolm closed its centre in 2019 and counted a third more walkers three years later. Walkers spend money too.
The guild wants the gates to stay open to all. Its chair argues that shops lose trade without drivers.

| Plan | Cost |
|---|---|
| Toll | Brings in 250,000 crowns |
| Closure | Costs 90,000 crowns |
"""


def drift(old: str, new: str) -> Drift:
    return build_drift(*([build_fingerprint(unit) for unit in parse_article(text).units] for text in (old, new)))


def fates(new: str) -> Mapping[str, tuple[str, str, tuple[str, ...]]]:
    """What became of each unit that is not exact and in its place: state, new locators, flags."""
    units, now = parse_article(TEXT).units, parse_article(new).units
    found = {}
    for unit, fate in zip(units, drift(TEXT, new).fates, strict=True):
        places = " ".join(now[j].locator for j in fate.now)
        if (fate.state, places) != (State.EXACT, unit.locator):
            found[unit.locator] = (str(fate.state), places, fate.flags)
    return found


def changed(*pairs: tuple[str, str]) -> str:
    text = TEXT
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


FIRST, SECOND = TEXT.split("\n\n")[1:3]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        pytest.param(TEXT, {}, id="nothing"),
        pytest.param(TEXT.replace("May", "MAY").replace("4,100 ", "4,100\u00a0"), {}, id="typography"),
        pytest.param(
            changed(("Walkers spend money too.", "Walkers spend money, too!")),
            {"s1.p2.s2": ("cosmetic", "s1.p2.s2", ())},
            id="punctuation",
        ),
        pytest.param(
            changed(("votes in May on", "will decide in May on")),
            {"s1.p1.s1": ("edited", "s1.p1.s1", ())},
            id="a few words",
        ),
        pytest.param(
            changed(("wants the gates", "does not want the gates")),
            {"s1.p2.s3": ("edited", "s1.p2.s3", ("negation",))},
            id="a negation",
        ),
        pytest.param(
            changed(("Nobody denies", "Everybody denies")),
            {"s1.p1.s2": ("edited", "s1.p1.s2", ("negation",))},
            id="a negation taken away",
        ),
        pytest.param(
            changed(("4,100 cars", "1,400 cars")),
            {"s1.p1.s3": ("edited", "s1.p1.s3", ("number",))},
            id="a number",
        ),
        pytest.param(
            changed(("a third more walkers three years", "a half more walkers two years")),
            {"s1.p2.s1": ("edited", "s1.p2.s1", ("number",))},
            id="a number in words",
        ),
        pytest.param(
            changed(("250,000", "25,000")),
            {"s1.t1.r1.c2": ("reworded", "s1.t1.r1.c2", ("number",))},
            id="a cell",
        ),
        pytest.param(
            changed((" Walkers spend money too.", "")),
            {
                "s1.p2.s2": ("lost", "", ()),
                "s1.p2.s3": ("exact", "s1.p2.s2", ()),
                "s1.p2.s4": ("exact", "s1.p2.s3", ()),
            },
            id="a sentence deleted",
        ),
        pytest.param(
            changed(("Walkers spend", "Bakers like it. Walkers spend")),
            {
                "s1.p2.s2": ("exact", "s1.p2.s3", ()),
                "s1.p2.s3": ("exact", "s1.p2.s4", ()),
                "s1.p2.s4": ("exact", "s1.p2.s5", ()),
            },
            id="a sentence inserted",
        ),
        pytest.param(
            changed(("Walkers spend money too.", "Bread is dear in winter.")),
            {"s1.p2.s2": ("replaced?", "s1.p2.s2", ())},
            id="a sentence replaced",
        ),
        pytest.param(
            TEXT.replace(f"{FIRST}\n\n{SECOND}", f"{SECOND}\n\n{FIRST}"),
            {
                "s1.p1.s1": ("moved", "s1.p2.s1", ()),
                "s1.p1.s2": ("moved", "s1.p2.s2", ()),
                "s1.p1.s3": ("moved", "s1.p2.s3", ()),
                "s1.p1.s4": ("moved", "s1.p2.s4", ()),
                "s1.p2.s1": ("exact", "s1.p1.s1", ()),
                "s1.p2.s2": ("exact", "s1.p1.s2", ()),
                "s1.p2.s3": ("exact", "s1.p1.s3", ()),
                "s1.p2.s4": ("exact", "s1.p1.s4", ()),
            },
            id="paragraphs swapped",
        ),
        pytest.param(
            changed(("open to all. Its chair argues", "open to all, and its chair argues")),
            {
                "s1.p2.s3": ("merged", "s1.p2.s3", ()),
                "s1.p2.s4": ("merged", "s1.p2.s3", ()),
            },
            id="two merged",
        ),
        pytest.param(
            changed(("2019 and counted a third", "2019. It counted a third")),
            {
                "s1.p2.s1": ("edited", "s1.p2.s1 s1.p2.s2", ()),
                "s1.p2.s2": ("exact", "s1.p2.s3", ()),
                "s1.p2.s3": ("exact", "s1.p2.s4", ()),
                "s1.p2.s4": ("exact", "s1.p2.s5", ()),
            },
            id="one split in two",
        ),
    ],
)
def test_what_became_of_each_unit(new: str, expected: dict[str, tuple[str, str, tuple[str, ...]]]) -> None:
    assert fates(new) == expected


def test_a_unit_that_moved_to_one_of_two_like_places_is_ambiguous() -> None:
    old = "# A\n\nOne plain start. Nobody voted on the plan that evening.\n\n# B\n\nTwo is here. Three is there."
    new = (
        "# A\n\nOne plain start.\n\n# B\n\nTwo is here. Nobody voted on the plan that evening. Three is there.\n\n"
        "# C\n\nFour is new. Nobody voted on the plan that evening. Five is new."
    )
    assert drift(old, new).fates[2].state is State.AMBIGUOUS
    assert drift(old, new).fates[2].now == ()


def test_a_unit_edited_into_two_like_ones_elsewhere_is_ambiguous() -> None:
    old = "# A\n\nOne plain start. Nobody of the guild voted on the new plan that evening.\n\n# B\n\nTwo is here."
    twin = "Nobody of the guild voted on the new plan that night."
    new = f"# A\n\nOne plain start.\n\n# B\n\nTwo is here. {twin} Three is there. {twin}"
    assert drift(old, new).fates[2].state is State.AMBIGUOUS


def test_a_heading_is_never_taken_for_a_sentence() -> None:
    old = "# A\n\nOne plain start.\n\n# What the guild fears most\n\nTwo is here. Three is there."
    new = "# A\n\nOne plain start. The guild fears most.\n\nTwo is here. Three is there."
    assert drift(old, new).fates[2].state is State.LOST
    other = "# A\n\nOne plain start. Bread is dear.\n\nTwo is here. Three is there."
    assert drift(old, other).fates[2].state is State.LOST


def test_another_document_keeps_no_anchor() -> None:
    for prints in PRINTS:
        for others in PRINTS:
            found = build_drift(prints, others)
            assert found.different is (prints is not others)
            assert {fate.state for fate in found.fates} == {State.LOST if found.different else State.EXACT}


def test_a_document_edited_in_every_sentence_is_the_same_document() -> None:
    new = changed(("votes", "will vote"), ("denies", "disputes"), ("squeeze", "press"), ("lived", "slept"))
    new = (
        new.replace("closed", "shut").replace("spend", "leave").replace("wants", "asks").replace("argues", "says")
    )
    assert not drift(TEXT, new).different


@settings(max_examples=draws(30))
@given(st.sampled_from(PRINTS), st.randoms(use_true_random=False))
def test_deleting_sentences_never_sends_an_anchor_to_another(prints: list[Fingerprint], rng: Random) -> None:
    kept = [n for n in range(len(prints)) if rng.random() > 0.2]
    found = build_drift(prints, [prints[n] for n in kept])
    if found.different:
        return
    unique = {t for t, count in Counter(unit.token_hash for unit in prints).items() if count == 1}
    for n, fate in enumerate(found.fates):
        assert {prints[kept[j]].token_hash for j in fate.now} <= {prints[n].token_hash}, prints[n].at
        # Of two cells that say the same, nobody can tell which one was deleted.
        if n in kept and prints[n].token_hash in unique:
            assert fate == Fate(State.EXACT, (kept.index(n),))


TWICE = "Nobody voted on the plan that evening."
FIRST_PART = "# A\n\nAlpha came first of all.{} Beta followed soon after. Epsilon said nothing. Zeta was away."
OTHER_PART = "# B\n\nGamma came to the gate.{} Delta closed the evening."
BOTH = f"{FIRST_PART}\n\n{OTHER_PART}".format(f" {TWICE}", f" {TWICE}")


@pytest.mark.parametrize(
    ("new", "first", "other"),
    [
        pytest.param([OTHER_PART, f" {TWICE}", FIRST_PART, ""], "lost", "moved s1.p1.s2", id="the moved stays"),
        pytest.param([OTHER_PART, "", FIRST_PART, f" {TWICE}"], "exact s2.p1.s2", "lost", id="the moved is gone"),
        pytest.param([FIRST_PART, "", OTHER_PART, f" {TWICE}"], "lost", "exact s2.p1.s2", id="the first is gone"),
        pytest.param([FIRST_PART, f" {TWICE}", OTHER_PART, ""], "exact s1.p1.s2", "lost", id="the second is gone"),
    ],
)
def test_of_two_identical_sentences_each_is_followed_by_its_neighbours(
    new: list[str], first: str, other: str
) -> None:
    text = f"{new[0]}\n\n{new[2]}".format(new[1], new[3])
    now = parse_article(text).units
    found = {
        unit.locator: " ".join((fate.state, *(now[j].locator for j in fate.now)))
        for unit, fate in zip(parse_article(BOTH).units, drift(BOTH, text).fates, strict=True)
    }
    assert (found["s1.p1.s2"], found["s2.p1.s2"]) == (first, other)


def test_of_three_identical_sentences_the_one_whose_neighbours_left_is_ambiguous() -> None:
    new = f"# C\n\nEta came late. {TWICE} Theta left. {TWICE} Iota sang. {TWICE}\n\n{FIRST_PART}".format("")
    found = drift(BOTH, new)
    assert [found.fates[n].state for n in (2, 8)] == [State.AMBIGUOUS, State.AMBIGUOUS]


@pytest.mark.parametrize(
    "around",
    [
        pytest.param("Gamma came to the gate. {} Something else entirely happened.", id="the one before"),
        pytest.param("Something else entirely happened. {} Delta closed the evening.", id="the one after"),
    ],
)
def test_one_neighbour_that_went_along_is_enough(around: str) -> None:
    found = drift(BOTH, f"# B\n\n{around.format(TWICE)}\n\n{FIRST_PART.format('')}")
    assert [(found.fates[n].state, found.fates[n].now) for n in (2, 8)] == [(State.LOST, ()), (State.MOVED, (2,))]


def test_a_sentence_that_moved_is_known_among_newer_ones_by_its_neighbours() -> None:
    old = f"{FIRST_PART.format('')}\n\n{OTHER_PART.format(f' {TWICE}')}"
    new = (
        f"# C\n\nEta came late. {TWICE} Theta left.\n\n{OTHER_PART.format(f' {TWICE}')}\n\n{FIRST_PART.format('')}"
    )
    found = drift(old, new)
    assert (found.fates[7].state, found.fates[7].now) == (State.MOVED, (6,))


LAST_PART = "# Z\n\nZeta opened a stall. Eta came late. Theta left at noon. Iota sang. Kappa swept the yard."
CROSSED = "\n\n".join((LAST_PART, OTHER_PART.format(f" {TWICE}"), FIRST_PART.format(f" {TWICE}")))
ELSEWHERE = f"{LAST_PART} {TWICE} Lambda slept. Mu woke. {TWICE} Nu paid."


@pytest.mark.parametrize(
    ("new", "first", "other"),
    [
        pytest.param(CROSSED, "moved s3.p1.s2", "moved s2.p1.s2", id="both moved, past each other"),
        pytest.param(ELSEWHERE, "ambiguous", "ambiguous", id="both elsewhere, among strangers"),
        pytest.param(f"{LAST_PART} {TWICE} Lambda slept.", "ambiguous", "ambiguous", id="one elsewhere"),
        pytest.param(
            f"# A\n\nAlpha spoke.\n\n# B\n\nGamma came up to the gate. {TWICE} Delta closed.\n\n{LAST_PART}",
            "lost",
            "exact s2.p1.s2",
            id="one beside neighbours that were edited",
        ),
    ],
)  # fmt: skip
def test_of_twins_only_what_stands_around_them_tells_which_is_which(new: str, first: str, other: str) -> None:
    old = f"{BOTH}\n\n{LAST_PART}"
    now = parse_article(new).units
    found = {
        unit.locator: " ".join((fate.state, *(now[j].locator for j in fate.now)))
        for unit, fate in zip(parse_article(old).units, drift(old, new).fates, strict=True)
    }
    assert (found["s1.p1.s2"], found["s2.p1.s2"]) == (first, other)
