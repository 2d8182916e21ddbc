"""Who says what counts: everybody beside the author of the source by name, and nobody twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argumap.model import Act, ArgumentMap, Index, Source
from argumap.verdicts.live_speakers import LiveSpeakers
from debates import debate, draw_debate, said, written
from draws import draws, seeded
from map_shapes import SHAPES

LINKED = debate("a,b supports x; c attacks x; d attacks x %", "x")


def speakers(drawn: ArgumentMap) -> LiveSpeakers:
    return LiveSpeakers(Index(drawn), "q")


@pytest.mark.parametrize(
    ("speech", "told"),
    [
        ("ann asserts a; author asserts a; author asserts b", ["Ann"]),
        ("author asserts a; author presents b", []),
        ("ann asserts a; bob endorses b", ["Ann", "Bob"]),
        ("ann asserts a; bob asserts a; cy asserts b; dee argues b", ["Ann", "Bob", "and 2 more"]),
        ("ann asserts c", ["said by nobody"]),
        ("ann asserts b", ["Ann", "in part said by nobody"]),
        ("ann disputes a; bob questions b", ["said by nobody"]),
        ("ann argues r0", ["Ann"]),
        ("ann asserts a; ann asserts b", ["Ann"]),
    ],
)
def test_who_says_what_a_reason_rests_on(speech: str, told: list[str]) -> None:
    assert speakers(written(LINKED, *speech.split("; "))).tell("r0") == told


def test_who_makes_like_points_only_is_said_to() -> None:
    drawn = written(LINKED, "ann asserts c", "bob asserts c", "ann endorses c")
    loose = tuple(replace(a, loosely=n < 2) for n, a in enumerate(drawn.attributions))
    assert speakers(replace(drawn, attributions=loose)).tell("r1") == ["Ann", "Bob, loosely"]


@pytest.mark.parametrize(
    ("speech", "rest"),
    [
        ("author asserts a; author asserts b; author argues c", "says it"),
        ("author presents a; author presents b", "sets it out"),
        ("author supposes a; author presents b; author asserts c", "says it or sets it out or supposes it"),
    ],
)
def test_who_says_the_rest_is_told_once(speech: str, rest: str) -> None:
    found = speakers(written(LINKED, *speech.split("; ")))
    assert found.tell_rest(["r0", "r1", "r2"]) == f"Where nobody is named, Author {rest}."


def test_there_is_no_rest_where_all_are_named_or_contradict() -> None:
    assert not speakers(written(LINKED, "ann asserts c")).tell_rest(["r0", "r1", "x"])


def test_a_map_that_names_no_speaker_is_silent_on_them() -> None:
    found = speakers(written(LINKED))
    assert (found.tell("r0"), found.tell_rest(["r0"])) == ((), "")


def test_without_one_author_everybody_is_named_and_the_rest_is_nobody_s() -> None:
    found = speakers(said(LINKED, "ann asserts a", "ann asserts b"))
    assert (found.tell("r0"), found.tell("r1")) == (["Ann"], [])
    assert found.tell_rest(["r0", "r1"]) == "Where nobody is named, nobody says it."
    drawn = written(LINKED, "author asserts c")
    two = (*drawn.sources, replace(drawn.sources[0], id="other", author="ann"))
    assert speakers(replace(drawn, sources=two)).tell("r1") == ["Author"]


@pytest.mark.parametrize("shape", SHAPES)
def test_where_nobody_is_named_the_author_says_all_of_it(shape: str) -> None:
    draw = seeded(1402)
    for _ in range(draws(20)):
        index = Index(replace(draw_debate(draw, shape), sources=(Source("source", "The source", author="ann"),)))
        found = LiveSpeakers(index, "q")
        for argument in index.map.arguments:
            said_by = [
                {a.by for a in index.voices[p] if a.act not in {Act.DISPUTES, Act.QUESTIONS}}
                | {a.by for a in index.voices[argument.id] if a.act.commits}
                for p in argument.premises
            ]
            if found.known:
                assert (not found.tell(argument.id)) == all(who == {"ann"} for who in said_by)
