"""Kills commands that write several files with SIGKILL and looks at what is left.

    python benchmarks/kill_pairs.py [RUNS [SEED]]

One command moves the passages of a map to where they stand in a corrected article, so that the map's part files
and its lock change together; one counts the sentences of its article anew; one gives a claim another id in all
part files; one builds the pages of one version over those of another. Each is killed at one of the moments at
which it asks the system to open, move or remove a file, drawn at random. What the next command finds must be all
old or all new, and said where it had to be finished; what a whole run leaves must be its files alone.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import warnings
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from argumap.anchoring import LOCK_NAME, build_lock, write_lock
from argumap.errors import StoppedWriting
from argumap.files import finish_writing, write_together
from argumap.project import load, lock_articles, recount_texts, rename_id, repair_anchors
from argumap.project.outputs import build_files
from argumap.text import SEG, parse_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from argumap.project import Map

PARAGRAPHS = 60
PARTS = 4
HEAD = 'argumap: 1\ntitle: "{}"\nsources:\n  text: {{title: "Statements", file: text.md}}\n'
ASKED = frozenset({"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.scandir", "os.truncate"})
BAD = ("torn", "half done in silence", "wrong after a whole run", "stray files")


def article(*, corrected: bool) -> str:
    inserted = ["A correction that nobody cites stands here."] if corrected else []
    paragraphs = [f"Statement {n} is made here, and nowhere else." for n in range(PARAGRAPHS)]
    return "\n\n".join(["# Statements", *inserted, *paragraphs, ""])


def write_map(folder: Path, title: str = "Statements") -> None:
    folder.mkdir(parents=True)
    (folder / "text.md").write_text(article(corrected=False), encoding="utf-8")
    (folder / "map.yaml").write_text(HEAD.format(title), encoding="utf-8")
    for part in range(PARTS):
        claims = "".join(
            f'  c{n}:\n    text: "Statement {n} is made."\n    at: s1.p{n + 1}.s1\n'
            for n in range(part, PARAGRAPHS, PARTS)
        )
        (folder / f"part-{part}.yaml").write_text(f"claims:\n{claims}", encoding="utf-8")
    lock_articles(load(folder))


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name[0] != "."}


def strays(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.name[0] == "." and path.name != ".argumap"}


def count(work: Callable[[], object]) -> int:
    """How often ``work`` asks the system for something; it is done in a child."""
    reader, writer = os.pipe()
    if os.fork() == 0:
        asked = [0]
        sys.addaudithook(lambda event, _: asked.__setitem__(0, asked[0] + (event in ASKED)))
        work()
        os.write(writer, str(asked[0]).encode())
        os._exit(0)
    os.wait()
    os.close(writer)
    with os.fdopen(reader) as told:
        return int(told.read())


def kill(work: Callable[[], object], moment: int) -> None:
    """Run ``work`` in a child that is killed when it asks the system for the ``moment``-th time."""
    child = os.fork()
    if child == 0:
        left = [moment]

        def watch(event: str, _: object) -> None:
            if event in ASKED:
                left[0] -= 1
                if left[0] < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        work()
        os._exit(0)
    os.waitpid(child, 0)


def kill_relocations(runs: int, moments: random.Random, place: Path) -> Counter[str]:
    folder = place / "map"
    write_map(folder)
    (folder / "text.md").write_text(article(corrected=True), encoding="utf-8")
    return kill_edits(folder, lambda opened: repair_anchors(opened, ["safe"]), runs, moments)


def kill_recounts(runs: int, moments: random.Random, place: Path) -> Counter[str]:
    """Count the sentences of a German text by the newest splitter, which the lock has by the first."""
    folder = place / "map"
    write_map(folder)
    german = "\n\n".join(f"Hier steht, z. B. so, Satz {n}. Das ist alles." for n in range(PARAGRAPHS))
    (folder / "text.md").write_text(f"# Statements\n\n{german}\n", encoding="utf-8")
    for part in folder.glob("part-*.yaml"):
        part.write_text(part.read_text(encoding="utf-8").replace(".s1\n", ".s2-s3\n"), encoding="utf-8")
    locked = parse_article((folder / "text.md").read_text(encoding="utf-8"), version=1)
    write_lock(folder / LOCK_NAME, build_lock({"text": locked}))
    return kill_edits(folder, lambda opened: recount_texts(opened, SEG), runs, moments)


def kill_renames(runs: int, moments: random.Random, place: Path) -> Counter[str]:
    folder = place / "map"
    write_map(folder)
    for part in folder.glob("part-*.yaml"):
        text = part.read_text(encoding="utf-8")
        supports = text.replace("\n    at:", "\n    supports: c0\n    at:")
        part.write_text(supports.replace("    supports: c0\n", "", part.stem == "part-0"), encoding="utf-8")
    return kill_edits(folder, lambda opened: rename_id(opened, "c0", "first"), runs, moments)


def kill_edits(folder: Path, edit: Callable[[Map], object], runs: int, moments: random.Random) -> Counter[str]:
    """Kill ``edit`` and see that the map's files are of one time at the next command."""
    found: Counter[str] = Counter()
    before = content(folder)
    work = partial(edit, load(folder))
    asked = count(work)
    after = content(folder)
    for _ in range(runs):
        for name, written in before.items():
            (folder / name).write_bytes(written)
        kill(work, moments.randrange(asked))
        half = content(folder) not in (before, after)
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always", StoppedWriting)
            again = load(folder)
        found["finished by the next command"] += bool(told)
        found["half done in silence"] += half and not told
        found["torn"] += content(folder) not in (before, after)
        if content(folder) == before:
            edit(again)
        else:
            lock_articles(again)
        found["wrong after a whole run"] += content(folder) != after
        found["stray files"] += bool(strays(folder))
    return found


def kill_builds(runs: int, moments: random.Random, place: Path) -> Counter[str]:
    found: Counter[str] = Counter()
    output = place / "output"
    builds = []
    for title in ("One", "Two"):
        write_map(place / title, title)
        files = {output / name: text for name, text in build_files(load(place / title)).items()}
        write_together(output, files)
        builds.append((partial(write_together, output, files), content(output)))
    asked = max(count(build) for build, _ in builds)
    for n in range(runs):
        build, pages = builds[n % 2]
        kill(build, moments.randrange(asked))
        found["two versions side by side, for a moment"] += content(output) not in [made for _, made in builds]
        found["finished by the next command"] += bool(finish_writing(output))
        found["torn"] += content(output) not in [made for _, made in builds]
        build()
        found["wrong after a whole run"] += content(output) != pages
        found["stray files"] += bool(strays(output))
    return found


def main() -> int:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    moments = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    bad = 0
    for trial in (kill_relocations, kill_recounts, kill_renames, kill_builds):
        with tempfile.TemporaryDirectory() as place:
            found = trial(runs, moments, Path(place))
        print(f"{trial.__name__}: {runs} kills; {', '.join(f'{what} {times}' for what, times in found.items())}")
        bad += sum(found[what] for what in BAD)
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
