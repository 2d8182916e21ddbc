from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.anchoring import LOCK_NAME, build_lock, write_lock
from argumap.project import load, lock_articles
from argumap.project.language_notes import tell_languages, tell_reading
from argumap.text import parse_article

if TYPE_CHECKING:
    from pathlib import Path

GERMAN = (
    "Der Rat der Stadt schweigt, und das ist die Meinung der Stadt. Am 5. Mai tagt er nicht, wie man weiß.\n" * 2
)
HINDI = "परिषद मई में तय करेगी। दुकानदार डरते हैं। कोई नहीं जानता।\n"
MAP = 'argumap: 1\ntitle: "Rat"\nsources:\n  text: {{title: "Rat", file: text.md{language}}}\n'


def write_map(folder: Path, text: str, language: str = "") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "text.md").write_text(text, encoding="utf-8")
    (folder / "map.yaml").write_text(MAP.format(language=language), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        pytest.param(
            GERMAN,
            None,
            ["column: German, as its words tell; sentences are counted by splitter 2."],
            id="the words tell",
        ),
        pytest.param(
            "Kurz.",
            None,
            ["column: English, its words are too few to tell; sentences are counted by splitter 2."],
            id="nothing tells",
        ),
        pytest.param(
            HINDI,
            "hi",
            [
                "column: Hindi, as the map says; sentences are counted by splitter 2.",
                "argumap does not know it: its sentences end at Unicode's terminators, and negations and numbers "
                "in words are not watched in it, figures are.",
            ],
            id="one that is not known",
        ),
    ],
)
def test_how_a_text_is_read_is_told(text: str, language: str | None, told: list[str]) -> None:
    assert tell_reading("column", parse_article(text, language=language)) == told


def test_a_text_of_the_first_rules_that_is_not_english_is_told_what_to_do() -> None:
    told = tell_reading("column", parse_article(GERMAN, version=1))
    assert "`argumap anchor relocate MAP --splitter 2` reads it so" in told[1]
    assert len(tell_reading("column", parse_article("The council of the town is silent. " * 5, version=1))) == 1


def test_what_is_not_watched_is_one_line_of_a_check(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "rat", HINDI, ", language: hi")
    line = (
        "rat: text is in Hindi, which argumap does not know: negations and numbers in words are not watched in "
        "it, figures are."
    )
    assert load(folder).notes == [line]
    lock_articles(load(folder))
    (folder / "text.md").unlink()
    assert line in load(folder).notes


@pytest.mark.parametrize("language", [", language: de", ""])
def test_a_lock_of_the_first_rules_in_another_language_is_told_with_the_call(
    language: str, tmp_path: Path
) -> None:
    folder = write_map(tmp_path / "rat", GERMAN, language)
    write_lock(folder / LOCK_NAME, build_lock({"text": parse_article(GERMAN, version=1)}))
    (told,) = tell_languages(load(folder))
    assert told.startswith(
        "rat: text was locked by splitter 1, which reads all as English, and is German; `argumap"
    )
    assert told.endswith(f"anchor relocate {folder} --splitter 2` reads it so.")


def test_a_text_in_a_language_that_is_known_needs_no_word(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "rat", GERMAN)
    assert tell_languages(load(folder)) == []
    lock_articles(load(folder))
    assert tell_languages(load(folder)) == []


def test_a_language_that_the_map_names_since_is_told(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "rat", GERMAN)
    lock_articles(load(folder))
    assert tell_languages(load(write_map(folder, GERMAN, ", language: de-AT"))) == []
    (told,) = tell_languages(load(write_map(folder, GERMAN, ", language: nl")))
    assert told.startswith("rat: text was locked as German and is Dutch by now; `argumap anchor relocate")
