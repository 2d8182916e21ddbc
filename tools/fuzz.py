"""Broken files for every reader and odd calls of every command; nothing but argumap's own errors may come of them.

    python tools/fuzz.py readers|commands [COUNT] [SEED]

A reader gets files of the tests and of the shipped maps in which bytes, lines and values were changed, cut,
doubled, nested and put in each other's place; what it reads is checked, drawn and kept as well. A command gets
ids, titles, files and nonsense for its arguments and options, whichever it has. Every input has ten seconds of CPU
time. The seed and the number of an input repeat it; each finding is told once, by what was raised and where.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import traceback
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argumap.cli import COMMANDS
from argumap.cli import run as run_command
from argumap.errors import ArgumapError
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from argumap.model import ArgumentMap

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 10
# As large as an input grows: what larger ones cost is for the benchmarks.
_LONGEST = 60_000

_TOKENS = (
    *("&a ", "*a", "<<: *a", "!!binary ", "!!python/object:os.system ", "? ", "- ", ": ", "|\n", ">-\n", "---\n"),
    *("...\n", "%YAML 1.1\n", "\ufeff", "\x00", "\x1b[2J", "\u2028", "\u202e", "\ud800", "\t", "'", '"', "{", "}"),
    *(
        "[",
        "]",
        "#",
        "~",
        "null",
        "true",
        "NaN",
        ".inf",
        "-0",
        "1e999",
        "0x10",
        "1_000",
        "9" * 400,
        "2025-13-40",
        "=",
    ),
    *(
        "12:30:45",
        "é",
        "s0",
        "s1.p1.s1",
        "s1.p1.s2-s9",
        "s1.t1.r1.c1",
        "s99",
        "s1.p0",
        "argumap: 2",
        "map",
        "\\u0000",
    ),
    *("__proto__", "<!--", "<![CDATA[", "</p>", "<td rowspan=99999999>", "&#0;", "&#xD800;", "```", "|---|", "**"),
    *("[^1]:", "\r", "\f"),
)
_WORDS = ("", " ", "-", "--", "0", "-1", "9" * 20, "nan", "é", "\ud800", "\x1b[31m", "a" * 300, "*", "../x")


class TooLong(Exception):
    """An input took more than its time."""


@dataclass(slots=True)
class Findings:
    """The first input of each kind of failure, and how many of that kind there were."""

    inputs: int = 0
    first: dict[str, str] = field(default_factory=dict)
    times: Counter[str] = field(default_factory=Counter)

    def note(self, told: str) -> None:
        _, error, trace = sys.exc_info()
        frames = [frame for frame in traceback.extract_tb(trace) if "argumap" in frame.filename]
        where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
        kind = f"{type(error).__name__} at {where}"
        self.first.setdefault(kind, f"{told}\n{error}"[:2_000])
        self.times[kind] += 1


def alter(content: bytes, others: Sequence[bytes], rng: random.Random) -> bytes:
    """``content`` after one to four changes; ``others`` are files of its kind to take parts of."""
    for _ in range(rng.choice((1, 1, 2, 4))):
        content = rng.choice(_CHANGES)(content, others, rng)[:_LONGEST]
    return content


def _flip(content: bytes, _others: Sequence[bytes], rng: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(rng.randint(1, 4)):
        if changed:
            changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _cut(content: bytes, _others: Sequence[bytes], rng: random.Random) -> bytes:
    a, b = sorted(rng.randint(0, len(content)) for _ in range(2))
    return content[:a] + content[b:] if rng.random() < 0.7 else content[:b]


def _insert(content: bytes, _others: Sequence[bytes], rng: random.Random) -> bytes:
    at = rng.randint(0, len(content))
    token = rng.choice(_TOKENS).encode("utf-8", "surrogatepass")
    return content[:at] + token * rng.choice((1, 1, 1, 2, 50, 3_000)) + content[at:]


def _double(content: bytes, _others: Sequence[bytes], rng: random.Random) -> bytes:
    a, b = sorted(rng.randint(0, len(content)) for _ in range(2))
    return content[:b] + content[a : min(b, a + 2_000)] * rng.choice((1, 2, 9)) + content[b:]


def _splice(content: bytes, others: Sequence[bytes], rng: random.Random) -> bytes:
    other = rng.choice(others)
    return content[: rng.randint(0, len(content))] + other[rng.randint(0, len(other)) :]


def _swap_lines(content: bytes, others: Sequence[bytes], rng: random.Random) -> bytes:
    lines, taken = content.split(b"\n"), rng.choice(others).split(b"\n")
    at = rng.randrange(len(lines))
    line = rng.choice((rng.choice(lines), rng.choice(taken)))
    indent = b" " * rng.choice((0, 0, 1, 2, 4, 8))
    return b"\n".join([*lines[:at], indent + line, *lines[at + rng.randint(0, 1) :]])


def _swap_values(content: bytes, others: Sequence[bytes], rng: random.Random) -> bytes:
    """What stands after a colon gives way to what stands after another one, in YAML as in JSON."""
    places = list(re.finditer(rb":\s*([^\n,{}]*)", content))
    values = re.findall(rb":\s*([^\n,{}]*)", rng.choice(others))
    if not places or not values:
        return content
    place = rng.choice(places)
    value = rng.choice((rng.choice(values), rng.choice(_TOKENS).encode("utf-8", "surrogatepass")))
    return content[: place.start(1)] + value + content[place.end(1) :]


def _swap_keys(content: bytes, others: Sequence[bytes], rng: random.Random) -> bytes:
    """A key of a record gives way to one of another record, so that every key is met with any value."""
    places = list(re.finditer(rb'(?m)([A-Za-z_]+)"?:', content))
    keys: list[bytes] = re.findall(rb'(?m)([A-Za-z_]+)"?:', rng.choice(others))
    if not places or not keys:
        return content
    place = rng.choice(places)
    return content[: place.start(1)] + rng.choice(keys) + content[place.end(1) :]


_CHANGES = (_flip, _cut, _insert, _double, _splice, _swap_lines, _swap_values, _swap_values, _swap_keys)


def gather() -> dict[str, list[bytes]]:
    """The files to start from, by the kind of reader that they are for."""
    from argumap.anchoring import build_lock, encode_lock
    from argumap.project import load
    from argumap.snapshots import build_snapshot, compare, write_change

    kinds: defaultdict[str, list[bytes]] = defaultdict(list)
    for path in sorted([*(ROOT / "graph").rglob("*.y*ml"), *(ROOT / "tests" / "defects").rglob("*.y*ml")]):
        kinds["map"].append(path.read_bytes())
    for path in sorted((ROOT / "tests" / "articles").glob("[a-z]*.*")):
        kinds[path.suffix].append(path.read_bytes())
    for path in sorted((ROOT / "output").rglob("*.jsonl")):
        kinds["log" if path.name == "log.jsonl" else "snapshot"].append(path.read_bytes())
    town = load(ROOT / "graph" / "old-town-cars")
    kinds["lock"].append(encode_lock(build_lock(town.articles)).encode())
    other = build_snapshot(load(ROOT / "graph" / "open-vs-closed-ai").record)
    kinds["change"] += [_json(write_change(change)) for change in compare(build_snapshot(town.record), other)[:80]]
    return dict(kinds)


def _json(value: object) -> bytes:
    text: str = json.dumps(value, ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass")


def _read_map(content: bytes, place: Path) -> None:
    """Read, check, draw and keep a map; what was kept reads back as what it was."""
    from argumap.formats import FORMATS
    from argumap.mapfile import write_map
    from argumap.project import export_map, load
    from argumap.project.outputs import build_files
    from argumap.snapshots import Snapshot, build_snapshot

    path = place / "map.yaml"
    path.write_bytes(content)
    opened = load(path)
    opened.check()
    record = opened.record
    snapshot = build_snapshot(record)
    if build_snapshot(Snapshot(snapshot.content, "again").map) != snapshot:
        raise AssertionError("the snapshot reads back as another map")
    write_map(record)
    for name, plugin in FORMATS.items():
        if plugin.write is not None:
            export_map(opened, name)
    if record.claims:
        build_files(opened)


def _read_article(suffix: str, content: bytes, place: Path) -> None:
    from argumap.anchoring import build_lock, encode_lock, is_locked, parse_lock
    from argumap.text import read_article

    path = place / f"text{suffix}"
    path.write_bytes(content)
    article = read_article(path)
    for unit in article.units:
        if not 0 <= unit.start <= unit.end <= len(article.text):
            raise AssertionError(f"{unit.locator} lies outside the text")
    if not is_locked(article, parse_lock(encode_lock(build_lock({"a": article}))).sources["a"]):
        raise AssertionError("the lock is not that of its article")


def _read_lock(content: bytes, place: Path) -> None:
    from argumap.anchoring import LOCK_NAME, encode_lock, read_lock

    path = place / LOCK_NAME
    path.write_bytes(content)
    encode_lock(read_lock(path))


def _read_snapshot(content: bytes, _place: Path) -> None:
    from argumap.snapshots import Snapshot, build_snapshot, compare

    snapshot = Snapshot(content, "a snapshot")
    again = build_snapshot(snapshot.map)
    compare(snapshot, again)


def _read_log(content: bytes, place: Path) -> None:
    from argumap.snapshots.snapshot_store import LOG, SnapshotStore

    (place / LOG).write_bytes(content)
    store = SnapshotStore(place)
    for entry in store.read_log():
        _ = entry.remark
    store.find_damage()


def _read_change(content: bytes, _place: Path) -> None:
    from argumap.model import ArgumentMap
    from argumap.snapshots import apply, parse_change
    from argumap.snapshots.change_wording import tell

    try:
        written = json.loads(content)
    except (ValueError, RecursionError):
        return
    if isinstance(written, dict):
        change = parse_change(written)
        tell(change)
        apply(ArgumentMap(), [change])


READERS: dict[str, Callable[[bytes, Path], None]] = {
    "map": _read_map,
    ".md": partial(_read_article, ".md"),
    ".txt": partial(_read_article, ".txt"),
    ".html": partial(_read_article, ".html"),
    "lock": _read_lock,
    "snapshot": _read_snapshot,
    "log": _read_log,
    "change": _read_change,
}


@contextlib.contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Raise `TooLong` where what is done inside takes more CPU time than ``seconds``."""

    def stop(*_: object) -> None:
        raise TooLong(f"more than {seconds} seconds of CPU time")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def fuzz_readers(count: int, seed: int) -> Findings:
    findings, kinds = Findings(), gather()
    for number in range(count):
        rng = random.Random(f"{seed}/{number}")
        kind = rng.choice(("map", "map", "map", *READERS))
        content = alter(rng.choice(kinds[kind]), kinds[kind], rng)
        findings.inputs += 1
        with tempfile.TemporaryDirectory() as place:
            try:
                with limited(SECONDS):
                    READERS[kind](content, Path(place))
            except ArgumapError:
                pass
            except Exception:  # noqa: BLE001 - whatever is raised is a finding
                findings.note(f"readers, seed {seed}, number {number}: a {kind} of {len(content)} bytes")
    return findings


def draw_call(command: click.Command, words: Mapping[str, Sequence[str]], rng: random.Random) -> list[str]:
    """Arguments and options for a command, drawn from ``words`` and what its parameters allow.

    ``words`` has by a part of a parameter's metavar what stands for it, under "" what may stand for any.
    """
    if isinstance(command, click.Group):
        name = rng.choice(sorted(command.commands))
        return [name, *draw_call(command.commands[name], words, rng)]
    call: list[str] = []
    for parameter in command.params:
        if isinstance(parameter, click.Argument):
            times = 1 if parameter.nargs == 1 else rng.randint(1, 3)
            call += [_draw_value(parameter, words, rng) for _ in range(times)] if rng.random() < 0.97 else []
        elif isinstance(parameter, click.Option) and rng.random() < (0.97 if parameter.required else 0.25):
            option = rng.choice([*parameter.opts, *parameter.secondary_opts])
            call += [option] if parameter.is_flag else [option, _draw_value(parameter, words, rng)]
    return call


def _draw_value(parameter: click.Parameter, words: Mapping[str, Sequence[str]], rng: random.Random) -> str:
    chance = rng.random()
    if chance < 0.03:
        return rng.choice(_WORDS)
    if isinstance(parameter.type, click.Choice):
        return str(rng.choice(list(parameter.type.choices)))
    if isinstance(parameter.type, click.types.IntParamType | click.types.FloatParamType):
        return rng.choice(("0", "1", "3", "-2", "0.5"))
    shape = parameter.make_metavar(click.Context(click.Command("x"))).strip("[].") if chance < 0.9 else ""
    fitting = [listed for key, listed in words.items() if key and key in shape]
    return rng.choice(fitting[0] if fitting else words[""])


def fuzz_commands(count: int, seed: int) -> Findings:
    from argumap.project import load

    findings = Findings()
    words = _gather_words(load(ROOT / "graph" / "old-town-cars").record)
    names = list(COMMANDS)
    for number in range(count):
        rng = random.Random(f"{seed}/{number}")
        name = rng.choice(names)
        call = [name, *draw_call(COMMANDS[name].command, words, rng)]
        findings.inputs += 1
        with tempfile.TemporaryDirectory() as place, contextlib.chdir(place), _silence():
            _lay_out(Path(place), rng)
            try:
                with limited(SECONDS):
                    _check_code(run_command(call))
            except Exception:  # noqa: BLE001 - whatever is raised is a finding
                findings.note(f"commands, seed {seed}, number {number}: {call!r}")
    return findings


def _check_code(code: int) -> None:
    if code not in {0, 1, 2}:
        raise AssertionError(f"exit code {code}")


def _gather_words(town: ArgumentMap) -> dict[str, list[str]]:
    from argumap.formats import FORMATS
    from argumap.reports import REPORTS
    from argumap.views import VIEWS

    claims = [name for claim in town.claims for name in (claim.id, claim.label)]
    issues = [issue.id for issue in town.issues]
    people = [name for person in town.stakeholders for name in (person.id, person.name)]
    concepts = [name for concept in town.concepts for name in (concept.id, concept.label)]
    steps = [argument.id for argument in town.arguments]
    words = {
        "SECTION": ["s1", "s2", "column#s3", "s9"],
        "MAP": [*["old-town-cars", "graph/old-town-cars"] * 4, "other", "nowhere", "HEAD:graph/other", "latest"],
        "FILE": [*["column.md", "column=column.md"] * 3, "made.txt", "made/deep.txt", "graph", "missing.md", "-"],
        "DIR": ["made", "made/deep", "column.md"],
        "CLAIM": [*claims, *steps],
        "TOPIC": [*claims, *issues],
        "ISSUE": issues,
        "POSITION": claims,
        "STAKEHOLDER": people,
        "WHO": [*people, "all"],
        "CONCEPT": concepts,
        "NODE": [*claims, *steps, *issues, *people, *concepts],
        "FORMAT": [*FORMATS, "md", "json", "csv"],
        "REPORT": list(REPORTS),
        "VIEW": list(VIEWS),
        "NAME": ["qe", "dfquad", "euler", "a-name", "map"],
        "CODE": ["AM201", "AM322", "am001", "AM999"],
        "SQL": [
            "select 1",
            "select * from claims",
            "select",
            "drop table claims",
            "with recursive a(x) as (select 1)",
        ],
        "N": ["0", "1", "5", "-1"],
    }
    return {**words, "": [name for listed in words.values() for name in listed]}


def _lay_out(place: Path, rng: random.Random) -> None:
    """A map as it is shipped, now and then another one that is broken, and the article."""
    shipped = ROOT / "graph" / "old-town-cars"
    shutil.copytree(shipped, place / "graph" / "old-town-cars")
    shutil.copy(shipped / "column.md", place / "column.md")
    other = place / "graph" / "other"
    if rng.random() < 0.3:
        shutil.copytree(shipped, other)
        path = rng.choice(sorted(path for path in other.iterdir() if path.is_file()))
        path.write_bytes(alter(path.read_bytes(), [path.read_bytes()], rng))


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    with contextlib.redirect_stdout(_Sink()), contextlib.redirect_stderr(_Sink()):
        yield


class _Sink(io.TextIOWrapper):
    """Takes everything and shows nothing; what no terminal could take is an error here too."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8")


CAMPAIGNS = {"readers": fuzz_readers, "commands": fuzz_commands}


def main() -> int:
    name, *rest = sys.argv[1:] or ["readers"]
    count, seed = (int(word) for word in [*rest, *("1000", "1")[len(rest) :]])
    os.environ.pop("ARGUMAP_CACHE", None)
    findings = CAMPAIGNS[name](count, seed)
    for kind, told in findings.first.items():
        print(f"{findings.times[kind]}× {kind}\n  {told}")
    kinds = counted(len(findings.first), "kind")
    print(f"{findings.inputs} inputs, {counted(sum(findings.times.values()), 'finding')} of {kinds}")
    return int(bool(findings.first))


if __name__ == "__main__":
    sys.exit(main())
