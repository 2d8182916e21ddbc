from __future__ import annotations

import pytest

from argumap.text import parse_article


def leads(text: str) -> list[str]:
    return [unit.locator for unit in parse_article(text, "md").units if unit.lead]


@pytest.mark.parametrize(
    ("opening", "lead"),
    [
        pytest.param("Cost at scale.", True, id="a phrase without a verb"),
        pytest.param("Costs are high.", False, id="a sentence"),
        pytest.param("A very long phrase about costs at scale today.", False, id="too many words"),
        pytest.param("Costs doubled.", False, id="a past form"),
        pytest.param("Cost at scale!", False, id="no full stop"),
        pytest.param("**It is the cost.**", True, id="a sentence in bold"),
    ],
)
def test_a_paragraph_may_open_with_its_topic(opening: str, lead: bool) -> None:
    assert leads(f"# Title\n\n{opening} The rest of it follows here.\n") == (["s1.p1.s1"] if lead else [])


def test_a_phrase_that_stands_alone_leads_nothing() -> None:
    assert leads("# Title\n\nCost at scale.\n") == []


def test_text_before_the_first_heading_is_section_zero_and_each_kind_counts_for_itself() -> None:
    text = "Before.\n\n# One\n\nFirst.\n\n- an item\n\nSecond.\n\n| a | b |\n|---|---|\n| c |  |\n"
    assert [unit.locator for unit in parse_article(text, "md").units] == [
        "s0.p1.s1",
        "s1.h",
        "s1.p1.s1",
        "s1.l1.i1.s1",
        "s1.p2.s1",
        "s1.t1.r0.c1",
        "s1.t1.r0.c2",
        "s1.t1.r1.c1",
    ]
