"""Reading and checking a map beside what PyYAML's own loaders need to parse the same file and nothing more.

``python benchmarks/reading.py [--realistic] [1k 10k 100k]``: CPU time and peak memory, each in a process of its
own. Reading validates; the check evaluates the map and runs every rule on it, among them those that find thousands
of remarks in a drawn map. PyYAML's loader in Python is left out where it takes a minute.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from maps import SIZES, build_text

_START = """
import resource, sys, time
from pathlib import Path
"""
_END = """
used = time.process_time() - begun
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(used, peak)
"""
_SLOW = "yaml.safe_load: parse only"
_READERS = {
    "argumap: read and validate": """
import argumap.mapfile.map_parser, argumap.mapfile.schema_validation
begun = time.process_time()
reading = argumap.mapfile.read_map(Path(sys.argv[1]))
assert not reading.problems, reading.problems[:3]
""",
    "argumap: load and check": """
import argumap, argumap.checks, argumap.mapfile.map_parser, argumap.mapfile.schema_validation, argumap.semantics
begun = time.process_time()
argumap.load(Path(sys.argv[1])).check()
""",
    "argumap: evaluate alone": """
import argumap
from argumap.gc_pause import gc_paused
import argumap.semantics
opened = argumap.load(Path(sys.argv[1]))
opened.index
begun = time.process_time()
with gc_paused():
    opened.evaluate()
""",
    "yaml.CSafeLoader: parse only": """
import yaml
text = Path(sys.argv[1]).read_text(encoding="utf-8")
begun = time.process_time()
yaml.load(text, Loader=yaml.CSafeLoader)
""",
    "the same, its collector off": """
import gc, yaml
text = Path(sys.argv[1]).read_text(encoding="utf-8")
gc.disable()
begun = time.process_time()
yaml.load(text, Loader=yaml.CSafeLoader)
""",
    _SLOW: """
import yaml
text = Path(sys.argv[1]).read_text(encoding="utf-8")
begun = time.process_time()
yaml.safe_load(text)
""",
}


def measure(reader: str, file: Path) -> tuple[float, float]:
    """CPU seconds and peak MB of one reader in a fresh process."""
    code = _START + _READERS[reader] + _END
    result = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True)
    seconds, kilobytes = result.stdout.split()
    return float(seconds), int(kilobytes) / 1024


def main() -> None:
    realistic = "--realistic" in sys.argv
    sizes = [size for size in sys.argv[1:] if size in SIZES] or ["1k", "10k", "100k"]
    print(f"{'claims':>6} {'MB':>6}  {'reader':<30} {'CPU s':>7} {'peak MB':>8} {'ratio':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            file = Path(folder) / f"{size}.yaml"
            file.write_text(build_text(SIZES[size], realistic=realistic), encoding="utf-8")
            megabytes = file.stat().st_size / 2**20
            ours = 0.0
            for reader in _READERS:
                if reader == _SLOW and SIZES[size] > SIZES["10k"]:
                    continue
                seconds, peak = measure(reader, file)
                ours = ours or seconds
                ratio = seconds / ours
                print(
                    f"{size:>6} {megabytes:6.1f}  {reader:<30} {seconds:7.2f} {peak:8.0f} {ratio:6.1f}x",
                    flush=True,
                )


if __name__ == "__main__":
    main()
