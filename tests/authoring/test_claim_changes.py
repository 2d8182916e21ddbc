from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.authoring import (
    add_claim,
    add_person,
    drop,
    retitle,
    reword,
    set_aside,
    set_rule_aside,
    set_speaker,
    split,
    tie,
    untie,
)
from argumap.errors import ArgumapError, CallError, DoesNotFit, NotFound
from argumap.project import load
from places import MAP, write_map
from reviewed import write_drafted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from argumap.project import Map

MORE = """\
tour:
  - {of: slower-trade, text: "First."}
  - {of: close-it, text: "Then."}
accepted:
  - {code: AM312, at: [slower-trade, close-it], reason: "Known."}
arguments:
  both:
    premises: [slower-trade, new-cracks]
    undercuts: new-cracks/close-it
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_map(tmp_path / "bridge", MAP + MORE)


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        pytest.param(
            lambda m: reword(m, "ring-road", " The ring  road is there. "),
            '"The ring road replaces the bridge."',
            '"The ring road is there."',
            id="text",
        ),
        pytest.param(
            lambda m: reword(m, "bridge", "May cars cross?"),
            '"Should cars cross the Mill Bridge?"',
            '"May cars cross?"',
            id="question",
        ),
        pytest.param(
            lambda m: retitle(m, "ring-road", "A road"),
            "    attacks: slower-trade\n    at: s3.p1.s3\n",
            '    attacks: slower-trade\n    at: s3.p1.s3\n    title: "A road"\n',
            id="title",
        ),
        pytest.param(
            lambda m: set_speaker(m, "slower-trade", "author", "disputes"),
            "{by: union, act: argues, at: s3.p1.s1}",
            "{by: author, act: disputes}",
            id="who",
        ),
        pytest.param(
            lambda m: set_speaker(m, "slower-trade", "union", "asserts"),
            "{by: union, act: argues, at: s3.p1.s1}",
            "{by: union, act: asserts, at: s3.p1.s1}",
            id="how",
        ),
        pytest.param(
            lambda m: tie(m, "slower-trade", "supports", "close-it"),
            "    attacks: close-it\n    said: {by: union, act: argues, at: s3.p1.s1}\n    at: s3.p1.s1\n",
            "    said: {by: union, act: argues, at: s3.p1.s1}\n    at: s3.p1.s1\n    supports: close-it\n",
            id="the other side",
        ),
        pytest.param(
            lambda m: tie(m, "new-cracks", "supports", "ring-road"),
            "    supports: close-it\n",
            "    supports: [close-it, ring-road]\n",
            id="one tie more",
        ),
        pytest.param(
            lambda m: untie(m, "close-it", "bridge"), "    answers: bridge\n", "", id="an answer no longer"
        ),
        pytest.param(
            lambda m: add_person(m, "The mayor"),
            "type: organisation}\n",
            'type: organisation}\n  the-mayor:\n    name: "The mayor"\n    type: person\n',
            id="a person more",
        ),
        pytest.param(
            lambda m: split(m, "ring-road", "A road is there.", "It is new."),
            '    text: "The ring road replaces the bridge."\n    attacks: slower-trade\n    at: s3.p1.s3\n',
            '    text: "A road is there."\n    attacks: slower-trade\n    at: s3.p1.s3\n'
            '  it-is-new:\n    text: "It is new."\n    at: s3.p1.s3\n',
            id="two of one",
        ),
    ],
)
def test_a_change_touches_nothing_else(change: Callable[[Map], str], old: str, new: str, folder: Path) -> None:
    change(load(folder))
    assert (folder / "map.yaml").read_text(encoding="utf-8") == (MAP + MORE).replace(old, new)


@pytest.mark.parametrize("bearing", ["attacks", "supports"])
def test_a_step_that_stands_for_itself_gives_way_to_a_tie(bearing: str, folder: Path) -> None:
    step = '  loops:\n    premises: ring-road\n    attacks: new-cracks\n    unseen: "draft, by denial"\n'
    text = (folder / "map.yaml").read_text(encoding="utf-8") + step
    (folder / "map.yaml").write_text(text, encoding="utf-8")
    assert tie(load(folder), "ring-road", bearing, "new-cracks") == f"ring-road {bearing} new-cracks"
    expected = text.replace('attacks: new-cracks\n    unseen: "draft, by denial"', f"{bearing}: new-cracks")
    assert (folder / "map.yaml").read_text(encoding="utf-8") == expected
    with pytest.raises(CallError, match="nothing changes"):
        tie(load(folder), "ring-road", bearing, "new-cracks")


def test_a_dropped_claim_takes_along_what_hangs_on_it(folder: Path) -> None:
    told = drop(load(folder), "slower-trade")
    assert told.startswith("dropped slower-trade, and with it 3 steps: ")
    after = load(folder)
    assert [a.id for a in after.record.arguments] == ["new-cracks/close-it"]
    assert [stop.of for stop in after.record.tour] == ["close-it"]
    assert [accepted.at for accepted in after.record.accepted] == ["close-it"]
    assert not [p for p in after.check() if p.severity == "error"]


def test_a_step_that_goes_takes_along_what_undercuts_it(folder: Path) -> None:
    untie(load(folder), "new-cracks", "close-it")
    assert [a.id for a in load(folder).record.arguments] == ["slower-trade/close-it", "ring-road/slower-trade"]


def test_what_is_set_aside_is_skipped_by_its_source(folder: Path) -> None:
    assert set_aside(load(folder), "ring-road").startswith("set ring-road aside, skipping s3.p1.s3")
    after = load(folder).record
    assert after.sources[0].skip == ("s3.p1.s2", "s3.p1.s3")
    assert "ring-road" not in [claim.id for claim in after.claims]


def test_all_claims_of_a_rule_are_set_aside_in_one_step(tmp_path: Path) -> None:
    folder = write_drafted(tmp_path / "bridge")
    told = "set 1 claim of the rule statement aside, and with them 1 step: ring-road/slower-trade"
    assert set_rule_aside(load(folder), "statement") == told
    after = load(folder).record
    assert after.sources[0].skip == ("s3.p1.s2", "s3.p1.s3")
    assert [claim.id for claim in after.claims if claim.unseen] == ["slower-trade"]
    with pytest.raises(CallError, match="no unseen claim was proposed by 'statement'"):
        set_rule_aside(load(folder), "statement")


def test_a_claim_is_added_with_all_that_it_has(folder: Path) -> None:
    told = add_claim(
        load(folder), "The bridge is old.", at=["s2.p1.s1"], by="union", ties=[("supports", "close-it")]
    )
    assert told == "added the claim the-bridge-is-old"
    opened = load(folder)
    claim = opened.index.claims["the-bridge-is-old"]
    assert (claim.text, [p.at for p in claim.at]) == ("The bridge is old.", ["s2.p1.s1"])
    assert [a.by for a in opened.index.voices[claim.id]] == ["union"]
    assert [a.target for a in opened.index.with_premise[claim.id]] == ["close-it"]
    assert add_claim(opened, "The bridge is old!") == "added the claim the-bridge-is-old-2"


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda m: reword(m, "nothing", "X"), NotFound),
        (lambda m: reword(m, "close-it", " "), CallError),
        (lambda m: set_speaker(m, "close-it", "nobody"), NotFound),
        (lambda m: tie(m, "close-it", "denies", "ring-road"), CallError),
        (lambda m: tie(m, "close-it", "supports", "nothing"), DoesNotFit),
        (lambda m: tie(m, "close-it", "answers", "ring-road"), DoesNotFit),
        (lambda m: untie(m, "close-it", "ring-road"), NotFound),
        (lambda m: drop(m, "union"), CallError),
        (lambda m: drop(m, "nothing"), NotFound),
        (lambda m: split(m, "ring-road", "A", ""), CallError),
        (lambda m: set_aside(m, "bridge"), NotFound),
        (lambda m: add_claim(m, "A", at=["x y"]), DoesNotFit),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    change: Callable[[Map], str], error: type[ArgumapError], folder: Path
) -> None:
    with pytest.raises(error):
        change(load(folder))
    assert (folder / "map.yaml").read_text(encoding="utf-8") == MAP + MORE
    assert not (folder / ".argumap").exists()
