"""A folder of snapshots: chained, verified, and whole whatever happens."""

from __future__ import annotations

import os
import random
import signal
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from argumap.errors import Ambiguous, CallError, CannotWrite, DamagedFile, NotFound, OtherFormat
from argumap.model import ArgumentMap, Claim
from argumap.semantics import Evaluation, evaluate
from argumap.snapshots import Snapshot, build_snapshot
from argumap.snapshots.snapshot_store import (
    LOG,
    SnapshotStore,
    get_path,
    parse_derived,
    read_snapshot,
    single,
)
from maps import MAPS, TOWN

if TYPE_CHECKING:
    from pathlib import Path

FIRST = build_snapshot(TOWN)
SECOND = build_snapshot(replace(TOWN, title="Cars"))


@pytest.fixture
def store(tmp_path: Path) -> SnapshotStore:
    return SnapshotStore(tmp_path / "snapshots")


def evaluated(snapshot: Snapshot) -> Evaluation:
    return evaluate(snapshot.map)


def test_snapshots_are_chained(store: SnapshotStore) -> None:
    store.save(FIRST)
    store.save(SECOND, note="shorter", date="2025-01")
    first, second = store.read_log()
    assert (first.id, first.parent, first.title, first.claims) == (FIRST.id, "", TOWN.title, 6)
    assert (second.id, second.parent, second.note, second.date) == (SECOND.id, FIRST.id, "shorter", "2025-01")


def test_saving_what_is_there_adds_nothing(store: SnapshotStore) -> None:
    store.save(FIRST)
    log = (store.folder / LOG).read_bytes()
    store.save(FIRST)
    assert (store.folder / LOG).read_bytes() == log


def test_going_back_is_a_step_of_its_own(store: SnapshotStore) -> None:
    for snapshot in (FIRST, SECOND, FIRST):
        store.save(snapshot)
    assert [entry.id for entry in store.read_log()] == [FIRST.id, SECOND.id, FIRST.id]
    assert store.find_damage() == ()


def test_a_snapshot_is_found_by_its_beginning(store: SnapshotStore) -> None:
    store.save(FIRST)
    assert store.get(FIRST.id[:6]) == FIRST
    assert store.get("latest").map == FIRST.map


def test_a_snapshot_is_found_in_any_map(tmp_path: Path) -> None:
    SnapshotStore(tmp_path / "town" / "snapshots").save(FIRST)
    SnapshotStore(tmp_path / "cars" / "snapshots").save(SECOND)
    path = get_path(SECOND.id[:8], tmp_path)
    assert path == tmp_path / "cars" / "snapshots" / f"{SECOND.id}.jsonl"
    assert SnapshotStore(path.parent).read(path.stem) == SECOND
    with pytest.raises(NotFound, match="begins with"):
        get_path("0000000", tmp_path)


def test_a_beginning_of_two_is_refused() -> None:
    with pytest.raises(Ambiguous, match="2 snapshots begin with 'abc': abc1, abc2"):
        single(["abc1", "abc2"], "abc")


@pytest.mark.parametrize("beginning", ["", "abc", "xyz0", "../../x", "*"])
def test_what_cannot_be_an_id_finds_nothing(store: SnapshotStore, beginning: str) -> None:
    store.save(FIRST)
    with pytest.raises(NotFound):
        store.get(beginning)


def test_the_newest_of_none_is_told_how_to_make(store: SnapshotStore) -> None:
    with pytest.raises(NotFound, match="snapshot save"):
        store.get("latest")


def test_figures_stand_beside_and_do_not_rename(store: SnapshotStore) -> None:
    entry = store.save(FIRST, evaluated(FIRST))
    assert entry.id == FIRST.id
    path = store.folder / f"{FIRST.id}.derived.jsonl"
    figures = parse_derived(path.read_bytes(), FIRST.id, path)
    assert figures["close-it"][0] == evaluated(FIRST).status["close-it"]
    assert figures["close-it"][1] == f"{evaluated(FIRST).strength['close-it']:.3f}"
    assert store.find_damage(evaluated) == ()


@pytest.mark.parametrize(
    ("harm", "message"),
    [
        pytest.param(lambda s: s.path(FIRST.id).write_bytes(FIRST.content[:-9]), "damaged", id="cut short"),
        pytest.param(lambda s: s.path(FIRST.id).write_bytes(SECOND.content), "another hash", id="other content"),
        pytest.param(lambda s: s.path(FIRST.id).unlink(), "not in the folder", id="gone"),
        pytest.param(lambda s: (s.folder / LOG).write_text("{}\n"), "no entry", id="log without ids"),
        pytest.param(
            lambda s: (s.folder / LOG).write_text(f'{{"id": "{FIRST.id}", "note": 7}}\n'),
            "no entry",
            id="a note of 7",
        ),
        pytest.param(
            lambda s: (s.folder / LOG).write_text('{"id":"x","claims":1}\n'), "names no", id="log names none"
        ),
        pytest.param(lambda s: (s.folder / LOG).write_text("x"), "not whole", id="log cut short"),
        pytest.param(
            lambda s: (s.folder / LOG).write_text("".join((s.folder / LOG).read_text().splitlines(True)[::-1])),
            "names a parent",
            id="log out of order",
        ),
        pytest.param(
            lambda s: (s.folder / f"{FIRST.id}.derived.jsonl").write_text("{}\n"), "derived", id="figures damaged"
        ),
        pytest.param(
            lambda s: (s.folder / f"{FIRST.id}.derived.jsonl").write_text(
                (s.folder / f"{FIRST.id}.derived.jsonl").read_text().replace("stands", "falls")
            ),
            "other figures",
            id="figures wrong",
        ),
    ],
)
def test_damage_is_found(store: SnapshotStore, harm: object, message: str) -> None:
    store.save(FIRST, evaluated(FIRST))
    store.save(SECOND)
    assert store.find_damage(evaluated) == ()
    harm(store)  # type: ignore[operator]
    damages = store.find_damage(evaluated)
    assert damages
    assert message in str(damages[0])


def test_figures_are_renewed_where_they_differ_and_kept_without_where_none_were(store: SnapshotStore) -> None:
    store.save(FIRST, evaluated(FIRST))
    store.save(SECOND)
    assert store.renew_figures(evaluated) == 0
    derived = store.folder / f"{FIRST.id}.derived.jsonl"
    derived.write_text(derived.read_text().replace("stands", "falls"))
    assert store.renew_figures(evaluated) == 1
    assert store.find_damage(evaluated) == ()
    assert not (store.folder / f"{SECOND.id}.derived.jsonl").exists()


def test_a_file_of_a_newer_format_is_told_as_such(store: SnapshotStore, tmp_path: Path) -> None:
    newer = tmp_path / "newer.jsonl"
    newer.write_bytes(FIRST.content.replace(b'"format":1', b'"format":2', 1))
    with pytest.raises(OtherFormat, match="has format 2; this argumap reads up to 1"):
        read_snapshot(newer)
    store.save(FIRST)
    store.path(FIRST.id).write_bytes(newer.read_bytes())
    with pytest.raises(OtherFormat, match="update argumap"):
        store.get("latest")


def test_a_file_alone_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "kept.jsonl"
    path.write_bytes(FIRST.content)
    assert read_snapshot(path) == FIRST
    renamed = path.rename(tmp_path / f"{SECOND.id}.jsonl")
    with pytest.raises(DamagedFile, match="another hash than its name"):
        read_snapshot(renamed)


def test_the_next_save_puts_in_order_what_a_killed_one_left(store: SnapshotStore) -> None:
    store.save(FIRST)
    store.path(SECOND.id).write_bytes(SECOND.content)
    (store.folder / f".{LOG}.tmp").write_text("half")
    (store.folder / ".pages.tmp").mkdir()
    third = build_snapshot(MAPS["cycle"])
    store.save(third)
    assert [entry.id for entry in store.read_log()] == [FIRST.id, SECOND.id, third.id]
    assert store.find_damage() == ()
    assert not list(store.folder.glob(".*"))


def test_pages_are_kept_with_a_snapshot(store: SnapshotStore) -> None:
    def write(folder: Path) -> None:
        (folder / "index.html").write_text("page")

    store.save(FIRST, build_pages=write)
    store.save(FIRST, build_pages=write)
    assert (store.pages(FIRST.id) / "index.html").read_text() == "page"
    assert store.find_damage() == ()


def test_pages_that_fail_leave_the_log_alone(store: SnapshotStore) -> None:
    def fail(_folder: Path) -> None:
        raise CallError("no pages today")

    store.save(FIRST)
    with pytest.raises(CallError, match="no pages"):
        store.save(SECOND, build_pages=fail)
    assert len(store.read_log()) == 1
    store.save(SECOND)
    assert len(store.read_log()) == 2
    assert not list(store.folder.glob(".*"))


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite, match="cannot make"):
        SnapshotStore(tmp_path / "file" / "snapshots").save(FIRST)


def test_two_savers_lose_no_line(store: SnapshotStore) -> None:
    snapshots = [build_snapshot(ArgumentMap(f"Map {n}")) for n in range(12)]
    savers = [threading.Thread(target=store.save, args=(snapshot,)) for snapshot in snapshots]
    for saver in savers:
        saver.start()
    for saver in savers:
        saver.join()
    assert {entry.id for entry in store.read_log()} == {snapshot.id for snapshot in snapshots}
    assert store.find_damage() == ()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system knows no fork")
def test_a_killed_save_tears_nothing(tmp_path: Path) -> None:
    """A few of the runs of benchmarks/kill_snapshots.py, each killed where it makes its n-th step on the disk."""
    store = SnapshotStore(tmp_path)
    store.save(FIRST)
    moments = random.Random(3)
    known = store.read_log()
    for run in range(12):
        snapshot = build_snapshot(ArgumentMap(f"Run {run}", claims=(Claim("c", "C."),)))
        child = os.fork()
        if child == 0:
            _die_at_step(moments.randrange(1, 8))
            store.save(snapshot, evaluated(snapshot))
            os._exit(0)
        os.waitpid(child, 0)
        assert store.read_log()[: len(known)] == known
        assert store.find_damage() == ()
        store.save(build_snapshot(ArgumentMap(f"Next {run}")))
        known = store.read_log()
        assert not list(tmp_path.glob(".*"))
        assert {entry.id for entry in known} == set(store.ids())
        moments.random()


def _die_at_step(step: int) -> None:
    """Kill this process at the given call that the disk sees."""
    left = [step]

    def dying(call: object) -> object:
        def wrapped(*args: object) -> object:
            left[0] -= 1
            if left[0] <= 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*args)  # type: ignore[operator]

        return wrapped

    os.fsync = dying(os.fsync)  # type: ignore[assignment]
    os.replace = dying(os.replace)  # type: ignore[assignment]


NESTED = b"[" * 100_000 + b"]" * 100_000 + b"\n"


def test_files_nested_without_end_are_damaged_like_any_other(store: SnapshotStore) -> None:
    store.save(FIRST, evaluated(FIRST))
    derived = store.folder / f"{FIRST.id}.derived.jsonl"
    with pytest.raises(DamagedFile, match="a line that is no record"):
        parse_derived(NESTED, FIRST.id, derived)
    derived.write_bytes(NESTED)
    assert len(store.find_damage(evaluated)) == 1
    (store.folder / LOG).write_bytes(NESTED)
    with pytest.raises(DamagedFile, match="no entry of a log"):
        store.read_log()
    store.path(FIRST.id).write_bytes(NESTED)
    with pytest.raises(DamagedFile):
        read_snapshot(store.path(FIRST.id))
