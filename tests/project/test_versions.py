"""A version is named in many ways and opened in one; an old one is drawn like the map itself, beside it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from argumap.anchoring import LOCK_NAME, build_lock, read_lock, write_lock
from argumap.cli import run
from argumap.errors import CallError, DamagedFile
from argumap.project import Map
from argumap.project.versions import (
    RevisionVersion,
    SnapshotVersion,
    WorkingVersion,
    find_newest,
    find_pair,
    open_version,
    parse_snapshot,
    parse_version,
)
from argumap.snapshots.snapshot_store import SnapshotStore
from argumap.text import parse_article

SHIPPED = Path(__file__).parents[2] / "graph" / "old-town-cars"
MAP = "graph/old-town-cars"
OLD, NEW = "The lanes are full", "The lanes are crowded"


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SnapshotStore:
    """The snapshots of a map that was committed, saved and then retitled."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SHIPPED, tmp_path / MAP)
    git("init", "-q")
    git("add", "graph")
    git("commit", "-q", "-m", "The map as it was shipped")
    assert run(["snapshot", "save", MAP]) == 0
    file = Path(MAP, "map.yaml")
    text = file.read_text(encoding="utf-8")
    assert OLD in text
    file.write_text(text.replace(OLD, NEW), encoding="utf-8")
    return SnapshotStore(Path("output/old-town-cars/snapshots"))


@pytest.mark.parametrize(
    ("text", "version"),
    [
        pytest.param(MAP, WorkingVersion(MAP), id="a path"),
        pytest.param("old-town-cars", WorkingVersion("old-town-cars"), id="a name"),
        pytest.param("nowhere", WorkingVersion("nowhere"), id="what is nothing else is a map that is not there"),
        pytest.param("HEAD~3:old-town-cars", RevisionVersion("HEAD~3", "old-town-cars"), id="a revision"),
        pytest.param(":a:b", RevisionVersion("", "a:b"), id="the first colon parts"),
        pytest.param("beef", WorkingVersion("beef"), id="a map called like an id"),
        pytest.param("HEAD:x", WorkingVersion("HEAD:x"), id="a file called like a revision"),
    ],
)
def test_a_version_is_parsed_once(store: SnapshotStore, text: str, version: object) -> None:
    Path("graph/beef.yaml").touch()
    Path("HEAD:x").touch()
    assert parse_version(text) == version


def test_a_snapshot_is_named_by_its_file_or_its_id(store: SnapshotStore) -> None:
    (record_id,) = store.ids()
    file = store.path(record_id)
    assert (
        parse_version(record_id[:8]) == parse_snapshot(record_id[:8]) == find_newest(MAP) == SnapshotVersion(file)
    )
    assert parse_version(str(file)) == SnapshotVersion(file, str(file))
    with pytest.raises(CallError, match="old-town-cars is a map; name one of its snapshots"):
        parse_snapshot("old-town-cars")


def test_a_pair_is_two_versions(store: SnapshotStore) -> None:
    now = WorkingVersion(MAP)
    assert find_pair(MAP) == (find_newest(MAP), now)
    assert find_pair(MAP, "HEAD:x") == (now, RevisionVersion("HEAD", "x"))
    assert find_pair(MAP, revision="HEAD") == (RevisionVersion("HEAD", MAP), now)
    for revision in ("HEAD", "HEAD~1", "main^"):
        with pytest.raises(CallError, match=re.escape(f"argumap diff --git {revision} {MAP}")):
            find_pair(revision, MAP)
    with pytest.raises(CallError, match="no second version"):
        find_pair(MAP, MAP, "HEAD")


def test_one_function_opens_them_all(store: SnapshotStore) -> None:
    (record_id,) = store.ids()
    old = [
        open_version(parse_version(text)) for text in (record_id, str(store.path(record_id)), "HEAD:old-town-cars")
    ]
    assert {opened.snapshot.id for opened in old} == {record_id}
    assert [opened.map.name for opened in old] == [
        f"old-town-cars@{record_id[:12]}",
        f"old-town-cars@{record_id[:12]}",
        "old-town-cars@HEAD",
    ]
    current = open_version(WorkingVersion(MAP))
    assert (current.map.name, current.snapshot.name) == ("old-town-cars", MAP)
    assert current.snapshot.id != record_id


def test_each_version_has_the_lock_of_its_time(store: SnapshotStore) -> None:
    lock = Path(MAP, LOCK_NAME)
    before = read_lock(lock)
    write_lock(lock, build_lock({}))
    assert open_version(parse_version(MAP)).lock == build_lock({})
    for path in ("old-town-cars", MAP, f"{MAP}/map.yaml"):
        assert open_version(RevisionVersion("HEAD", path)).lock == before
    assert open_version(find_newest(MAP)).lock == before
    lock.unlink()
    git("commit", "-q", "-a", "-m", "Without a lock")
    assert open_version(RevisionVersion("HEAD", MAP)).lock is None


BEFORE = "The column speaks of the old town.\n\n"


def relocate_after_a_correction() -> None:
    """Put a paragraph in front of the article, so that every passage of its section moves; follow them all."""
    article = Path(MAP, "column.md")
    title, rest = article.read_text(encoding="utf-8").split("\n\n", 1)
    article.write_text(f"{title}\n\n{BEFORE}{rest}", encoding="utf-8")
    assert run(["anchor", "relocate", MAP, "--accept", "safe"]) == 0


def cited_words(opened: Map) -> list[tuple[str, str]]:
    """Who cites which words, without sections, whose words may grow."""
    return sorted((state.node, state.text) for state in opened.anchor_states if state.kind != "section")


def test_an_old_version_is_drawn_with_the_lock_of_its_time(store: SnapshotStore) -> None:
    words = cited_words(open_version(parse_version(MAP)).map)
    assert run(["snapshot", "verify", MAP]) == 0
    relocate_after_a_correction()
    assert cited_words(open_version(parse_version(MAP)).map) == words
    for name in ("HEAD:old-town-cars", store.ids()[0]):
        assert cited_words(open_version(parse_version(name)).map) == words, name
    assert run(["snapshot", "verify", MAP]) == 0


def test_the_article_of_that_time_is_taken_as_well(store: SnapshotStore, tmp_path: Path) -> None:
    words = cited_words(open_version(parse_version(MAP)).map)
    then = tmp_path / "then.md"
    shutil.copy(Path(MAP, "column.md"), then)
    relocate_after_a_correction()
    for name in ("HEAD:old-town-cars", store.ids()[0]):
        opened = open_version(parse_version(name), {"": then}).map
        assert {state.state for state in opened.anchor_states} == {"exact"}
        assert cited_words(opened) == words


def test_without_fingerprints_of_its_time_no_passage_is_placed(
    store: SnapshotStore, capsys: pytest.CaptureFixture[str]
) -> None:
    log = store.folder / "log.jsonl"
    entry = json.loads(log.read_text(encoding="utf-8"))
    store.fingerprints(entry.pop("lock")).unlink()
    log.write_text(json.dumps(entry) + "\n", encoding="utf-8")
    (record_id,) = store.ids()
    capsys.readouterr()
    assert run(["view", "sections", record_id[:8]]) == 0
    assert "cannot be placed: no fingerprints of its time are kept" in capsys.readouterr().err
    page = Path(f"output/old-town-cars@{record_id[:12]}/sections.html").read_text(encoding="utf-8")
    assert "lived above one of those gates" not in page
    assert run(["snapshot", "verify", MAP]) == 0
    assert "cannot be placed" in capsys.readouterr().out


def test_fingerprints_that_were_kept_are_verified(
    store: SnapshotStore, capsys: pytest.CaptureFixture[str]
) -> None:
    (entry,) = store.read_log()
    store.fingerprints(entry.lock).write_text("{}", encoding="utf-8")
    assert run(["snapshot", "verify", MAP]) == 1
    assert f"{entry.lock}.lock.json is damaged" in capsys.readouterr().out
    with pytest.raises(DamagedFile, match="another hash"):
        _ = open_version(find_newest(MAP)).lock


def test_a_damaged_lock_of_a_revision_is_named(store: SnapshotStore) -> None:
    Path(MAP, LOCK_NAME).write_text("{", encoding="utf-8")
    git("commit", "-q", "-a", "-m", "Damaged")
    with pytest.raises(DamagedFile, match="no JSON") as told:
        _ = open_version(RevisionVersion("HEAD", MAP)).lock
    assert told.value.file == f"HEAD:{MAP}/{LOCK_NAME}"


def test_a_lock_of_other_rules_places_nothing_and_stops_nothing(
    store: SnapshotStore, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = Path(MAP, LOCK_NAME)
    lock.write_text(re.sub(r'"seg": \d+', '"seg": 0', lock.read_text(encoding="utf-8")), encoding="utf-8")
    git("commit", "-q", "-a", "-m", "Of older rules")
    assert run(["view", "sections", "HEAD:old-town-cars"]) == 0
    assert "HEAD:old-town-cars cannot be placed" in capsys.readouterr().err


def test_a_map_takes_the_lock_of_its_time(store: SnapshotStore) -> None:
    opened = open_version(RevisionVersion("HEAD", MAP))
    empty = build_lock({})
    assert Map.of(opened.snapshot.map, "old", Path(MAP), lock=empty).lock == empty
    assert Map.of(opened.snapshot.map, "old", Path(MAP)).lock == opened.lock


@pytest.mark.parametrize(
    ("named", "folder"),
    [
        pytest.param("{id:.8}", "old-town-cars@{id:.12}", id="the beginning of an id"),
        pytest.param("{file}", "old-town-cars@{id:.12}", id="a snapshot's file"),
        pytest.param("HEAD:old-town-cars", "old-town-cars@HEAD", id="a revision"),
        pytest.param("HEAD:graph/old-town-cars", "old-town-cars@HEAD", id="a revision and the path inside it"),
        pytest.param(
            "HEAD:graph/old-town-cars/map.yaml", "old-town-cars@HEAD", id="a revision and the file inside"
        ),
    ],
)
def test_an_old_version_is_drawn_beside_the_map(store: SnapshotStore, named: str, folder: str) -> None:
    assert run(["view", "map", MAP]) == 0
    (record_id,) = store.ids()
    name = named.format(id=record_id, file=store.path(record_id))
    assert run(["view", "map", name]) == 0
    old = Path("output", folder.format(id=record_id), "map.html").read_text(encoding="utf-8")
    assert OLD in old
    assert NEW not in old
    assert NEW in Path("output/old-town-cars/map.html").read_text(encoding="utf-8")
    assert run(["report", "adjacency", name]) == 0
    written = json.loads(Path("output", folder.format(id=record_id), "adjacency.json").read_text(encoding="utf-8"))
    assert OLD in json.dumps(written)


@pytest.mark.parametrize(
    ("path", "name", "folder"),
    [
        pytest.param("old-town-cars", "old-town-cars", MAP, id="a name"),
        pytest.param(MAP, "old-town-cars", MAP, id="its folder"),
        pytest.param(f"{MAP}/map.yaml", "old-town-cars", MAP, id="its file in its folder"),
        pytest.param("maps/streets.yml", "streets", "maps", id="a file of its own, outside of graph/"),
    ],
)
def test_a_map_of_a_revision_has_its_own_name_and_folder(
    store: SnapshotStore, monkeypatch: pytest.MonkeyPatch, path: str, name: str, folder: str
) -> None:
    Path("maps").mkdir()
    shutil.copy(Path(MAP, "map.yaml"), "maps/streets.yml")
    git("add", "maps")
    git("commit", "-q", "-m", "A map in one file")
    opened = open_version(RevisionVersion("HEAD", path)).map
    assert (opened.name, opened.folder) == (f"{name}@HEAD", Path(folder))
    there = Path(folder).resolve()
    monkeypatch.chdir("maps")
    assert open_version(RevisionVersion("HEAD", path)).map.folder.resolve() == there


def test_an_old_version_shows_its_passages(store: SnapshotStore) -> None:
    (record_id,) = store.ids()
    assert run(["view", "sections", record_id[:8]]) == 0
    assert "4,100 cars" in Path(f"output/old-town-cars@{record_id[:12]}/sections.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [["view", "map"], ["report", "adjacency"]], ids=["view", "report"])
@pytest.mark.parametrize(
    ("named", "message"),
    [
        pytest.param("0000", "no snapshot under output begins with '0000'", id="no such snapshot"),
        pytest.param("HEAD~7:old-town-cars", "git knows no revision 'HEAD~7'", id="no such revision"),
        pytest.param("HEAD:nowhere", "revision HEAD has no map at nowhere", id="no such map in it"),
        pytest.param("--all:old-town-cars", "looks like an option", id="a revision like an option"),
    ],
)
def test_a_version_that_is_not_there_is_told(
    store: SnapshotStore, command: list[str], named: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, "--", named]) == 2
    assert message in capsys.readouterr().err
    assert [path.name for path in Path("output").iterdir()] == ["old-town-cars"]


def test_a_damaged_snapshot_is_not_drawn(store: SnapshotStore, capsys: pytest.CaptureFixture[str]) -> None:
    (record_id,) = store.ids()
    store.path(record_id).write_bytes(store.path(record_id).read_bytes()[:-40])
    assert run(["view", "map", record_id[:8]]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_pages_that_are_kept_are_those_of_the_map(
    store: SnapshotStore, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["snapshot", "save", MAP, "--pages"]) == 0
    newest = store.read_log()[-1].id
    assert f"its pages in {store.pages(newest)}" in capsys.readouterr().out
    assert NEW in (store.pages(newest) / "map.html").read_text(encoding="utf-8")
    assert run(["snapshot", "verify", MAP]) == 0


GERMAN = "# Der Rat\n\nDer Rat der Stadt schweigt, z. B. im Mai. Am 5. Mai tagt er nicht, und das ist gut.\n"
COUNTED_ANEW = """argumap: 1
title: "Der Rat"
sources:
  text: {title: "Der Rat", author: writer, file: text.md, language: de}
stakeholders:
  writer: {name: "The writer", type: person}
claims:
  silent: {text: "The council says nothing.", at: s1.p1.s1-s2}
  may: {text: "It does not meet in May.", at: s1.p1.s4, supports: silent}
"""


def test_an_old_version_is_read_by_the_splitter_of_its_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path("graph/rat")
    folder.mkdir(parents=True)
    (folder / "text.md").write_text(GERMAN, encoding="utf-8")
    (folder / "map.yaml").write_text(COUNTED_ANEW, encoding="utf-8")
    write_lock(folder / LOCK_NAME, build_lock({"text": parse_article(GERMAN, version=1)}))
    git("init", "-q")
    git("add", "graph")
    git("commit", "-q", "-m", "By the first rules")
    assert run(["snapshot", "save", "rat"]) == 0
    (kept,) = SnapshotStore(Path("output/rat/snapshots")).ids()
    words = cited_words(open_version(WorkingVersion("rat")).map)
    assert run(["anchor", "relocate", "rat", "--splitter", "2"]) == 0
    for name in (kept, "HEAD:graph/rat"):
        old = open_version(parse_version(name)).map
        assert old.articles["text"].splitter.version == 1
        assert cited_words(old) == words
    current = open_version(WorkingVersion("rat")).map
    assert current.articles["text"].splitter.version == 2
    assert (
        dict(cited_words(current))["silent"]
        == dict(words)["silent"]
        == "Der Rat der Stadt schweigt, z. B. im Mai."
    )
    assert dict(cited_words(current))["may"] == "Am 5. Mai tagt er nicht, und das ist gut."
    assert run(["snapshot", "verify", "rat"]) == 0
    capsys.readouterr()
    assert run(["diff", kept, "rat"]) == 0
    assert "claim may stands at text#s1.p1.s2, was at text#s1.p1.s4" in capsys.readouterr().out
