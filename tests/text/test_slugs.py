"""Ids that can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.mapfile import is_slug
from argumap.text import Slugs, get_language


def test_the_telling_words_make_the_id() -> None:
    slugs = Slugs(get_language("en"))
    assert slugs.make("The sound cannot carry what we have put into it.") == "sound-cannot-carry-put"
    assert slugs.make("Élodie Weiß", names=True) == "elodie-weiss"


@pytest.mark.parametrize(
    ("code", "text", "made"),
    [
        ("en", "The mill is not doing great", "mill-not-doing-great"),
        ("en", "The mill isn't doing great", "mill-isnt-doing-great"),
        ("en", "There should be no bonfires", "no-bonfires"),
        ("en", "The old wooden bridge by the mill is not safe.", "old-wooden-bridge-not-safe"),
        ("en", "Old bridges carry carts because nobody", "old-bridges-carry-nobody"),
        ("de", "Der Damm ist nicht dicht.", "damm-nicht-dicht"),
        ("de", "Es gibt keine Fische.", "gibt-keine-fische"),
        ("fr", "La digue ne fuit pas.", "digue-ne-fuit-pas"),
        ("es", "La presa no pierde agua.", "presa-no-pierde-agua"),
        ("pt", "A represa não vaza no verão.", "represa-nao-vaza-verao"),
        ("ru", "Плотина не держит воду.", "plotina-ne-derzhit-vodu"),
    ],
)
def test_what_denies_stays_in_the_id(code: str, text: str, made: str) -> None:
    assert Slugs(get_language(code)).make(text) == made


@given(st.lists(st.text(max_size=40), min_size=1, max_size=20))
def test_ids_are_ids_and_never_twice_the_same(texts: list[str]) -> None:
    slugs = Slugs(get_language("en"))
    made = [slugs.make(text) for text in texts]
    assert all(map(is_slug, made))
    assert len(set(made)) == len(made)


def test_the_same_words_again_are_numbered_from_two() -> None:
    slugs = Slugs(get_language("en"))
    assert [slugs.make("Free buses") for _ in range(3)] == ["free-buses", "free-buses-2", "free-buses-3"]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Мельница стоит у реки", "melnitsa-stoit-u-reki"),
        ("Η γέφυρα είναι παλιά", "i-gefyra-einai-palia"),
        ("السد قديم", "alsd-qdym"),
        ("댐이 낡았다", "daemi-nalgassda"),
        ("ダム", "damu"),
        ("Søren Łukasz", "soren-lukasz"),
        ("水坝很旧。", "claim-s1-p2-s3"),
        ("ダムは古い。", "claim-s1-p2-s3"),
    ],
)
def test_other_scripts_are_written_as_they_sound_or_by_their_place(text: str, made: str) -> None:
    assert Slugs(get_language("en")).make(text, names=True, otherwise="claim-s1-p2-s3") == made
