"""The course of a map over its snapshots: dates, who led, what was new for a reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from argumap.errors import DamagedFile
from argumap.project import Timeline, build_timeline, load, save_snapshot
from places import MAP, write_map

if TYPE_CHECKING:
    from pathlib import Path

RIVAL = """  keep-it:
    text: "Cars should go on crossing the bridge."
    answers: bridge
"""
REASON = """  bus-needs-it:
    text: "The bus needs the bridge."
    supports: keep-it
    said: {by: union, act: asserts, via: []}
"""


def kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Timeline:
    """A map that is kept twice, of which the second has a date and a note, and edited after that."""
    monkeypatch.chdir(folder)
    place = folder / "graph" / "bridge"
    for text, date, note in ((MAP + RIVAL, "", ""), (MAP + RIVAL + REASON, "2027-05-02", "the union\n spoke")):
        write_map(place, text)
        save_snapshot(load("bridge"), date=date, note=note)
    write_map(place, MAP + RIVAL + REASON.replace("keep-it", "close-it"))
    return build_timeline(load("bridge"))


def test_states_are_told_by_date_with_who_leads_and_what_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = list(kept(tmp_path, monkeypatch).lines())
    heads = [line for line in lines if not line.startswith("  ")]
    assert heads == ["The Mill Bridge", "State 1", "2 May 2027  the union spoke", "As it is now"]
    first = lines[lines.index("State 1") + 1]
    assert first == "  Should cars cross the Mill Bridge? “Cars should never cross the bridge again.” leads."
    told = "\n".join(lines)
    assert "+ Carters' union: “The bus needs the bridge.”, new reason" in told
    assert re.search(r"are level now\. “Cars should never .*” led before\.", told)


def test_as_data_a_state_has_its_date_and_who_leads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = kept(tmp_path, monkeypatch)
    assert [state.leaders["bridge"] for state in found.states] == [
        ("close-it",),
        ("close-it", "keep-it"),
        ("close-it",),
    ]
    assert [(state.date, state.is_now) for state in found.states] == [
        ("", False),
        ("2027-05-02", False),
        ("", True),
    ]
    assert found.to_dict()["map"] == "bridge"


def test_a_map_that_was_never_kept_says_how_to(tmp_path: Path) -> None:
    place = write_map(tmp_path / "the bridge")
    lines = list(build_timeline(load(place)).lines())
    assert lines == ["The Mill Bridge", f"  no snapshot yet; argumap snapshot save '{place}' makes one"]


def test_snapshots_that_cannot_be_read_are_told_and_not_called_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(tmp_path, monkeypatch)
    log = tmp_path / "output" / "bridge" / "snapshots" / "log.jsonl"
    log.write_text("no log\n")
    with pytest.raises(DamagedFile, match=r"log\.jsonl:1 is damaged"):
        build_timeline(load("bridge"))
