from __future__ import annotations

import pytest

from argumap.formats._acts import ACT_WORDS, find_act
from argumap.model import Act


@pytest.mark.parametrize("act", list(Act))
def test_every_act_is_known_by_its_own_name(act: Act) -> None:
    assert find_act(act) is act


@pytest.mark.parametrize("word", ["Concedes", "concession", "räumt  ein", "Admits", "reconnaît"])
def test_a_concession_is_one_in_other_words(word: str) -> None:
    assert find_act(word) is Act.CONCEDES


def test_no_word_is_for_two_acts() -> None:
    words = [word for listed in ACT_WORDS.values() for word in listed.split("|")]
    assert len(words) == len(set(words))
    assert find_act("waxes") is None
