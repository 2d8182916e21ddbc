from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from argumap.cli import COMMANDS, argumap, run
from argumap.cli._asking import clean
from argumap.query import Filters, about, case_against, case_for, compare, find, path, says, stats, to_json, who

if TYPE_CHECKING:
    from collections.abc import Callable

    from argumap.model import Index

TEXT = """# Give the square back

The old town should be closed to private cars.

Streets without cars have cleaner air.

## What the shops say

Shops lose customers when cars are kept out. A guild member said so.
"""
MAP = """argumap: 1
title: "Who may drive?"
sources:
  column:
    title: "Give the square back"
    author: editor
    file: column.md
issues:
  cars:
    question: "Should the old town be closed to cars?"
stakeholders:
  editor: {name: "The author", type: person}
  shops: {name: "Shopkeepers' guild", type: organisation}
  children: {name: "Schoolchildren", type: group, interests: ["clean air"]}
concepts:
  streets: {label: "The streets"}
claims:
  close-it:
    title: "Close the old town"
    text: "The old town should be closed to private cars."
    answers: cars
    at: s1.p1.s1
  clean-air:
    title: "Cleaner air"
    text: "Streets without cars have cleaner air."
    about: streets
    at: s1.p2.s1
    supports: close-it
  trade-falls:
    title: "Shops lose custom"
    text: "Shops lose customers when cars are kept out."
    at: s2.p1.s1
    said:
      - {by: shops, act: argues, via: [editor], cue: "said so"}
      - {by: editor, act: disputes}
    attacks: close-it
"""
PAGE = Path(__file__).parents[2] / "docs" / "asking.md"
ASKING = ("who", "says", "for", "against", "compare", "path", "find", "about", "stats", "gaps")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "graph" / "town"
    folder.mkdir(parents=True)
    (folder / "map.yaml").write_text(MAP, encoding="utf-8")
    (folder / "column.md").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return folder


def ask(*arguments: str) -> Result:
    result = CliRunner().invoke(argumap, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result


@pytest.mark.parametrize(
    ("call", "told"),
    [
        pytest.param(
            "who trade", ["Shopkeepers' guild argues, as the author reports", "(“said so”)", "s2.p1.s1"], id="who"
        ),
        pytest.param("who trade", ["The author disputes"], id="who disputes"),
        pytest.param("says shops", ["On “Close the old town”: 1 point against", "− Shops lose custom"], id="says"),
        pytest.param("says shops --on close", ["The author disagrees: disputes"], id="does the author agree"),
        pytest.param(
            "says editor", ["On “Close the old town”: 3 points for", "Disagrees with"], id="who disputes"
        ),
        pytest.param("says editor --via", ["Nothing in this map is said by them on that."], id="nothing reported"),
        pytest.param(
            "for close", ["The case for “Close the old town”", "└── + Cleaner air [clean-air]"], id="for"
        ),
        pytest.param("for close --unanswered", ["1 point for it", "Cleaner air"], id="unanswered"),
        pytest.param("against close", ["└── − Shops lose custom", "Shopkeepers' guild argues"], id="against"),
        pytest.param("against close --flat", ["  − Shops lose custom"], id="flat"),
        pytest.param("against clean", ["Nothing in this map."], id="no case"),
        pytest.param(
            "compare editor shops", ["They differ on", "the author against, Shopkeepers' guild for"], id="compare"
        ),
        pytest.param(
            "compare editor shops", ["They speak for opposite sides of", "+3", "−1"], id="opposite sides"
        ),
        pytest.param("path trade close", ["1. “Shops lose custom” objects to “Close the old town”"], id="path"),
        pytest.param("path trade clean", ["neither bears on the other"], id="path that turns"),
        pytest.param("find CUSTOM", ["1 node found", "Shops lose custom [trade-falls] objection"], id="find"),
        pytest.param(
            "find --unanswered --position close", ["Speaking for it (1)", "Speaking against it (1)"], id="by side"
        ),
        pytest.param("find nothingness", ["Nothing found"], id="nothing found"),
        pytest.param("about streets", ["The streets", "Cleaner air", "The author asserts"], id="about"),
        pytest.param("stats", ["1 source", "3 claims", "Most contested", "Who speaks most"], id="stats"),
        pytest.param(
            "gaps voiceless", ["Who has a stake and no voice: 1", "Schoolchildren", "clean air"], id="gaps"
        ),
        pytest.param(
            "gaps", ["Claims that no argument supports: 2", "Objections that nothing answers: 1"], id="all gaps"
        ),
        pytest.param("gaps uncited", ["Sentences that no node cites: 1", "s2.p1.s2"], id="uncited sentences"),
    ],
)
def test_a_person_is_told(call: str, told: list[str]) -> None:
    output = ask(*call.split()).output
    for words in told:
        assert words in output
    assert "\x1b" not in output
    assert not any(row != row.rstrip() for row in output.splitlines())


def index_of_town() -> Index:
    from argumap.project import load

    return load("town").index


@pytest.mark.parametrize(
    ("call", "answer"),
    [
        ("who trade-falls", lambda i: who(i, "trade-falls")),
        ("says shops", lambda i: says(i, "shops")),
        ("says shops --on close --via", lambda i: says(i, "shops", on="close-it", via=True)),
        ("for close-it --depth 1", lambda i: case_for(i, "close-it", 1)),
        ("against close-it", lambda i: case_against(i, "close-it")),
        ("for close-it --unanswered", lambda i: case_for(i, "close-it").unanswered),
        ("compare editor shops", lambda i: compare(i, "editor", "shops")),
        ("path trade-falls close-it", lambda i: path(i, "trade-falls", "close-it")),
        ("find shops", lambda i: find(i, "shops")),
        ("find --by shops --unsupported", lambda i: find(i, "", Filters(by="shops", unsupported=True))),
        ("about streets", lambda i: about(i, "streets")),
        ("stats", stats),
    ],
)
def test_json_is_the_answer_of_python(call: str, answer: Callable[[Index], object]) -> None:
    assert json.loads(ask(*call.split(), "--json").stdout) == to_json(answer(index_of_town()))


def test_gaps_of_some_kinds_are_those_kinds_alone() -> None:
    data = json.loads(ask("gaps", "voiceless", "uncited", "--json").stdout)
    assert list(data) == ["voiceless", "uncited"]
    assert data["uncited"][-1] == {"source": "column", "at": "s2.p1.s2", "quote": None}


@pytest.mark.parametrize(
    "call", ["who trade", "says shops", "against close", "find custom", "path trade close", "compare editor shops"]
)
def test_quote_prints_the_words_of_passages(call: str, here: Path) -> None:
    (here / "column.md").rename(here.parent / "elsewhere.md")
    source = ["--source", str(here.parent / "elsewhere.md")]
    words = "Shops lose customers when cars are kept out."
    told = " ".join(ask(*call.split(), "--quote", *source).output.split())
    assert f"s2.p1.s1: “{words}”" in told
    found = json.dumps(json.loads(ask(*call.split(), "--quote", "--json", *source).stdout))
    assert f'"words": "{words}", "state": "exact"' in found
    assert '"words"' not in ask(*call.split(), "--json", *source).stdout


def test_quoting_without_the_article_says_what_is_missing(here: Path) -> None:
    (here / "column.md").unlink()
    result = ask("who", "trade", "--quote")
    assert "no article is at hand; give it with --source FILE" in result.stderr
    assert "s2.p1.s1" in result.stdout


def test_an_ambiguous_name_lists_candidates_and_an_unknown_one_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["who", "cl"]) == 2
    assert "may mean 2 things" in capsys.readouterr().err
    assert run(["says", "shop-keepers"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("argumap: no stakeholder is called 'shop-keepers'; nearest: shops")
    assert told.count("\n") == 1


def test_a_map_with_problems_is_still_asked(here: Path) -> None:
    (here / "map.yaml").write_text(MAP + "    colour: red\n", encoding="utf-8")
    result = ask("who", "trade")
    assert "town has 1 problem; see argumap check town" in result.stderr
    assert "Shopkeepers' guild" in result.stdout


def test_several_maps_are_asked_as_one(here: Path) -> None:
    other = here.parent / "harbour.yaml"
    other.write_text(MAP.replace("column.md", "none.md"), encoding="utf-8")
    assert "harbour#trade-falls" in ask("says", "shops").output
    assert "harbour#" not in ask("says", "shops", "-m", "town").output
    assert [f["node"]["id"] for f in json.loads(ask("find", "custom", "--json").stdout)] == [
        "harbour#trade-falls",
        "town#trade-falls",
    ]


def test_markup_in_a_title_is_text(here: Path) -> None:
    (here / "map.yaml").write_text(MAP.replace("Shops lose custom", "[bold]red[/bold] :smile:"), encoding="utf-8")
    assert "[bold]red[/bold] :smile: [trade-falls]" in ask("find", "red").output


def test_what_would_steer_a_terminal_is_shown() -> None:
    assert clean("a\x1b[31m\u202eb\x07\nc\u2028d") == "a�[31m�b� c d"
    assert clean("naïve 👩\u200d🔬 日本") == "naïve 👩\u200d🔬 日本"


def test_a_reader_that_closes_the_pipe_early_gets_no_traceback(here: Path) -> None:
    claims = "".join(f'  c{n}:\n    text: "Claim {n}."\n    supports: close-it\n' for n in range(3000))
    (here / "map.yaml").write_text(MAP + claims, encoding="utf-8")
    command = f"{sys.executable} -m argumap for close-it -m town | head -1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        capture_output=True,
        text=True,
        check=False,
        env=dict(os.environ),
    )
    assert done.stdout.startswith("The case for")
    assert done.stderr == ""
    assert done.returncode == 0


@pytest.mark.parametrize("name", [*ASKING, "sql"])
def test_help_shows_an_example(name: str) -> None:
    output = ask(name, "--help").output
    assert f"argumap {name}" in output
    assert "Example" in output
    assert COMMANDS[name].command.short_help


@pytest.mark.parametrize("name", ASKING)
def test_the_page_tells_every_command_and_every_field(name: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert f"`argumap {name}" in page
    for field in fields_of(json.loads(ask(*CALLS.get(name, name).split(), "--json").stdout)):
        assert f"`{field}`" in page, field


CALLS = {
    "who": "who trade",
    "says": "says shops",
    "for": "for close",
    "against": "against close",
    "path": "path trade close",
    "compare": "compare editor shops",
    "find": "find custom",
    "about": "about streets",
}


def fields_of(data: object) -> set[str]:
    if isinstance(data, list):
        return {field for item in data for field in fields_of(item)}
    if isinstance(data, dict):
        if data and set(data) <= COUNTED:
            return set()
        return {*data, *(field for value in data.values() for field in fields_of(value))}
    return set()


COUNTED = {
    "sources", "sections", "issues", "claims", "arguments", "stakeholders", "attributions", "concepts", "none",
    "position", "supporting point", "objection", "supports", "attacks", "asserts", "argues", "disputes",
}  # fmt: skip


@pytest.mark.parametrize(
    ("call", "told"),
    [
        pytest.param(
            "for release-weights --flat",
            "[no-closed-model-serves], together, support “Private data call for open weights”",
            id="a list names what a point bears on",
        ),
        pytest.param(
            "against release-weights --flat",
            "undercuts the step from “Closed: still ahead at the top” against “Release the weights”",
            id="a list names the step that is undercut",
        ),
        pytest.param(
            "says author", "On “‘Open weights’ is the apter name”: 4 points for", id="marks within marks"
        ),
        pytest.param("path open-is-slippery open-weights-is-the-word", "supports “‘Open", id="marks in a chain"),
        pytest.param("says lecun", "− The step from “Closed models", id="a step begins a line"),
        pytest.param("path lecun release-weights", "2. That step objects to", id="a step is told once"),
        pytest.param("stats", "0 against, up to 1 step away", id="one step"),
        pytest.param("stats", "unsupported, 51 unchallenged,", id="only objections are unanswered"),
        pytest.param("says lecun", "  Besides, on a step:\n  − The step from “Closed", id="a step is no point"),
        pytest.param(
            "compare altman lecun",
            "oppose each other on “Keep the strongest models closed”, and never take a side on the same claim.",
            id="who passes whom by",
        ),
        pytest.param("gaps unanswered", "[release-is-risky/release-weights]", id="an objection has its id"),
    ],
)
def test_a_shipped_map_reads_well(call: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(Path(__file__).parents[2])
    assert told in ask(*call.split(), "-m", "open-vs-closed-ai").output
