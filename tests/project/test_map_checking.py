from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.anchoring import LOCK_NAME, build_lock, settle, write_lock
from argumap.project import Map, load
from argumap.text import parse_article
from places import ARTICLE, MAP, write_map

if TYPE_CHECKING:
    from pathlib import Path


def codes(opened: Map) -> list[str]:
    return [problem.code for problem in opened.check()]


def test_a_locator_that_names_no_unit_is_told_at_its_place(tmp_path: Path) -> None:
    opened = load(write_map(tmp_path / "bridge", MAP.replace("at: s3.p1.s3", "at: s3.p1.s9")))
    problem = next(p for p in opened.check() if p.code == "AM216")
    assert MAP.splitlines()[problem.line - 1].strip() == "at: s3.p1.s3"
    assert problem.column == 9


@pytest.mark.parametrize(
    ("at", "nearest"),
    [
        pytest.param("s3.p1.s9", "s3.p1.s3", id="a sentence too many"),
        pytest.param("s3.p7.s2", "s3.p1.s2", id="a paragraph too many"),
        pytest.param("s8.p1.s1", "s3.p1.s1", id="a section too many"),
        pytest.param("s3.t1.r1.c1", "s3.p1.s1", id="a table where none is"),
        pytest.param("s3.p1.s3-s4", "", id="a range that is partly there"),
        pytest.param("s3.p1", "", id="a paragraph"),
    ],
)
def test_a_locator_that_names_no_unit_is_told_by_the_lock_alone(tmp_path: Path, at: str, nearest: str) -> None:
    text = MAP.replace("at: s3.p1.s3", f"at: {at}")
    folder = write_map(tmp_path / "bridge", text)
    write_lock(folder / LOCK_NAME, build_lock(load(folder).articles))
    with_text = [p.order for p in load(folder).check() if p.code == "AM216"]
    (folder / "bridge.md").unlink()
    without = [p for p in load(folder).check() if p.code == "AM216"]
    assert [p.line for p in without] == [text.splitlines().index(f"    at: {at}") + 1] * bool(nearest)
    assert [p.order[:3] for p in without] == [order[:3] for order in with_text]
    assert [f"the nearest is {nearest}, " in p.message for p in without] == [True] * bool(nearest)


def test_an_anchor_that_is_open_counts_by_the_earlier_text(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "bridge")
    opened = load(folder)
    (state,) = [state for state in opened.anchor_states if state.node == "ring-road"]
    shorter = {"article": parse_article(ARTICLE.replace(" But the new ring road opens in spring.", ""))}
    write_lock(folder / LOCK_NAME, settle(build_lock(opened.articles), shorter, [state]))
    (folder / "bridge.md").unlink()
    assert "AM216" not in codes(load(folder))


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


CORRECTED = (
    "# The bridge\n\nTraffic on the bridge fell by 14 % in spring. Nobody counted the walkers.\n\nIt rains."
)
DEBATE = """argumap: 1
title: The bridge
language: en
sources: {article: {title: The bridge, file: bridge.md}}
claims:
  fell: {text: "Cars became 14 % fewer on the bridge.", at: s1.p1.s1}
"""


def test_a_figure_that_the_passage_no_longer_gives_is_told_once_the_passage_is_accepted(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "bridge", DEBATE, CORRECTED)
    write_lock(folder / LOCK_NAME, build_lock(load(folder).articles))
    assert not {"AM214", "AM243"} & set(codes(load(folder)))
    (folder / "bridge.md").write_text(CORRECTED.replace("14 %", "11 %"), encoding="utf-8")
    assert {"AM214", "AM243"} <= set(codes(load(folder)))
    write_lock(folder / LOCK_NAME, build_lock(load(folder).articles))
    (problem,) = [p for p in load(folder).check() if p.code == "AM243"]
    assert "'fell' says 14 %, and its passage says 11 %" in problem.message
    assert DEBATE.splitlines()[problem.line - 1].startswith("  fell:")
    assert problem.at == "fell"


def test_a_figure_its_author_stands_by_is_accepted(tmp_path: Path) -> None:
    accepted = 'accepted: {code: AM243, at: fell, reason: "Rounded up on purpose."}\nclaims:'
    folder = write_map(tmp_path / "bridge", DEBATE.replace("claims:", accepted), CORRECTED.replace("14 %", "11 %"))
    (problem,) = [p for p in load(folder).check() if p.code == "AM243"]
    assert problem.accepted == "Rounded up on purpose."
    (folder / "bridge.md").unlink()
    assert not {"AM243", "AM404"} & set(codes(load(folder)))


def test_of_a_map_in_a_language_without_figures_none_is_told(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "bridge", DEBATE.replace("language: en", "language: fi"), CORRECTED)
    (folder / "bridge.md").write_text(CORRECTED.replace("14 %", "11 %"), encoding="utf-8")
    assert "AM243" not in codes(load(folder))
