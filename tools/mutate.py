"""Changes places of one room, one at a time, and tells which changes no test notices.

    python do.py mutate ROOM [--seed N] [--count N] [--only WORD]

The places are drawn with the seed from everything in the room that behaviour depends on. Each change is made
in a copy of the tree, and only the tests that run its line are run. What survives is printed as
``file:line  old → new``; survivors known to be harmless stand in ``tools/harmless.toml``, each with its why.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import tomllib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

from mutation.places import alters, find_mutants, find_signatures
from mutation.records import CoverageIndex, read_coverage
from mutation.trees import PACKAGE, copy_tree, files_of, rooms
from mutation.trial import Outcome, try_mutant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mutation.places import Mutant

ROOT = Path(__file__).resolve().parent.parent
HARMLESS = "tools/harmless.toml"
WITHIN = 20.0
"""Seconds of tests that a change is tried with; a line that everything runs would need the whole suite."""

Place = tuple[str, str, str, str]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="do.py mutate", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("room", metavar="ROOM", help="a folder or a module of src/argumap, such as query or files")
    parser.add_argument("--seed", type=int, default=1, help="which places are drawn (1)")
    parser.add_argument("--count", type=int, default=40, help="how many; 0 for all (40)")
    parser.add_argument("--only", metavar="WORD", default="", help="only modules whose path holds WORD")
    parser.add_argument("--jobs", type=int, default=1, help="how many copies to run at once (1)")
    asked = parser.parse_args(arguments)
    if asked.room not in rooms(ROOT):
        parser.error(f"there is no room {asked.room}; there are: {', '.join(rooms(ROOT))}")
    mutants = draw_mutants(ROOT, asked.room, asked.seed, asked.count, asked.only)
    harmless = read_harmless(ROOT / HARMLESS)
    told: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="argumap-mutate-") as folder:
        for mutant, outcome in try_all(ROOT, Path(folder), asked.room, mutants, asked.jobs):
            survived = outcome in {Outcome.SURVIVED, Outcome.UNCOVERED}
            why = harmless.get(place_of(mutant)) if survived else None
            told["harmless" if why else outcome] += 1
            if survived:
                print(f"{'harmless' if why else outcome:9}  {mutant}" + (f"   ({why})" if why else ""), flush=True)
    print(tell(told, asked.room, asked.seed))
    return 0


def draw_mutants(root: Path, room: str, seed: int, count: int, only: str = "") -> list[Mutant]:
    """``count`` changes of a room; the same seed and the same files give the same ones."""
    sources = {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((root / PACKAGE).rglob("*.py"))
    }
    signatures = find_signatures(sources.values())
    of_room = [path.relative_to(root).as_posix() for path in files_of(root, room)]
    places = [m for file in of_room if only in file for m in find_mutants(sources[file], file, signatures)]
    random.Random(seed).shuffle(places)
    drawn: list[Mutant] = []
    for mutant in places:
        if count and len(drawn) == count:
            break
        if alters(mutant, sources[mutant.file]):
            drawn.append(mutant)
    return drawn


def try_all(
    root: Path, folder: Path, room: str, mutants: list[Mutant], jobs: int = 1
) -> Iterator[tuple[Mutant, Outcome]]:
    """Each mutant with what became of it, in their order; ``folder`` takes a copy of the tree for each job."""
    copies: SimpleQueue[Path] = SimpleQueue()
    for job in range(jobs):
        copy_tree(root, folder / f"copy-{job}")
        copies.put(folder / f"copy-{job}")
    index = read_coverage(root, folder / "copy-0", room)
    for test in index.failed:
        print(f"not asked, it does not pass as things are: {test}")

    def attempt(mutant: Mutant) -> Outcome:
        tests = find_tests(index, mutant, room)
        copy = copies.get()
        try:
            return try_mutant(copy, mutant, tests, sum(index.seconds[test] for test in tests))
        finally:
            copies.put(copy)

    with ThreadPoolExecutor(jobs) as pool:
        yield from zip(mutants, pool.map(attempt, mutants), strict=True)


def find_tests(index: CoverageIndex, mutant: Mutant, room: str) -> list[str]:
    return index.find_tests(mutant, near=f"tests/{room}/", within=WITHIN)


def read_harmless(path: Path) -> Mapping[Place, str]:
    """Changes that nobody can notice, each with its why, by file, line of text, old and new."""
    if not path.is_file():
        return {}
    entries = tomllib.loads(path.read_text(encoding="utf-8")).get("mutant", [])
    return {(entry["file"], entry["line"], entry["old"], entry["new"]): entry["why"] for entry in entries}


def place_of(mutant: Mutant) -> Place:
    """What names a change while the lines above it come and go."""
    return mutant.file, mutant.text, mutant.old, mutant.new


def tell(told: Counter[str], room: str, seed: int) -> str:
    asked = told.total() - told["harmless"]
    noticed = told[Outcome.NOTICED] + told[Outcome.TIMEOUT]
    share = f"{100 * noticed / asked:.0f} %" if asked else "nothing to notice"
    parts = ", ".join(f"{count} {name}" for name, count in sorted(told.items()))
    return f"{room}, seed {seed}: {share} noticed of {asked} ({parts})"


if __name__ == "__main__":
    sys.exit(main())
