"""Who speaks, with what they speak to, where no question has an answer."""

from __future__ import annotations

from dataclasses import replace

from argumap.model import Attribution, Index
from argumap.model.records import Act
from argumap.views._speaking import MOST, find_speaking
from debates import debate, said, written
from pages import grown


def test_who_speaks_comes_in_the_order_of_the_text_and_the_author_last() -> None:
    drawn = written(debate("a supports b; c supports b", ""), "author asserts a", "bob argues c", "ann disputes b")
    found = find_speaking(Index(drawn))
    assert [each.stakeholder.id for each in found] == ["ann", "bob", "author"]
    assert [each.author for each in found] == [False, False, True]
    assert [[(s.claim.id, s.voice.act) for s in each.claims] for each in found] == [
        [("b", "disputes")],
        [("c", "argues")],
        [("a", "asserts")],
    ]


def test_a_claim_of_several_is_first_with_one_of_them() -> None:
    found = find_speaking(Index(said(debate("a supports b", ""), "ann asserts a", "bob asserts a")))
    assert [s.first for each in found for s in each.claims] == [True, False]


def test_who_reports_all_of_it_is_named() -> None:
    drawn = said(debate("a supports b", ""), "ann asserts a", "bob asserts a")
    reported = Attribution("ann", Act.ASSERTS, "b", via=("bob",))
    found = find_speaking(Index(replace(drawn, attributions=(reported, drawn.attributions[1]))))
    assert [(each.stakeholder.id, each.via) for each in found] == [("bob", ()), ("ann", ("Bob",))]


def test_of_many_claims_the_rest_is_counted() -> None:
    found = find_speaking(Index(grown(1200)))
    assert {len(each.claims) for each in found} == {MOST}
    assert {each.more for each in found} == {1200 // 12 - MOST}
