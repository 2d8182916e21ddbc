"""Who brings a claim up: one stance a person, the most committing one, the author of the source last."""

from __future__ import annotations

from dataclasses import replace

from argumap.board import build_said, find_authors
from argumap.board.said_by import build_entry_said
from argumap.model import Act, Attribution, Index, Stakeholder
from debates import debate, written


def spoken(*speech: str) -> Index:
    drawn = written(debate("a supports x", "x"), *speech)
    return Index(replace(drawn, stakeholders=(*drawn.stakeholders, Stakeholder("author", "The author"))))


def test_each_person_is_named_once_by_what_binds_them_most() -> None:
    said, denied = build_said(spoken("ann presents a", "ann argues a", "bob supposes a"), "a")
    assert [(s.by.id, s.act) for s in said] == [("ann", Act.ARGUES), ("bob", Act.SUPPOSES)]
    assert denied == ()


def test_the_author_comes_last() -> None:
    index = spoken("author asserts a", "ann asserts a")
    assert [s.by.id for s in build_said(index, "a")[0]] == ["ann", "author"]
    assert find_authors(index) == {"author"}


def test_who_disputes_or_questions_a_claim_does_not_bring_it_up() -> None:
    said, denied = build_said(spoken("ann disputes a", "bob questions a", "author asserts a"), "a")
    assert [s.by.id for s in said] == ["author"]
    assert [(s.by.id, s.act) for s in denied] == [("ann", Act.DISPUTES), ("bob", Act.QUESTIONS)]


def test_what_is_said_outright_is_before_what_is_said_loosely() -> None:
    drawn = written(debate("a supports x", "x"))
    loose = Attribution("ann", Act.ASSERTS, "a", loosely=True)
    index = Index(replace(drawn, attributions=(loose, replace(loose, loosely=False))))
    assert [s.loosely for s in build_said(index, "a")[0]] == [False]


def test_nobody_says_what_has_no_voice() -> None:
    assert build_said(spoken("ann asserts x"), "a") == ((), ())


def test_a_reason_is_brought_up_by_who_says_a_premise_or_takes_the_step() -> None:
    drawn = written(
        debate("a,b supports x", "x"), "author asserts a", "ann argues r0", "bob asserts b", "bob disputes a"
    )
    assert [s.by.id for s in build_entry_said(Index(drawn), ["r0", "a", "b"])] == ["ann", "bob", "author"]
