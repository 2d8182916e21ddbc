from __future__ import annotations

import pytest

from argumap.formats._discourse.vocabulary import Meaning, plain, tell_meaning


@pytest.mark.parametrize(
    ("label", "meaning"),
    [
        ("Supports", (Meaning.SUPPORTS, False)),
        ("Supported By", (Meaning.SUPPORTS, True)),
        ("supportedByEC", (Meaning.SUPPORTS, True)),
        ("opposesCC", (Meaning.OPPOSES, False)),
        ("opposed by", (Meaning.OPPOSES, True)),
        ("Addresses", (Meaning.ADDRESSES, False)),
        ("sourceDocument", (Meaning.CITES, False)),
        ("Curated from", (Meaning.CITES, True)),
        ("Informs", None),
        ("", None),
    ],
)
def test_relations_are_known_by_their_labels(label: str, meaning: tuple[Meaning, bool] | None) -> None:
    assert tell_meaning(label) == meaning


def test_labels_differ_in_case_and_blanks_alone() -> None:
    assert plain("Source Document") == plain("sourceDocument") == "sourcedocument"
