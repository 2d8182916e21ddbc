from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from argumap.mapfile import parse_map, read_data, write_map, write_other_entries
from argumap.model import (
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    Expectation,
    Passage,
    Quote,
    Source,
    Stakeholder,
)
from maps import MAPS, TOWN, random_maps

if TYPE_CHECKING:
    from argumap.errors import Problem


def in_file_order(argument_map: ArgumentMap) -> ArgumentMap:
    """The attributions stand beneath what they speak of; their order over the map means nothing."""
    spoken_of = [*(c.id for c in argument_map.claims), *(a.id for a in argument_map.arguments)]
    order = {record_id: n for n, record_id in enumerate(spoken_of)}
    spoken = sorted(argument_map.attributions, key=lambda attribution: order[attribution.of])
    return replace(argument_map, attributions=tuple(spoken))


def errors(problems: tuple[Problem, ...]) -> list[str]:
    return [str(problem) for problem in problems if problem.severity == "error"]


@pytest.mark.parametrize("argument_map", MAPS.values(), ids=MAPS)
def test_a_written_map_reads_back_equal(argument_map: ArgumentMap) -> None:
    reading = parse_map(write_map(argument_map))
    assert errors(reading.problems) == []
    assert reading.map == in_file_order(argument_map)


@settings(deadline=None)
@given(random_maps())
def test_any_map_reads_back_equal(argument_map: ArgumentMap) -> None:
    reading = parse_map(write_map(argument_map))
    assert errors(reading.problems) == []
    assert reading.map == in_file_order(argument_map)


@settings(deadline=None)
@given(st.text(min_size=1).filter(str.strip))
def test_any_words_read_back_equal(words: str) -> None:
    argument_map = ArgumentMap(words, claims=(Claim("a", words, title=words, tags=(words,)),))
    assert parse_map(write_map(argument_map)).map == argument_map


@settings(deadline=None)
@given(random_maps())
def test_writing_what_was_read_gives_the_same_text(argument_map: ArgumentMap) -> None:
    text = write_map(argument_map)
    assert write_map(parse_map(text).map) == text


def test_words_that_other_readers_take_for_something_else_are_quoted() -> None:
    argument_map = ArgumentMap(claims=(Claim("null", "A."), Claim("no", "B."), Claim("1e3", "C.")))
    text = write_map(argument_map)
    assert parse_map(text).map == argument_map
    assert list(yaml.safe_load(text)["claims"]) == ["null", "no", "1e3"]


def test_a_short_step_stands_on_its_claim() -> None:
    text = write_map(TOWN)
    assert "    attacks: close-it\n" in text
    assert "trade-falls/close-it:" not in text


@pytest.mark.parametrize(
    "step",
    [
        pytest.param(Argument("a/b", ("a",), Bearing.SUPPORTS, "b", weight=0.25), id="a weight"),
        pytest.param(Argument("a/b", ("a",), Bearing.ATTACKS, "b", inferred=True), id="inferred"),
        pytest.param(Argument("a/b", ("a",), Bearing.SUPPORTS, "b", scheme="sign", warrant="Why"), id="a warrant"),
        pytest.param(Argument("r", ("a", "c"), Bearing.SUPPORTS, "b"), id="linked premises"),
    ],
)
def test_a_step_of_more_than_one_word_is_written_out(step: Argument) -> None:
    claims = (Claim("a", "A."), Claim("b", "B."), Claim("c", "C."))
    argument_map = ArgumentMap(claims=claims, arguments=(step,))
    text = write_map(argument_map)
    assert f"  {step.id}:\n" in text
    assert parse_map(text).map == argument_map


def test_passages_of_several_sources_with_quotes_read_back_equal() -> None:
    quote = Quote('so "they" say', "before ", " after")
    argument_map = ArgumentMap(
        sources=(Source("one", "One", author="ann"), Source("two", "Two")),
        claims=(
            Claim("a", "A.", at=(Passage("two", "", quote),)),
            Claim("b", "B.", at=(Passage("one", "s1.p1.s1", quote), Passage("two", "s2", quote))),
            Claim("c", "C.", at=(Passage("one", "s1.p1.s1-s3"), Passage("two", "s2.h"))),
            Claim("d", "D.", at=(Passage("one", "s1.p1.s1", quote),)),
        ),
        stakeholders=(Stakeholder("ann", "Ann"), Stakeholder("bob", "Bob")),
        attributions=(
            Attribution("bob", Act.DISPUTES, "b", via=(), cue="no", date="2025-01", at=(Passage("two", "s1"),)),
            Attribution("bob", Act.ARGUES, "c", via=("ann",)),
            Attribution("ann", Act.CONCEDES, "c", loosely=True),
        ),
    )
    assert parse_map(write_map(argument_map)).map == argument_map


def test_nobody_is_written_where_the_author_would_be_filled_in() -> None:
    argument_map = replace(TOWN, attributions=())
    assert parse_map(write_map(argument_map)).map == argument_map


def test_an_expectation_reads_back_equal() -> None:
    expect = Expectation("stands", ("ann",), ">= 0.5")
    argument_map = ArgumentMap(
        claims=(Claim("a", "A.", expect=expect),), stakeholders=(Stakeholder("ann", "Ann"),)
    )
    assert parse_map(write_map(argument_map)).map == argument_map


@pytest.mark.parametrize("argument_map", MAPS.values(), ids=MAPS)
def test_the_entries_by_themselves_say_what_the_file_says(argument_map: ArgumentMap) -> None:
    whole = read_data(write_map(argument_map))
    for section in ("issues", "stakeholders", "concepts", "claims", "arguments"):
        entries = write_other_entries(argument_map, ArgumentMap())[0].get(section, {})
        text = "\n".join([f"{section}:", *entries.values()])
        assert list(entries) == list(whole.get(section) or {})
        assert (read_data(text).get(section) or {}) == (whole.get(section) or {})


@settings(deadline=None)
@given(random_maps(), random_maps())
def test_what_two_maps_write_otherwise_is_written_whole_and_the_rest_by_its_id(
    one: ArgumentMap, other: ArgumentMap
) -> None:
    taken = one.claims[:2]
    rest = (claim for claim in other.claims if claim.id not in {each.id for each in taken})
    merged = replace(other, claims=(*taken, *rest))
    wholes = [write_other_entries(each, ArgumentMap())[0] for each in (one, merged)]
    found = write_other_entries(one, merged)
    for section in ("claims", "arguments"):
        whole, written = ([pair.get(section, {}) for pair in pairs] for pairs in (wholes, found))
        for mine, theirs, got in zip(whole, reversed(whole), written, strict=True):
            assert list(got) == list(mine)
            different = {name for name, text in mine.items() if theirs.get(name) != text}
            assert all(got[name] == mine[name] for name in different)
