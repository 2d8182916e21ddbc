from __future__ import annotations

from importlib.util import find_spec

import pytest

from argumap.errors import NotInstalled
from argumap.page import build_colours
from argumap.phrases import ENGLISH
from argumap.pictures import typesetting
from argumap.pictures.layout import lay_out
from argumap.pictures.sizes import SIZES
from argumap.pictures.typesetting import PictureForm, find_unset_letters, has_typesetter, typeset
from picture_sheets import SHAPES

WITH_FONTS = pytest.mark.skipif(not has_typesetter(), reason="needs the extra [picture]")
STARTS: dict[PictureForm, bytes] = {"png": b"\x89PNG", "pdf": b"%PDF-", "svg": b"<svg"}


def draw(shape: str, to: PictureForm, size: str = "slide") -> bytes:
    scene = lay_out(SHAPES[shape], SIZES[size], ENGLISH).scene
    return typeset(scene, build_colours(0), SHAPES[shape].title, "What it tells", to)


@WITH_FONTS
@pytest.mark.parametrize("to", STARTS)
def test_each_form_has_the_same_bytes_twice(to: PictureForm) -> None:
    drawn = draw("a debate", to)

    assert drawn.startswith(STARTS[to])
    assert drawn == draw("a debate", to)


@WITH_FONTS
@pytest.mark.parametrize("shape", SHAPES)
def test_any_text_can_be_set(shape: str) -> None:
    if unset := find_unset_letters(lay_out(SHAPES[shape], SIZES["slide"], ENGLISH).scene):
        pytest.skip(f"no font for {unset}")
    assert draw(shape, "pdf").startswith(b"%PDF-")


@WITH_FONTS
def test_a_pdf_is_tagged_and_names_its_title_language_and_standard() -> None:
    pdf = draw("a debate", "pdf", "a4")

    assert b"/StructTreeRoot" in pdf
    assert b"/Marked true" in pdf
    assert b"/Lang(en)" in pdf
    assert b"<pdfuaid:part>1" in pdf
    assert b"CreationDate" not in pdf


@WITH_FONTS
def test_a_png_has_the_pixels_of_its_size() -> None:
    png = draw("a debate", "png", "a4")

    assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (1240, 1754)


def test_without_the_extra_its_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "find_spec", lambda _name: None)

    with pytest.raises(NotInstalled, match=r"PNG needs the extra \[picture\]: pip install 'argumap\[picture\]'"):
        draw("a debate", "png")


@WITH_FONTS
def test_without_a_font_for_its_letters_the_other_extra_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        typesetting, "find_spec", lambda name: None if name == typesetting.EASTERN_FONTS else find_spec(name)
    )

    with pytest.raises(NotInstalled, match=r"no font for .*广.* is here.*pip install 'argumap\[picture-cjk\]'"):
        draw("Chinese", "png")
