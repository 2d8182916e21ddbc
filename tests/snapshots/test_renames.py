from __future__ import annotations

from argumap.model import Act, Argument, Attribution, Claim, Passage
from argumap.snapshots.renames import Renames, find_renames, follow, is_sugar
from maps import argument, at


def test_what_stands_at_the_same_passage_is_the_same_under_another_id() -> None:
    went = [Claim("loud", "Cars are loud.", at=at("s1.p1.s1"))]
    came = [Claim("noise", "Traffic makes too much noise.", at=at("s1.p1.s1"))]
    assert find_renames(went, came) == {"loud": "noise"}


def test_half_of_the_words_in_order_are_enough_and_fewer_are_not() -> None:
    went = [Claim("a", "one two three four")]
    assert find_renames(went, [Claim("b", "one two five six")]) == {"a": "b"}
    assert find_renames(went, [Claim("b", "one seven five six")]) == {}


def test_the_likest_are_paired_first_and_each_only_once() -> None:
    went = [Claim("a", "cars are loud here"), Claim("b", "cars are loud now")]
    came = [Claim("c", "cars are loud now")]
    assert find_renames(went, came) == {"b": "c"}


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
