from __future__ import annotations

import pytest

from argumap.formats._sides import find_side, plain
from argumap.model import Bearing


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("+", Bearing.SUPPORTS),
        ("(for)", Bearing.SUPPORTS),
        ("Dafür:", Bearing.SUPPORTS),
        ("À faveur", None),
        ("a favor", Bearing.SUPPORTS),
        ("1", Bearing.SUPPORTS),
        ("−1", Bearing.ATTACKS),
        ("–", Bearing.ATTACKS),
        ("[Con]", Bearing.ATTACKS),
        ("Einwände", Bearing.ATTACKS),
        ("contre", Bearing.ATTACKS),
        ("EN CONTRA", Bearing.ATTACKS),
        ("undercuts", Bearing.UNDERCUTS),
        ("0", None),
        ("", None),
        ("perhaps", None),
    ],
)
def test_a_side_is_known_by_signs_and_by_words_of_several_languages(words: str, side: Bearing | None) -> None:
    assert find_side(words) is side


def test_words_are_compared_without_accents_and_marks() -> None:
    assert plain("  Réponse_à : L’Élan ") == "reponse a l elan"
