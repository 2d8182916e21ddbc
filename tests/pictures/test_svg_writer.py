from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from argumap.page import build_colours
from argumap.phrases import ENGLISH
from argumap.pictures.layout import lay_out
from argumap.pictures.sizes import SIZES
from argumap.pictures.svg_writer import number, write_svg
from picture_sheets import DEBATE, SHAPES

SVG = "{http://www.w3.org/2000/svg}"


def drawn(shape: str) -> str:
    scene = lay_out(SHAPES[shape], SIZES["slide"], ENGLISH).scene
    return write_svg(scene, build_colours(0), "A <title>", "What & it tells\x00")


@pytest.mark.parametrize("shape", SHAPES)
def test_it_is_xml_with_a_title_and_a_description(shape: str) -> None:
    root = ET.fromstring(drawn(shape))

    assert root.get("viewBox") == "0 0 1600 900"
    assert root.findtext(f"{SVG}title") == "A <title>"
    assert root.findtext(f"{SVG}desc") == "What & it tells\ufffd"
    assert root.get("aria-labelledby") == "title description"


def test_any_viewer_can_draw_it() -> None:
    text = drawn("a debate")

    assert "var(" not in text
    assert "<style" not in text
    assert "http" not in text.replace("http://www.w3.org/", "")
    families = {element.get("font-family") for element in ET.fromstring(text).iter(f"{SVG}text")}
    assert families == {
        '"Noto Serif", Georgia, "DejaVu Serif", "Times New Roman", serif',
        '"Noto Sans", "Segoe UI", "Open Sans", "DejaVu Sans", "Helvetica Neue", Arial, sans-serif',
    }


def test_each_text_is_fitted_to_its_measure() -> None:
    for element in ET.fromstring(drawn("a debate")).iter(f"{SVG}text"):
        assert len(element.text or "") == 1 or float(element.get("textLength", "0")) > 0


def test_arabic_begins_at_its_right_edge() -> None:
    arabic = [e for e in ET.fromstring(drawn("Arabic")).iter(f"{SVG}text") if (e.text or "").startswith("التجارة")]

    assert [(e.get("direction"), e.get("text-anchor")) for e in arabic] == [("rtl", "start")]


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert drawn("a debate") == drawn("a debate")
    assert DEBATE.title


@pytest.mark.parametrize(("value", "told"), [(1.0, "1"), (1.256, "1.26"), (100.0, "100"), (0.001, "0")])
def test_numbers_are_short(value: float, told: str) -> None:
    assert number(value) == told
