from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.model import (
    Act,
    Argument,
    Attribution,
    Claim,
    Concept,
    Concern,
    Effect,
    Expectation,
    Issue,
    Passage,
    Section,
    Source,
    Stakeholder,
)
from argumap.snapshots.renames import (
    Rename,
    Renames,
    find_moved_arguments,
    find_renames,
    follow,
    is_sugar,
    named_in,
)
from maps import argument, at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argumap.snapshots.canonical_form import Record


def as_dict(found: Iterable[Rename]) -> dict[str, str]:
    return {each.old: each.new for each in found}


def test_what_stands_at_the_same_passage_is_the_same_under_another_id() -> None:
    went = [Claim("loud", "Cars are loud.", at=at("s1.p1.s1"))]
    came = [Claim("noise", "Traffic makes too much noise.", at=at("s1.p1.s1"))]
    assert as_dict(find_renames(went, came)) == {"loud": "noise"}


def test_half_of_the_words_in_order_are_enough_and_fewer_are_not() -> None:
    went = [Claim("a", "one two three four")]
    assert as_dict(find_renames(went, [Claim("b", "one two five six")])) == {"a": "b"}
    assert as_dict(find_renames(went, [Claim("b", "one seven five six")])) == {}


def test_the_likest_are_paired_first_and_each_only_once() -> None:
    went = [Claim("a", "cars are loud here"), Claim("b", "cars are loud now")]
    came = [Claim("c", "cars are loud now")]
    assert as_dict(find_renames(went, came)) == {"b": "c"}


def test_references_follow_wherever_an_id_is_named() -> None:
    renames = Renames({"a": "b"}, {"column": "letter"})
    step = follow(Argument("r", ("a", "c"), argument("x", "p", "attacks", "q").bearing, "a"), renames)
    assert (step.premises, step.target) == (("b", "c"), "b")
    voice = follow(Attribution("a", Act.ASSERTS, "a", via=("a",), at=(Passage("column", "s1.p1.s1"),)), renames)
    assert (voice.by, voice.of, voice.via, voice.at[0].source) == ("b", "b", ("b",), "letter")


def test_no_rename_is_falsy() -> None:
    assert not Renames()
    assert Renames(sources={"a": "b"})


def test_a_step_that_a_claim_stands_for_is_called_so() -> None:
    assert is_sugar(argument("a/b", "a", "attacks", "b"))
    assert not is_sugar(argument("step", "a", "attacks", "b"))


def test_an_undercut_follows_the_step_whose_claim_was_renamed() -> None:
    went = [
        argument("a/b", "a", "attacks", "b"),
        argument("a/c", "a", "attacks", "c"),
        argument("u/a/b", "u", "undercuts", "a/b"),
        argument("u/a/c", "u", "undercuts", "a/c"),
    ]
    came = [
        argument("u/n/c", "u", "undercuts", "n/c"),
        argument("u/n/b", "u", "undercuts", "n/b"),
        argument("n/c", "n", "attacks", "c"),
        argument("n/b", "n", "attacks", "b"),
    ]
    pairs = {"a/b": "n/b", "a/c": "n/c", "u/a/b": "u/n/b", "u/a/c": "u/n/c"}
    assert as_dict(find_moved_arguments(went, came, Renames({"a": "n"}))) == pairs
    assert as_dict(find_moved_arguments(went, came, Renames())) == {}


def test_an_argument_that_turned_round_or_found_another_target_is_the_same() -> None:
    went = [argument("r", "q p", "supports", "t"), argument("s", "q", "supports", "t")]
    assert as_dict(find_moved_arguments(went, [argument("n", "p q", "attacks", "t")], Renames())) == {"r": "n"}
    assert as_dict(find_moved_arguments(went, [argument("n", "q", "supports", "other")], Renames())) == {"s": "n"}
    twice = [argument("n", "q", "supports", "x"), argument("m", "q", "supports", "y")]
    assert as_dict(find_moved_arguments(went, twice, Renames())) == {}


def test_what_is_known_of_claims_is_left_as_it_was() -> None:
    renames = Renames({"a": "n"})
    find_moved_arguments([argument("a/b", "a", "attacks", "b")], [argument("n/b", "n", "attacks", "b")], renames)
    assert renames == Renames({"a": "n"})


OLD = Renames({"a": "b", "ann": "bea", "q": "r", "k": "l", "s": "t"}, {"column": "letter"})
PLACE, NEW_PLACE = at("s1.p1.s1"), at("s1.p1.s1", source="letter")


@pytest.mark.parametrize(
    ("record", "followed"),
    [
        (Source("column", "A text", author="ann"), Source("letter", "A text", author="bea")),
        (Source("other", "A text"), Source("other", "A text")),
        (Section("column", "s1", "Why"), Section("letter", "s1", "Why")),
        (
            Issue("q", "Which?", compares=("k", "z"), at=PLACE),
            Issue("r", "Which?", compares=("l", "z"), at=NEW_PLACE),
        ),
        (
            Claim(
                "a",
                "A.",
                answers=("q",),
                about=("k",),
                concerns=(Concern("ann", Effect.HARMS),),
                contradicts=("s",),
                rephrases=("s", "z"),
                expect=Expectation("stands", ("ann", "bob")),
                at=PLACE,
            ),
            Claim(
                "b",
                "A.",
                answers=("r",),
                about=("l",),
                concerns=(Concern("bea", Effect.HARMS),),
                contradicts=("t",),
                rephrases=("t", "z"),
                expect=Expectation("stands", ("bea", "bob")),
                at=NEW_PLACE,
            ),
        ),
        (Claim("z", "Z."), Claim("z", "Z.")),
        (argument("s", "a z", "attacks", "k"), argument("t", "b z", "attacks", "l")),
        (Stakeholder("ann", "Ann", affiliation=("s",)), Stakeholder("bea", "Ann", affiliation=("t",))),
        (
            Attribution("ann", Act.ASSERTS, "a", via=("s",), at=PLACE),
            Attribution("bea", Act.ASSERTS, "b", via=("t",), at=NEW_PLACE),
        ),
        (Concept("k", "K", broader=("s",), at=PLACE), Concept("l", "K", broader=("t",), at=NEW_PLACE)),
    ],
    ids=lambda record: type(record).__name__,
)
def test_every_reference_of_a_record_follows(record: Record, followed: Record) -> None:
    assert follow(record, OLD) == followed
    back = Renames({new: old for old, new in OLD.ids.items()}, {"letter": "column"})
    assert follow(followed, back) == record
    named = named_in(record, OLD)
    assert follow(record, named) == followed
    for left_out in named.ids:
        assert (
            follow(record, Renames({k: v for k, v in named.ids.items() if k != left_out}, named.sources))
            != followed
        )
    assert list(named.ids) == sorted(named.ids)
    assert named.sources in ({}, OLD.sources)


def test_what_could_be_either_of_two_is_paired_with_the_likest_alone() -> None:
    went = [Claim("a", "cars are loud here today")]
    came = [Claim("c", "cars are loud here now"), Claim("d", "cars are loud here today indeed")]
    assert as_dict(find_renames(went, came)) == {"a": "d"}
    assert as_dict(find_renames([*went, Claim("b", "cars are loud here today")], came[:1])) == {"a": "c"}


def test_the_same_passage_weighs_more_than_likeness_and_likeness_settles_between_two_of_it() -> None:
    went = [Claim("a", "one two three four", at=PLACE)]
    there, alike = Claim("c", "five six", at=PLACE), Claim("d", "one two three four")
    assert as_dict(find_renames(went, [there, alike])) == {"a": "c"}
    assert as_dict(find_renames(went, [there, Claim("e", "one two", at=PLACE)])) == {"a": "e"}


def test_a_short_text_is_not_crowded_out_by_long_ones_that_share_as_many_words() -> None:
    long = [Claim(f"long-{n}", f"one two three {' '.join(f'x{n}{k}' for k in range(20))}") for n in range(12)]
    assert as_dict(find_renames([Claim("a", "one two three four")], [*long, Claim("b", "one two three")])) == {
        "a": "b"
    }


def test_two_steps_that_say_the_same_are_not_paired_with_one() -> None:
    went = [argument("r", "p", "supports", "t"), argument("s", "p", "supports", "t")]
    assert as_dict(find_moved_arguments(went, [argument("n", "p", "supports", "t")], Renames())) == {}
    assert as_dict(find_moved_arguments([argument("n", "p", "supports", "t")], went, Renames())) == {}


@pytest.mark.parametrize(
    ("old", "new", "guess"),
    [
        pytest.param(Claim("a", "one two"), Claim("b", "one two"), None, id="the same words"),
        pytest.param(Claim("a", "one two"), Claim("b", "one three"), "words", id="similar words"),
        pytest.param(Claim("a", "one", at=PLACE), Claim("b", "two", at=PLACE), "passage", id="the same passage"),
        pytest.param(Claim("a", "one two", at=PLACE), Claim("b", "one three", at=PLACE), None, id="both, nearly"),
    ],
)
def test_a_renaming_that_nothing_proves_is_a_guess(old: Claim, new: Claim, guess: str | None) -> None:
    assert find_renames([old], [new]) == [Rename("a", "b", guess)]


def test_a_step_with_another_target_is_a_guess_and_found_only_where_guessing_is_wanted() -> None:
    went, same, moved = (argument(n, "p", "supports", t) for n, t in (("r", "t"), ("n", "t"), ("m", "x")))
    assert find_moved_arguments([went], [same], Renames()) == [Rename("r", "n")]
    assert find_moved_arguments([went], [moved], Renames()) == [Rename("r", "m", "premises")]
    assert find_moved_arguments([went], [moved], Renames(), guessing=False) == []
