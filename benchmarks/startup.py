"""CPU seconds of whole commands, each in a fresh process: help, questions, and ``check`` and ``build`` of maps.

    python benchmarks/startup.py

Imports are included. A map that was changed gets another last line before each run. Beside them, the interpreter
that does nothing and the imports of networkx and pyvis. The least of several runs is shown, as everything that
disturbs a run only adds to it.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from maps import build_text

_MAPS = Path(__file__).parent.parent / "graph"
_ARGUMAP = (sys.executable, "-m", "argumap")
_RUNS = 7
_MANY = 300
_DRAFTS = tempfile.TemporaryDirectory()
_CHANGED = Path(shutil.copytree(_MAPS / "open-vs-closed-ai", Path(_DRAFTS.name) / "changed"))


def seconds(*command: str) -> float:
    """The CPU seconds, user and system, of one run of a command and its children."""
    with (_CHANGED / "map.yaml").open("a", encoding="utf-8") as file:
        file.write(f"# {file.tell()}\n")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def draw_many() -> Path:
    """A folder of maps of 70 claims."""
    folder = Path(_DRAFTS.name) / "many"
    folder.mkdir()
    text = build_text(70, realistic=True)
    for n in range(_MANY):
        (folder / f"map-{n}.yaml").write_text(text, encoding="utf-8")
    return folder


def commands(output: Path, many: Path) -> dict[str, tuple[str, ...]]:
    builds = {
        f"argumap build graph/{folder.name}": (*_ARGUMAP, "build", str(folder), "--to", str(output / folder.name))
        for folder in sorted(_MAPS.iterdir())
        if (folder / "map.yaml").exists()
    }
    count = "select count(*) from claims"
    changed = str(_CHANGED)
    return {
        "python -c pass": (sys.executable, "-c", "pass"),
        "python -c 'import networkx'": (sys.executable, "-c", "import networkx"),
        "python -c 'import pyvis.network'": (sys.executable, "-c", "import pyvis.network"),
        "argumap --help": (*_ARGUMAP, "--help"),
        "argumap who": (*_ARGUMAP, "who", "power-concentrates", "-m", str(_MAPS / "open-vs-closed-ai")),
        "argumap who, the map just changed": (*_ARGUMAP, "who", "power-concentrates", "-m", changed),
        f"argumap sql over {_MANY} maps, again": (
            *_ARGUMAP,
            "sql",
            count,
            "-m",
            str(many),
        ),
        "argumap check graph/open-vs-closed-ai": (*_ARGUMAP, "check", str(_MAPS / "open-vs-closed-ai")),
        **builds,
        "argumap build of the map just changed": (
            *_ARGUMAP,
            "build",
            str(_CHANGED),
            "--to",
            str(output / "changed"),
        ),
    }


def main() -> None:
    print(f"{'command':<40} {'CPU s':>7} {'ratio':>7}")
    baseline = 0.0
    with tempfile.TemporaryDirectory() as output:
        for name, command in commands(Path(output), draw_many()).items():
            least = min(seconds(*command) for _ in range(_RUNS))
            baseline = baseline or least
            print(f"{name:<40} {least:7.3f} {least / baseline:6.1f}x", flush=True)


if __name__ == "__main__":
    main()
