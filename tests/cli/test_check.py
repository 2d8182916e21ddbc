"""``argumap check``: what it prints and writes."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from argumap.cli import run
from places import ARTICLE, MAP, write_map
from reviewed import write_drafted
from shell import data


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
    assert set(rows[0]) == {"file", "line", "column", "severity", "code", "message", "at"}
    sarif = data(["check", "bridge", "--format", "sarif"], capfd)
    results = sarif["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == [row["code"] for row in rows]
    assert {result["level"] for result in results} <= {"note", "warning", "error"}


def test_strict_fails_on_hints_and_quiet_leaves_them_out(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "bridge", "--strict"]) == 1
    assert run(["check", "bridge", "--quiet", "--strict"]) == 0


def test_what_a_map_accepts_is_shown_and_counted_and_fails_no_strict_check(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    accepted = 'accepted: {code: AM219, at: article, reason: "The column is still being written."}\n'
    write_map(here / "graph" / "bridge", MAP.replace("sources:\n", accepted + "sources:\n", 1))
    assert run(["check", "bridge", "--strict"]) == 0
    out, err = capfd.readouterr()
    assert "hint AM219" in out
    assert "(accepted: The column is still being written.)" in out
    assert err.endswith("1 map checked: nothing wrong, 1 accepted.\n")


INSERTED = ARTICLE.replace("The Mill Bridge should", "The river is high this year.\n\nThe Mill Bridge should")
REMEDY = re.compile("`argumap ([^`]+)`")


@pytest.fixture
def corrected(here: Path, capfd: pytest.CaptureFixture[str]) -> str:
    """A newer article outside the map's folder, with a paragraph before the others."""
    assert run(["source", "add", "bridge"]) == 0
    (here / "newer.md").write_text(INSERTED, encoding="utf-8")
    capfd.readouterr()
    return "newer.md"


def test_passages_that_only_moved_are_one_problem_whose_remedy_runs(
    corrected: str, here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (here / "newer.md").write_text(ARTICLE.replace("Why close it", "Why\n\n## Close it"), encoding="utf-8")
    assert run(["check", "bridge", "--source", corrected]) in {0, 1}
    out = capfd.readouterr().out
    (folded,) = (row for row in out.splitlines() if "AM217" in row)
    assert "passages moved, their words unchanged" in folded
    (remedy,) = REMEDY.findall(folded)
    assert run(shlex.split(remedy)) == 0
    capfd.readouterr()
    run(["check", "bridge", "--source", corrected])
    assert "AM217" not in capfd.readouterr().out


def test_every_remedy_runs_as_it_is_told(corrected: str, capfd: pytest.CaptureFixture[str]) -> None:
    run(["check", "bridge", "--source", corrected])
    remedies = set(REMEDY.findall(capfd.readouterr().out))
    assert remedies
    for remedy in sorted(remedies):
        assert run(shlex.split(remedy)) == 0, remedy


def test_a_map_without_lock_is_told_the_call_that_locks_it(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "graph" / "bridge" / "bridge.md").rename(here / "bridge.md")
    run(["check", "bridge", "--source", "bridge.md"])
    assert "`argumap source add graph/bridge --source bridge.md`" in capfd.readouterr().out
    assert run(["source", "add", "graph/bridge", "--source", "bridge.md"]) == 0


def test_errors_stand_before_warnings_and_hints(
    corrected: str, here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    text = INSERTED.replace("counted\neleven", "counted\ntwelve")
    (here / "newer.md").write_text(text, encoding="utf-8")
    assert run(["check", "bridge", "--source", corrected]) == 1
    kinds = [row.split()[1] for row in capfd.readouterr().out.splitlines()]
    assert kinds == sorted(kinds, key=["error", "warning", "hint"].index)
    assert kinds[0] == "error"


GRAPH = Path(__file__).parents[2] / "graph"


@pytest.mark.parametrize("name", sorted(path.name for path in GRAPH.iterdir() if path.is_dir()))
def test_a_shipped_map_passes_strict_and_tells_what_it_accepts(
    name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(GRAPH / name), "--strict"]) == 0
    out, err = capfd.readouterr()
    assert out.splitlines()
    assert all("(accepted: " in row for row in out.splitlines())
    assert "accepted" in err


def test_undercutting_a_claim_is_offered_the_steps_that_it_makes(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write_map(here / "graph" / "bridge", MAP.replace("attacks: slower-trade", "undercuts: slower-trade"))
    assert run(["check", "bridge"]) == 1
    assert "'undercuts' names an argument, as 'slower-trade/close-it'" in capfd.readouterr().out


def test_a_draft_earns_one_hint_of_each_kind(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_drafted(here / "graph" / "bridge")
    assert run(["check", "bridge"]) == 0
    out = capfd.readouterr().out
    assert "hint AM329 3 items nobody has seen yet, as union (draft, by speaker)" in out
    assert "hint AM245 1 drafted claim is still the article's words, word for word: slower-trade" in out
    assert "AM230" not in out


def test_what_lies_beside_the_maps_is_no_map(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for name in ("map.schema.json", "README.md"):
        (here / "graph" / name).write_text("{}", encoding="utf-8")
    assert run(["check", *sorted(map(str, (here / "graph").iterdir()))]) == 0
    assert "1 map checked" in capfd.readouterr().err
    assert run(["check", "graph/map.schema.json", "graph/README.md"]) == 2
    assert "is no map" in capfd.readouterr().err
