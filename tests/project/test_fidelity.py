from __future__ import annotations

from dataclasses import replace

from argumap.checks import Subject, find_problems
from argumap.errors import Severity
from argumap.formats import FORMATS
from argumap.mapfile import parse_map, write_map
from argumap.model import Index
from argumap.project.fidelity import (
    FEATURES,
    FeatureLoss,
    Fidelity,
    compare_facts,
    find_facts,
    find_kept_of_plain_map,
    find_losses,
    measure,
    read_full_map,
    read_plain_map,
)


def test_the_full_map_has_every_feature_and_no_error() -> None:
    record = read_full_map()
    assert set(find_facts(record)) == set(FEATURES)
    reading = parse_map(write_map(record))
    found = [*reading.problems, *find_problems(Subject(record, Index(record), reading.locations.nearest))]
    assert [str(problem) for problem in found if problem.severity is Severity.ERROR] == []


def test_the_map_file_itself_keeps_everything() -> None:
    record = read_full_map()
    again = parse_map(write_map(record)).map
    assert set(compare_facts(record, again).values()) == {Fidelity.KEPT}


def test_what_is_gone_is_lost_and_what_is_half_there_is_kept_in_part() -> None:
    record = read_full_map()
    bare = replace(record, attributions=record.attributions[:1], concepts=(), issues=())
    compared = compare_facts(record, bare)
    lost, partly = compared["questions"], compared["who says what"]
    assert isinstance(lost, FeatureLoss)
    assert isinstance(partly, FeatureLoss)
    assert (lost.fidelity, str(lost)) == (Fidelity.LOST, "questions")
    assert partly.fidelity is Fidelity.PARTLY
    assert str(partly) == f"who says what ({partly.kept} of {partly.of})"


def test_a_format_that_is_only_written_is_not_measured() -> None:
    assert measure(FORMATS["csv"]) == {}
    assert find_losses(FORMATS["csv"], read_full_map(), {}) == []


def test_a_framework_keeps_attacks_only_where_there_is_nothing_else() -> None:
    assert find_kept_of_plain_map(FORMATS["af"]) == ["attacks"]
    assert find_kept_of_plain_map(FORMATS["apx"]) == ["claims", "order of claims", "attacks"]
    assert measure(FORMATS["af"])["attacks"] is Fidelity.PARTLY
    assert measure(FORMATS["af"])["undercuts"] is Fidelity.LOST
    assert find_kept_of_plain_map(FORMATS["aif"]) == find_kept_of_plain_map(FORMATS["csv"]) == []


def test_the_plain_map_has_no_error() -> None:
    assert set(find_facts(read_plain_map())) == {"claims", "order of claims", "attacks"}


NAMES_ALONE = {"apx", "tgf"}
"""What solvers read: arguments have names there, and no words."""


def test_every_format_of_both_directions_keeps_the_claims() -> None:
    for name, plug_in in FORMATS.items():
        if plug_in.read and plug_in.write and name not in NAMES_ALONE:
            assert measure(plug_in)["claims"] is Fidelity.KEPT
