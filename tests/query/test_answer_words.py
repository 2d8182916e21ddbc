"""The words that answers share."""

from __future__ import annotations

import pytest

from argumap.errors import ArgumapError
from argumap.model import Index
from argumap.query import SourcePlace, Telling, compare, says, stats, to_json, who
from maps import TOWN


def test_an_answer_words_itself_and_the_maps_that_it_is_of_are_no_part_of_it() -> None:
    index = Index(TOWN)
    speaker = TOWN.stakeholders[0].id
    for answer in (stats(index), says(index, speaker), who(index, "close-it")):
        assert answer.text()
        assert "index" not in str(to_json(answer)).casefold()
        assert "Index" not in repr(answer)
    assert stats(index) == stats(Index(TOWN))


def test_the_words_of_a_passage_are_told_where_they_are_known() -> None:
    class Words:
        text, state, same_words = "It was  said\nso.", "edited", False

    telling = Telling(Index(TOWN), lambda _place: Words())
    (told,) = telling.quotes([SourcePlace("column", "s1.p1.s1")], 2)
    assert str(told).endswith("“It was said so.” (edited since it was pinned)")
    assert list(Telling(Index(TOWN)).quotes([SourcePlace("column", "s1.p1.s1")], 2)) == []


def test_one_cannot_be_compared_with_oneself_in_any_words() -> None:
    speaker = TOWN.stakeholders[0].id
    with pytest.raises(ArgumapError):
        compare(Index(TOWN), speaker, speaker)
