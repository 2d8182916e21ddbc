from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.graph import Fragments

if TYPE_CHECKING:
    from argumap.graph import Attributes


@pytest.fixture
def written() -> list[Attributes]:
    return []


@pytest.fixture
def fragments(written: list[Attributes]) -> Fragments:
    def write(attributes: Attributes) -> str:
        written.append(attributes)
        return repr(attributes)

    return Fragments(write)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"kind": "premise"}, {"kind": "premise"}),
        ({"kind": "argument", "label": "supports"}, {"label": "supports", "kind": "argument"}),
    ],
    ids=["kind alone", "kind and label"],
)
def test_what_looks_alike_is_written_once(
    fragments: Fragments, written: list[Attributes], first: Attributes, second: Attributes
) -> None:
    assert fragments.of(first) == fragments.of(second) == repr(first)
    assert len(written) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "argument"},
        {"kind": "argument", "label": "attacks"},
        {"kind": "claim", "label": "supports"},
        {"kind": "argument", "scheme": "supports"},
        {"kind": "argument", "label": "supports", "scheme": "analogy"},
    ],
)
def test_what_differs_is_told_apart(fragments: Fragments, other: Attributes) -> None:
    fragments.of({"kind": "argument", "label": "supports"})
    assert fragments.of(other) == repr(other)
    assert fragments.of({"kind": "argument", "label": "supports"}) == repr(
        {"kind": "argument", "label": "supports"}
    )


def test_attributes_that_hold_more_are_written_each_time(fragments: Fragments, written: list[Attributes]) -> None:
    more: Attributes = {"kind": "claim", "label": "a", "tags": ["b"]}
    assert fragments.of(more) == fragments.of({**more, "tags": ["c"]}).replace("c'", "b'") == repr(more)
    assert len(written) == 2
