"""``argumap formats``: what it prints and writes."""

from __future__ import annotations

import pytest

from argumap.cli import run
from argumap.formats import FORMATS
from shell import data


def _show(capfd: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert run(["formats", *arguments]) == 0
    return capfd.readouterr().out.splitlines()


def test_formats_are_data_for_programs(capfd: pytest.CaptureFixture[str]) -> None:
    rows = data(["formats", "--json"], capfd)
    assert {row["name"] for row in rows} == set(FORMATS)
    assert data(["formats", "kialo", "--json"], capfd)["tool"] == "Kialo"


@pytest.mark.parametrize("width", [80, 100, 200])
def test_formats_tells_each_in_a_line_that_fits(
    width: int, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    shown = _show(capfd)
    assert max(map(len, shown)) <= min(width, 100)
    assert len(shown) < len(FORMATS) + 12
    kialo = next(line for line in shown if line.startswith("  kialo "))
    assert kialo.split()[:3] == ["kialo", "Kialo", "both"]
    assert "who says what" in kialo
    assert shown[1] == "Argument tools"


def test_one_format_is_shown_whole(capfd: pytest.CaptureFixture[str]) -> None:
    shown = _show(capfd, "kialo")
    assert shown[0] == "kialo: Kialo text export"
    assert "  export  argumap export MAP --to kialo" in shown
    assert "  ● kept: attacks, claims" in [line.replace("claims, attacks", "attacks, claims") for line in shown]
    assert _show(capfd, "dot")[-1].startswith("On the way out stays behind: passages")
    assert _show(capfd, "af")[-1] == "  attacks: only of a map that is nothing but names and attacks."
    assert "  files   a folder of notes" in _show(capfd, "obsidian")
    assert "kept aside" in _show(capfd, "polis")[-1]


def test_a_tool_shows_the_formats_for_it(capfd: pytest.CaptureFixture[str]) -> None:
    told = "\n".join(_show(capfd, "Excel"))
    assert "xlsx: read only" in told
    assert "table: read and written" in told
    told = "\n".join(_show(capfd, "csv"))
    assert "written only" in told
    assert "argumap export MAP --to csv" in told
    assert "table: read and written" in told
    told = "\n".join(_show(capfd, "Obsidian"))
    assert "canvas: read and written" in told
    shown = _show(capfd, "ova")
    assert [line.split()[0] for line in shown[2:4]] == ["aif", "xaif"]


def test_what_is_no_format_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["formats", "argdwn"]) == 2
    assert capfd.readouterr().err == (
        "argumap: no format and no tool here is called 'argdwn'; did you mean argdown?\n"
    )
    assert run(["formats", "kialo", "--features"]) == 2
    assert "leave it out to see one" in capfd.readouterr().err


def test_features_are_shown_in_tables_that_fit_the_terminal(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "44")
    shown = _show(capfd, "--features")
    assert max(len(line) for line in shown if line[:1] not in "●◐○") <= 44
    assert shown[0].split()[:3] == ["argument", "tools", "kialo"]
    assert shown[-1] == "● kept   ◐ in part   ○ lost"
    monkeypatch.setenv("COLUMNS", "100")
    assert len(_show(capfd, "--features")) < 100
