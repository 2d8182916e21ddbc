"""A title may be an abbreviation; otherwise it is written in small letters."""

from __future__ import annotations

import pytest

from checked import found


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        pytest.param("QUIET NIGHTS", ["AM399"], id="two words in capitals"),
        pytest.param("NATO", [], id="an abbreviation"),
        pytest.param("Quiet nights", [], id="small letters"),
    ],
)
def test_shouted_titles(title: str, codes: list[str]) -> None:
    body = f"""
        claims:
          a: {{title: "{title}", text: "A."}}
    """
    assert [code for code, _ in found("shouted-titles", body)] == codes
