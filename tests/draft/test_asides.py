"""What somebody is said to say in passing."""

from __future__ import annotations

from spoken import frames


def test_somebody_is_called_as_a_witness() -> None:
    text = "Half a peal pleases nobody, as the town found out when it tried."
    assert frames(text) == [("the town", "found out", text)]


def test_a_relative_clause_tells_what_its_noun_says() -> None:
    text = "The council, which says it has had two complaints, will keep them."
    assert frames(text) == [("The council", "says", text)]
