"""Printing for people and for programs."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

import argumap.cli
from argumap.cli import _console, run
from argumap.cli._console import print_document, print_json, print_problems, print_wrote, say_lines, show
from argumap.errors import Problem, Severity
from argumap.told_lines import line
from places import write_map
from shell import data

HOSTILE_WORD = r"\e]0;t\a\e[2J\u202e\x9b8m"
HOSTILE = f"""argumap: 1
title: "Who may drive? {HOSTILE_WORD}"
sources:
  column: {{title: "A column {HOSTILE_WORD}", author: editor, file: column.md}}
stakeholders:
  editor: {{name: "The author {HOSTILE_WORD}", type: person}}
claims:
  close-it:
    title: "Close it {HOSTILE_WORD}"
    text: "The old town should be closed to private cars, all day and every day of the year. {HOSTILE_WORD}"
    at: s1.p1.s1
    said: {{by: editor, act: argues, cue: "so {HOSTILE_WORD}"}}
  trade-falls:
    text: "Shops lose customers when cars are kept out of the whole of the town. {HOSTILE_WORD}"
    at: s1.p1.s2
    attacks: close-it
"""
ARTICLE = "# One\x1b[2J\n\nCars out\x1b[8m, we say\u202e. Shops \x9b2J lose.\n"
HOSTILE_CALLS = (
    *("who close-it -m town", "says editor -m town", "says editor -m town --json", "why close-it -m town"),
    *("for close-it -m town", "against close-it -m town", "find shops -m town", "stats -m town", "gaps -m town"),
    *("cruxes close-it -m town", "extensions -m town --expand 1", "check town", "coverage town", "guard town"),
    *("report adjacency town --format md", "export town --to graphml -o -", "export town --to af -o -"),
    *("source show town", "anchor show close-it town", "anchor check town", "snapshot list town", "log town"),
    *("compare close-it trade-falls -m town", "path trade-falls close-it -m town", "what-if --set-aside close-it"),
    'sql "select text, title from claims"',
)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both streams are a terminal of 60 columns."""
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(_console, "_is_terminal", lambda _stream: True)


def test_only_the_door_writes() -> None:
    written = re.compile(r"click\.s?echo|click\.style|\bprint\(|sys\.std(out|err)\.write")
    for file in sorted(Path(argumap.cli.__file__).parent.glob("*.py")):
        if file.name != "_console.py":
            assert not written.findall(file.read_text(encoding="utf-8")), file.name


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    folder = write_map(tmp_path / "graph" / "town", HOSTILE, None)
    (folder / "column.md").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert run(["source", "add", "town"]) == 0
    assert run(["snapshot", "save", "town", "--note", "now \x1b[2J\x9b8m"]) == 0
    capfd.readouterr()


@pytest.mark.usefixtures("hostile", "terminal")
@pytest.mark.parametrize("call", HOSTILE_CALLS)
def test_no_text_steers_the_terminal(call: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(shlex.split(call)) in {0, 1}
    out, err = capfd.readouterr()
    assert out or err
    plain = re.sub(r"\x1b\[[0-9;]*m", "", out + err)
    assert [c for c in plain if not c.isprintable() and c not in "\n\t\u200d"] == []


@pytest.mark.usefixtures("hostile", "terminal")
@pytest.mark.parametrize("call", [call for call in HOSTILE_CALLS if call.split()[0] not in {"export", "report"}])
def test_no_line_is_wider_than_the_terminal(call: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(shlex.split(call)) in {0, 1}
    if "--json" not in call:
        rows = re.sub(r"\x1b\[[0-9;]*m", "", capfd.readouterr().out).splitlines()
        assert [row for row in rows if cell_len(row) > 60] == []


@pytest.mark.usefixtures("terminal")
def test_what_does_not_fit_hangs_under_its_record(capfd: pytest.CaptureFixture[str]) -> None:
    show(line("one ", ("two", "bold"), " three " * 12, indent=4), line("x" * 70), line("short"))
    say_lines("top\n  below " + "word " * 12)
    rows = [re.sub(r"\x1b\[[0-9;]*m", "", row) for row in capfd.readouterr().out.splitlines()]
    assert [len(row) - len(row.lstrip()) for row in rows] == [4, 6, 0, 2, 0, 0, 2, 4]
    assert max(map(len, rows)) <= 60


def test_a_record_is_one_line_for_a_program(capfd: pytest.CaptureFixture[str]) -> None:
    show(line("one ", ("two", "bold"), " three" * 50, indent=4))
    assert capfd.readouterr().out == "    one two" + " three" * 50 + "\n"


def test_a_document_reaches_a_file_as_it_is(capfd: pytest.CaptureFixture[str]) -> None:
    print_document("a\x1b[2J\tb\n")
    assert capfd.readouterr().out == "a\x1b[2J\tb\n"


def test_json_escapes_what_would_steer_a_terminal_and_is_read_back(capfd: pytest.CaptureFixture[str]) -> None:
    data = {"a\u202e": "\x9b8m \x7f \U000e0001 \ud800 👩\u200d🔬"}
    print_json(data)
    out = capfd.readouterr().out
    assert all(c.isprintable() or c in "\n\u200d" for c in out)
    assert json.loads(out) == data


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.parametrize("call", ["--help", "schema", "formats", "new --help"])
def test_a_full_disk_is_one_sentence(call: str) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "argumap", *call.split()],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith("argumap: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["x" * 300, "a\udc80b", "a\x1b[31mb", "a/" * 3000])
@pytest.mark.parametrize(
    "call",
    [["check", "{}"], ["{}"], ["new", "{}/x"], ["build", "bridge", "--to", "{}/" + "y" * 300]],
)
def test_an_odd_argument_gets_one_sentence(
    call: list[str], name: str, here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert here.is_dir()
    assert run([part.format(name) for part in call]) == 2
    err = capfd.readouterr().err
    assert err.strip()
    assert all(c.isprintable() or c == "\n" for c in err)
    assert err.count("\n") <= 4


def test_json_keeps_letters_and_is_read_back(capfd: pytest.CaptureFixture[str]) -> None:
    print_json({"name": "Müller 日本"})
    out = capfd.readouterr().out
    assert "Müller 日本" in out
    assert json.loads(out) == {"name": "Müller 日本"}


def test_problems_stand_one_a_line_errors_first(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    later = Problem("AM101", "no key", "map.yaml", 7, 3, Severity.ERROR)
    whole = Problem("AM300", "the map as a whole", severity=Severity.HINT)
    earlier = Problem("AM102", "text is missing", "map.yaml", 2, 1, Severity.WARNING)
    print_problems([later, whole, earlier])
    assert capfd.readouterr().out.splitlines() == [
        "map.yaml:7:3: error AM101 no key",
        "map.yaml:2:1: warning AM102 text is missing",
        "hint AM300 the map as a whole",
    ]


def test_every_file_written_is_named(capfd: pytest.CaptureFixture[str]) -> None:
    print_wrote([Path("a.html"), Path("b/c.md")])
    assert capfd.readouterr().out == "Wrote a.html\nWrote b/c.md\n"


@pytest.mark.parametrize(
    ("call", "key"),
    [
        ("view outline bridge", "view"),
        ("report adjacency bridge", "report"),
        ("export bridge --to graphml", "loses"),
        ("new other", "map"),
        ("source add bridge", "units"),
        ("anchor pin bridge", "unpinned"),
        ("build bridge", "map"),
        ("snapshot save bridge", "file"),
    ],
)
def test_what_writes_tells_its_files_as_json(
    call: str, key: str, here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    told = data([*call.split(), "--json"], capfd)
    assert key in told
    written = [here / path for path in told.get("wrote", [told.get("file")])]
    assert all(path.is_file() for path in written)
    assert written or call.startswith("anchor pin")
