"""A figure of a claim is one that a passage gives to which the claim is tied."""

from __future__ import annotations

import pytest

from checked import found, problems_of

ARTICLE = """# Takings

Takings fell by 14 % in the first year, and shops recovered in seven of the towns. In May 2021 the council counted
1,500,000 visits, half of them on foot. Nobody knows what comes next. Two in five traders moved.
Six of the twelve stalls are let. A third voted no.

| Town | Takings |
|---|---|
| Tolm | 90,000 crowns |
"""


def body(claim: str) -> str:
    return "stakeholders: {ann: {name: Ann}}\nsources: {s: {title: S.}}\nclaims:\n  a:\n    " + claim


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        pytest.param(
            "text: Takings fell by 99 per cent in forty cities.\n    at: s1.p1.s1", ["text"], id="others"
        ),
        pytest.param("text: Takings fell by fourteen percent.\n    at: s1.p1.s1", [], id="the same in words"),
        pytest.param("text: Takings fell by 11 %.\n    at: s1.p1.s1", ["text"], id="corrected since"),
        pytest.param("text: In 2021 1.5 million came.\n    at: s1.p1.s2", [], id="a long number"),
        pytest.param("text: In March 1.5 million came.\n    at: s1.p1.s2", ["text"], id="another month"),
        pytest.param("text: 50 % walked.\n    at: s1.p1.s2", [], id="half"),
        pytest.param("text: 40 % moved.\n    at: s1.p1.s4", [], id="two in five"),
        pytest.param(
            "text: Seven towns and half the visits.\n    at: [s1.p1.s1, s1.p1.s2]", [], id="of two passages"
        ),
        pytest.param("text: Seven towns and half the visits.\n    at: s1.p1.s1", ["text"], id="of one passage"),
        pytest.param("text: Takings fell by 9 %.\n    at: s1.p1.s3", ["text"], id="where there is no figure"),
        pytest.param("text: Three things are unknown.\n    at: s1.p1.s3", [], id="the mapper's own count"),
        pytest.param("text: Half of all stalls are let.\n    at: s1.p1.s5", [], id="a share of two counts"),
        pytest.param("text: A third of the stalls are let.\n    at: s1.p1.s5", ["text"], id="another share"),
        pytest.param("text: The no grew by a third.\n    at: s1.p1.s6", [], id="a share that may be an ordinal"),
        pytest.param("text: Hundreds came.\n    at: s1.p1.s2", [], id="no number"),
        pytest.param("text: One of them is the first.\n    at: s1.p1.s3", [], id="one and first"),
        pytest.param("text: It sells GPT-4 under Article 5.\n    at: s1.p1.s3", [], id="names"),
        pytest.param("text: It sold 500.\n    at: s1.p1.s2", ["text"], id="a part of a number"),
        pytest.param("text: It closed at 22:00.\n    at: s1.p1.s3", [], id="an hour"),
        pytest.param("text: It sold 90,000.\n    at: s1.t1.r1.c2", [], id="a cell"),
        pytest.param("text: It sold.\n    title: Sold 70,000\n    at: s1.t1.r1.c2", ["title"], id="the title"),
        pytest.param(
            "text: It sold.\n    also:\n    - Sold 70,000\n    at: s1.t1.r1.c2", ["also"], id="another wording"
        ),
        pytest.param("text: It sold 70,000.", [], id="tied to nothing"),
        pytest.param("text: It sold 70,000.\n    at: s9.p1.s1", [], id="a passage that is not there"),
        pytest.param(
            "text: It sold 90,000.\n    at: s1.p1.s3\n    said: {by: ann, act: asserts, at: s1.t1.r1.c2}",
            [],
            id="what somebody says of it",
        ),
    ],
)
def test_unsaid_figures(claim: str, expected: list[str]) -> None:
    assert [code for code, _ in found("unsaid-figures", body(claim), ARTICLE)] == ["AM243"] * len(expected)
    for (_, line), key in zip(found("unsaid-figures", body(claim), ARTICLE), expected, strict=True):
        assert line.startswith("- Sold" if key == "also" else f"{key}:")


def test_both_sides_are_shown() -> None:
    text = "argumap: 1\n" + body("text: Takings fell by 99 per cent in forty cities.\n    at: s1.p1.s1")
    (problem,) = problems_of("unsaid-figures", text, ARTICLE)
    assert problem.message == (
        "'a' says 99 per cent and forty, and its passage says 14 %, first and seven; "
        "correct the claim, or cite where it says so"
    )
    text = "argumap: 1\n" + body("text: Takings fell by 9 %.\n    at: [s1.p1.s3, s1.h]")
    (problem,) = problems_of("unsaid-figures", text, ARTICLE)
    assert "and its passages give no figure" in problem.message


def test_without_the_article_nothing_is_said() -> None:
    assert found("unsaid-figures", body("text: Takings fell by 9 %.\n    at: s1.p1.s3")) == []


@pytest.mark.parametrize(
    "article",
    [
        pytest.param(
            "Der Umsatz sank im ersten Jahr um elf Prozent, und niemand weiß, wie es in der Stadt weitergeht.",
            id="German",
        ),
        pytest.param("今年の売上は十一パーセント減った。町の人は何も言わない。", id="Japanese"),
    ],
)
def test_of_a_language_whose_figures_are_not_known_nothing_is_said(article: str) -> None:
    assert found("unsaid-figures", body("text: Der Umsatz sank um 14 %.\n    at: s0.p1.s1"), article) == []
