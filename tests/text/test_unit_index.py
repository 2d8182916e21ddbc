from __future__ import annotations

from argumap.text import UnitIndex, parse_article


def test_a_locator_covers_a_range_or_all_beneath_it() -> None:
    article = parse_article("One. Two. Three.\n\n- Four. Five.\n\n# Next\n\nSix.")
    assert [u.text for u in article.covered("s0.p1.s2-s3")] == ["Two.", "Three."]
    assert [u.text for u in article.covered("s0.l1")] == ["Four.", "Five."]
    assert [u.text for u in article.covered("s1")] == ["Next", "Six."]
    assert article.covered("s7") == ()
    assert article.unit("s7.h") is None


def test_one_unit_is_found_by_its_locator() -> None:
    index = UnitIndex(["s1.h", "s1.p1.s1", "s1.p1.s2"])
    assert [index.find(at) for at in ("s1.p1.s2", "s1.p1", "no locator")] == [2, None, None]
    assert index.covered("s1.p1.s2") == [2]


def test_the_unit_that_comes_nearest_to_a_locator() -> None:
    index = UnitIndex(["s1.h", "s1.p1.s1", "s1.p1.s2", "s1.t1.r1.c2", "s3.p1.s1"])
    wanted = ["s1.p1.s9", "s1.p4.s2", "s9.p1.s1", "s1.t1.r1.c1", "s1.p1.s3-s4", "s2", "no locator"]
    assert [index.nearest(at) for at in wanted] == [
        "s1.p1.s2", "s1.p1.s2", "s3.p1.s1", "s1.t1.r1.c2", "s1.p1.s2", "s1.h", ""
    ]  # fmt: skip
    assert UnitIndex([]).nearest("s1.p1.s1") == ""
