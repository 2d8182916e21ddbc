"""Kills `snapshot save` with SIGKILL at random moments and looks at what is left.

    python benchmarks/kill_snapshots.py [RUNS [SEED]]

Every run saves another version of a map into one folder; half of them are killed, at a moment drawn from the
time that a whole run takes. After each run: no file may be torn, no line of the log lost, and after the next
whole run no draft may be left.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from argumap.model import ArgumentMap, Claim
from argumap.snapshots import build_snapshot
from argumap.snapshots.snapshot_store import LOG, SnapshotStore

CLAIMS = 3_000
FOLDER = 10


def version(run: int) -> ArgumentMap:
    claims = tuple(Claim(f"claim-{n}", f"Statement {n} of version {run}.") for n in range(CLAIMS))
    return ArgumentMap(f"Version {run}", claims=claims)


def save(folder: Path, run: int) -> None:
    SnapshotStore(folder).save(build_snapshot(version(run)), note=f"run {run}")


def start(folder: Path, run: int) -> int:
    child = os.fork()
    if child == 0:
        save(folder, run)
        os._exit(0)
    return child


def kill_some(folder: Path, runs: range, moments: random.Random) -> Counter[str]:
    """Kill the saves of ``runs`` into one folder and count what was found."""
    found: Counter[str] = Counter()
    store = SnapshotStore(folder)
    begun = time.perf_counter()
    save(folder, -1)
    whole = time.perf_counter() - begun
    known = [entry.id for entry in store.read_log()]
    for run in runs:
        child = start(folder, run)
        time.sleep(moments.uniform(0, whole * 1.2))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        found["killed" if os.WIFSIGNALED(status) else "finished"] += 1
        found["drafts"] += any(folder.glob(".*"))
        found["torn"] += bool(store.find_damage())
        found["lost"] += [entry.id for entry in store.read_log()][: len(known)] != known
        save(folder, -run - 2)
        known = [entry.id for entry in store.read_log()]
        kept = {LOG, *(f"{snapshot_id}.jsonl" for snapshot_id in known)}
        found["stray"] += {path.name for path in folder.iterdir()} != kept
    return found


def main() -> int:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    moments = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    found: Counter[str] = Counter()
    for first in range(0, runs, FOLDER):
        with tempfile.TemporaryDirectory() as folder:
            found += kill_some(Path(folder, "snapshots"), range(first, min(first + FOLDER, runs)), moments)
    print(f"{runs} runs: {found['killed']} killed, {found['finished']} had finished before")
    print(f"drafts right after the kill: {found['drafts']}")
    print(
        f"torn files {found['torn']}, lost lines {found['lost']}, stray files after the next run {found['stray']}"
    )
    return int(any(found[name] for name in ("torn", "lost", "stray")))


if __name__ == "__main__":
    sys.exit(main())
