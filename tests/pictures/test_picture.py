from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from argumap.pictures import SIZES, Picture, has_typesetter, typesetting
from picture_sheets import DEBATE, SHAPES

SVG = "{http://www.w3.org/2000/svg}"
WITH_FONTS = pytest.mark.skipif(not has_typesetter(), reason="needs the extra [picture]")
SLIDE = Picture(DEBATE, SIZES["slide"])


@WITH_FONTS
def test_an_svg_with_fonts_is_outlined_and_still_says_what_it_is() -> None:
    root = ET.fromstring(SLIDE.write("svg"))

    assert root.findall(f".//{SVG}text") == []
    assert root.findtext(f"{SVG}title") == DEBATE.title
    assert root.findtext(f"{SVG}desc") == SLIDE.alternative
    assert (root.get("viewBox"), root.get("width")) == ("0 0 960 540", "1600")
    assert root.findall(f".//{SVG}use")


def test_an_svg_without_fonts_keeps_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "find_spec", lambda _name: None)

    assert not SLIDE.has_fonts
    assert SLIDE.write("svg").decode() == SLIDE.svg()
    assert "Trade falls where cars drive through</text>" in SLIDE.svg()


def test_a_dark_picture_has_a_dark_ground() -> None:
    light, dark = (Picture(DEBATE, SIZES["slide"], theme).svg() for theme in ("light", "dark"))

    assert '<rect width="1600" height="900" fill="#ffffff"/>' in light
    assert '<rect width="1600" height="900" fill="#1d2025"/>' in dark


def test_its_own_words_are_in_the_language_of_the_sheet() -> None:
    from dataclasses import replace

    assert ">Gründe</text>" in Picture(replace(DEBATE, language="de"), SIZES["slide"]).svg()
    assert ">Reasons</text>" in Picture(SHAPES["Chinese"], SIZES["slide"]).svg()
