from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.authoring import merge, undo
from argumap.errors import CallError, NotFound
from argumap.project import load
from places import MAP, write_map

if TYPE_CHECKING:
    from pathlib import Path

TWICE = MAP + (
    "  longer:\n"
    '    text: "It takes longer."\n'
    "    at: s2.p1.s2\n"
    "    attacks: close-it\n"
    "    supports: slower-trade\n"
    "    contradicts: ring-road\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_map(tmp_path / "bridge", TWICE)


def test_passages_speakers_and_steps_of_both_are_its_own(folder: Path) -> None:
    assert merge(load(folder), "slower-trade", "longer") == "merged longer into slower-trade"
    opened = load(folder)
    claim = opened.index.claims["slower-trade"]
    assert claim.text == "Deliveries take longer without the bridge."
    assert [p.at for p in claim.at] == ["s3.p1.s1", "s2.p1.s2"]
    assert {(a.by, a.act.value) for a in opened.index.voices["slower-trade"]} == {
        ("union", "argues"),
        ("author", "asserts"),
    }
    steps = {(a.id, a.bearing.value) for a in opened.record.arguments if "slower-trade" in a.premises}
    assert steps == {("slower-trade/close-it", "attacks")}
    assert "longer" not in (folder / "map.yaml").read_text(encoding="utf-8").replace("take longer", "")
    assert not [p for p in opened.check() if p.severity == "error"]
    undo(opened)
    assert (folder / "map.yaml").read_text(encoding="utf-8") == TWICE


def test_what_named_the_other_names_the_one_that_is_kept(folder: Path) -> None:
    merge(load(folder), "longer", "slower-trade")
    opened = load(folder)
    assert [a.id for a in opened.index.on["longer"]] == ["ring-road/longer"]
    assert [a.id for a in opened.index.with_premise["longer"]] == ["longer/close-it"]


def test_two_names_of_one_person_are_one(folder: Path) -> None:
    merge(load(folder), "author", "union")
    opened = load(folder)
    person = opened.index.stakeholders["author"]
    assert (person.name, person.aliases) == ("The columnist", ("Carters' union",))
    assert "slower-trade" in {a.of for a in opened.index.speech["author"]}


@pytest.mark.parametrize(
    ("kept", "other", "error"),
    [
        ("close-it", "close-it", CallError),
        ("close-it", "union", CallError),
        ("bridge", "bridge", CallError),
        ("close-it", "x", NotFound),
    ],
)
def test_what_is_not_of_one_kind_is_not_merged(
    kept: str, other: str, error: type[Exception], folder: Path
) -> None:
    with pytest.raises(error):
        merge(load(folder), kept, other)
