"""What the commands that make, check and show a map print and write."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from argumap.cli import run
from argumap.project.kept_texts import FOLDER as KEPT
from places import ARTICLE, MAP, write_map

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_map(tmp_path / "graph" / "bridge")
    return tmp_path


def data(call: list[str], capfd: pytest.CaptureFixture[str], code: int = 0) -> Any:
    assert run(call) == code
    return json.loads(capfd.readouterr().out)


def test_check_prints_problems_as_editors_read_them(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_map(here / "graph" / "bridge", MAP.replace("attacks: slower-trade", "atacks: slower-trade"))
    assert run(["check"]) == 1
    out, err = capfd.readouterr()
    assert "graph/bridge/map.yaml:32:5: error AM101" in out
    assert "did you mean 'attacks'" in out
    assert "1 error" in err


def test_check_tells_the_same_as_json_and_sarif(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    rows = data(["check", "bridge", "--json"], capfd)
    assert {row["code"] for row in rows} >= {"AM219"}
    assert set(rows[0]) == {"file", "line", "column", "severity", "code", "message"}
    sarif = data(["check", "bridge", "--format", "sarif"], capfd)
    results = sarif["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == [row["code"] for row in rows]
    assert {result["level"] for result in results} <= {"note", "warning", "error"}


def test_strict_fails_on_hints_and_quiet_leaves_them_out(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "bridge", "--strict"]) == 1
    assert run(["check", "bridge", "--quiet", "--strict"]) == 0


def test_source_add_then_check_leaves_no_hint_of_a_lock(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["source", "add", "bridge"]) == 0
    out = capfd.readouterr().out
    assert "article: 6 sentences, 0 cells, 3 headings" in out
    assert "AM219" not in str(data(["check", "bridge", "--json"], capfd))


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
    assert "s2.p1.s1  The Mill Bridge" in capfd.readouterr().out


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


def test_coverage_fails_under_a_share(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_map(here / "graph" / "bridge", MAP.replace("    at: s3.p1.s3\n", ""))
    assert run(["coverage", "bridge", "--fail-under", "80"]) == 0
    assert run(["coverage", "bridge", "--fail-under", "95"]) == 1
    assert "s3.p1.s3" in capfd.readouterr().out
    told = data(["coverage", "bridge", "--json"], capfd)
    assert (told["cited"], told["skipped"], told["open"]) == (4, 1, 1)


def test_guard_finds_a_copied_run_in_any_file(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "page.md").write_text("One.\nEvery lorry that crosses widens them and the bridge.\n", encoding="utf-8")
    assert run(["guard", "bridge"]) == 0
    (here / "page.md").write_text(
        "One.\nTheir union argues that a closed bridge adds twenty minutes to all.\n", encoding="utf-8"
    )
    assert run(["guard", "bridge", "page.md"]) == 1
    assert "page.md:2: 10 words" in capfd.readouterr().out
    assert run(["guard", "bridge", "graph/bridge/bridge.md"]) == 0


def test_guard_shortens_a_long_run(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "page.md").write_text(ARTICLE, encoding="utf-8")
    assert run(["guard", "bridge", "page.md"]) == 1
    (line,) = capfd.readouterr().out.splitlines()
    assert " … " in line
    assert len(line.split()) < 40
    (copied,) = data(["guard", "bridge", "page.md", "--json"], capfd, 1)
    assert copied["words"] == len(copied["text"].split())


OTHER = "# Bees\n\nBees sleep in winter. They wake in March.\n"


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


def test_a_source_that_cannot_be_read_is_told_even_where_the_lock_would_do(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["source", "add", "bridge"]) == 0
    assert run(["coverage", "bridge", "--source", "nowhere.md"]) == 2
    assert "cannot read nowhere.md" in capfd.readouterr().err


def test_a_map_whose_passage_is_lost_is_built_and_fails(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["source", "add", "bridge"]) == 0
    (here / "new.md").write_text(ARTICLE.replace("But the new ring road opens in spring.", ""), encoding="utf-8")
    assert run(["build", "bridge", "--source", "new.md"]) == 1
    assert "error AM210 ring-road" in capfd.readouterr().err
    assert (here / "output/bridge/map.html").exists()


def test_build_writes_to_output_and_says_so(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["build", "bridge"]) == 0
    assert "Wrote output/bridge/map.html" in capfd.readouterr().out
    assert (here / "output/bridge/adjacency.md").is_file()
    told = data(["build", "bridge", "--to", "elsewhere", "--json"], capfd)
    assert "elsewhere/graph.json" in told["wrote"]


def test_export_carries_passages_and_figures(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    told = data(["export", "bridge", "--to", "node-link", "-o", "-"], capfd)
    node = next(n for n in told["nodes"] if n["id"] == "claim:close-it")
    assert node["status"] == "stands"
    assert ARTICLE[node["anchors"][0]["start"] :].startswith("The Mill Bridge")
    plain = data(["export", "bridge", "--to", "node-link", "-o", "-", "--no-evaluate"], capfd)
    assert "status" not in next(n for n in plain["nodes"] if n["id"] == "claim:close-it")


def test_export_of_several_files_names_them_beside_each_other(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "bridge", "--to", "csv"]) == 0
    out, err = capfd.readouterr()
    assert out == "Wrote output/bridge/bridge.nodes.csv\nWrote output/bridge/bridge.edges.csv\n"
    assert "has no place for it" in err
    assert run(["export", "bridge", "--to", "csv", "--strict"]) == 2


def test_report_prints_one_format_or_writes_all(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "adjacency", "bridge", "--format", "md"]) == 0
    assert "Cars should never cross" in capfd.readouterr().out
    assert run(["report", "adjacency", "bridge", "--to", "here"]) == 0
    assert capfd.readouterr().out.count("Wrote here/adjacency.") == 3


def test_formats_says_what_each_loses(capfd: pytest.CaptureFixture[str]) -> None:
    rows = data(["formats", "--json"], capfd)
    assert {row["name"] for row in rows} >= {"node-link", "graphml", "csv"}
    assert run(["formats"]) == 0


def test_what_if_leaves_the_map_alone(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = (here / "graph/bridge/map.yaml").read_bytes()
    told = data(["what-if", "--set-aside", "ring-road", "-m", "bridge", "--json"], capfd)
    assert {"id": "close-it", "before": "stands", "after": "falls"} in told["status"]
    assert (here / "graph/bridge/map.yaml").read_bytes() == before


def test_extensions_lists_as_many_positions_as_asked(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    told = data(["extensions", "--semantics", "stable", "--expand", "1", "-m", "bridge", "--json"], capfd)
    assert told["expanded"] == [["close-it", "new-cracks", "ring-road"]]


def test_cruxes_name_what_would_turn_a_verdict(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["cruxes", "close-it", "-m", "bridge"]) == 0
    assert "The ring road replaces the bridge" in capfd.readouterr().out
    assert run(["cruxes", "author", "union", "-m", "bridge"]) == 0
