"""Verdicts on what a person names."""

from __future__ import annotations

import pytest

from argumap.errors import CallError, NotFound
from argumap.project.asked_verdicts import find_supposition, find_verdict
from argumap.semantics import evaluate
from argumap.verdicts import ClaimVerdict, IssueTable, IssueVerdict
from debates import debate, said

DEBATE = evaluate(said(debate("a supports x", "x y"), "anna asserts a"))


def test_an_issue_a_claim_or_all_issues() -> None:
    assert isinstance(find_verdict(DEBATE, "q"), IssueVerdict)
    assert isinstance(find_verdict(DEBATE, "what is"), IssueVerdict)
    assert isinstance(find_verdict(DEBATE, "a"), ClaimVerdict)
    assert isinstance(find_verdict(DEBATE), IssueTable)


def test_lights_are_names_of_stakeholders_or_all() -> None:
    for lights in (["ann"], ["all"], ["all", "anna"]):
        verdict = find_verdict(DEBATE, "q", lights=lights)
        assert isinstance(verdict, IssueVerdict)
        assert [light.stakeholder for light in verdict.lights] == ["anna"]


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        ({"name": "nothing"}, NotFound, "no issue or claim is called 'nothing'"),
        ({"name": "q", "standard": "balnce"}, NotFound, "no standard 'balnce'; did you mean balance"),
        ({"name": "q", "lights": ["zoe"]}, NotFound, "no stakeholder is called 'zoe'"),
        ({"name": "a", "lights": ["anna"]}, CallError, "'a' is a claim"),
        ({"lights": ["anna"]}, CallError, "--lights belongs to one issue: name it as well, one of q"),
        ({"standard": "clear"}, CallError, "--standard belongs to one issue"),
    ],
)
def test_a_slip_is_told_in_a_sentence(call: dict[str, object], error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        find_verdict(DEBATE, **call)  # type: ignore[arg-type]


def test_one_name_is_no_list_of_its_letters() -> None:
    for lights, listed in (("all", ["all"]), ("ann", ["ann"])):
        assert find_verdict(DEBATE, "q", lights=lights) == find_verdict(DEBATE, "q", lights=listed)
    with pytest.raises(NotFound, match="no stakeholder is called 'zoe'"):
        find_verdict(DEBATE, "q", lights="zoe")


def test_a_supposition_takes_names_and_says_who_would_lead() -> None:
    supposed = find_supposition(DEBATE, "Claim a", add="supports y: Y is cheap")
    assert supposed.delta.set_aside == ("a",)
    assert [change.after for change in supposed.leaders] == [("y",)]
    assert supposed.text().splitlines()[1].startswith("  on “What is to be done?” “Claim y” would lead")
    assert find_supposition(DEBATE, [], [("Claim a", 0.1)]).delta.doubted == {"a": 0.1}
