"""A text makes one claim, so that one can argue with it."""

from __future__ import annotations

import pytest

from checked import found


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("A bench is a comfort, and the walkers would thank the town.", True),
        ("Cars are loud; buses are not.", True),
        ("Shops lose custom because parking is gone.", True),
        ("Rents rose. Shops closed.", True),
        ("Cars and buses are loud.", False),
        ("Shops close because of the rents.", False),
        ("Rents rose, not because shops earned more.", False),
        ("The town, the county and the state agree.", False),
        ("He wrote to Dr. Hill of the U.S. Senate.", False),
        ("Trade fell in the first year, and rose in the second.", False),
        ("If cars stay out, the air is cleaner.", False),
    ],
)
def test_one_claim_or_several(text: str, several: bool) -> None:
    expected = [("AM319", f"text: '{text}'")] if several else []
    assert found("several-claims-in-one", f"claims:\n  a:\n    text: '{text}'\n") == expected
