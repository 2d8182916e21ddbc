"""A text is read by the rules that the map's locators count by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.anchoring import LOCK_NAME, build_lock, read_lock, write_lock
from argumap.cli import run
from argumap.project import load
from argumap.text import parse_article

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Der Rat schweigt, z. B. im Mai. Am 5. Mai tagt er nicht.\n"
HEAD = (
    'argumap: 1\ntitle: "Der Rat"\n{of_map}sources:\n  text:\n    title: "Der Rat"\n    file: text.md\n{of_source}'
)
CLAIM = 'claims:\n  silent:\n    text: "The council says nothing."\n    at: s0.p1.s1\n'


def write_map(folder: Path, text: str = TEXT, of_map: str = "", of_source: str = "") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "text.md").write_text(text, encoding="utf-8")
    (folder / "map.yaml").write_text(HEAD.format(of_map=of_map, of_source=of_source) + CLAIM, encoding="utf-8")
    return folder


def told(folder: Path) -> tuple[str, str, int]:
    article = load(folder).articles["text"]
    return article.splitter.language.code, article.language_by, len(article.units)


@pytest.mark.parametrize(
    ("text", "of_map", "of_source", "expected"),
    [
        pytest.param(TEXT * 3, "", "", ("de", "guessed", 6), id="the text tells"),
        pytest.param(TEXT, "", "    language: de-AT\n", ("de", "given", 2), id="the source tells"),
        pytest.param(TEXT * 3, "language: fr\n", "", ("de", "guessed", 6), id="the text goes before the map"),
        pytest.param("Zu kurz, z. B. so.", "language: de\n", "", ("de", "assumed", 1), id="the map tells"),
        pytest.param("Zu kurz, z. B. so.", "", "", ("en", "assumed", 2), id="nothing tells"),
        pytest.param(TEXT, "", "    language: hi\n", ("hi", "given", 4), id="a language that is not known"),
    ],
)
def test_the_language_of_a_text(
    text: str, of_map: str, of_source: str, expected: tuple[str, str, int], tmp_path: Path
) -> None:
    assert told(write_map(tmp_path / "m", text, of_map, of_source)) == expected


def test_a_locked_text_is_read_as_it_was_locked_whatever_the_map_says_later(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "m", of_source="    language: de\n")
    assert run(["source", "add", str(folder)]) == 0
    write_map(folder, of_source="    language: en\n")
    assert told(folder) == ("de", "locked", 2)
    assert run(["source", "add", str(folder)]) == 0
    assert read_lock(folder / LOCK_NAME).sources["text"].language == "de"


def test_a_lock_of_the_first_rules_goes_on_being_read_by_them(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "m", of_source="    language: de\n")
    write_lock(folder / LOCK_NAME, build_lock({"text": parse_article(TEXT, version=1)}))
    before = (folder / LOCK_NAME).read_bytes()
    assert told(folder) == ("en", "locked", 4)
    assert run(["anchor", "check", str(folder)]) == 0
    assert run(["source", "add", str(folder)]) == 0
    assert (folder / LOCK_NAME).read_bytes() == before


def test_a_language_that_is_none_is_told_and_the_text_is_still_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_map(tmp_path / "m", TEXT * 3, of_source="    language: klingon\n")
    assert run(["check", str(folder)]) == 1
    assert "AM124" in capsys.readouterr().out
    assert told(folder) == ("de", "guessed", 6)
