"""``argumap picture``: what it writes, prints and refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.cli import run
from argumap.pictures import has_typesetter
from shell import data

if TYPE_CHECKING:
    from pathlib import Path


def test_a_picture_goes_to_the_output_of_its_map_with_its_text(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["picture", "bridge"]) == 0
    assert capfd.readouterr().out == "Wrote output/bridge/picture.svg\nWrote output/bridge/picture.txt\n"
    first = (here / "output/bridge/picture.svg").read_bytes()
    assert run(["picture", "bridge"]) == 0
    assert (here / "output/bridge/picture.svg").read_bytes() == first


@pytest.mark.skipif(not has_typesetter(), reason="needs the extra [picture]")
@pytest.mark.parametrize(("name", "starts"), [("a.png", b"\x89PNG"), ("a.pdf", b"%PDF-"), ("a.b.svg", b"<svg")])
def test_the_form_is_that_of_the_file(here: Path, name: str, starts: bytes) -> None:
    assert run(["picture", "bridge", "--of", "close-it", "--size", "a4", "--theme", "dark", "-o", name]) == 0
    assert (here / name).read_bytes().startswith(starts)


def test_programs_are_told_what_is_shown(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    told = data(["picture", "bridge", "--of", "union", "-o", "u.svg", "--json"], capfd)

    assert (told["of"], told["form"], told["size"], told["wrote"]) == ("union", "svg", "slide", ["u.svg", "u.txt"])
    assert 0 < told["shown"] <= told["claims"]
    assert told["alternative"].startswith("An argument map. Carters")


def test_its_alternative_is_printed_without_drawing(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["picture", "bridge", "--alt"]) == 0
    assert "Should cars cross the Mill Bridge?" in " ".join(capfd.readouterr().out.split())
    assert not (here / "output").exists()
    assert data(["picture", "bridge", "--alt", "--json"], capfd)["text"].endswith("\n")


def test_a_picture_is_printed_as_svg_alone(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["picture", "bridge", "-o", "-"]) == 0
    assert capfd.readouterr().out.startswith("<svg")
    assert run(["picture", "bridge", "-o", "-", "--to", "png"]) == 2
    assert "PNG is not text; name a file with -o" in capfd.readouterr().err


def test_all_that_is_wrong_with_a_call_is_told_at_once(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["picture", "bridge", "--to", "pgn", "--size", "9x9", "--theme", "drak"]) == 2
    err = capfd.readouterr().err
    assert "--to: there is no 'pgn'; there are svg, png, pdf; did you mean png?" in err
    assert "--theme: there is no 'drak'; there are light, dark; did you mean dark?" in err
    assert "--size: a picture of 9×9 cannot be drawn" in err
    assert run(["picture", "bridge", "--to", "pdf", "-o", "a.png"]) == 2
    assert "--to pdf and -o a.png do not agree" in capfd.readouterr().err


def test_what_the_map_lacks_and_a_file_that_cannot_be_written(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["picture", "bridge", "--of", "close-itt"]) == 2
    assert "close-it" in capfd.readouterr().err
    (here / "taken").write_text("a file", encoding="utf-8")
    assert run(["picture", "bridge", "-o", "taken/a.svg"]) == 2
    assert "cannot write" in capfd.readouterr().err
