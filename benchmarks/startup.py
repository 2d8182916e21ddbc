"""CPU seconds of whole commands, each in a fresh process: help, a question, and ``build`` of the shipped maps.

    python benchmarks/startup.py

Imports are included. Beside them, the interpreter that does nothing and the imports of networkx and pyvis. The
least of several runs is shown, as everything that disturbs a run only adds to it.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

_MAPS = Path(__file__).parent.parent / "graph"
_ARGUMAP = (sys.executable, "-m", "argumap")
_RUNS = 7


def seconds(*command: str) -> float:
    """The CPU seconds, user and system, of one run of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def commands(output: Path) -> dict[str, tuple[str, ...]]:
    builds = {
        f"argumap build graph/{folder.name}": (*_ARGUMAP, "build", str(folder), "--to", str(output / folder.name))
        for folder in sorted(_MAPS.iterdir())
        if (folder / "map.yaml").exists()
    }
    return {
        "python -c pass": (sys.executable, "-c", "pass"),
        "python -c 'import networkx'": (sys.executable, "-c", "import networkx"),
        "python -c 'import pyvis.network'": (sys.executable, "-c", "import pyvis.network"),
        "argumap --help": (*_ARGUMAP, "--help"),
        "argumap who": (*_ARGUMAP, "who", "power-concentrates", "-m", str(_MAPS / "open-vs-closed-ai")),
        **builds,
    }


def main() -> None:
    print(f"{'command':<40} {'CPU s':>7} {'ratio':>7}")
    baseline = 0.0
    with tempfile.TemporaryDirectory() as output:
        for name, command in commands(Path(output)).items():
            least = min(seconds(*command) for _ in range(_RUNS))
            baseline = baseline or least
            print(f"{name:<40} {least:7.3f} {least / baseline:6.1f}x", flush=True)


if __name__ == "__main__":
    main()
