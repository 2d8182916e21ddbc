"""``argumap source``: what it prints and writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import typst

from argumap.cli import run
from places import ARTICLE
from shell import data

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_source_add_then_check_leaves_no_hint_of_a_lock(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["source", "add", "bridge"]) == 0
    out = capfd.readouterr().out
    assert "article: 6 sentences, 0 cells, 3 headings" in out
    assert "AM219" not in str(data(["check", "bridge", "--json"], capfd))


def test_source_add_offers_to_name_the_text_and_does(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = here / "graph/bridge"
    (here / "text.md").write_text(ARTICLE, encoding="utf-8")
    assert run(["source", "add", "bridge", "--source", "text.md"]) == 0
    offer = capfd.readouterr().out.splitlines()[-1]
    assert offer == (
        "With --file this writes into the map where its text lies (article: `file: ../../text.md`), and --source "
        "need not be typed."
    )
    assert "file: bridge.md" in (folder / "map.yaml").read_text(encoding="utf-8")
    assert run(["source", "add", "bridge", "--source", "text.md", "--no-file"]) == 0
    assert "--file" not in capfd.readouterr().out
    assert run(["source", "add", "bridge", "--source", "text.md", "--file"]) == 0
    told = capfd.readouterr().out
    assert "Wrote graph/bridge/map.yaml" in told
    assert "The map names its text (article: `file: ../../text.md`), so --source need not be typed again." in told
    (folder / "bridge.md").unlink()
    assert run(["who", "new-cracks", "-m", "bridge", "--quote"]) == 0
    assert "the county engineer counted" in capfd.readouterr().out
    assert run(["source", "add", "bridge"]) == 0
    assert "--file" not in capfd.readouterr().out


def test_a_text_that_the_map_names_and_that_is_gone_is_told(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "graph/bridge/bridge.md").unlink()
    for call in ("check bridge", "build bridge", "who new-cracks -m bridge --quote"):
        run(call.split())
        assert (
            "bridge: bridge.md, which the map names as the text of article, is not there; passages are unverified "
            "(--source FILE)."
        ) in capfd.readouterr().err.splitlines()


def test_quoting_from_another_document_is_told(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["source", "add", "bridge"]) == 0
    (here / "bees.md").write_text("# Bees\n\nBees sleep in winter.\n", encoding="utf-8")
    capfd.readouterr()
    assert run(["who", "new-cracks", "-m", "bridge", "--quote", "--source", "bees.md"]) == 0
    told = capfd.readouterr()
    assert (
        told.err == "bridge: bees.md is a different document than the one that was locked; give the right file\n"
    )
    assert "Bees" not in told.out


def test_source_add_does_not_lock_over_a_drifted_text(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(["source", "add", "bridge"])
    before = (here / "graph/bridge/anchors.lock.json").read_bytes()
    (here / "graph/bridge/bridge.md").write_text(ARTICLE.replace("for good", "soon"), encoding="utf-8")
    assert run(["source", "add", "bridge"]) == 2
    assert "anchor relocate" in capfd.readouterr().err
    assert (here / "graph/bridge/anchors.lock.json").read_bytes() == before


def test_source_show_prints_what_a_map_cites_by(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    rows = data(["source", "show", "graph/bridge/bridge.md", "--json"], capfd)
    assert [row["at"] for row in rows] == [
        "s1.h",
        "s2.h",
        "s2.p1.s1",
        "s2.p1.s2",
        "s2.p1.s3",
        "s3.h",
        "s3.p1.s1",
        "s3.p1.s2",
        "s3.p1.s3",
    ]
    assert all(ARTICLE[row["start"] : row["end"]].split() == row["text"].split() for row in rows)
    assert run(["source", "show", "bridge"]) == 0
    out = capfd.readouterr().out
    assert "s2.p1.s1  The Mill Bridge" in out
    assert out.endswith("\n\narticle: English, as its words tell; sentences are counted by splitter 2.\n")
    assert {(row["language"], row["splitter"]) for row in rows} == {("en", 2)}


def test_source_show_tells_the_pages_of_a_pdf(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "a.pdf").write_bytes(typst.compile(b"The dike is old.\n#pagebreak()\nIt held.", format="pdf"))
    assert run(["source", "show", "a.pdf"]) == 0
    told = [line.split() for line in capfd.readouterr().out.splitlines()]
    assert told[:5] == [
        ["page", "1"],
        ["s0.p1.s1", "The", "dike", "is", "old."],
        ["page", "2"],
        ["s0.p2.s1", "It", "held."],
        [],
    ]
    rows = data(["source", "show", "a.pdf", "--json"], capfd)
    assert [row["place"] for row in rows] == ["page=1", "page=2"]


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        pytest.param(lambda lock: lock[: len(lock) // 2], "is damaged", id="cut off"),
        pytest.param(lambda lock: "", "is damaged", id="empty"),
        pytest.param(
            lambda lock: f"<<<<<<< HEAD\n{lock}=======\n{lock}>>>>>>> other\n", "merge conflict", id="merged"
        ),
        pytest.param(
            lambda lock: lock.replace('"argumap_lock": 1', '"argumap_lock": 2'), "a newer argumap", id="newer"
        ),
    ],
)
@pytest.mark.parametrize(
    "call",
    ["check bridge", "source add bridge", "anchor relocate bridge --accept safe", "build bridge", "guard bridge"],
)
def test_a_lock_that_cannot_be_read_is_told_in_one_line_and_left_alone(
    call: str, spoilt: Callable[[str], str], told: str, here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["source", "add", "bridge"]) == 0
    lock = here / "graph/bridge/anchors.lock.json"
    lock.write_text(spoilt(lock.read_text(encoding="utf-8")), encoding="utf-8")
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    capfd.readouterr()
    assert run(call.split()) == 2
    (line,) = capfd.readouterr().err.splitlines()
    assert told in line
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == before


def test_a_damaged_lock_is_mended_as_its_message_says(here: Path) -> None:
    lock = here / "graph/bridge/anchors.lock.json"
    lock.write_text("{", encoding="utf-8")
    lock.unlink()
    assert run(["source", "add", "bridge"]) == 0
    assert run(["check", "bridge"]) == 0


def test_a_citation_fills_in_the_source_without_its_text(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "graph/bridge/bridge.md").unlink()
    (here / "refs.bib").write_text(
        "@article{b, title={Leave the bridge to walkers}, author={Brook, Ana}, year=2031, journal={The Quay}}",
        encoding="utf-8",
    )
    assert run(["source", "add", "bridge", "--cite", "refs.bib"]) == 0
    told = capfd.readouterr().out
    assert "article: authors, published and publisher filled in." in told
    written = (here / "graph/bridge/map.yaml").read_text(encoding="utf-8")
    assert 'authors: "Ana Brook"' in written
    assert run(["check", "bridge"]) == 0
    (here / "refs.bib").write_text("@article{b, title = {x", encoding="utf-8")
    capfd.readouterr()
    assert run(["source", "add", "bridge", "--cite", "refs.bib"]) == 2
    assert "refs.bib:1:21: the value of title is not closed" in capfd.readouterr().err
