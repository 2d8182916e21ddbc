"""What a build costs inside one process, part by part, and the table of who argues what of a large realistic map.

    python benchmarks/building.py [MAP]

Imports are not counted: each part is done before it is measured. The mean of many builds is shown, for MAP or the
article's map, then what the table takes at 10,000 claims.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import argumap
from argumap.files import write_together
from argumap.formats import FORMATS, Export
from argumap.model import Index
from argumap.project.outputs import build_files, build_report, view_input
from argumap.snapshots import build_snapshot
from argumap.views import VIEWS, ViewInput, build_navigation
from maps import build_realistic_map

_RUNS = 30
_LARGE = 10_000
_MAP = Path(__file__).parent.parent / "graph" / "open-vs-closed-ai"


def measure(map_path: Path, folder: Path) -> Counter[str]:
    """CPU seconds of one build, by part."""
    spent: Counter[str] = Counter()
    begun = time.process_time()

    def lap(part: str) -> None:
        nonlocal begun
        spent[part] += time.process_time() - begun
        begun = time.process_time()

    opened = argumap.load(map_path)
    lap("read it, from what was kept")
    opened.check()
    lap("check it, evaluation included")
    given = view_input(opened)
    lap("gather what pages draw from")
    for view in build_navigation():
        view.build(given)
        lap(f"{view.file}")
    build_report(opened, "adjacency")
    lap("adjacency report, three files")
    build_snapshot(opened.record)
    lap("snapshot")
    node_link = FORMATS["node-link"]
    if node_link.write is not None:
        node_link.write(Export(opened.record, opened.anchors, opened.statuses()))
    lap("graph")
    files = build_files(opened)
    lap("all these files together")
    write_together(folder, {folder / name: text for name, text in files.items()})
    lap("write them as one")
    return spent


def main() -> None:
    map_path = Path(sys.argv[1]) if len(sys.argv) > 1 else _MAP
    spent: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        measure(map_path, Path(folder))
        for _ in range(_RUNS):
            spent.update(measure(map_path, Path(folder)))
    print(f"{map_path.name:<32} {'ms':>7}")
    for part, seconds in spent.items():
        print(f"{part:<32} {seconds / _RUNS * 1000:7.1f}")
    drawn = build_realistic_map(_LARGE)
    given = ViewInput(drawn, "drawn", Index(drawn))
    begun = time.process_time()
    page = VIEWS["matrix"].build(given)
    seconds = time.process_time() - begun
    positions = len(given.index.positions)
    print(
        f"\nmatrix.html of {_LARGE:,} claims, {positions} positions: {seconds:.2f} s, {len(page.encode()):,} bytes"
    )


if __name__ == "__main__":
    main()
