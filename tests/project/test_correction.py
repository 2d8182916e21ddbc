"""A hard correction of the column that we ship: all that an editor may do at once, and where its anchors go."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from argumap.authoring import relocate
from argumap.project import load
from argumap.project.anchor_repair import choose, find_open_anchors

SHIPPED = Path(__file__).parents[2] / "graph/old-town-cars"

INSERTED = """## What happened last week

The council met twice in public. Nobody left early, and nobody changed sides. On Monday the gates stayed shut.

## What we would gain"""
MOVED = "Room to walk. "
ROWS = ("| Money for the town", "| Air at the school")

EDITS = [
    ("## What we would gain", INSERTED),
    (" By the second year Tolm’s shops took more than before.", ""),
    ("4,100 cars", "3,900 cars"),
    ("takings in Tolm fell by a tenth", "takings in Tolm fell by a fifth"),
    ("would halve the traffic", "would not halve the traffic"),
    ("who cannot walk far. Yet that is", "who cannot walk far, yet that is"),
    ("Critics object that a toll lets", "Some critics object, with reason, that tolls simply let"),
    ("the well-off buy the street.", "the well-off buy a street."),
    ("The council admits that it has set no money aside for one.", "Next year brings an election; talk is cheap."),
]

BECAME = {
    "lanes-full s1.p1.s2": ("s1.p1.s2", "edited", "number"),
    "close-it s1.p1.s4": ("s1.p1.s4", "exact", ""),
    "level-doubled s2.p1.s3": ("s3.p1.s3", "exact", ""),
    "people-arrive s2.p2.s1-s2": ("s5.p2.s1-s2", "moved", ""),
    "walkers-spend s2.p2.s4": ("s5.p2.s4", "moved", ""),
    "tolm-takings-fell s3.p1.s3": ("s4.p1.s3", "edited", "number meaning"),
    "takings-recovered s3.p2.s3": (None, "lost", ""),
    "frail-shut-out s3.p3.s1-s2": ("s4.p3.s1-s2", "merged", ""),
    "run-a-bus s3.p3.s3": ("s4.p3.s2", "merged", ""),
    "no-money s3.p3.s4": ("s4.p3.s3", "replaced?", "negation"),
    "fines-pay s3.p3.s5": ("s4.p3.s4", "exact", ""),
    "toll-thins-traffic s4.p1.s3": ("s5.p1.s3", "edited", "negation"),
    "street-for-sale s4.p1.s5": ("s5.p1.s5", "reworded", ""),
    "budget s4.t1.r1.c1": ("s5.t1.r2.c1", "exact", ""),
    "budget-toll s4.t1.r1.c3": ("s5.t1.r2.c3", "exact", ""),
    "level-drops s4.t1.r2.c2": ("s5.t1.r1.c2", "moved", ""),
    "toll-air-unknown s4.p2.s1": ("s5.p3.s1", "exact", ""),
}


def corrected(text: str) -> str:
    """The column with a section put in, a paragraph and a table's row moved, and sentences of all sorts edited."""
    for old, new in EDITS:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    lines = text.split("\n")
    walking = next(line for line in lines if line.startswith(MOVED))
    lines.remove(walking)
    money, air = (next(n for n, line in enumerate(lines) if line.startswith(row)) for row in ROWS)
    lines[money], lines[air] = lines[air], lines[money]
    last = next(n for n, line in enumerate(lines) if line.startswith("The last box"))
    return "\n".join([*lines[:last], walking, "", *lines[last:]])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SHIPPED, tmp_path / "old-town-cars", ignore=shutil.ignore_patterns(".argumap"))
    column = tmp_path / "old-town-cars/column.md"
    column.write_text(corrected(column.read_text(encoding="utf-8")), encoding="utf-8")
    return tmp_path / "old-town-cars"


def test_every_anchor_is_led_where_a_person_would_lead_it(folder: Path) -> None:
    states = {f"{s.node} {s.at}": (s.now, str(s.state), " ".join(s.flags)) for s in load(folder).anchor_states}
    assert {anchor: states[anchor] for anchor in BECAME} == BECAME


def test_what_is_called_unchanged_has_its_old_words(folder: Path) -> None:
    old = load(SHIPPED)
    before = {(s.node, s.at): s.text for s in old.anchor_states}
    for state in load(folder).anchor_states:
        if state.state in {"exact", "moved"} and state.kind not in {"section", "skip"}:
            assert state.text == before[state.node, state.at], state


def test_repair_leaves_only_what_a_person_must_settle(folder: Path) -> None:
    opened = load(folder)
    relocate(opened, choose(find_open_anchors(opened), ["safe", "edited", "merged", "reworded"]))
    left = {state.node: state.at for state in find_open_anchors(load(folder))}
    assert left == {
        "lanes-full": "s1.p1.s2",
        "tolm-takings-fell": "s3.p1.s3",
        "takings-recovered": "s3.p2.s3",
        "no-money": "s3.p3.s4",
        "toll-thins-traffic": "s4.p1.s3",
    }
    again = load(folder)
    relocate(
        again,
        choose(find_open_anchors(again), ["lanes-full", "tolm-takings-fell", "no-money", "toll-thins-traffic"]),
    )
    assert "takings-recovered" in {state.node for state in find_open_anchors(load(folder))}
    codes = {problem.code for problem in load(folder).check() if problem.severity == "error"}
    assert codes == {"AM210"}
