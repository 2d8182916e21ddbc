"""A claim does not say the contrary of its passage in the words of the passage."""

from __future__ import annotations

from pathlib import Path

import pytest

from checked import found, problems_of

PAIRS = (Path(__file__).parent.parent / "anchoring" / "turned_pairs.txt").read_text("utf-8")
ARTICLE = """# Gates

The council wants to close the old gates of the market. Rents in the valley rose after the tunnel opened. The guild
does not believe that walkers spend money. Cars are not allowed on the market square. It rains.
"""


def body(text: str, at: str = "s1.p1") -> str:
    return f'sources: {{s: {{title: S.}}}}\nclaims:\n  a:\n    text: "{text}"\n    at: {at}'


def pairs(title: str) -> list[list[str]]:
    block = PAIRS.partition(f"\n# {title}")[2].partition("\n\n")[0]
    return [line.split("|") for line in block.splitlines()[1:]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The council does not want to close the old gates.", "says “not”", id="a negation more"),
        pytest.param("The guild believes that walkers spend money.", "says without a “not”", id="one less"),
        pytest.param(
            "After the tunnel opened, rents in the valley fell.",
            "says “fell” where s1.p1.s2 says “rose”",
            id="turned",
        ),
        pytest.param("Rents in the valley rose when the tunnel opened.", "", id="the same"),
        pytest.param("The market square is banned to cars.", "", id="denied and turned"),
        pytest.param("The guild does not like the market.", "", id="other words"),
        pytest.param("It never rains.", "", id="too few words"),
    ],
)
def test_turned_claims(text: str, expected: str) -> None:
    problems = problems_of("turned-claims", "argumap: 1\n" + body(text), ARTICLE)
    assert [p.code for p in problems] == (["AM244"] if expected else [])
    assert all(expected in p.message for p in problems)


def test_a_passage_that_agrees_settles_it() -> None:
    rose = "Rents in the valley rose after the tunnel opened."
    article = f"# A\n\n{rose} {rose.replace('rose', 'fell')}"
    assert found("turned-claims", body("Rents in the valley fell after the tunnel opened."), article) == []


def test_without_the_article_nothing_is_said() -> None:
    assert found("turned-claims", body("The council does not want to close the old gates.")) == []


def test_most_turned_sentences_are_seen_and_no_other() -> None:
    turned = [
        found("turned-claims", body(after, "s1.p1.s1"), f"# A\n\n{before}") for before, after in pairs("turned")
    ]
    assert sum(map(bool, turned)) >= 20
    same = [found("turned-claims", body(after, "s1.p1.s1"), f"# A\n\n{before}") for before, after in pairs("same")]
    assert not any(same)
