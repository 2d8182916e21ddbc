"""What a contributor is told holds: the files named are enough, and the forge's files call the gate."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml

import argumap

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "tests" / "contributing"
KINDS = {
    "format": "edges",
    "check": "shouted_titles",
    "command": "titles",
    "view": "titles",
    "report": "positions",
}
CODE = "AM399"  # stands in the example for the one that is free
OVER_ALL_PLUGINS = (
    "tests/formats/test_formats.py",
    "tests/checks/test_checks.py",
    "tests/defects",
    "tests/cli/test_main.py",
    "tests/reports/test_reports.py",
    "tests/project/test_outputs.py",
    "tests/views/test_all_pages.py",
)


def read(file: str | Path) -> str:
    return (ROOT / file).read_text(encoding="utf-8")


def files_of(kind: str) -> list[str]:
    folder = EXAMPLES / kind
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return sorted(path.relative_to(folder).as_posix() for path in found)


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_names_every_file_of_the_example(kind: str) -> None:
    [row] = re.findall(rf"^\| an? {kind} \|.*$", read("CONTRIBUTING.md"), re.MULTILINE)
    named = sorted(path.replace("NAME", KINDS[kind]) for path in re.findall(r"`([\w./]+/[\w./]+)`", row))
    assert [re.sub("broken/[^/]+/", "broken/WAY/", path) for path in files_of(kind)] == named


def test_the_page_calls_nothing_that_is_not_there() -> None:
    called = set(re.findall(r"python3\s+do\.py\s+(\w+)", read("CONTRIBUTING.md")))
    assert called - verbs() == set()
    assert "check" in called


def verbs() -> set[str]:
    return set(re.findall(r'add_parser\(\s*"(\w+)"', read("do.py")))


@pytest.mark.slow
def test_one_of_each_needs_only_the_files_that_the_page_names(tmp_path: Path) -> None:
    copy = copy_tree(tmp_path / "argumap")
    code = call(copy, "do.py", "code", "3").stdout.strip()
    for kind in KINDS:
        for name in files_of(kind):
            text = read(EXAMPLES / kind / name).replace(CODE, code)
            add(copy / name, text)
    golden = run_tests(copy, "tests/defects", ARGUMAP_GOLDEN="write")
    assert golden.returncode == 0, golden.stdout
    assert changed(copy, "tests/defects/broken/*/expected.txt") == ["a-title-that-shouts"]
    own = [name for kind in KINDS for name in files_of(kind) if name.startswith("tests/") and name.endswith(".py")]
    done = run_tests(copy, *OVER_ALL_PLUGINS, *map(str, copy.glob("tests/test_*.py")), *own)
    assert done.returncode == 0, done.stdout
    for name in ("edges", "positions", "titles", "a-title-that-shouts"):
        assert f"[{name}" in done.stdout or f"-{name}" in done.stdout, name
    for gate in (("check",), ("format", "--check")):
        linted = call(copy, "-m", "ruff", *gate, "src", "tests")
        assert linted.returncode == 0, linted.stdout


def copy_tree(copy: Path) -> Path:
    """The tree as a contributor has it, without the examples and this test, and without what was built."""
    unwanted = shutil.ignore_patterns("__pycache__", "contributing", "test_contributing.py", "test_site.py")
    for folder in ("src", "tests", "tools", "benchmarks", "docs", "graph", "output"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=unwanted)
    for file in (*(path for path in ROOT.iterdir() if path.is_file()), ROOT / "output" / "README.md"):
        (copy / file.relative_to(ROOT)).parent.mkdir(exist_ok=True)
        shutil.copy(file, copy / file.relative_to(ROOT))
    return copy


def add(target: Path, text: str) -> None:
    """A new file; what is for a page that is there goes behind the row that it follows, or to its end."""
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        return
    lines = target.read_text(encoding="utf-8").splitlines(keepends=True)
    alike = [n for n, line in enumerate(lines, 1) if line.startswith(text[:5])]
    at = alike[-1] if text.startswith("| AM") else len(lines)
    target.write_text("".join([*lines[:at], text, *lines[at:]]), encoding="utf-8")


def call(copy: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1", **more}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)


def run_tests(copy: Path, *tests: str, **more: str) -> subprocess.CompletedProcess[str]:
    # Of the pages that were there before, the new files change nothing but a link.
    wanted = ("-m", "not browser", "-k", f"{KINDS['view']} or not test_all_pages")
    quiet = ("-p", "no:cacheprovider", "-p", "no:xdist", "-v", "--tb=short", *wanted)
    return call(copy, "-m", "pytest", *quiet, *tests, **more)


def changed(copy: Path, pattern: str) -> list[str]:
    """The folders of files that are new in the copy, or other than in the tree."""
    ours = {path.relative_to(ROOT): path.read_bytes() for path in ROOT.glob(pattern)}
    theirs = {path.relative_to(copy): path.read_bytes() for path in copy.glob(pattern)}
    return sorted(path.parent.name for path in theirs if theirs[path] != ours.get(path))


def test_the_version_stands_in_one_place() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        assert "version" not in tomllib.load(file)["project"]
    assert version("argumap") == argumap.__version__
    assert re.search(r"^## (\S+)", read("CHANGELOG.md"), re.MULTILINE)[1] == argumap.__version__  # type: ignore[index]


def test_hooks_before_a_commit_are_the_gates_own_commands() -> None:
    hooks = [hook for repo in yaml.safe_load(read(".pre-commit-config.yaml"))["repos"] for hook in repo["hooks"]]
    gates = {f"python3 do.py {verb}" for verb in verbs()}
    assert {hook["entry"] for hook in hooks} - gates == set()


def test_the_forge_runs_the_gate_and_nothing_that_can_change_beneath_it() -> None:
    (job,) = yaml.safe_load(read(".github/workflows/gate.yml"))["jobs"].values()
    assert "bash .ci/run" in [step.get("run") for step in job["steps"]]
    used = [step["uses"] for step in job["steps"] if "uses" in step]
    assert [action for action in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action)] == []
