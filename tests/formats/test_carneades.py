from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings

from argumap.formats import FORMATS
from argumap.formats._carneades.case import LABELS
from argumap.model import ArgumentMap, Bearing
from argumap.project.fidelity import Fidelity, find_facts, measure
from carneades_files import POND
from draws import draws
from foreign_files import came, check_cuts, check_edit, check_round_trip, corpus, counted, read, write
from maps import random_maps

if TYPE_CHECKING:
    from pathlib import Path


def whys(text: str) -> list[tuple[str, str]]:
    return [(loss.id, loss.why) for loss in read("carneades", text).losses]


@pytest.mark.parametrize(
    ("section", "line", "told"),
    [
        ("statements", "  empty: {label: x}", ("empty", "a statement without words")),
        (
            "statements",
            "  leaks(dam,much): Again.",
            ("leaks(dam, much)", "a second statement with an id that is taken"),
        ),
        ("arguments", "  x: {conclusion: drain}", ("x", "an argument without premises")),
        ("arguments", "  x: {premises: [wax], conclusion: drain}", ("x", "an argument from what is no statement")),
        ("arguments", "  x: {premises: [carp], conclusion: wax}", ("x", "an argument for what is no statement")),
        (
            "arguments",
            "  x: {premises: [carp], conclusion: carp}",
            ("x", "an argument from a statement to itself"),
        ),
        (
            "arguments",
            "  x: {premises: [carp], conclusion: drain, weight: 7}",
            ("x", "a weight that is not between 0 and 1"),
        ),
        (
            "arguments",
            "  x: {premises: [carp], conclusion: drain, undercutter: wax}",
            ("x", "an undercutter that is no statement"),
        ),
        ("issues", "  i2: {positions: [drain]}", ("i2", "an issue with fewer than two positions")),
        ("issues", "  i2: {positions: [drain, carp, wax]}", ("i2", "a position that is no statement")),
        ("issues", "  i2: {positions: [old, carp], standard: X}", ("i2", "the unknown proof standard 'X'")),
        ("assumptions", "  - wax", ("wax", "an assumption that is no statement")),
        ("tests", "  undecided: [wax]", ("wax", "a test of what is no statement, or by an unknown label")),
        ("meta", "  note: A note.", ("note", "what the file says of itself")),
        ("language", "  leaks/2: x", ("language", "a part that no map has")),
    ],
)
def test_what_does_not_fit_is_kept_aside_and_goes_back(section: str, line: str, told: tuple[str, str]) -> None:
    text = POND if f"{section}:" in POND else f"{POND}{section}:\n"
    text = text.replace(f"{section}:\n", f"{section}:\n{line}\n")
    assert told in whys(text)
    imported = read("carneades", text)
    assert write("carneades", came("carneades", imported), imported.kept) == {".carneades.yml": text}


def test_it_goes_back_as_it_came_and_edited_where_it_was_edited() -> None:
    check_round_trip("carneades", POND)
    check_edit("carneades", POND)


def test_the_logic_is_kept() -> None:
    kept = {feature for feature, fidelity in measure(FORMATS["carneades"]).items() if fidelity is Fidelity.KEPT}
    assert kept >= {
        *("claims", "supports", "attacks", "undercuts", "linked premises"),
        *("contradictions", "weights", "schemes", "expectations"),
    }


def test_a_file_cut_anywhere_is_read_or_refused() -> None:
    check_cuts("carneades", POND)


@settings(max_examples=draws(60), deadline=None)
@given(random_maps())
def test_claims_and_steps_of_any_map_come_back(record: ArgumentMap) -> None:
    assume(all(step.target not in step.premises for step in record.arguments))
    back = read("carneades", write("carneades", record)[".carneades.yml"]).map
    mine, theirs = find_facts(record), find_facts(back)
    for feature in ("claims", "supports", "attacks"):
        assert theirs.get(feature) == mine.get(feature), feature
    assert len(back.arguments) == len(record.arguments)


@pytest.mark.parametrize("path", corpus("carneades/yaml/*.yml"))
def test_the_corpus_comes_in_with_its_counts_and_goes_back(path: Path) -> None:
    imported = read("carneades", path.read_bytes())
    counts, record = counted(path), imported.map
    aside = sum(loss.why == "an argument without premises" for loss in imported.losses)
    steps = [step for step in record.arguments if step.bearing is Bearing.SUPPORTS]
    labels = [claim.expect.status for claim in record.claims if claim.expect]
    told = [
        loss.why.split(": ")[1].split()[0] for loss in imported.losses if loss.why.startswith("a test that comes")
    ]
    labels += [LABELS[label] for label in told]
    assert (len(record.claims), len(steps) + aside) == (counts["nodes"], counts["edges"])
    assert sum(len(step.premises) for step in steps) == counts.get("premise_links", 0)
    assert len(record.arguments) - len(steps) == (0 if aside else counts.get("undercutters", 0))
    assert len(record.issues) == counts.get("issues", 0)
    # One file tests a statement twice, and counts it twice.
    assert counts.get("tests_in", 0) - labels.count("stands") in {0, 1}
    assert labels.count("falls") == counts.get("tests_out", 0)
    if record.claims:
        check_round_trip("carneades", path.read_bytes())
        check_edit("carneades", path.read_bytes())
