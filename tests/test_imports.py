"""What a command imports is most of what a small map's question costs, so the count may not creep up."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

GRAPH = Path(__file__).parents[1] / "graph"
MAP = str(GRAPH / "old-town-cars")
GROWTH = 1.2

COUNT = """
import sys
before = set(sys.modules)
from argumap.cli import run
code = run(sys.argv[1:])
sys.stdout.flush()
print(len(set(sys.modules) - before), ",".join(sorted({name.partition(".")[0] for name in sys.modules} - before)),
      file=sys.stderr)
"""
NEVER = {"IPython", "pyvis", "networkx", "jedi", "pexpect"}
SPARED = NEVER | {"pydantic", "yaml", "jinja2"}


def count(*call: str) -> tuple[int, set[str]]:
    """How many modules a command imports, and from which packages."""
    done = subprocess.run([sys.executable, "-c", COUNT, *call], capture_output=True, text=True, check=True)
    number, packages = done.stderr.strip().splitlines()[-1].split()
    return int(number), set(packages.split(","))


@pytest.mark.parametrize(
    ("call", "known", "spared"),
    [
        pytest.param(["--help"], 101, SPARED | {"rich"}, id="help"),
        pytest.param(["who", "trade-falls", "-m", MAP, "--json"], 155, SPARED | {"rich"}, id="who for programs"),
        pytest.param(["who", "trade-falls", "-m", MAP], 155, SPARED, id="who"),
        pytest.param(["says", "rask", "-m", MAP], 156, SPARED, id="says"),
        pytest.param(["why", "trade-falls", "-m", MAP], 174, SPARED, id="why"),
        pytest.param(["stats", "-m", MAP, "--json"], 156, SPARED | {"rich"}, id="stats"),
        pytest.param(["check", MAP], 247, (SPARED - {"yaml"}) | {"rich"}, id="check"),
    ],
)
def test_a_command_imports_what_it_needs(call: list[str], known: int, spared: set[str]) -> None:
    count(*call)  # what is kept of the map is there from here on
    imported, packages = count(*call)
    assert packages.isdisjoint(spared)
    assert imported <= known * GROWTH, f"{imported} modules, {known} were known: import what is needed where it is"


def test_a_map_that_was_changed_is_read_without_the_library_of_its_schema(tmp_path: Path) -> None:
    folder = copytree(MAP, tmp_path / "town")
    with (folder / "map.yaml").open("a") as file:
        file.write(f"# {tmp_path}\n")
    imported, packages = count("who", "trade-falls", "-m", str(folder))
    assert packages.isdisjoint(SPARED - {"yaml"})
    assert imported <= 187 * GROWTH


def test_a_build_imports_no_package_that_pages_do_not_use(tmp_path: Path) -> None:
    imported, packages = count("build", MAP, "--to", str(tmp_path))
    assert packages.isdisjoint((NEVER - {"pyvis"}) | {"pydantic"})
    assert imported <= 520 * GROWTH
