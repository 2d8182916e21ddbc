from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.anchoring import LOCK_NAME, build_lock, write_lock
from argumap.project import Map, load
from places import MAP, write_map

if TYPE_CHECKING:
    from pathlib import Path


def codes(opened: Map) -> list[str]:
    return [problem.code for problem in opened.check()]


def test_a_locator_that_names_no_unit_is_told_at_its_place(tmp_path: Path) -> None:
    opened = load(write_map(tmp_path / "bridge", MAP.replace("at: s3.p1.s3", "at: s3.p1.s9")))
    problem = next(p for p in opened.check() if p.code == "AM216")
    assert MAP.splitlines()[problem.line - 1].strip() == "at: s3.p1.s3"
    assert problem.column == 9


def test_a_source_without_a_lock_is_a_hint(tmp_path: Path) -> None:
    assert "AM219" in codes(load(write_map(tmp_path / "bridge")))


def test_a_statement_in_the_articles_words_is_shown_with_its_run(tmp_path: Path) -> None:
    text = MAP.replace("The ring road replaces the bridge.", "But the new ring road opens in spring.")
    (problem,) = [p for p in load(write_map(tmp_path / "bridge", text)).check() if p.code == "AM230"]
    assert "the new ring road opens in spring" in problem.message


def test_no_hint_stands_beside_a_wrong_article(tmp_path: Path) -> None:
    text = MAP.replace("claims:\n", "claims:\n  lonely: {text: Nothing hangs on this.}\n")
    folder = write_map(tmp_path / "bridge", text)
    assert "hint" in {problem.severity for problem in load(folder).check()}
    write_lock(folder / LOCK_NAME, build_lock(load(folder).articles))
    (folder / "bridge.md").write_text("# Bees\n\nBees sleep in winter. They wake in March.\n", encoding="utf-8")
    problems = load(folder).check()
    assert "AM218" in {problem.code for problem in problems}
    assert "hint" not in {problem.severity for problem in problems}
