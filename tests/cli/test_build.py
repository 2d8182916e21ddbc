"""``argumap build``: what it prints and writes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from argumap.cli import run
from places import ARTICLE, MAP, write_map
from reviewed import write_drafted
from shell import data

if TYPE_CHECKING:
    from pathlib import Path


OTHER = "# Bees\n\nBees sleep in winter. They wake in March.\n"


def test_build_writes_to_output_and_says_so(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["build", "bridge"]) == 0
    assert "Wrote output/bridge/map.html" in capfd.readouterr().out
    assert (here / "output/bridge/adjacency.md").is_file()
    told = data(["build", "bridge", "--to", "elsewhere", "--json"], capfd)
    assert "elsewhere/graph.json" in told["wrote"]


def test_a_map_whose_passage_is_lost_is_built_and_fails(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["source", "add", "bridge"]) == 0
    (here / "new.md").write_text(ARTICLE.replace("But the new ring road opens in spring.", ""), encoding="utf-8")
    assert run(["build", "bridge", "--source", "new.md"]) == 1
    assert "error AM210 ring-road" in capfd.readouterr().err
    assert (here / "output/bridge/map.html").exists()


def test_all_maps_are_built_in_one_call(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_map(here / "graph" / "second")
    assert run(["build"]) == 0
    names = sorted(path.parent.name for path in here.glob("output/*/map.html"))
    assert names == sorted(path.parent.name for path in here.glob("graph/*/map.yaml"))
    assert {"bridge", "second"} <= set(names)
    capfd.readouterr()
    told = data(["build", "bridge", "second", "--to", "elsewhere", "--json"], capfd)
    assert [built["map"] for built in told] == ["bridge", "second"]
    assert "elsewhere/second/graph.json" in told[1]["wrote"]
    assert (here / "elsewhere/bridge/map.html").read_bytes() == (here / "output/bridge/map.html").read_bytes()


def test_several_maps_have_a_page_that_leads_to_each(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_map(here / "graph" / "second")
    assert run(["build", "bridge", "second", "--to", "site"]) == 0
    assert "Wrote site/index.html" in capfd.readouterr().out
    html = (here / "site/index.html").read_text(encoding="utf-8")
    assert 'href="bridge/index.html"' in html
    assert 'href="second/index.html"' in html
    assert run(["build", "bridge", "--to", "alone"]) == 0
    assert sorted(path.name for path in (here / "alone").iterdir() if path.is_dir()) == []


def _linked(folder: Path) -> set[bool]:
    """Of the pages in a folder, whether they lead to the page of several maps."""
    pages = folder.glob("*.html")
    return {'<a class="all-maps" href="../index.html">' in page.read_text(encoding="utf-8") for page in pages}


def test_every_page_leads_back_to_the_page_of_several_maps_where_there_is_one(here: Path) -> None:
    write_map(here / "graph" / "second")
    assert run(["build", "bridge"]) == 0
    assert _linked(here / "output/bridge") == {False}
    assert run(["build", "bridge", "second"]) == 0
    assert _linked(here / "output/bridge") == _linked(here / "output/second") == {True}
    assert run(["build", "bridge"]) == 0
    assert _linked(here / "output/bridge") == {True}, "a build of one finds it"
    assert run(["view", "map", "bridge"]) == 0
    assert _linked(here / "output/bridge") == {True}
    write_map(here / "graph" / "third")
    assert run(["build", "third", "--publish"]) == 0
    assert _linked(here / "output/third") == {False}, "it does not lead to this map"
    assert run(["embed", "bridge", "--to", "elsewhere/bridge"]) == 0
    assert _linked(here / "elsewhere/bridge") == {False}


def test_what_stops_a_build_of_several_leaves_no_dead_link(here: Path) -> None:
    write_map(here / "graph" / "unseen")
    write_drafted(here / "graph" / "unseen")
    assert run(["build", "bridge", "unseen", "--publish"]) == 2
    assert _linked(here / "output/bridge") == {True}
    assert (here / "output/index.html").is_file()


def test_a_source_that_no_map_has_is_told_before_anything_is_written(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write_map(here / "graph" / "second")
    assert run(["build", "bridge", "second", "--source", "letter=graph/bridge/bridge.md"]) == 2
    out, err = capfd.readouterr()
    assert "--source letter fits none of the maps" in err
    assert out == ""
    assert not (here / "output").exists()


def test_the_pages_of_another_map_are_not_overwritten(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_map(here / "graph" / "second")
    assert run(["build", "bridge", "--to", "site"]) == 0
    before = (here / "site/index.html").read_bytes()
    assert run(["build", "second", "--to", "site"]) == 2
    assert "site holds the pages of the map 'bridge'" in capfd.readouterr().err
    assert (here / "site/index.html").read_bytes() == before
    assert run(["build", "bridge", "--to", "site"]) == 0


def test_a_map_with_errors_does_not_keep_the_others_from_being_built(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write_map(here / "graph" / "broken", MAP.replace("supports: close-it", "supports: nothing-there"))
    assert run(["build", "broken", "bridge", "--json"]) == 1
    out, err = capfd.readouterr()
    assert [built["map"] for built in json.loads(out)] == ["bridge"]
    assert "nothing-there" in err
    assert sorted(path.name for path in (here / "output").iterdir()) == ["bridge", "index.html"]
    assert run(["build", "broken", "--json"]) == 1
    assert capfd.readouterr().out == ""


@pytest.mark.parametrize(
    "call",
    [
        pytest.param("build bridge", id="build"),
        pytest.param("view map bridge", id="a page"),
        pytest.param("report adjacency bridge", id="a report"),
        pytest.param("export bridge --to graphml", id="a graph"),
        pytest.param("coverage bridge", id="coverage"),
        pytest.param("guard bridge", id="the guard"),
        pytest.param("anchor check bridge", id="the anchors"),
        pytest.param("source add bridge", id="the lock"),
        pytest.param("anchor relocate bridge --accept safe", id="relocation"),
    ],
)
def test_nothing_is_made_of_an_article_that_is_not_the_locked_one(
    call: str, here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["source", "add", "bridge"]) == 0
    (here / "bees.md").write_text(OTHER, encoding="utf-8")
    before = sorted(here.rglob("*"))
    capfd.readouterr()
    assert run([*call.split(), "--source", "bees.md"]) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert err.count("bees.md is a different document than the one that was locked; give the right file") == 1
    assert sorted(here.rglob("*")) == before


def test_a_build_says_in_one_line_what_nobody_has_seen(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_drafted(here / "graph" / "bridge")
    assert run(["build", "bridge"]) == 0
    told = [row for row in capfd.readouterr().err.splitlines() if "argumap review" in row]
    assert told == [
        "bridge has 3 items that nobody has seen and 1 claim still in the article's words; "
        "go through with `argumap review graph/bridge`"
    ]
