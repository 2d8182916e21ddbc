"""``argumap diff``: three edits in a shipped map are told as exactly these three, and what follows from them."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from argumap.cli import run
from argumap.snapshots import apply, parse_change
from argumap.snapshots.snapshot_store import read_snapshot

SHIPPED = Path(__file__).parents[2] / "graph" / "old-town-cars"
MAP = "graph/old-town-cars"
EDITS = (
    ("lose trade once customers", "may lose trade once customers"),
    ('said: {by: rask, act: argues, cue: "argues"}', 'said: {by: rask, act: questions, cue: "argues"}'),
    (
        "  tolm-takings-fell:\n",
        '  buses-bring:\n    text: "A bus line brings the customers back."\n'
        "    at: s3.p1.s2\n    attacks: close-it\n  tolm-takings-fell:\n",
    ),
)
TOLD = """\
breaking  rask questions trade-falls, before: argues
notable   added claim buses-bring: “A bus line brings the customers back.” (it attacks close-it, editor asserts)
notable   claim trade-falls reworded: Shops in the old town{+ may+} lose trade once customers cannot reach the \
door by car.
"""


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the shipped map, of which a snapshot was saved before three edits were made."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SHIPPED, tmp_path / MAP)
    git("init", "-q")
    git("add", "graph")
    git("commit", "-q", "-m", "The map as it was shipped")
    assert run(["snapshot", "save", MAP]) == 0
    path = tmp_path / MAP / "map.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in EDITS:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return tmp_path


def newest(folder: Path) -> Path:
    (path,) = [p for p in (folder / "output/old-town-cars/snapshots").glob("*.jsonl") if len(p.stem) == 64]
    return path


def test_three_edits_are_told_and_what_follows(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["diff", MAP]) == 0
    told = capsys.readouterr().out
    news, edits = told.split("\n\n", 1)
    assert news.startswith("Who may drive a private car in the old town of Ambrel?\n  “Close the old town")
    assert "− The column's author: “A bus line brings the customers back.”, new objection" in news
    assert (
        "Who is read otherwise now\n  Benno Rask, chair of the guild\n    · “Shops lose trade”: questions it"
        in news
    )
    assert edits.startswith(TOLD)
    assert len([line for line in edits.splitlines() if line[:1].strip()]) in {3, 4}
    assert "“Close the old town to private cars” [close-it] went from answered to contested" in told
    assert "because of: added claim buses-bring" in told


@pytest.mark.parametrize(
    "named",
    [
        pytest.param(["{file}", MAP], id="a snapshot's file"),
        pytest.param(["{id}", MAP], id="the beginning of an id"),
        pytest.param(["HEAD:graph/old-town-cars", MAP], id="a revision"),
        pytest.param(["HEAD:old-town-cars", "old-town-cars"], id="a revision by name"),
        pytest.param(["HEAD:graph/old-town-cars/map.yaml", f"{MAP}/map.yaml"], id="a file in a revision"),
        pytest.param([MAP, "--git", "HEAD"], id="with --git"),
    ],
)
def test_versions_are_named_in_many_ways(
    folder: Path, named: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = newest(folder)
    capsys.readouterr()
    assert run(["diff", *(name.format(file=path, id=path.stem[:8]) for name in named)]) == 0
    assert f"\n\n{TOLD}" in capsys.readouterr().out


def test_json_is_complete(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["diff", MAP, "--json"]) == 0
    written = json.loads(capsys.readouterr().out)
    changed = apply(read_snapshot(newest(folder)), map(parse_change, written["changes"]))
    assert any(claim.id == "buses-bring" for claim in changed.claims)
    assert written["counts"] == {"breaking": 1, "notable": 2, "cosmetic": 0}


def test_a_page_shows_what_changed_in_words_for_readers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", MAP, "--page", "changes.html"]) == 0
    page = (folder / "changes.html").read_text(encoding="utf-8")
    for words in ("<ins> may</ins>", "Who is read otherwise now", "Before", "Now"):
        assert words in page
    assert "map.html" not in page
    assert "Wrote changes.html" in capsys.readouterr().out


def test_the_exit_code_tells_on_request(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", MAP, "--exit-code"]) == 1
    assert run(["diff", MAP, MAP, "--exit-code"]) == 0
    assert run(["diff", MAP, "--markdown"]) == 0
    assert "## Breaking" in capsys.readouterr().out


def test_an_old_version_with_errors_is_compared_as_far_as_it_goes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / MAP / "map.yaml"
    good = path.read_text(encoding="utf-8")
    path.write_text(good + "\n  nobody: {attacks: nothing}\n", encoding="utf-8")
    git("commit", "-q", "-a", "-m", "Broken")
    path.write_text(good, encoding="utf-8")
    capsys.readouterr()
    assert run(["diff", MAP, "--git", "HEAD"]) == 0
    assert "compared as far as it can be read" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["deadbeef", MAP], "begins with 'deadbeef'", id="unknown id"),
        pytest.param(["nowhere", MAP], "there is no map nowhere", id="unknown map"),
        pytest.param(["v9:graph/old-town-cars", MAP], "no revision 'v9'", id="unknown revision"),
        pytest.param([MAP, "--git=--output=x"], "looks like an option", id="a revision like an option"),
        pytest.param([MAP, MAP, "--git", "HEAD"], "name no second version", id="too many versions"),
        pytest.param(["HEAD:", MAP], "name the map in the revision", id="a revision without a map"),
        pytest.param([MAP, "--json", "--markdown"], "choose one", id="two forms"),
        pytest.param(
            ["deadbeef"], "there is no map deadbeef, and no snapshot under output whose id", id="lone wrong id"
        ),
        pytest.param(["HEAD~1"], "write `argumap diff MAP --git HEAD~1`", id="a lone revision"),
        pytest.param([f"HEAD~1:{MAP}"], f"`argumap diff HEAD~1:{MAP} {MAP}`", id="one version in git"),
        pytest.param([MAP, "HEAD~1"], f"or argumap diff --git HEAD~1 {MAP}", id="a revision at the end"),
        pytest.param(["cut.jsonl", MAP], "cut short", id="a truncated snapshot"),
        pytest.param(["newer.jsonl", MAP], "update argumap", id="a newer format"),
        pytest.param(["map.jsonl", MAP], "no snapshot", id="another file"),
    ],
)
def test_a_wrong_call_is_told_in_one_sentence_and_touches_nothing(
    folder: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = newest(folder).read_bytes()
    (folder / "cut.jsonl").write_bytes(whole[: whole.rindex(b"\n", 0, -1) + 1])
    (folder / "newer.jsonl").write_bytes(whole.replace(b'"format":1', b'"format":7', 1))
    (folder / "map.jsonl").write_bytes(b'{"id":"x"}\n')
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts}
    capsys.readouterr()
    assert run(["diff", *arguments]) == 2
    assert message in capsys.readouterr().err
    after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts}
    assert before == after


def test_a_lone_snapshot_is_told_what_it_may_be_compared_with(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = newest(folder)
    capsys.readouterr()
    for written in (kept.stem[:6], str(kept)):
        assert run(["diff", written]) == 2
        (line,) = capsys.readouterr().err.splitlines()
        told = f"{written} is a snapshot; say what it is compared with: `argumap diff {written} old-town-cars`"
        assert line == f"argumap: {told}"


def test_a_map_without_a_snapshot_is_told_how_to_make_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in newest(folder).parent.iterdir():
        file.unlink()
    capsys.readouterr()
    assert run(["diff", MAP]) == 2
    assert f"make one with `argumap snapshot save {MAP}`, or name the other version" in capsys.readouterr().err
