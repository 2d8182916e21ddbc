from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.project import load, write_sarif
from argumap.project.checked_maps import CheckedMaps
from places import ARTICLE, MAP, write_map

if TYPE_CHECKING:
    from pathlib import Path

    from argumap.errors import Problem

SPEAKER = 'union: {name: "Carters\' union", type: organisation}'
VAGUE = MAP.replace(SPEAKER, 'union: {name: "Carters"}')
CRITERION = """\
  price: {question: "What does it cost?", compares: [bridge-toll, ring-toll]}
"""
TABLE = MAP.replace("stakeholders:\n", CRITERION + "stakeholders:\n").replace(
    "claims:\n",
    """\
concepts:
  bridge-toll: {label: "Toll on the bridge"}
  ring-toll: {label: "Toll on the ring road"}
claims:
""",
)


def problems(folder: Path, accepted: str, text: str = VAGUE, article: str | None = ARTICLE) -> list[Problem]:
    """All but the hint that the source has no lock."""
    text = text.replace("sources:\n", f"accepted:\n{accepted}sources:\n", 1)
    return [p for p in load(write_map(folder / "bridge", text, article)).check() if p.code != "AM219"]


def entry(code: str, at: str = "", reason: str = "The column leaves it open.") -> str:
    return f'  - {{code: {code}, {f"at: {at}, " if at else ""}reason: "{reason}"}}\n'


def test_an_accepted_problem_is_told_with_its_reason_and_fails_nothing(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, entry("AM312", "slower-trade"))
    assert (problem.code, problem.at, problem.accepted) == ("AM312", "slower-trade", "The column leaves it open.")
    assert str(problem).endswith("(accepted: The column leaves it open.)")
    checked = CheckedMaps(("bridge",), (problem,), ())
    assert not checked.fails(strict=True)
    assert checked.accepted == 1
    assert checked.count(problem.severity) == 0


@pytest.mark.parametrize(
    ("at", "fits"),
    [
        pytest.param("", True, id="everywhere"),
        pytest.param("price", True, id="the whole criterion"),
        pytest.param("price/bridge-toll", False, id="one of two holes"),
        pytest.param("[price/bridge-toll, price/ring-toll]", True, id="both holes"),
        pytest.param("bridge", False, id="another issue"),
    ],
)
def test_what_stands_beneath_what_is_accepted_is_accepted_with_it(tmp_path: Path, at: str, fits: bool) -> None:
    found = [p for p in problems(tmp_path, entry("AM313", at), TABLE) if p.code == "AM313"]
    assert [p.at for p in found] == ["price/bridge-toll", "price/ring-toll"]
    assert all(p.accepted for p in found) is fits


BROKEN_ROW = """
| who | how long | how dear |
|---|---|---|
| carters | twenty minutes | nothing |
| walkers | ten |
"""


@pytest.mark.parametrize(
    ("at", "fits"),
    [
        ("s3.t1.r2", True),
        ("s3.t1", True),
        ("article#s3", True),
        ("article", True),
        ("s3.t1.r1", False),
        ("s2", False),
    ],
)
def test_a_warning_of_the_text_is_accepted_at_its_locator(tmp_path: Path, at: str, fits: bool) -> None:
    found = problems(tmp_path, entry("AM241", at), MAP, ARTICLE + BROKEN_ROW)
    (row,) = [p for p in found if p.code == "AM241"]
    assert row.at == "article#s3.t1.r2.c1"
    assert bool(row.accepted) is fits
    assert ("AM404" in {p.code for p in found}) is not fits


def test_what_is_accepted_in_vain_is_told_at_its_line(tmp_path: Path) -> None:
    found = problems(tmp_path, entry("AM312", "slower-trade") + entry("AM314", "[close-it, ring-road]"))
    vain = [p for p in found if p.code == "AM404"]
    assert [p.line for p in vain] == [5, 5]
    assert ["'close-it'" in vain[0].message, "'ring-road'" in vain[1].message] == [True, True]


def test_an_error_is_put_right_and_not_accepted(tmp_path: Path) -> None:
    text = VAGUE.replace("    attacks: slower-trade\n", "    attacks: slower-trade\n    expect: {status: falls}\n")
    found = problems(tmp_path, entry("AM402", "ring-road") + entry("AM312"), text)
    (error,) = [p for p in found if p.code == "AM402"]
    assert not error.accepted
    (vain,) = [p for p in found if p.code == "AM404"]
    assert "cannot be accepted" in vain.message


def test_what_could_not_be_looked_at_is_not_called_vain(tmp_path: Path) -> None:
    accepted = entry("AM241", "s3.t1") + entry("AM312")
    assert [p.code for p in problems(tmp_path, accepted, article=None)] == ["AM312"]
    half = VAGUE.replace("attacks: slower-trade", "attacks: faster-trade")
    assert {p.code for p in problems(tmp_path, accepted, half, None)} == {"AM112"}


def test_sarif_has_an_accepted_problem_as_suppressed(tmp_path: Path) -> None:
    found = problems(tmp_path, entry("AM312"), TABLE.replace(SPEAKER, 'union: {name: "Carters"}'))
    runs = write_sarif(found)["runs"]
    assert isinstance(runs, list)
    suppressed = {r["ruleId"]: r.get("suppressions") for r in runs[0]["results"]}
    assert suppressed["AM312"] == [{"kind": "inSource", "justification": "The column leaves it open."}]
    assert suppressed["AM313"] is None


def test_json_names_what_a_problem_is_about_and_why_it_stays(tmp_path: Path) -> None:
    (told,) = [p.to_dict() for p in problems(tmp_path, entry("AM312"))]
    assert (told["at"], told["accepted"]) == ("slower-trade", "The column leaves it open.")
