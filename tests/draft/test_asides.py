"""What somebody is said to say in passing."""

from __future__ import annotations

from spoken import frames


def test_somebody_is_called_as_a_witness() -> None:
    text = "Half a peal pleases nobody, as the town found out when it tried."
    assert frames(text) == [("the town", "found out", text)]


def test_a_relative_clause_tells_what_its_noun_says() -> None:
    text = "The council, which says it has had two complaints, will keep them."
    assert frames(text) == [("The council", "says", text)]


def test_the_words_that_go_on_after_a_name_are_the_languages_own() -> None:
    told = "Le maire, qui affirme que le pont est solide, le gardera ouvert."
    assert [frame[0] for frame in frames(told, "fr")] == ["Le maire"]
