from __future__ import annotations

import pytest

from argumap.errors import CallError
from argumap.model import (
    Act,
    ArgumentMap,
    Attribution,
    Claim,
    Concept,
    Index,
    Issue,
    Source,
    Stakeholder,
)
from argumap.query import (
    Filters,
    find,
)
from maps import TOWN, at

INDEX = Index(TOWN)


@pytest.mark.parametrize(
    ("words", "filters", "ids"),
    [
        pytest.param("rent", Filters(), ["rents-rose"], id="the beginning of a word"),
        pytest.param("ents", Filters(), [], id="not the middle of one"),
        pytest.param("town walkers", Filters(), ["footfall-rose"], id="all words must be there"),
        pytest.param("…", Filters(), [], id="signs are no words"),
        pytest.param("", Filters(tag="money"), ["rents-rose"], id="by tag"),
        pytest.param("", Filters(section="s1"), ["cars", "close-it", "clean-air"], id="by section"),
        pytest.param("", Filters(section="column#s1.p2"), ["clean-air"], id="by part of a named source"),
        pytest.param("", Filters(by="shops"), ["keep-open", "trade-falls"], id="by speaker"),
        pytest.param("", Filters(role="rebuttal"), ["footfall-rose", "rents-rose"], id="by role"),
        pytest.param("", Filters(type="organisation"), ["shops"], id="by type of stakeholder"),
        pytest.param("", Filters(kind="concept"), ["open-streets", "closed-streets"], id="by kind"),
        pytest.param("", Filters(about="open"), ["clean-air"], id="about a narrower thing"),
        pytest.param("", Filters(contested=True), ["close-it"], id="contested"),
        pytest.param(
            "",
            Filters(position="keep"),
            ["keep-open", "trade-falls"],
            id="by position",
        ),
        pytest.param("rose", Filters(unattacked=True), ["rents-rose", "footfall-rose"], id="titles before texts"),
    ],
)
def test_find(words: str, filters: Filters, ids: list[str]) -> None:
    assert [found.node.id for found in find(INDEX, words, filters)] == ids


def test_titles_come_before_texts_and_accents_do_not_matter() -> None:
    cafes = ArgumentMap(
        claims=(Claim("a", "The CAFÉ is shut."), Claim("b", "Nothing.", title="Cafés"), Claim("c", "カフェは閉店"))
    )
    assert [f.node.id for f in find(Index(cafes), "cafe")] == ["b", "a"]
    assert [f.node.id for f in find(Index(cafes), "閉店")] == ["c"]


def test_a_section_that_is_no_locator_is_refused() -> None:
    with pytest.raises(CallError, match="is no locator"):
        find(INDEX, "", Filters(section="second"))


@pytest.mark.parametrize(
    ("act", "contested"),
    [(Act.DISPUTES, True), (Act.CONCEDES, False), (Act.QUESTIONS, False), (Act.ASSERTS, False)],
)
def test_what_somebody_holds_is_contested_once_somebody_disputes_it(act: Act, contested: bool) -> None:
    voices = (Attribution("ann", Act.ASSERTS, "a"), Attribution("bob", act, "a"))
    debate = Index(ArgumentMap(claims=(Claim("a", "A."), Claim("b", "B.")), attributions=voices))
    assert [f.node.id for f in find(debate, "", Filters(contested=True))] == ["a"] * contested


def test_titles_come_first_then_kinds_then_claims_in_the_order_of_the_debate() -> None:
    debate = ArgumentMap(
        sources=(Source("text", "T"),),
        concepts=(Concept("k", "Gates"),),
        stakeholders=(Stakeholder("s", "The gate keepers"),),
        claims=(
            Claim("late", "Late.", title="Gates late", at=at("s3.p1.s1", source="text")),
            Claim("body", "It says gates.", title="Body", at=at("s1.p1.s1", source="text")),
            Claim("early", "Early.", title="Gates early", at=at("s2.p1.s1", source="text")),
        ),
        issues=(Issue("q", "Which gates?"),),
    )
    assert [f.node.id for f in find(Index(debate), "gate")] == ["q", "early", "late", "s", "k", "body"]
