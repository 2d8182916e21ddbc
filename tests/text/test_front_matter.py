"""What stands above a Markdown text."""

from __future__ import annotations

import pytest

from argumap.text.front_matter import find_front_matter
from argumap.text.source_facts import SourceFacts

YAML = """---
title: "Night ferry: who pays?"
authors:
  - Ana Brook
  - name: Leo Marsh
date: 2031-03-15T08:00:00Z
tags: [ferry, night]
canonical_url: https://courier.example/ferry
---
"""
TOML = """+++
title = "Night ferry"
author = "Ana Brook and Leo Marsh"
date = 2031-03-15
[params]
x = 1
+++
"""


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        pytest.param(
            YAML,
            SourceFacts(
                "Night ferry: who pays?",
                ("Ana Brook", "Leo Marsh"),
                "2031-03-15",
                "https://courier.example/ferry",
                aside=True,
            ),
            id="YAML",
        ),
        pytest.param(
            TOML, SourceFacts("Night ferry", ("Ana Brook", "Leo Marsh"), "2031-03-15", aside=True), id="TOML"
        ),
        pytest.param(
            "---\nauthor: [Ana Brook, 'Leo Marsh'] \ndate: 31 May\n---\n",
            SourceFacts(authors=("Ana Brook", "Leo Marsh"), aside=True),
            id="a list in brackets, and no day",
        ),
        pytest.param("---\n---\n", SourceFacts(aside=True), id="empty"),
    ],
)
def test_it_says_who_wrote_what_and_when(text: str, facts: SourceFacts) -> None:
    found = find_front_matter(text.splitlines())
    assert found is not None
    assert (found.lines, found.facts) == (len(text.splitlines()), facts)


@pytest.mark.parametrize(
    "text",
    ["The ferry: late.\n---\n", "---\nA line, and no key\n---\n", "---\ntitle: x\n", "+++\nno toml\n+++\n", ""],
)
def test_what_is_none_is_left_to_the_text(text: str) -> None:
    assert find_front_matter(text.splitlines()) is None
