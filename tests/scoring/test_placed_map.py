from __future__ import annotations

import pytest

from argumap.anchoring import Lock, build_lock
from argumap.errors import NotAtHand, OtherText
from argumap.scoring.placed_map import place_maps
from argumap.text import parse_article
from scored import ARTICLE, HEAD, index_of, placed

CLAIMS = 'c: {text: "The well must be closed.", at: [s1.h, s1.p1.s1-s2], said: {by: mayor, at: s1.p2.s1}}'


def test_claims_stand_in_units_and_speech_in_sentences() -> None:
    ours, _ = placed(CLAIMS, CLAIMS)
    assert ours.text.name(ours.units["c"]) == "s1.h, s1.p1.s1, s1.p1.s2"
    assert [ours.text.name(passage) for passage in ours.passages["c"]] == ["s1.h", "s1.p1.s1, s1.p1.s2"]
    assert [ours.text.name(units) for _, units in ours.said] == ["s1.p2.s1"]
    assert ours.text.name(ours.cited) == "s1.p1.s1, s1.p1.s2, s1.p2.s1"


def test_speech_without_a_passage_of_its_own_is_where_its_claim_is() -> None:
    ours, _ = placed('c: {text: "The well must be closed.", at: [s1.h, s1.p1.s1]}', CLAIMS)
    assert [ours.text.name(units) for _, units in ours.said] == ["s1.p1.s1"]


def test_a_claim_that_stands_nowhere_is_not_compared() -> None:
    ours, _ = placed('c: {text: "Water is life.", answers: well}', CLAIMS)
    assert (ours.claims, ours.positions) == ([], [])


def test_the_sources_of_two_maps_go_together_by_their_text_whatever_they_are_called() -> None:
    two = HEAD.replace('  s: {title: "The well", author: reporter}', "  s: {title: S}\n  t: {title: T}")
    swapped = HEAD.replace('  s: {title: "The well", author: reporter}', "  a: {title: A}\n  b: {title: B}")
    well, hill = parse_article(ARTICLE), parse_article("# The hill\n\nThe hill is high.\n")
    draft = index_of('c: {text: "It is high.", at: a#s1.p1.s1}', swapped)
    gold = index_of('c: {text: "It is high.", at: t#s1.p1.s1}', two)
    ours, theirs = place_maps(draft, build_lock({"a": hill, "b": well}), gold, build_lock({"s": well, "t": hill}))
    assert ours.units == theirs.units
    assert ours.text.name(ours.units["c"]) == "t#s1.p1.s1"


@pytest.mark.parametrize(
    ("other", "words"),
    [
        pytest.param(
            "# The hill\n\nThe hill is high.\n", "different articles: s of the draft has 0 of", id="other"
        ),
        pytest.param(
            ARTICLE.replace("bad", "foul"), "two versions of an article: s of the draft has 8 of", id="new"
        ),
    ],
)
def test_maps_of_other_texts_are_refused(other: str, words: str) -> None:
    gold = index_of(CLAIMS)
    with pytest.raises(OtherText, match=words):
        place_maps(gold, build_lock({"s": parse_article(other)}), gold, build_lock({"s": parse_article(ARTICLE)}))


def test_a_source_that_the_other_lacks_is_told() -> None:
    two = HEAD.replace("  s: {", "  t: {title: T}\n  s: {")
    well = parse_article(ARTICLE)
    lock = build_lock({"s": well, "t": parse_article("The hill is high.\n")})
    claims = CLAIMS.replace("s1.", "s#s1.")
    with pytest.raises(OtherText, match="no source with the text of t"):
        place_maps(index_of(claims, two), lock, index_of(CLAIMS), build_lock({"s": well}))


def test_a_text_that_nobody_knows_is_asked_for() -> None:
    gold = index_of(CLAIMS)
    with pytest.raises(NotAtHand, match="s in the draft is not known; lock it with argumap source add"):
        place_maps(gold, Lock(), gold, Lock())
    with pytest.raises(NotAtHand, match="has no source"):
        place_maps(index_of('c: {text: "Water is life."}', "argumap: 1\nclaims:\n"), Lock(), gold, Lock())


def test_sentences_counted_by_two_splitters_are_renumbered_first() -> None:
    from dataclasses import replace

    lock = build_lock({"s": parse_article(ARTICLE)})
    locked = lock.sources["s"]
    moved = replace(locked, splitter=1, units=locked.units[1:])
    gold = index_of(CLAIMS)
    with pytest.raises(OtherText, match="argumap anchor relocate MAP --splitter N"):
        place_maps(gold, Lock({"s": moved}), gold, lock)
