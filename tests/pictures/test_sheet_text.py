from __future__ import annotations

from argumap.pictures.sheet_text import tell_alternative, write_text
from picture_sheets import DEBATE, answer, joined, sheet


def test_the_alternative_tells_the_upshot_and_each_answer() -> None:
    assert tell_alternative(DEBATE) == (
        "An argument map with 3 answers. Should the square be closed? “Close it” leads with two reasons against "
        "one unanswered objection. Close it: leads, 4 reasons, 3 objections. Open it on market days: second, 2 "
        "reasons, "
        "0 objections. Leave it: third, 0 reasons, 1 objections."
    )


def test_the_text_tells_all_that_a_picture_may_have_no_room_for() -> None:
    text = write_text(DEBATE)

    assert "1. Close it: leads, 4 reasons, 3 objections\n" in text
    assert "   + Noise keeps guests away (the shops) & Guests pay for the square (the shops)\n" in text
    assert "   + The bridge is near (the shops) [added by the map]\n" in text
    assert "   + The law asks for it (the shops) – answered: The law was repealed\n" in text
    assert "   − no objection in this map\n" in text
    assert text.endswith("Source: a column. Snapshot 0123456789ab.\n")


def test_what_points_share_is_told_with_each() -> None:
    text = write_text(sheet(answer("Close it", (), joined("no back door", "bakers", "bars"))))

    assert "   − no back door (the shops) & bakers (the shops)\n   − no back door (the shops) & bars" in text
