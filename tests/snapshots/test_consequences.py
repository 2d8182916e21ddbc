"""What follows from edits, and which edit it was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from argumap.model import ArgumentMap, Claim, Issue, Standard
from argumap.semantics import evaluate
from argumap.snapshots import Renamed, build_snapshot, compare
from argumap.snapshots.canonical_form import build_logic
from argumap.snapshots.change_wording import tell_consequence, tell_leader_move
from argumap.snapshots.consequences import Aftermath, Consequence, find_aftermath
from argumap.verdicts import rank_all
from maps import TOWN, argument, random_maps


def plain(*arguments: str, **bases: float) -> ArgumentMap:
    """``plain("b attacks a")`` over the claims a to e."""
    split = [text.split() for text in arguments]
    return ArgumentMap(
        claims=tuple(
            Claim(record_id, f"Statement {record_id}.", base=bases.get(record_id)) for record_id in "abcde"
        ),
        arguments=tuple(argument(f"{p}/{t}", p, bearing, t) for p, bearing, t in split),
    )


def follow_all(old: ArgumentMap, new: ArgumentMap, work: int = 400_000) -> Aftermath:
    return find_aftermath(old, new, compare(old, new), work=work)


def follow(old: ArgumentMap, new: ArgumentMap, work: int = 400_000) -> dict[str, Consequence]:
    return {c.id: c for c in follow_all(old, new, work).claims}


def causes(consequence: Consequence) -> list[str]:
    return [getattr(getattr(edit.change, "record", edit.change), "id", "") for edit in consequence.causes]


def test_an_objection_lets_a_claim_fall() -> None:
    found = follow(plain(), plain("b attacks a"))
    assert list(found) == ["a"]
    assert (found["a"].old[0], found["a"].new[0]) == ("stands", "falls")
    assert causes(found["a"]) == ["b/a"]
    assert found["a"].proven


def test_each_move_has_its_own_edit() -> None:
    found = follow(plain(), plain("b attacks a", "d attacks c"))
    assert {record_id: causes(c) for record_id, c in found.items()} == {"a": ["b/a"], "c": ["d/c"]}
    assert all(c.proven for c in found.values())


def test_what_is_far_away_is_found_too() -> None:
    old = plain("c attacks b", "b attacks a")
    found = follow(old, plain("c attacks b", "b attacks a", "d attacks c"))
    assert {record_id: (c.old[0], c.new[0]) for record_id, c in found.items()} == {
        "a": ("stands", "falls"),
        "b": ("falls", "stands"),
        "c": ("stands", "falls"),
    }


def test_where_either_edit_would_do_the_nearest_are_named_as_such() -> None:
    found = follow(plain(), plain("b attacks a", "c attacks a"))
    assert found["a"].old[0] == "stands"
    assert causes(found["a"]) == ["b/a", "c/a"]
    assert not found["a"].proven
    assert "nearest edits: " in tell_consequence(found["a"])


def test_a_map_too_large_to_take_edits_back_gets_the_nearest() -> None:
    found = follow(plain(), plain("b attacks a", "d attacks c"), work=1)
    assert {record_id: causes(c) for record_id, c in found.items()} == {"a": ["b/a"], "c": ["d/c"]}
    assert not any(c.proven for c in found.values())


def test_a_claim_that_was_given_a_base_score_is_no_consequence() -> None:
    found = follow(plain("b supports a"), plain("b supports a", b=0.9))
    assert list(found) == ["a"]
    assert not found["a"].outcome_moved
    assert tell_consequence(found["a"]).startswith("a still stands unchallenged (strength ")


@pytest.mark.parametrize(
    "new",
    [
        pytest.param(replace(TOWN, title="Cars"), id="title"),
        pytest.param(
            replace(TOWN, claims=tuple(replace(c, text=f"{c.text} Or so.") for c in TOWN.claims)), id="words"
        ),
        pytest.param(TOWN, id="nothing"),
    ],
)
def test_words_alone_move_no_figure(new: ArgumentMap) -> None:
    assert follow(TOWN, new) == {}


def test_a_renamed_claim_is_still_the_same() -> None:
    renamed = replace(
        TOWN,
        claims=tuple(replace(c, id="open-it") if c.id == "keep-open" else c for c in TOWN.claims),
        arguments=tuple(
            replace(a, id="trade-falls/open-it", target="open-it") if a.target == "keep-open" else a
            for a in TOWN.arguments
        ),
        attributions=tuple(replace(a, of="open-it") if a.of == "keep-open" else a for a in TOWN.attributions),
    )
    attacked = replace(renamed, arguments=(*renamed.arguments, argument("x", "clean-air", "attacks", "open-it")))
    found = follow(TOWN, attacked)
    assert causes(found["open-it"]) == ["x"]


@settings(deadline=None)
@given(random_maps(), random_maps())
def test_every_move_is_told_and_only_moves(old: ArgumentMap, new: ArgumentMap) -> None:
    before, after = evaluate(old), evaluate(new)
    for c in follow(old, new).values():
        assert c.new == (after.status[c.id], f"{after.strength[c.id]:.3f}")
        assert (*c.old, c.words[0]) != (*c.new, c.words[1])
        assert c.causes or not c.proven
        assert c.old[0] in {before.status[record_id] for record_id in before.status}


@settings(deadline=None)
@given(random_maps(), random_maps())
def test_what_is_read_for_the_figures_is_what_the_maps_hold(old: ArgumentMap, new: ArgumentMap) -> None:
    snapshots = build_snapshot(old), build_snapshot(new)
    for logic, snapshot in zip(build_logic(*snapshots), snapshots, strict=True):
        read = (logic.issues, logic.claims, logic.arguments)
        assert read == (snapshot.map.issues, snapshot.map.claims, snapshot.map.arguments)


def rivals(*answering: str, exclusive: bool = True, rephrases: str = "") -> ArgumentMap:
    return ArgumentMap(
        issues=(Issue("i", "Which?", exclusive=exclusive),),
        claims=tuple(
            Claim(
                c,
                f"Statement {c}.",
                answers=("i",) if c in answering else (),
                rephrases=("a",) if c == rephrases else (),
            )
            for c in "abc"
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "moved"),
    [
        pytest.param(rivals("a", "b", exclusive=False), rivals("a", "b"), {"a", "b"}, id="it becomes exclusive"),
        pytest.param(rivals("a"), rivals("a", "b"), {"a", "b"}, id="another answer"),
        pytest.param(rivals("a", "b", rephrases="b"), rivals("a", "b"), {"a", "b"}, id="an answer of its own"),
    ],
)
@pytest.mark.parametrize("work", [400_000, 0])
def test_that_answers_exclude_each_other_is_a_cause(
    old: ArgumentMap, new: ArgumentMap, moved: set[str], work: int
) -> None:
    for before, after in ((old, new), (new, old)):
        found = follow(before, after, work)
        assert set(found) == moved
        assert all(len(c.causes) == 1 for c in found.values())


def test_which_issue_a_claim_answers_is_no_cause_where_several_may_hold() -> None:
    old, new = rivals(exclusive=False), rivals("a", "b", exclusive=False)
    assert (
        follow(old, replace(new, arguments=(argument("b/a", "b", "attacks", "a"),)), 0)["a"].causes[0].change
        == (compare(old, replace(new, arguments=(argument("b/a", "b", "attacks", "a"),)))[-1])
    )


def test_a_strength_that_other_edits_moved_is_not_told_with_the_causes_of_the_status() -> None:
    """The only objection to a is denied and a stands; its strength fell, as a reason for it went."""
    old = plain("b attacks a", "c supports a", b=0.01)
    new = replace(
        plain("b attacks a", b=0.01), arguments=(*old.arguments[:1], argument("no", "d", "undercuts", "b/a"))
    )
    found = follow(old, new)["a"]
    assert (found.old[0], found.new[0]) == ("falls", "stands")
    assert float(found.new[1]) < float(found.old[1])
    assert causes(found) == ["no"]
    assert not found.strength_follows
    assert "strength" not in tell_consequence(found)
    alone = follow(old, replace(old, arguments=(*old.arguments, argument("no", "d", "undercuts", "b/a"))))["a"]
    assert "strength" in tell_consequence(alone)


def test_a_claim_that_loses_its_last_reason_has_another_word_and_the_same_status() -> None:
    old, new = plain("b attacks a", "c supports a"), plain("b attacks a")
    found = follow(old, new)["a"]
    assert (found.old[0], found.new[0], found.words) == ("falls", "falls", ("contested", "opposed"))
    assert causes(found) == ["c/a"]
    assert tell_consequence(found).startswith("a went from contested to opposed")


def debated(*arguments: str) -> ArgumentMap:
    """``plain`` with a and b as the answers to an issue."""
    answered = plain(*arguments)
    claims = tuple(replace(c, answers=("i",)) if c.id in "ab" else c for c in answered.claims)
    return replace(answered, issues=(Issue("i", "Which?"),), claims=claims)


def test_another_leader_is_told_first_with_the_edit_that_made_it_lead() -> None:
    found = follow_all(debated("c supports a"), debated("c supports a", "d supports b", "e supports b"))
    assert [(m.change.issue, m.change.before, m.change.after) for m in found.leaders] == [("i", ("a",), ("b",))]
    (move,) = found.leaders
    assert [edit.change.record.id for edit in move.causes] == ["d/b", "e/b"]  # type: ignore[union-attr]
    told = tell_leader_move(move, {"i": "Which?", "a": "A", "b": "B"})
    assert told == (
        "“Which?” [i]: “B” [b] leads, where “A” [a] led, because of: added argument d/b: d supports b; "
        "added argument e/b: e supports b"
    )


def test_a_leader_that_only_has_another_name_is_no_move() -> None:
    old = debated("c supports a")
    renamed = replace(
        old,
        claims=tuple(replace(c, id="first") if c.id == "a" else c for c in old.claims),
        arguments=(argument("c/first", "c", "supports", "first"),),
    )
    assert follow_all(old, renamed).leaders == ()


@pytest.mark.parametrize("work", [400_000, 0], ids=["no single edit did it", "a map too large"])
def test_where_no_edit_is_proved_to_make_another_lead_the_nearest_are_named(work: int) -> None:
    ours, theirs = ("c supports a", "d supports a"), ("c supports b", "d supports b", "e supports b")
    (move,) = follow_all(debated(*ours, *theirs), debated(*ours), work).leaders
    assert [edit.change.record.id for edit in move.causes] == ["c/b", "d/b", "e/b"]  # type: ignore[union-attr]
    assert not move.proven
    assert tell_leader_move(move, {}) == (
        "i: a leads, where b led, nearest edits: removed argument c/b: c supports b; "
        "removed argument d/b: d supports b; removed argument e/b: e supports b"
    )


def test_claims_that_go_are_the_nearest_edits_to_what_they_bore_on() -> None:
    less = debated("c supports a", "d supports a")
    more = replace(
        less,
        claims=(*less.claims, *(Claim(each, f"Statement {each}.") for each in "fgh")),
        arguments=(*less.arguments, *(argument(f"{each}/b", each, "supports", "b") for each in "fgh")),
    )
    for old, new, proven in ((less, more, True), (more, less, False)):
        (move,) = follow_all(old, new).leaders
        assert [edit.change.record.id for edit in move.causes] == ["f", "g", "h"]  # type: ignore[union-attr]
        assert move.proven is proven


def test_a_claim_is_told_by_its_title_and_its_id() -> None:
    found = follow(plain(), plain("b attacks a"))["a"]
    assert tell_consequence(found, {"a": "Do it"}).startswith("“Do it” [a] went from ")


@settings(deadline=None)
@given(random_maps(), random_maps())
def test_leaders_are_those_of_the_two_maps(old: ArgumentMap, new: ArgumentMap) -> None:
    was, now = rank_all(evaluate(old)), rank_all(evaluate(new))
    told = {m.change.issue: m.change.after for m in follow_all(old, new).leaders}
    for issue, leaders in told.items():
        assert set(leaders) == set(now[issue].leaders)
    assert told.keys() <= was.keys() | now.keys()


def test_a_standard_that_is_written_moves_statuses_and_is_named_as_the_cause() -> None:
    old = plain("b attacks a", "c supports a", "d supports a", "a attacks e")
    found = follow(old, replace(old, standard=Standard.CLEAR))
    assert {node: (c.old[0], c.new[0]) for node, c in found.items()} == {
        "a": ("falls", "stands"),
        "e": ("stands", "falls"),
    }
    claims = tuple(replace(c, standard=Standard.BALANCE) if c.id == "a" else c for c in old.claims)
    more = (*old.arguments, argument("c/d", "c", "supports", "d"))
    found = follow(old, replace(old, claims=claims, arguments=more))
    assert causes(found["e"]) == causes(found["a"]) == ["a"]
    assert "standard" in tell_consequence(found["e"])
    found = follow(old, replace(old, standard=Standard.BALANCE, arguments=more))
    assert found["e"].proven
    assert "standard" in tell_consequence(found["e"])


def test_a_standard_that_is_written_for_an_issue_moves_its_answers() -> None:
    old = plain("b attacks a", "c supports a", "d supports a", "a attacks e")
    old = replace(
        old,
        issues=(Issue("q", "What now?"),),
        claims=tuple(replace(c, answers=("q",)) if c.id == "a" else c for c in old.claims),
    )
    found = follow(old, replace(old, issues=(Issue("q", "What now?", standard=Standard.BALANCE),)))
    assert {node: (c.old[0], c.new[0]) for node, c in found.items()} == {
        "a": ("falls", "stands"),
        "e": ("stands", "falls"),
    }


def two_issues(x_answers: tuple[str, ...], **bases: float) -> ArgumentMap:
    """z answers r, x what is said, and a supports x; far answers q."""
    return ArgumentMap(
        issues=(Issue("q", "Q?"), Issue("r", "R?")),
        claims=(
            Claim("z", "Z.", answers=("r",)),
            Claim("x", "X.", answers=x_answers),
            Claim("a", "A."),
            Claim("far", "Far.", answers=("q",), base=bases.get("far")),
        ),
        arguments=(argument("a/x", "a", "supports", "x"),),
    )


def test_what_a_claim_answers_can_make_another_lead_and_is_the_cause() -> None:
    found = follow_all(two_issues(("q",)), two_issues(("q", "r")))
    (move,) = found.leaders
    assert (move.change.issue, move.change.before, move.change.after) == ("r", ("z",), ("x",))
    assert [(edit.change.id, edit.change.field) for edit in move.causes] == [("x", "answers")]  # type: ignore[union-attr]
    assert [m.change.after for m in follow_all(two_issues(("q", "r")), two_issues(("q",))).leaders] == [("z",)]


def test_an_edit_that_has_nothing_to_do_with_it_is_no_cause_of_another_leader() -> None:
    (move,) = follow_all(two_issues(("q",)), two_issues(("q", "r"), far=0.4)).leaders
    assert [(edit.change.id, edit.change.field) for edit in move.causes] == [("x", "answers")]  # type: ignore[union-attr]


@settings(deadline=None)
@given(random_maps(), random_maps())
def test_every_change_of_leaders_is_told(old: ArgumentMap, new: ArgumentMap) -> None:
    was, now = rank_all(evaluate(old)), rank_all(evaluate(new))
    expected = {i for i in was if i in now and set(was[i].leaders) != set(now[i].leaders)}
    changes = compare(old, new)
    if not any(isinstance(change, Renamed) for change in changes):
        assert {m.change.issue for m in follow_all(old, new).leaders} == expected
