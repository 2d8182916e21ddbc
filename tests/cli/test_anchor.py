"""``argumap anchor``: what it prints and writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.anchoring import LOCK_NAME, build_lock, write_lock
from argumap.cli import run
from argumap.project.kept_texts import FOLDER as KEPT
from argumap.text import parse_article
from places import ARTICLE, MAP, write_map
from shell import data

if TYPE_CHECKING:
    from pathlib import Path


def test_three_commands_check_repair_and_rebuild(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(["source", "add", "bridge"])
    moved = ARTICLE.replace("## Why", "## A word before\n\nThis was added later.\n\n## Why").replace(
        "twenty", "thirty"
    )
    (here / "graph/bridge/bridge.md").write_text(moved, encoding="utf-8")
    capfd.readouterr()
    checked = data(["anchor", "check", "bridge", "--json"], capfd, 1)
    assert set(checked["anchors"][0]) == {"node", "at", "now", "state", "flags"}
    assert run(["anchor", "relocate", "bridge", "--accept", "safe"]) == 0
    assert "2 still open" in capfd.readouterr().out
    left = data(["anchor", "relocate", "bridge", "--json"], capfd)
    assert {row["node"] for row in left["open"]} == {"slower-trade", "union argues slower-trade"}
    accept = [part for row in left["open"] for part in ("--accept", row["node"])]
    assert run(["anchor", "relocate", "bridge", *accept]) == 0
    assert run(["build", "bridge"]) == 0


def test_anchor_show_prints_the_passage_among_its_neighbours(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    run(["source", "add", "bridge"])
    (here / "graph/bridge/bridge.md").write_text(ARTICLE.replace("widens them", "opens them"), encoding="utf-8")
    capfd.readouterr()
    assert run(["anchor", "show", "new-cracks", "bridge"]) == 0
    out = capfd.readouterr().out
    assert "> s2.p1.s3  Every lorry that crosses opens them." in out
    assert "  s2.p1.s1  The Mill Bridge" in out
    assert "[−widens−] [+opens+]" in out
    (shown,) = data(["anchor", "show", "new-cracks", "bridge", "--json"], capfd)["anchors"]
    assert (shown["now"], shown["state"]) == (shown["at"], "edited")
    assert "opens them" in shown["text"]
    assert {"kind": "removed", "text": "widens"} in shown["changes"]


def test_anchor_check_tells_the_words_that_changed_or_how_to_see_them(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    run(["source", "add", "bridge"])
    article = here / "graph/bridge/bridge.md"
    article.write_text(ARTICLE.replace("widens them", "opens them"), encoding="utf-8")
    capfd.readouterr()
    assert run(["anchor", "check", "bridge"]) == 0
    out = capfd.readouterr().out
    assert "What changed: … lorry that crosses [−widens−] [+opens+] them.\n" in out
    assert "--old" not in out
    for kept in here.rglob(f"{KEPT}/*"):
        kept.unlink()
    assert run(["anchor", "check", "bridge"]) == 0
    out = capfd.readouterr().out
    assert "What changed" not in out
    assert out.count("with --old FILE to see") == 1


@pytest.mark.parametrize("keeping", ["a copy", "--old"])
def test_the_words_of_a_passage_that_is_gone_are_told_where_they_are_at_hand(
    keeping: str, here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    run(["source", "add", "bridge"])
    (here / "before.md").write_text(ARTICLE, encoding="utf-8")
    article = here / "graph/bridge/bridge.md"
    article.write_text(ARTICLE.replace("But the new ring road opens in spring.", ""), encoding="utf-8")
    if keeping == "--old":
        for kept in here.rglob(f"{KEPT}/*"):
            kept.unlink()
    old = ["--old", "before.md"] if keeping == "--old" else []
    capfd.readouterr()
    for call in (["anchor", "check", "bridge"], ["anchor", "show", "ring-road", "bridge"]):
        run([*call, *old])
        out = capfd.readouterr().out
        assert "lost       ring-road  s3.p1.s3\n" in out
        assert "It read: “But the new ring road opens in spring.”\n" in out
        assert "--old FILE" not in out
    (shown,) = data(["anchor", "show", "ring-road", "bridge", "--json", *old], capfd)["anchors"]
    assert shown["changes"] == [{"kind": "removed", "text": "But the new ring road opens in spring."}]


def test_where_the_words_of_a_lost_passage_are_not_at_hand_the_way_to_them_is(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    run(["source", "add", "bridge"])
    article = here / "graph/bridge/bridge.md"
    article.write_text(ARTICLE.replace("But the new ring road opens in spring.", ""), encoding="utf-8")
    for kept in here.rglob(f"{KEPT}/*"):
        kept.unlink()
    capfd.readouterr()
    for call in (["anchor", "check", "bridge"], ["anchor", "show", "ring-road", "bridge"]):
        run(call)
        out = capfd.readouterr().out
        assert "It read" not in out
        assert out.count("Give the article as it was locked with --old FILE") == 1


def test_other_words_in_the_place_of_a_passage_are_told_beside_its_own(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    run(["source", "add", "bridge"])
    article = here / "graph/bridge/bridge.md"
    article.write_text(
        ARTICLE.replace("But the new ring road opens in spring.", "Nobody asked the ferryman about any of it."),
        encoding="utf-8",
    )
    capfd.readouterr()
    assert run(["anchor", "check", "bridge"]) == 1
    out = capfd.readouterr().out
    assert "replaced?  ring-road  s3.p1.s3" in out
    assert "It read: “But the new ring road opens in spring.”\n" in out


def test_anchor_show_compares_no_open_anchor_with_another_text(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    run(["source", "add", "bridge"])
    other = ARTICLE.replace("But the new ring road opens in spring.", "Rafts are cheap.")
    other = other.replace("The carters' union", "It is June. The carters' union")
    (here / "graph/bridge/bridge.md").write_text(other, encoding="utf-8")
    assert run(["anchor", "relocate", "bridge", "--accept", "safe"]) == 0
    capfd.readouterr()
    assert run(["anchor", "show", "ring-road", "bridge"]) == 0
    assert "What changed" not in capfd.readouterr().out


def test_anchor_pin_writes_the_locator_beside_the_quote(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_map(here / "graph" / "bridge", MAP.replace("at: s3.p1.s3", 'quote: "ring road opens"'))
    assert run(["anchor", "pin", "bridge"]) == 0
    assert "    at: s3.p1.s3\n    quote:" in (here / "graph/bridge/map.yaml").read_text(encoding="utf-8")
    assert run(["anchor", "pin", "bridge"]) == 0
    assert "Nothing to pin" in capfd.readouterr().out


def test_a_quote_that_cannot_be_pinned_is_told(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    quoted = MAP.replace("    at: s2.p1.s1\n", '    at: {quote: "these words stand nowhere"}\n')
    assert quoted != MAP
    write_map(here / "graph" / "bridge", quoted)
    assert run(["anchor", "pin", "bridge"]) == 1
    assert "error AM201 the quote is not in the source" in capfd.readouterr().out
    assert [p["code"] for p in data(["anchor", "pin", "bridge", "--json"], capfd, code=1)["unpinned"]] == ["AM201"]


GERMAN = "Der Rat der Stadt schweigt, z. B. im Mai. Am 5. Mai tagt er nicht, und das ist gut.\n"
COUNTED = """argumap: 1
title: "Rat"
sources:
  text: {title: "Rat", author: writer, file: text.md}
stakeholders:
  writer: {name: "The writer", type: person}
claims:
  silent: {text: "The council says nothing.", at: s0.p1.s2}
  may: {text: "It does not meet in May.", at: s0.p1.s3-s4, supports: silent}
"""


@pytest.fixture
def rat(here: Path) -> Path:
    """A map of a German text that was locked by the first splitter."""
    folder = here / "graph/rat"
    folder.mkdir()
    (folder / "text.md").write_text(GERMAN, encoding="utf-8")
    (folder / "map.yaml").write_text(COUNTED, encoding="utf-8")
    write_lock(folder / LOCK_NAME, build_lock({"text": parse_article(GERMAN, version=1)}))
    return folder


def test_another_splitter_renumbers_and_says_how_many(rat: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["anchor", "relocate", "rat", "--splitter", "2"]) == 0
    assert capfd.readouterr().out.splitlines() == [
        "merged     silent  s0.p1.s2 → s0.p1.s1",
        "exact      may  s0.p1.s3-s4 → s0.p1.s2",
        "Wrote graph/rat/map.yaml",
        "Wrote graph/rat/anchors.lock.json",
        "text: splitter 1 → 2, read as German.",
        "2 of 2 anchors moved, 1 say more than they did.",
    ]
    assert run(["anchor", "relocate", "rat", "--splitter", "2"]) == 0
    assert capfd.readouterr().out == "Nothing to do: the locked texts at hand are read by splitter 2 already.\n"
    assert run(["anchor", "check", "rat"]) == 0


def test_another_splitter_is_told_to_programs(rat: Path, capfd: pytest.CaptureFixture[str]) -> None:
    told = data(["anchor", "relocate", "rat", "--splitter", "2", "--json"], capfd)
    assert told["sources"] == {"text": {"from": 1, "to": 2, "language": "de"}}
    assert [(anchor["at"], anchor["now"]) for anchor in told["moved"]] == [
        ("s0.p1.s2", "s0.p1.s1"),
        ("s0.p1.s3-s4", "s0.p1.s2"),
    ]
    assert ([anchor["node"] for anchor in told["merged"]], told["open"], told["anchors"]) == (["silent"], [], 2)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param(["--splitter", "3"], "there is no splitter 3; there is 1, 2", id="one that is not there"),
        pytest.param(["--splitter", "two"], "'two' is not a valid integer", id="no number"),
        pytest.param(["--splitter", "2", "--accept", "safe"], "one at a time", id="with what it does not go with"),
    ],
)
def test_a_splitter_that_will_not_do(
    options: list[str], told: str, rat: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = (rat / "map.yaml").read_bytes()
    assert run(["anchor", "relocate", "rat", *options]) == 2
    assert told in capfd.readouterr().err
    assert (rat / "map.yaml").read_bytes() == before
