"""The canonical form: the same map gives the same bytes, and the bytes give the map back."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argumap.errors import CallError, DamagedFile, OtherFormat
from argumap.model import (
    Argument,
    ArgumentMap,
    Bearing,
    Claim,
    Concern,
    Effect,
    Expectation,
    Index,
    Issue,
    Passage,
    Quote,
    Source,
    Stakeholder,
)
from argumap.snapshots import FORMAT, Snapshot, build_snapshot
from maps import MAPS, TOWN, at, random_maps

ROOT = Path(__file__).parents[2]
RICH = Claim(
    "rich",
    "A claim with everything.",
    concerns=(Concern("b", Effect.WANTS), Concern("a", Effect.HARMS)),
    contradicts=("z", "y"),
    date="2025-01",
    base=0.1 + 0.2,
    implicit=True,
    expect=Expectation("stands", ("b", "a"), ">0.5"),
    tags=("two", "one"),
    at=(Passage("t", "s2.p1"), Passage("t", quote=Quote("exact", "before", "after")), Passage("t", "s1.p1.s1-s2")),
)


@pytest.mark.parametrize("saved", [*MAPS.values(), ArgumentMap(claims=(RICH,))], ids=[*MAPS, "rich"])
def test_a_map_comes_back_as_it_was_saved(saved: ArgumentMap) -> None:
    snapshot = build_snapshot(saved)
    again = build_snapshot(Snapshot(snapshot.content).map)
    assert again == snapshot
    assert again.id == snapshot.id


@settings(deadline=None)
@given(random_maps())
def test_any_map_comes_back_as_it_was_saved(drawn: ArgumentMap) -> None:
    snapshot = build_snapshot(drawn)
    back = snapshot.map
    assert build_snapshot(back) == snapshot
    assert set(back.claims) == set(drawn.claims)
    assert {replace(a, premises=()) for a in back.arguments} == {replace(a, premises=()) for a in drawn.arguments}
    assert set(back.attributions) == set(drawn.attributions)


@settings(deadline=None)
@given(random_maps(), st.data())
def test_the_order_of_what_has_none_does_not_tell(drawn: ArgumentMap, data: st.DataObject) -> None:
    shuffled = replace(
        drawn,
        claims=tuple(
            replace(
                c,
                about=tuple(data.draw(st.permutations(c.about))),
                also=tuple(data.draw(st.permutations(c.also))),
            )
            for c in data.draw(st.permutations(drawn.claims))
        ),
        arguments=tuple(
            replace(a, premises=tuple(data.draw(st.permutations(a.premises))))
            for a in data.draw(st.permutations(drawn.arguments))
        ),
        stakeholders=tuple(data.draw(st.permutations(drawn.stakeholders))),
        attributions=tuple(data.draw(st.permutations(drawn.attributions))),
        concepts=tuple(data.draw(st.permutations(drawn.concepts))),
        accepted=tuple(data.draw(st.permutations(drawn.accepted))),
    )
    assert build_snapshot(shuffled) == build_snapshot(drawn)


def test_the_order_of_the_debate_comes_back() -> None:
    loose = [Claim("zoo", "First of the loose."), Claim("ant", "Second of the loose.")]
    claims = (*TOWN.claims[:2], *loose, *TOWN.claims[2:])
    issues = (Issue("z", "Which comes first?"), *TOWN.issues)
    saved = replace(TOWN, claims=claims, issues=issues)
    before, after = Index(saved).debate_order, Index(build_snapshot(saved).map).debate_order
    for kind in ("claims", "issues"):
        ids = [record.id for record in getattr(saved, kind)]
        assert sorted(ids, key=before.__getitem__) == sorted(ids, key=after.__getitem__)


def test_what_is_compared_and_who_reports_keep_their_order() -> None:
    (air,) = [issue for issue in build_snapshot(TOWN).map.issues if issue.compares]
    assert air.compares == ("open-streets", "closed-streets")


def test_scores_are_written_in_decimals() -> None:
    scores = (0.5, 1.0, 0.0, -0.0, 1e-7, 0.1 + 0.2)
    saved = ArgumentMap(claims=tuple(Claim(f"c{n}", "C.", base=score) for n, score in enumerate(scores)))
    written = [json.loads(line).get("base") for line in build_snapshot(saved).lines]
    assert written == ["0.5", "1", "0", "0", "0.0000001", "0.30000000000000004"]
    assert [claim.base for claim in build_snapshot(saved).map.claims] == list(scores)


@pytest.mark.parametrize("score", [1.5, -0.1, float("nan"), float("inf")])
def test_a_score_out_of_bounds_is_refused(score: float) -> None:
    with pytest.raises(CallError, match="from 0 to 1"):
        build_snapshot(ArgumentMap(claims=(Claim("c", "C.", base=score),)))


def test_what_is_at_its_default_is_not_written() -> None:
    (line,) = build_snapshot(ArgumentMap(claims=(Claim("c", "C."),))).lines
    assert line == b'{"id":"c","kind":"claim","text":"C."}'


def test_a_lone_surrogate_is_kept_as_its_escape() -> None:
    snapshot = build_snapshot(ArgumentMap(claims=(Claim("c", "\ud800!"),)))
    assert b"\\ud800" in snapshot.content
    assert snapshot.map.claims[0].text == "\ud800!"


@pytest.mark.parametrize(
    "twice",
    [
        pytest.param(ArgumentMap(claims=(Claim("a", "A."), Claim("a", "B."))), id="two claims"),
        pytest.param(
            ArgumentMap(claims=(Claim("a", "A."),), stakeholders=(Stakeholder("a", "A"),)), id="two kinds"
        ),
        pytest.param(ArgumentMap(sources=(Source("a", "A"), Source("a", "B"))), id="two sources"),
    ],
)
def test_an_id_given_twice_is_refused(twice: ArgumentMap) -> None:
    with pytest.raises(CallError, match="'a' is given twice"):
        build_snapshot(twice)


def test_an_argument_that_rests_on_nothing_is_refused() -> None:
    with pytest.raises(CallError, match="rests on nothing"):
        build_snapshot(
            ArgumentMap(claims=(Claim("a", "A."),), arguments=(Argument("b", (), Bearing.SUPPORTS, "a"),))
        )


def test_a_text_with_half_a_character_is_no_text() -> None:
    snapshot = Snapshot(WHOLE.replace(b"cars", b"c\xed\xa0\x80rs"), "x.jsonl")
    with pytest.raises(DamagedFile, match=r"x\.jsonl is damaged: it is not UTF-8"):
        _ = snapshot.text


def test_a_source_may_be_called_like_a_claim() -> None:
    build_snapshot(ArgumentMap(sources=(Source("a", "A"),), claims=(Claim("a", "A."),)))


WHOLE = build_snapshot(TOWN).content
HEADER, FIRST, REST = WHOLE.split(b"\n", 2)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", "no snapshot", id="empty"),
        pytest.param(b"\x00\xff", "no snapshot", id="not text"),
        pytest.param(b"[" * 100_000, "no snapshot", id="nested without end"),
        pytest.param(b'{"kind":"claim"}\n', "no snapshot", id="another file"),
        pytest.param(b'{"kind":"snapshot","format":"1","records":0}\n', "names no format", id="format is text"),
        pytest.param(b'{"kind":"snapshot","format":99,"records":0}\n', "update argumap", id="of a newer format"),
        pytest.param(b'{"kind":"snapshot","format":1,"records":0,"title":3}\n', "title", id="title is a number"),
        pytest.param(WHOLE[:-1], "not whole", id="without its last line break"),
        pytest.param(WHOLE[: len(WHOLE) // 2], "not whole", id="cut in the middle"),
        pytest.param(WHOLE[: WHOLE.rindex(b"\n", 0, -1) + 1], "cut short", id="without its last line"),
        pytest.param(HEADER + b"\n{}\n" + REST, "damaged", id="a line without a kind"),
        pytest.param(HEADER + b"\n{},{}\n" + REST, "damaged", id="two objects on a line"),
        pytest.param(HEADER + b'\n{"id":"x","kind":"ghost"}\n' + REST, "damaged", id="an unknown kind"),
        pytest.param(
            HEADER + b'\n{"id":"x","kind":"claim","text":"X","colour":"red"}\n' + REST, "damaged", id="a field"
        ),
        pytest.param(
            HEADER + b'\n{"id":"x","kind":"claim","text":["X"]}\n' + REST, "damaged", id="a list for a text"
        ),
        pytest.param(
            HEADER + b'\n{"base":0.5,"id":"x","kind":"claim","text":"X"}\n' + REST, "damaged", id="a float"
        ),
        pytest.param(
            HEADER + b'\n{"at":[3],"id":"x","kind":"claim","text":"X"}\n' + REST, "damaged", id="no passage"
        ),
        pytest.param(
            HEADER + b'\n{"bearing":"supports","id":"x","kind":"argument","premises":[],"target":"y"}\n' + REST,
            "damaged",
            id="an argument that rests on nothing",
        ),
        pytest.param(WHOLE.replace(b"cars", b"c\xed\xa0\x80rs"), "damaged", id="half a character"),
        pytest.param(HEADER + b"\n" + REST.split(b"\n", 1)[0] + b"\n" + REST, "given twice", id="a line twice"),
    ],
)
def test_damage_is_told_in_one_sentence(content: bytes, message: str) -> None:
    with pytest.raises((DamagedFile, OtherFormat), match=message) as told:
        _ = Snapshot(content, "x.jsonl").map
    assert "\n" not in str(told.value)


@settings(deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=3))
def test_no_damage_raises_anything_else(place: int, junk: bytes) -> None:
    with contextlib.suppress(DamagedFile, OtherFormat):
        _ = Snapshot(WHOLE[:place] + junk + WHOLE[place + 1 :]).map


def test_the_format_is_told_in_the_header() -> None:
    assert json.loads(HEADER) == {"format": FORMAT, "kind": "snapshot", "records": 27, "title": TOWN.title}


def _id_under(python: str, seed: str) -> str:
    """The id of the town in a Python of its own, which knows the source tree alone."""
    code = (
        "import sys, types\n"
        f"sys.path[:0] = [{str(ROOT / 'src')!r}]\n"
        # The room's door opens more than the canonical form needs; an old Python may lack what stands behind it.
        "room = types.ModuleType('argumap.snapshots')\n"
        f"room.__path__ = [{str(ROOT / 'src/argumap/snapshots')!r}]\n"
        "sys.modules['argumap.snapshots'] = room\n"
        "from argumap.snapshots.canonical_form import Snapshot, build_snapshot\n"
        "content = sys.stdin.buffer.read()\n"
        "print(build_snapshot(Snapshot(content).map).id)\n"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    environment.pop("PYTHONPATH", None)
    done = subprocess.run([python, "-c", code], input=WHOLE, capture_output=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().strip()


@pytest.mark.parametrize("seed", ["0", "1", "20"])
def test_the_hash_seed_does_not_tell(seed: str) -> None:
    assert _id_under(sys.executable, seed) == build_snapshot(TOWN).id


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
def test_the_python_does_not_tell(version: str) -> None:
    found = [
        path for path in (f"/usr/bin/python{version}", f"/usr/local/bin/python{version}") if Path(path).exists()
    ]
    if not found:
        pytest.skip(f"no Python {version} at hand")
    assert _id_under(found[0], "random") == build_snapshot(TOWN).id


def test_an_anchored_claim_may_stand_anywhere_in_the_file() -> None:
    same_place = (Claim("b", "B.", at=at("s1.p1.s1")), Claim("a", "A.", at=at("s1.p1.s1")))
    assert build_snapshot(ArgumentMap(claims=same_place)) == build_snapshot(ArgumentMap(claims=same_place[::-1]))
