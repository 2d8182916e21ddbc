from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.formats._outlines.words import read_text, read_words, write_speakers, write_text
from argumap.model import Act, Bearing

PRO, CON, DENIES = Bearing.SUPPORTS, Bearing.ATTACKS, Bearing.UNDERCUTS


@pytest.mark.parametrize(
    ("written", "side", "text"),
    [
        ("The dam leaks.", None, "The dam leaks."),
        ("Pro: The dam leaks.", PRO, "The dam leaks."),
        ("**Con:** It holds.", CON, "It holds."),
        ("**Con**: It holds.", CON, "It holds."),
        ("(for) It leaks", PRO, "It leaks"),
        ("[-] It holds", CON, "It holds"),
        ("+ It leaks", PRO, "It leaks"),
        ("It holds (against)", CON, "It holds"),
        ("Argument against: It holds", CON, "It holds"),
        ("Dafür: Er leckt.", PRO, "Er leckt."),
        ("En contra: No.", CON, "No."),
        ("Undercut: So what?", DENIES, "So what?"),
        ("Contre", CON, ""),
        ("Pros (Arguments For)", PRO, ""),
        ("**Against** (cons):", CON, ""),
        ("Cons (contra):", CON, ""),
        ("Pros (and cons)", None, "Pros (and cons)"),
        ("Good, because it scales", PRO, "it scales"),
        ("**Bad**, because it is *one* file", CON, "it is *one* file"),
        ("Bad because it is new", CON, "it is new"),
        ("Neutral, because it is old", None, "Neutral, because it is old"),
        ("Good dams hold because they are thick", None, "Good dams hold because they are thick"),
        ("Pro, jointly:", PRO, ""),
        ("1: One", None, "1: One"),
        ("The reason: none", None, "The reason: none"),
        ("For a while it held (1998)", None, "For a while it held (1998)"),
        ("A **bold** \\*claim\\* &amp; more", None, "A bold *claim* & more"),
    ],
)
def test_a_side_stands_before_or_behind_the_words(written: str, side: Bearing | None, text: str) -> None:
    words = read_words(written)
    assert (words.side, words.text) == (side, text)


@pytest.mark.parametrize(
    ("written", "speakers"),
    [
        ("It leaks. — Anna Müller", (("Anna Müller", Act.ASSERTS),)),
        ("It leaks — *Anna*, *Bob* (concedes)", (("Anna", Act.ASSERTS), ("Bob", Act.CONCEDES))),
        ("Pro (the guild): It leaks", (("the guild", Act.ASSERTS),)),
        ("It leaks — and floods", ()),
        ("He came – late.", ()),
    ],
)
def test_who_says_it_stands_behind_a_dash_or_with_the_side(
    written: str, speakers: tuple[tuple[str, Act], ...]
) -> None:
    assert read_words(written).speakers == speakers


def test_a_bullet_is_a_side_where_words_have_none() -> None:
    assert read_words("A.", "+").side is PRO
    assert read_words("Pro: A.", "-").side is PRO
    assert read_words("Why?").asks
    assert not read_words("Pro: Why?").asks
    assert not read_words("Why&#63;").asks


def test_links_stay_links_and_names_may_hold_stars() -> None:
    text = "See [the survey](https://example.org/a_b) *now*"
    assert write_text(text) == r"See [the survey](https://example.org/a_b) \*now\*"
    assert read_text(write_text(text)) == text
    assert read_words(f"A{write_speakers([('The *old* clerk', Act.DISPUTES)])}").speakers == (
        ("The *old* clerk", Act.DISPUTES),
    )


@given(st.text(alphabet="Pro Con(for)[+]:—–-*_\\&#?;.1", min_size=1, max_size=30))
def test_any_text_comes_back_as_a_point_without_side_or_speaker(text: str) -> None:
    plain = " ".join(text.split())
    words = read_words(write_text(plain))
    assert (words.text, words.side if plain else None, words.speakers, words.asks) == (plain, None, (), False)
