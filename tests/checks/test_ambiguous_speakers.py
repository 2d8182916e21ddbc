"""A claim in passages of different voices is told where its file does not say who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checked import found

if TYPE_CHECKING:
    from checked import Found

HEAD = """
sources:
  one: {{title: One, author: ann}}
  two: {{title: Two, author: {author}}}
sections:
  one#s2: {{voice: presents}}
stakeholders:
  ann: {{name: Ann}}
  bob: {{name: Bob}}
claims:
  a:
    text: A.
    {keys}
"""


@pytest.mark.parametrize(
    ("author", "keys", "expected"),
    [
        pytest.param("ann", "at: ['one#s1.p1', 'one#s2.p1']", [("AM328", "a:")], id="two voices"),
        pytest.param("bob", "at: ['one#s1.p1', 'two#s1.p1']", [("AM328", "a:")], id="two authors"),
        pytest.param("ann", "at: ['one#s1.p1', 'two#s2.p1']", [], id="one voice in two sources"),
        pytest.param("bob", "at: 'one#s2.p1'", [], id="one passage"),
        pytest.param("bob", "at: ['one#s1.p1', 'two#s1.p1']\n    said: bob", [], id="said"),
    ],
)
def test_ambiguous_speakers(author: str, keys: str, expected: Found) -> None:
    assert found("ambiguous-speakers", HEAD.format(author=author, keys=keys)) == expected
