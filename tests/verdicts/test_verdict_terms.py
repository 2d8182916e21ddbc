"""The words for people: every standard has its entry, and none says too much."""

from __future__ import annotations

import re

import pytest

from argumap.model import ArgumentMap, Index, Source, Standard
from argumap.semantics import evaluate, weigh
from argumap.verdicts import (
    rank_all,
    tell_balance,
    tell_counts,
    tell_live,
    tell_place,
    tell_score,
    tell_standard,
)
from argumap.verdicts.verdict_terms import tell_origin, tell_premises
from debates import debate

TOO_MUCH = re.compile(r"\b(wins?|won|true|false|refute[sd]?|prove[sdn]?|correct|right|wrong)\b")


def told(relations: str, claim: str = "x") -> str:
    drawn = debate(relations)
    return tell_balance(Index(drawn), weigh(evaluate(drawn), claim))


@pytest.mark.parametrize("standard", Standard)
def test_no_standard_says_more_than_a_map_can(standard: Standard) -> None:
    told = tell_standard(standard)
    assert told
    assert not TOO_MUCH.search(told)


@pytest.mark.parametrize(
    ("relations", "words"),
    [
        ("", "no reason stands, no objection is unanswered"),
        ("a supports x", "1 reason stands, no objection is unanswered"),
        (
            "a supports x %; b attacks x %",
            "1 reason stands, 1 objection is unanswered (both steps added by the map)",
        ),
        ("a supports x %", "1 reason stands, no objection is unanswered (a step added by the map)"),
        (
            "a supports x; b supports x %; c attacks x %",
            "2 reasons stand, 1 objection is unanswered (1 reason and 1 objection added by the map)",
        ),
        (
            "a,p attacks x; b,p attacks x",
            "no reason stands, 2 objections are unanswered; both objections rest on “Claim p”",
        ),
        (
            "a,p supports x; b,p supports x; c supports x",
            "3 reasons stand, no objection is unanswered; 2 of the reasons rest on “Claim p”",
        ),
        (
            "a,b supports x; b,c supports x; c,d supports x",
            "3 reasons stand, no objection is unanswered; all 3 reasons rest on premises that they share",
        ),
        (
            "a supports x; b attacks a; c attacks x; d attacks c",
            "no reason stands, no objection is unanswered; 1 reason and 1 objection are answered",
        ),
        (
            "a supports x; b attacks a; a attacks b",
            "no reason stands, no objection is unanswered; 1 reason is unresolved",
        ),
        ("a supports x *0.5; b supports x", "2 reasons stand (weighing 1.5), no objection is unanswered"),
    ],
)
def test_a_balance_in_words(relations: str, words: str) -> None:
    assert told(relations) == words


def test_what_is_live_is_named_with_whose_it_is() -> None:
    drawn = debate("a,b supports x; c supports x %; " + "; ".join(f"d{n} supports x" for n in range(6)))
    index, balance = Index(drawn), weigh(evaluate(drawn), "x")
    assert tell_live(index, balance.pros, most=3) == (
        "“Claim a” together with “Claim b”; “Claim c” (added by the map); “Claim d0”; … and 5 more"
    )


@pytest.mark.parametrize(
    ("premises", "words"),
    [
        ("a", "“Claim a”"),
        ("a,b", "“Claim a” together with “Claim b”"),
        ("a,b,c", "“Claim a” together with “Claim b” and “Claim c”"),
    ],
)
def test_linked_premises_are_one_reason(premises: str, words: str) -> None:
    assert tell_premises(Index(debate(f"{premises} supports x; d supports x")), "r0") == words


@pytest.mark.parametrize(
    ("title", "sources", "words"),
    [
        ("Ours", 0, "Ours"),
        ("Ours", 1, "Ours — drawn from “S0”"),
        ("", 2, "drawn from “S0” and “S1”"),
        ("Ours", 3, "Ours — drawn from 3 sources"),
        ("", 0, ""),
    ],
)
def test_the_map_and_what_it_is_drawn_from(title: str, sources: int, words: str) -> None:
    drawn = ArgumentMap(title=title, sources=tuple(Source(f"s{n}", f"S{n}") for n in range(sources)))
    assert tell_origin(Index(drawn)) == words


def test_of_several_maps_it_is_the_one_that_is_asked_about() -> None:
    both = ArgumentMap(title="Town · Village", sources=(Source("town#s", "S"), Source("village#s", "Other")))
    assert tell_origin(Index(both), "town#q") == "town — drawn from “S”"


def test_places_in_words() -> None:
    ranking = rank_all(evaluate(debate("a supports x; b attacks z")))["q"]
    assert [tell_place(ranking, a) for a in ranking.answers] == ["leads", "second", "third"]
    debated = evaluate(debate("a supports x; b attacks z"))
    told = [tell_place(ranking, a, balance=weigh(debated, a.claim)) for a in ranking.answers]
    assert told == ["leads", "not argued", "no reason stands"]
    level = rank_all(evaluate(debate("a attacks z")))["q"]
    assert [tell_place(level, a) for a in level.answers] == ["level", "level", "third"]
    assert tell_counts(weigh(evaluate(debate("")), "x")) == "no reason stands, no objection is unanswered"


def test_a_score_is_the_word_with_both_counts() -> None:
    evaluation = evaluate(debate("a supports x; b supports x; c attacks x; d attacks a", "x"))
    assert tell_score(weigh(evaluation, "x")) == "contested 1 : 1"
