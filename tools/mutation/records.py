"""Which tests run which lines: recorded once a test file, and kept while neither it nor the room changes."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypedDict

from mutation import recorder
from mutation.trees import PACKAGE, environment, files_of, room_of, rooms

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from mutation.places import Mutant

FOLDER = ".mutation"


class Ran(TypedDict):
    """One test: what it costs, and the lines it runs by file (a path within the package)."""

    seconds: float
    lines: dict[str, list[int]]


class Record(TypedDict):
    """One test file; ``key`` is made of its content and the room's."""

    key: str
    tests: dict[str, Ran]
    failed: list[str]
    outside: dict[str, list[int]]
    """Lines run by no test: while modules are imported."""


@dataclass
class CoverageIndex:
    """What each test costs, and the tests of each line."""

    seconds: dict[str, float] = field(default_factory=dict)
    covering: defaultdict[tuple[str, int], set[str]] = field(default_factory=lambda: defaultdict(set))
    importing: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The tests that run anything of a file: what is worked out at import counts for all of them."""
    outside: set[tuple[str, int]] = field(default_factory=set)
    failed: list[str] = field(default_factory=list)

    def add(self, record: Record) -> None:
        self.failed += record["failed"]
        self.outside.update((file, line) for file, lines in record["outside"].items() for line in lines)
        for test, ran in record["tests"].items():
            self.seconds[test] = ran["seconds"]
            for file, lines in ran["lines"].items():
                self.importing[file].add(test)
                for line in lines:
                    self.covering[file, line].add(test)

    def find_tests(self, mutant: Mutant, near: str, within: float) -> list[str]:
        """The tests that may notice: those under ``near`` first, quick ones first, about ``within`` seconds."""
        first, last = mutant.lines
        file = mutant.file.removeprefix(f"{PACKAGE.as_posix()}/")
        places = [(file, line) for line in range(first, last + 1)]
        found = set().union(*(self.covering.get(place, set()) for place in places))
        if not found and not self.outside.isdisjoint(places):
            found = self.importing.get(file, set())
        chosen: list[str] = []
        spent = 0.0
        for test in sorted(found, key=lambda test: (not test.startswith(near), self.seconds[test], test)):
            if not chosen or spent + self.seconds[test] <= within:
                spent += self.seconds[test]
                chosen.append(test)
        return chosen


def read_coverage(root: Path, copy: Path, room: str) -> CoverageIndex:
    """What covers a room; runs in ``copy`` the test files whose record is missing or stale.

    What the records are of is read from ``copy``: the tree itself may go on changing meanwhile. A change of what
    test files share or of other rooms asks for no new record: the lines that a test runs of
    this room are taken to stay the same.
    """
    known = _read(root, room)
    keys = _keys(copy, room)
    if missing := [file for file, key in keys.items() if file not in known or known[file]["key"] != key]:
        print(f"Recording what {len(missing)} test files run …", flush=True)
        _write(root, copy, _record(root, copy, missing))
        known = _read(root, room)
    index = CoverageIndex()
    for file in keys:
        index.add(known[file])
    return index


def _keys(root: Path, room: str) -> dict[str, str]:
    of_room = _digest(files_of(root, room))
    tests = (path.relative_to(root) for path in sorted((root / "tests").rglob("test_*.py")))
    # A folder of tests further down belongs to a tree of its own, which only its own test lays out.
    own = (path for path in tests if "tests" not in path.parts[1:])
    return {path.as_posix(): _digest([root / path]) + of_room for path in own}


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _read(root: Path, room: str) -> dict[str, Record]:
    path = root / FOLDER / f"{room}.json"
    known: dict[str, Record] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return known


def _write(root: Path, copy: Path, recorded: dict[str, Record]) -> None:
    """Put what was recorded into every room's file: one run of the tests tells of all rooms."""
    (root / FOLDER).mkdir(exist_ok=True)
    known_rooms = rooms(copy)
    for room in known_rooms:
        keys = _keys(copy, room)
        of_room = {file: record for file, record in _read(root, room).items() if file in keys}
        for file, record in recorded.items():
            tests: dict[str, Ran] = {}
            for test, ran in record["tests"].items():
                lines = {f: each for f, each in ran["lines"].items() if room_of(f, known_rooms) == room}
                if lines:
                    tests[test] = {"seconds": ran["seconds"], "lines": lines}
            outside = {f: each for f, each in record["outside"].items() if room_of(f, known_rooms) == room}
            of_room[file] = {"key": keys[file], "tests": tests, "failed": record["failed"], "outside": outside}
        (root / FOLDER / f"{room}.json").write_text(json.dumps(of_room), encoding="utf-8")


def _record(root: Path, copy: Path, files: list[str]) -> dict[str, Record]:
    output = copy / "record.json"
    more = {recorder.OUTPUT: str(output), recorder.SOURCE: str(copy / PACKAGE)}
    plugins = ("-p", "mutation.recorder", "-p", "no:xdist", "--hypothesis-profile=mutation")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-m", "not browser and not slow", *plugins, *files],
        cwd=copy,
        env=environment(copy, more),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode not in {0, 1, 5} or not output.is_file():
        raise SystemExit(f"The tests of {root} could not be run:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    told = json.loads(output.read_text(encoding="utf-8"))
    records: dict[str, Record] = {
        file: {"key": "", "tests": {}, "failed": [], "outside": told["outside"]} for file in files
    }
    for test, ran in told["tests"].items():
        records[test.partition("::")[0]]["tests"][test] = ran
    for test in told["failed"]:
        records[test.partition("::")[0]]["failed"].append(test)
    return records
