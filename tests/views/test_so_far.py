"""A map whose questions nobody answers yet says what there is of it, and what it wants next."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from argumap.board import build_boards
from argumap.model import ArgumentMap, Claim, ClaimType, Index, Issue
from argumap.phrases import ENGLISH
from argumap.semantics import evaluate
from argumap.views._so_far import SAID, SPEAKERS, SoFar, find_so_far
from argumap.views.index.payload import build_page
from debates import debate, said, written
from maps import MAPS, TOWN
from pages import given, grown


def unanswered(argument_map: ArgumentMap) -> ArgumentMap:
    """The map before anybody said which claim answers a question."""
    return replace(argument_map, claims=tuple(replace(claim, answers=()) for claim in argument_map.claims))


def so_far(argument_map: ArgumentMap) -> SoFar | None:
    return find_so_far(Index(argument_map), build_boards(evaluate(argument_map)), ENGLISH)


def words_of(argument_map: ArgumentMap) -> str:
    html = build_page(given(argument_map, evaluation=evaluate(argument_map)))
    body = html[html.index("<main") : html.index("About this map")]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


@pytest.mark.parametrize("argument_map", [ArgumentMap(), TOWN], ids=["nothing", "answered"])
def test_only_a_map_with_claims_and_no_answer_is_told_so(argument_map: ArgumentMap) -> None:
    assert so_far(argument_map) is None


def test_who_speaks_and_what_the_author_states_are_in_sight() -> None:
    drawn = written(debate("a supports b; c attacks b", ""), "author asserts a", "bob argues c", "ann asserts b")
    words = words_of(drawn)
    assert "No claim of the map answers the question yet. So far it holds 3 claims by 3 voices; 2 reasons" in words
    assert "Who speaks in the order of the text Ann Claim b. Bob Claim c. argues" in words
    assert "What the author states Author Claim a." in words
    assert "Claim a. supports Claim b." in words
    assert "Claim c. objects to Claim b." in words
    assert "No claim answers the question" in words


def test_an_objection_to_a_step_is_told_with_where_the_step_starts() -> None:
    assert "Claim c. objects to the step of Claim a." in words_of(debate("a supports b; c undercuts r0", ""))


def test_claims_that_say_what_should_be_done_come_first_as_answers_may_be_among_them() -> None:
    claims = (Claim("a", "It is wet."), Claim("b", "Dig a drain.", type=ClaimType.POLICY))
    words = words_of(ArgumentMap(issues=(Issue("q", "What now?"),), claims=claims))
    assert "What should be done claims that say so; an answer may be among them Dig a drain." in words
    assert "names nobody who says so; none is a reason for or against another" in words
    assert "The claims It is wet. Dig a drain." in words


def test_how_much_nobody_has_looked_at_is_told_and_comes_first_of_what_is_missing() -> None:
    drawn = debate("a supports b", "")
    drawn = replace(drawn, claims=tuple(replace(c, unseen="draft, by statement") for c in drawn.claims))
    words = words_of(drawn)
    assert "Looked at by a person: 2 of 4 items." in words
    assert "helps most 2 items were proposed and nobody has looked at them" in words
    assert "looked at" not in words_of(debate("a supports b", ""))


def test_that_the_map_and_its_sources_wait_for_a_look_is_not_counted_among_the_items() -> None:
    drawn = written(debate("a supports b", ""), "bob asserts a")
    made = "draft, by statement"
    marked = replace(
        drawn,
        unseen=made,
        claims=tuple(replace(each, unseen=made) for each in drawn.claims),
        arguments=tuple(replace(each, unseen=made) for each in drawn.arguments),
        stakeholders=tuple(replace(each, unseen=made) for each in drawn.stakeholders),
        issues=tuple(replace(each, unseen=made) for each in drawn.issues),
        sources=tuple(replace(each, unseen=made) for each in drawn.sources),
    )
    found = so_far(marked)
    assert found is not None
    assert (found.items, found.unseen, found.seen) == (5, 5, 0)


def test_a_map_without_a_question_is_headed_by_its_title() -> None:
    words = words_of(replace(MAPS["one claim"], title="Rain"))
    assert "The map" in words
    assert "Rain" in words
    assert "The map names no question yet." in words


def test_each_further_question_is_named() -> None:
    drawn = debate("a supports b", "")
    words = words_of(replace(drawn, issues=(*drawn.issues, Issue("q2", "And then?"))))
    assert "Another question And then?" in words


def test_of_many_the_first_are_in_sight() -> None:
    drawn = replace(grown(300), sources=())
    words = words_of(unanswered(drawn))
    assert f"{12 - SPEAKERS} more who speak" in words
    assert f"{300 // 12 - SAID} more" in words
    assert " more, in the outline" in words


def test_every_claim_that_is_shown_has_one_address() -> None:
    drawn = said(debate("a supports b; c attacks b", ""), "ann asserts a", "bob asserts a", "ann asserts b")
    html = build_page(given(drawn, evaluation=evaluate(drawn)))
    found = so_far(drawn)
    assert found is not None
    assert sorted(found.shown) == ["a", "ann", "b", "bob", "c"]
    assert all(html.count(f'id="n={each}"') == 1 for each in found.shown)


def test_what_cannot_hold_together_is_told_and_a_catchword_is_told_in_its_sentence() -> None:
    claims = (
        Claim("drop", "The canteen should drop meat.", "Drop meat", contradicts=("keep",)),
        Claim("keep", "The canteen should serve meat every day.", "Keep meat"),
    )
    words = words_of(ArgumentMap(claims=claims))
    assert "only one can hold ≠ Drop meat contradicts Keep meat" in words
    assert "The claims Drop meat The canteen should drop meat. Keep meat" in words
    assert "Said by nobody" not in words
