from __future__ import annotations

from argumap.model import Act, Argument, Attribution, Claim, Passage
from argumap.snapshots.renames import Renames, find_moved_arguments, find_renames, follow, is_sugar
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
    assert find_moved_arguments(went, came, Renames({"a": "n"})) == pairs
    assert find_moved_arguments(went, came, Renames()) == {}


def test_an_argument_that_turned_round_or_found_another_target_is_the_same() -> None:
    went = [argument("r", "q p", "supports", "t"), argument("s", "q", "supports", "t")]
    assert find_moved_arguments(went, [argument("n", "p q", "attacks", "t")], Renames()) == {"r": "n"}
    assert find_moved_arguments(went, [argument("n", "q", "supports", "other")], Renames()) == {"s": "n"}
    twice = [argument("n", "q", "supports", "x"), argument("m", "q", "supports", "y")]
    assert find_moved_arguments(went, twice, Renames()) == {}


def test_what_is_known_of_claims_is_left_as_it_was() -> None:
    renames = Renames({"a": "n"})
    find_moved_arguments([argument("a/b", "a", "attacks", "b")], [argument("n/b", "n", "attacks", "b")], renames)
    assert renames == Renames({"a": "n"})
