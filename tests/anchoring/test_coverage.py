from __future__ import annotations

import pytest

from argumap.anchoring import build_coverage, build_lock
from argumap.model import Act, ArgumentMap, Attribution, Claim, Concept, Issue, Passage, Section, Source
from argumap.text import parse_article

TEXT = """Before. All this.

# Gates

One here. Two here. Three here.

| Plan | Cost |
|---|---|
| Toll | 5 |

# Shops

Last word.
"""
ARTICLE = parse_article(TEXT)


def at(*locators: str) -> tuple[Passage, ...]:
    return tuple(Passage("column", locator) for locator in locators)


def covered(*claims: Claim, skip: tuple[str, ...] = (), **records: object) -> ArgumentMap:
    return ArgumentMap(sources=(Source("column", "Gates", skip=skip),), claims=claims, **records)  # type: ignore[arg-type]


@pytest.mark.parametrize("by_lock", [True, False], ids=["by the lock", "by the article"])
def test_each_sentence_and_cell_is_cited_skipped_or_open(by_lock: bool) -> None:
    argument_map = covered(
        Claim("a", "A.", at=at("s1.p1.s1-s2")),
        Claim("b", "B.", at=at("s1.p1.s2", "s1.p1.s2-s3", "s1.t1.r1")),
        skip=("s0.p1.s1", "s1.p1.s2"),
        issues=(Issue("i", "I?", at=at("s2.h")),),
        concepts=(Concept("k", "K", at=at("s1.t1.r0.c2")),),
        attributions=(Attribution("x", Act.ASSERTS, "a", at=at("s0.p1.s2")),),
        sections=(Section("column", "s2"),),
    )
    coverage = build_coverage(argument_map, build_lock({"column": ARTICLE}) if by_lock else {"column": ARTICLE})
    assert [(part.section, part.cited, part.skipped, part.open) for part in coverage.sections] == [
        ("s0", ("s0.p1.s2",), ("s0.p1.s1",), ()),
        ("s1", ("s1.p1.s1", "s1.p1.s2", "s1.p1.s3", "s1.t1.r1.c1", "s1.t1.r1.c2"), (), ()),
        ("s2", (), (), ("s2.p1.s1",)),
    ]
    assert (coverage.cited, coverage.skipped, coverage.open, coverage.total) == (6, 1, 1, 8)
    assert (coverage.share, coverage.sections[0].share) == (0.875, 1.0)
    assert coverage.citing["column", "s1.p1.s2"] == ("a", "b")
    assert coverage.citing["column", "s2.h"] == ("i",)
    assert coverage.citing["column", "s1.t1.r0.c2"] == ("k",)


def test_nothing_to_cover_is_covered() -> None:
    assert build_coverage(ArgumentMap(), {}).share == 1.0


def test_locators_that_name_nothing_cover_nothing() -> None:
    argument_map = covered(Claim("a", "A.", at=(*at("s9", "nonsense"), Passage("elsewhere", "s1"))))
    assert build_coverage(argument_map, {"column": ARTICLE}).cited == 0
