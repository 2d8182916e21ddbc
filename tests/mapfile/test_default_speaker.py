from __future__ import annotations

import pytest

from argumap.mapfile import parse_map
from argumap.model import (
    Act,
    Attribution,
    Passage,
)

HEAD = """\
argumap: 1
sources: {note: {title: "A note", author: ann}}
stakeholders: {ann: {name: "Ann"}, bob: {name: "Bob"}}
"""


def attributions(claims: str, head: str = HEAD) -> tuple[Attribution, ...]:
    reading = parse_map(head + claims)
    assert reading.problems == ()
    return reading.map.attributions


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param(
            "at: s1.p1.s1", [Attribution("ann", Act.ASSERTS, "a")], id="what stands there is the author's"
        ),
        pytest.param("at: s2.p1.s1", [Attribution("ann", Act.PRESENTS, "a")], id="in the voice of the section"),
        pytest.param("tags: x", [], id="what stands nowhere is nobody's"),
        pytest.param("at: s1, said: []", [], id="nobody's on purpose"),
        pytest.param("at: s1, said: bob", [Attribution("bob", Act.ASSERTS, "a", ("ann",))], id="reported"),
        pytest.param("at: s1, said: ann", [Attribution("ann", Act.ASSERTS, "a")], id="the author reports nobody"),
        pytest.param("said: {by: bob, via: []}", [Attribution("bob", Act.ASSERTS, "a")], id="direct speech"),
        pytest.param(
            "said: {by: bob, via: [ann, bob], act: argues, loosely: true, cue: so, date: 2025}",
            [Attribution("bob", Act.ARGUES, "a", ("ann", "bob"), loosely=True, cue="so", date="2025")],
            id="a chain of reporters",
        ),
        pytest.param(
            "said: [bob, {by: ann, act: endorses, at: s3.h}]",
            [
                Attribution("bob", Act.ASSERTS, "a", ("ann",)),
                Attribution("ann", Act.ENDORSES, "a", at=(Passage("note", "s3.h"),)),
            ],
            id="two voices",
        ),
    ],
)
def test_who_says_a_claim(keys: str, expected: list[Attribution]) -> None:
    sections = "sections: {s2: {voice: presents}}\n"
    assert list(attributions(f"{sections}claims: {{a: {{text: A., {keys}}}}}\n")) == expected


TWO = """\
argumap: 1
sources: {one: {title: One, author: ann}, two: {title: Two, author: bob}}
sections: {one#s2: {voice: presents}}
stakeholders: {ann: {name: "Ann"}, bob: {name: "Bob"}, cy: {name: "Cy"}}
"""


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        pytest.param("one#s2.p1.s1 one#s1.p1.s1", "ann asserts", id="two sections"),
        pytest.param("one#s10.p1.s1 one#s2.p1.s1", "ann presents", id="by number, not by sign"),
        pytest.param("two#s1.p1.s1 one#s3.p1.s1", "ann asserts", id="two sources"),
    ],
)
def test_the_order_of_at_decides_nothing(at: str, expected: str) -> None:
    for places in (at.split(), at.split()[::-1]):
        text = f"claims: {{a: {{text: A., at: {places}}}}}\n"
        (told,) = attributions(text, TWO)
        assert f"{told.by} {told.act}" == expected
        (reported,) = attributions(text.replace("text: A.", "text: A., said: cy"), TWO)
        assert reported.via == ("ann",)
