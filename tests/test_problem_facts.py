from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from argumap.errors import NotFound, Severity
from argumap.problem_facts import get_facts, parse_codes, read_facts
from argumap.project import load

ROOT = Path(__file__).parents[1]
ROW = re.compile(r"^\| (AM\d{3}) \| .*$", re.MULTILINE)


def test_there_are_facts_for_every_code_of_the_source() -> None:
    source = (file.read_text(encoding="utf-8") for file in (ROOT / "src").rglob("*.py"))
    assert list(read_facts()) == sorted({code for text in source for code in re.findall(r'"(AM\d{3})"', text)})


def test_a_severity_is_the_one_that_broken_maps_earn() -> None:
    for expected in (ROOT / "tests/defects/broken").glob("*/expected.txt"):
        for severity, code in re.findall(r" (\w+) (AM\d{3}) ", expected.read_text(encoding="utf-8")):
            assert read_facts()[code].severity == severity, expected.parent.name


def test_the_page_in_the_documentation_tells_the_same() -> None:
    """``ARGUMAP_GOLDEN=write`` writes its rows anew; a new code first needs a row ``| AM399 |`` in its table."""
    page = ROOT / "docs/problems.md"
    written = page.read_text(encoding="utf-8")
    facts = read_facts()
    assert ROW.findall(written) == list(facts)
    told = ROW.sub(
        lambda row: "| {0.code} | {0.severity} | {0.means} | {0.remedy} |".format(facts[row[1]]), written
    )
    if os.environ.get("ARGUMAP_GOLDEN") == "write":
        page.write_text(told, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == told


@pytest.mark.parametrize("code", [code for code, facts in read_facts().items() if facts.example])
def test_an_example_earns_its_code(code: str, tmp_path: Path) -> None:
    facts = read_facts()[code]
    first = "" if facts.example.startswith("argumap:") else "argumap: 1\n"
    (tmp_path / "map.yaml").write_text(f"{first}{facts.example}\n", encoding="utf-8")
    found = {problem.code: problem.severity for problem in load(tmp_path).check()}
    assert found.get(code) == facts.severity, found


def test_every_problem_has_an_example_in_a_map_or_in_words() -> None:
    assert [facts.code for facts in read_facts().values() if bool(facts.example) == bool(facts.case)] == []


@pytest.mark.parametrize("written", ["AM322", "am322", "Am322", "322", " am-322 "])
def test_a_code_is_found_however_it_is_written(written: str) -> None:
    assert get_facts(written).code == "AM322"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("AM329x", "'AM329x' is no code of a problem; write one as AM322, or `argumap explain` for all of them"),
        ("AM126.", "is no code"),
        (
            "299",
            r"there is no problem AM299; nearest are AM2\d\d \(.*\) and AM301 \(a claim is a reason for itself\)",
        ),
        ("exclusive", "'exclusive' is no code of a problem; AM326 speaks of it"),
        ("a", "is no code"),
        ("", "is no code"),
    ],
)
def test_what_is_no_code_is_answered_with_what_is_near(written: str, told: str) -> None:
    with pytest.raises(NotFound, match=told):
        get_facts(written)


def test_the_facts_are_told_with_what_they_weigh() -> None:
    hint, error = get_facts("AM322").text(), get_facts("AM101").text()
    assert hint.startswith("AM322 (hint): only facts support a judgement.\n")
    assert "\n  get-it:" not in hint
    assert "\n    get-it: {text:" in hint
    assert "\nWhat to do: add the value that links them, or a `warrant:`.\n" in hint
    assert "accepted: [{code: AM322, at: ID" in hint
    assert "accepted: [" not in error
    assert get_facts("AM322").to_dict()["severity"] == Severity.HINT


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ("AM322 AM112", ["AM322", "AM112"]),
        ("am322, 112", ["am322", "112"]),
        ("AM322", ["AM322"]),
        ("a word", ["a word"]),
        ("", [""]),
    ],
)
def test_several_codes_may_stand_in_one_word(given: str, codes: list[str]) -> None:
    assert parse_codes(given) == codes
