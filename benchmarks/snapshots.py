"""Saving and comparing maps of 100,000 claims, beside git and a naive comparison of dictionaries.

    python benchmarks/snapshots.py [CLAIMS]

Figures are seconds of CPU (of git: of its process too); the last column is the share of the naive comparison.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from argumap.mapfile import write_map
from argumap.model import (
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    ClaimType,
    Passage,
    Source,
    Stakeholder,
)
from argumap.snapshots import Snapshot, apply, build_snapshot, compare
from argumap.snapshots.diff_report import Difference
from argumap.snapshots.snapshot_store import SnapshotStore

if TYPE_CHECKING:
    from collections.abc import Callable

SPEAKERS = 50
WORDS = ("town", "market", "square", "street", "shop", "car", "bus", "toll", "school", "air", "walker", "rent")


def build_map(claims: int) -> ArgumentMap:
    """A wide debate: every claim bears on one before it, each has a passage and a speaker, none two."""
    return ArgumentMap(
        "A large map",
        sources=(Source("text", "A long text", author="p0"),),
        claims=tuple(
            Claim(
                f"claim-{n}",
                f"The {WORDS[n % 12]} of {WORDS[n // 12 % 12]} number {n} touches the {WORDS[n // 144 % 12]}.",
                title=f"Statement {n}",
                type=ClaimType.FACT,
                at=(Passage("text", f"s{n // 400}.p{n // 20 % 20 + 1}.s{n % 20 + 1}"),),
            )
            for n in range(claims)
        ),
        arguments=tuple(
            Argument(
                f"claim-{n}/claim-{n // 3}",
                (f"claim-{n}",),
                Bearing.SUPPORTS if n % 3 else Bearing.ATTACKS,
                f"claim-{n // 3}",
            )
            for n in range(1, claims)
        ),
        stakeholders=tuple(Stakeholder(f"p{n}", f"Speaker {n}") for n in range(SPEAKERS)),
        attributions=tuple(Attribution(f"p{n % SPEAKERS}", Act.ASSERTS, f"claim-{n}") for n in range(claims)),
    )


def edit(old: ArgumentMap) -> ArgumentMap:
    """Every hundredth claim edited: its words, its argument, who says it, or itself gone, replaced or renamed."""
    claims = list(old.claims)
    arguments = list(old.arguments)
    attributions = list(old.attributions)
    gone: set[str] = set()
    for n in range(50, len(claims), 100):
        match n // 100 % 5:
            case 0 | 1:
                claims[n] = replace(claims[n], text=f"{claims[n].text} So it is said.")
            case 2:
                arguments[n] = replace(
                    arguments[n],
                    bearing=Bearing.ATTACKS if arguments[n].bearing is Bearing.SUPPORTS else Bearing.SUPPORTS,
                )
            case 3:
                attributions[n] = replace(attributions[n], act=Act.DISPUTES)
            case _ if n * 3 > len(claims):
                gone.add(claims[n].id)
                text = claims[n].text
                claims.append(
                    Claim(f"new-{n}", text if n % 200 else f"Other words, {n}.", at=(Passage("text", "s1"),))
                )
    return replace(
        old,
        claims=tuple(claim for claim in claims if claim.id not in gone),
        arguments=tuple(a for a in arguments if gone.isdisjoint((*a.premises, a.target))),
        attributions=tuple(a for a in attributions if a.of not in gone),
    )


def compare_naively(old: Path, new: Path) -> int:
    """Read both files as dictionaries by kind and id, and count the keys that differ."""

    def read(path: Path) -> dict[tuple[str, ...], object]:
        records = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[1:])
        return {(r["kind"], r.get("id") or f"{r.get('by')} {r.get('of')} {r.get('at')}"): r for r in records}

    before, after = read(old), read(new)
    return sum(before.get(key) != after.get(key) for key in before.keys() | after.keys())


def timed(work: Callable[[], object]) -> tuple[float, object]:
    gc.collect()
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.process_time()
    result = work()
    spent = time.process_time() - start
    now = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent + now.ru_utime + now.ru_stime - children.ru_utime - children.ru_stime, result


def main() -> None:
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    old = build_map(claims)
    new = edit(old)
    with tempfile.TemporaryDirectory() as folder:
        store = SnapshotStore(Path(folder, "snapshots"))
        saved, entry = timed(lambda: store.save(build_snapshot(old)))
        first = entry.id  # type: ignore[attr-defined]
        second = store.save(build_snapshot(new)).id
        files = [store.path(first), store.path(second)]
        naive, _ = timed(lambda: compare_naively(*files))

        def diff() -> tuple[object, ...]:
            return compare(store.get(first), store.get(second))

        def diff_with_consequences() -> tuple[int, int]:
            difference = Difference(store.get(first), store.get(second))
            return len(difference.changes), len(difference.consequences)

        compared, changes = timed(diff)
        followed, counts = timed(diff_with_consequences)
        quiet = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
        yaml = [Path(folder, name) for name in ("old.yaml", "new.yaml")]
        for file, argument_map in zip(yaml, (old, new), strict=True):
            file.write_text(write_map(argument_map), encoding="utf-8")
        stat = ["git", "diff", "--no-index", "--stat", *map(str, yaml)]
        by_git, _ = timed(lambda: subprocess.run(stat, capture_output=True, env=quiet, check=False))
        whole = build_snapshot(apply(store.get(first), changes)) == store.get(second)  # type: ignore[arg-type]
    records = len(Snapshot(build_snapshot(old).content).lines)
    print(f"{claims:,} claims, {records:,} records; {len(changes)} changes; (changes, consequences) {counts}")  # type: ignore[arg-type]
    print(f"the changes alone give the new map: {whole}")
    print(f"{'':34}{'CPU s':>8}{'× naive':>9}")
    for name, seconds in (
        ("save (form, hash, file, log)", saved),
        ("naive comparison of dictionaries", naive),
        ("git diff --stat on the same YAML", by_git),
        ("diff of two snapshots", compared),
        ("diff with consequences", followed),
    ):
        print(f"{name:34}{seconds:8.2f}{seconds / naive:9.2f}")


if __name__ == "__main__":
    main()
