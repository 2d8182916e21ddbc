"""What all commands that ask have in common."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argumap.cli import COMMANDS, run
from argumap.model import StakeholderType, speaks_as_many
from argumap.project import load
from argumap.query import Filters, to_json
from argumap.told_lines import clean
from shell import TOWN, ask, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from argumap.project import Map
    from argumap.query import Findings, WordedAnswer

pytestmark = pytest.mark.usefixtures("town")
PAGE = Path(__file__).parents[2] / "docs" / "asking.md"
ASKING = ("who", "says", "for", "against", "compare", "path", "find", "about", "stats", "gaps")


def test_an_ambiguous_name_lists_candidates_and_an_unknown_one_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["who", "cl"]) == 2
    assert "may mean 2 things" in capsys.readouterr().err
    assert run(["says", "shop-keepers"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("argumap: no stakeholder is called 'shop-keepers'; nearest: shops")
    assert told.count("\n") == 1


def test_a_map_with_problems_is_still_asked(town: Path) -> None:
    (town / "map.yaml").write_text(TOWN + "    colour: red\n", encoding="utf-8")
    result = ask("who", "trade")
    assert "town has 1 problem; see argumap check town" in result.stderr
    assert "Shopkeepers' guild" in result.stdout


def test_what_would_steer_a_terminal_is_shown() -> None:
    assert clean("a\x1b[31m\u202eb\x07\nc\u2028d") == "a�[31m�b� c d"
    assert clean("naïve 👩\u200d🔬 日本") == "naïve 👩\u200d🔬 日本"


def test_a_reader_that_closes_the_pipe_early_gets_no_traceback(town: Path) -> None:
    claims = "".join(f'  c{n}:\n    text: "Claim {n}."\n    supports: close-it\n' for n in range(3000))
    (town / "map.yaml").write_text(TOWN + claims, encoding="utf-8")
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
    ("name", "type_", "many"),
    [
        ("Drivers' groups", "group", True),
        ("Critics of the toll", "unspecified", True),
        ("Shopkeepers' guild", "group", False),
        ("The press", "group", False),
        ("Friends of the Earth", "organisation", False),
        ("James", "person", False),
    ],
)
def test_a_verb_fits_the_name_of_a_group(name: str, type_: str, many: bool) -> None:
    assert speaks_as_many(name, StakeholderType(type_)) is many


def test_groups_argue_and_report_in_the_plural(town: Path) -> None:
    plural = TOWN.replace('{name: "Shopkeepers\' guild", type: organisation}', '{name: "Drivers", type: group}')
    assert plural != TOWN
    (town / "map.yaml").write_text(plural, encoding="utf-8")
    assert "Drivers argue, as the author reports" in ask("who", "trade").stdout


# ---------------------------------------------------------------- in Python and in a notebook

ANSWERS = {
    "who trade-falls": lambda town: town.who("trade-falls"),
    "says shops": lambda town: town.says("shops"),
    "says shops --on close-it": lambda town: town.says("shops", on="close-it"),
    "says shops --via": lambda town: town.says("shops", via=True),
    "for close-it": lambda town: town.case_for("close-it"),
    "against close-it": lambda town: town.case_against("close-it"),
    "compare editor shops": lambda town: town.compare("editor", "shops"),
    "path clean-air close-it": lambda town: town.path("clean-air", "close-it"),
    "find shops": lambda town: town.find("shops"),
    "find --position close-it": lambda town: town.find(filters=Filters(position="close-it")),
    "find nothing-at-all": lambda town: town.find("nothing-at-all"),
    "about streets": lambda town: town.about("streets"),
    "stats": lambda town: town.stats(),
    "gaps": lambda town: town.gaps(),
}


@pytest.fixture
def opened() -> Map:
    return load("town")


@pytest.mark.parametrize("call", ANSWERS)
def test_python_and_a_notebook_tell_what_the_shell_tells(call: str, opened: Map) -> None:
    ask: Callable[[Map], WordedAnswer | Findings] = ANSWERS[call]
    answer = ask(opened)
    shown = f"{answer.text()}\n"
    assert shown == told(*call.split(), "-m", "town")
    page = answer._repr_html_()
    assert [row.rstrip() for row in unescape(re.sub(r"<[^>]*>", "", page)).split("\n")] == shown[:-1].split("\n")


@pytest.mark.parametrize("call", ANSWERS)
def test_the_maps_that_an_answer_is_of_are_no_part_of_it(call: str, opened: Map) -> None:
    ask: Callable[[Map], WordedAnswer | Findings] = ANSWERS[call]
    answer = ask(opened)
    assert "index" not in str(to_json(answer))
    assert "Index" not in repr(answer)
    assert answer == ask(load("town"))


def test_a_case_is_told_as_a_tree_a_list_or_by_what_nothing_attacks(opened: Map) -> None:
    case = opened.case_against("close-it")
    for option, words in (("--flat", case.text(flat=True)), ("--unattacked", case.text(unattacked=True))):
        assert f"{words}\n" == told("against", "close-it", option, "-m", "town")


def test_gaps_are_told_by_kind(opened: Map) -> None:
    assert f"{opened.gaps().text('voiceless')}\n" == told("gaps", "voiceless", "-m", "town")


# ---------------------------------------------------------------- one id in several maps


@pytest.mark.parametrize(
    "call", ["says editor", "who clean-air", "compare editor shops", "stats", "find --by editor"]
)
def test_an_answer_says_whom_two_maps_give_one_id(call: str, town: Path) -> None:
    other = town.with_name("ferry")
    other.mkdir()
    renamed = TOWN.replace("The author", "Mara Lind").replace("clean-air", "clear-air")
    (other / "map.yaml").write_text(renamed.replace("    file: column.md\n", ""), encoding="utf-8")
    line = (
        "editor may be two people: Mara Lind in ferry and The author in town. Ask one map at a time with -m; if "
        "they are one, give them the same `same_as:`.\n"
    )
    assert ask(*call.split()).stdout.startswith(line)
    asked = ask(*call.split(), "--json")
    assert line == asked.stderr
    json.loads(asked.stdout)
    assert "two people" not in told(*call.split(), "-m", "town")
