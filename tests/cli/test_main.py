"""The frame of the command line: exit codes, help, and what a stranger types."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest

from argumap.cli import COMMANDS, find_headline, run
from places import MAP, write_map

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_map(tmp_path / "graph" / "bridge")
    return tmp_path


def test_help_lists_every_command_once(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    lines = capfd.readouterr().out.splitlines()
    for name in COMMANDS:
        assert sum(line.startswith(f"  {name} ") for line in lines) == 1, name


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_has_help_with_an_example(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    assert re.search(rf"Examples?: argumap {name}\b", capfd.readouterr().out)
    command = COMMANDS[name].command
    for sub in command.commands if isinstance(command, click.Group) else ():
        assert run([name, sub, "--help"]) == 0
        assert f"Example: argumap {name} {sub}" in capfd.readouterr().out


@pytest.mark.parametrize("name", list(COMMANDS))
def test_what_help_reads_of_a_command_is_what_the_command_says(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = COMMANDS[name]
    said = (entry.group, entry.command.get_short_help_str(100))
    assert find_headline(name) == said
    monkeypatch.setattr(type(COMMANDS), "read_source", lambda *_: "")
    assert find_headline(name) == said


def test_help_loads_nothing_heavy() -> None:
    code = "import sys, argumap.cli; argumap.cli.run(['--help']); print(sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    for module in ("networkx", "pydantic", "yaml", "rich", "jinja2", "pyvis", "sqlite3"):
        assert f"'{module}'" not in done.stderr, module


def test_a_question_opens_only_the_rooms_that_it_needs(here: Path) -> None:
    code = "import sys, argumap.cli; argumap.cli.run(sys.argv[1:]); print(sorted(sys.modules), file=sys.stderr)"
    call = [sys.executable, "-c", code, "who", "close-it", "-m", "bridge"]
    done = subprocess.run(call, capture_output=True, text=True, check=True, cwd=here)
    assert "'argumap.query'" in done.stderr
    for module in ("networkx", "jinja2", "pyvis", "sqlite3"):
        assert f"'{module}'" not in done.stderr, module
    for room in ("checks", "formats", "graph", "page", "reports", "semantics", "snapshots", "views", "query.sql"):
        assert f"'argumap.{room}'" not in done.stderr, room


@pytest.mark.parametrize(
    ("call", "code", "said"),
    [
        pytest.param(["biuld", "bridge"], 2, "Did you mean build?", id="a misspelt command"),
        pytest.param(["build", "brigde"], 2, "did you mean graph/bridge?", id="a misspelt map"),
        pytest.param(["coverage"], 2, "Missing argument", id="no map"),
        pytest.param(["build", "bridge", "--source", "none.md"], 2, "cannot read none.md", id="no such article"),
        pytest.param(["build", "bridge", "--source", "graph"], 2, "folder", id="a folder for an article"),
        pytest.param(["view", "no-such", "bridge"], 2, "outline", id="an unknown view"),
        pytest.param(["report", "no-such", "bridge"], 2, "adjacency", id="an unknown report"),
        pytest.param(["report", "adjacency", "bridge", "--format", "pdf"], 2, "md", id="an unknown report format"),
        pytest.param(["export", "bridge", "--to", "no-such"], 2, "argumap formats", id="an unknown format"),
        pytest.param(["export", "bridge", "--to", "csv", "-o", "-"], 2, "2 files", id="two files to one output"),
        pytest.param(["what-if", "-m", "bridge"], 2, "--set-aside", id="nothing supposed"),
        pytest.param(
            ["what-if", "--doubt", "close-it", "-m", "bridge"], 2, "CLAIM=0.2", id="a doubt without score"
        ),
        pytest.param(["what-if", "--doubt", "close-it=2", "-m", "bridge"], 2, "2", id="a score out of range"),
        pytest.param(
            ["why", "nothing-like-it", "-m", "bridge"], 2, "is called 'nothing-like-it'", id="an unknown claim"
        ),
        pytest.param(["why", "close-it", "-m", "bridge", "--semantics", "best"], 2, "qe", id="unknown semantics"),
        pytest.param(["cruxes", "a", "b", "c", "-m", "bridge"], 2, "not 3", id="three names"),
        pytest.param(["new", "bridge"], 2, "is there already", id="a new map over an old one"),
        pytest.param(["anchor", "check", "bridge"], 2, "has no lock file", id="no lock"),
        pytest.param(["coverage", "bridge", "--fail-under", "101"], 2, "101", id="over a hundred percent"),
    ],
)
def test_a_wrong_call_gets_one_plain_line_and_writes_nothing(
    here: Path, call: list[str], code: int, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    before = sorted(here.rglob("*"))
    assert run(call) == code
    out, err = capfd.readouterr()
    assert said in err
    assert out == ""
    assert "Traceback" not in err
    assert sorted(here.rglob("*")) == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"", "empty", id="an empty file"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0", "binary", id="a binary file"),
        pytest.param("argumap: 1".encode("utf-16"), "UTF-16", id="another encoding"),
        pytest.param(b"title: caf\xe9\n", "not UTF-8", id="a stray byte"),
        pytest.param(
            MAP.replace("attacks: close-it", "attacks: clos-it").encode(), "close-it", id="an unknown id"
        ),
    ],
)
def test_a_map_with_errors_exits_1_and_is_not_built(
    here: Path, content: bytes, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (here / "graph" / "bridge" / "map.yaml").write_bytes(content)
    assert run(["check", "bridge"]) == 1
    assert said in capfd.readouterr().out
    assert run(["build", "bridge"]) == 1
    assert said in capfd.readouterr().err
    assert not (here / "output").exists()


@pytest.mark.parametrize(
    ("written", "call", "told"),
    [
        pytest.param({"anchors.lock.json": "{"}, ["check", "bridge"], "is damaged", id="a damaged lock"),
        pytest.param(
            {"anchors.lock.json": '{"argumap_lock": 99, "norm": 1, "seg": 1}'},
            ["check", "bridge"],
            "update argumap",
            id="a lock of a newer argumap",
        ),
        pytest.param(
            {"x.jsonl": "{}\n"}, ["snapshot", "show", "graph/bridge/x.jsonl"], "no snapshot", id="no snapshot"
        ),
        pytest.param({"x.md": ""}, ["check", "bridge", "--source", "graph/bridge/x.md"], "is empty", id="no text"),
        pytest.param(
            {"x": ""}, ["build", "bridge", "--to", "graph/bridge/x"], "cannot write", id="no room to write"
        ),
        pytest.param({}, ["check", "bridge", "--source", "none.md"], "cannot read", id="a file that is missing"),
        pytest.param({}, ["new", "bridge"], "is there already", id="a map that is there"),
        pytest.param({}, ["diff", "bridge"], "has no snapshot to be compared with", id="nothing of that name"),
    ],
)
def test_what_stands_in_the_way_is_one_line_and_exit_code_2(
    here: Path, written: dict[str, str], call: list[str], told: str, capfd: pytest.CaptureFixture[str]
) -> None:
    for name, text in written.items():
        (here / "graph/bridge" / name).write_text(text, encoding="utf-8")
    assert run(call) == 2
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith("argumap: ")
    assert told in line


def test_a_folder_without_a_map_is_a_wrong_call(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "empty").mkdir()
    assert run(["build", "empty"]) == 2
    assert "empty holds no map" in capfd.readouterr().err


@pytest.mark.parametrize(
    "call", ["schema", "why close-it -m bridge", "formats", "coverage bridge", "source show bridge"]
)
def test_a_reader_that_closes_the_pipe_gets_no_traceback_and_no_failure(call: str, here: Path) -> None:
    command = f"{sys.executable} -m argumap {call} | true"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("colour", [{"NO_COLOR": "1"}, {}])
def test_no_colour_reaches_a_file(here: Path, colour: dict[str, str]) -> None:
    environment = {**os.environ, **colour}
    done = subprocess.run(
        [sys.executable, "-m", "argumap", "why", "close-it", "-m", "bridge"],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    assert "\x1b" not in done.stdout
