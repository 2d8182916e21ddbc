from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.errors import CallError, NotAtHand, NotFound, OtherText
from argumap.project import load
from argumap.project.anchor_repair import repair_anchors
from argumap.project.cited_passages import (
    find_cited,
    find_surroundings,
    find_word_changes,
    has_old_words,
    write_passage,
)
from argumap.project.kept_texts import FOLDER
from argumap.project.source_locking import lock_articles
from places import ARTICLE, MAP, write_map

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A map that was locked, and whose article then had one sentence changed and another taken out."""
    folder = write_map(tmp_path / "bridge")
    lock_articles(load(folder))
    text = ARTICLE.replace("for good", "at last").replace("But the new ring road opens in spring.", "")
    (folder / "bridge.md").write_text(text, encoding="utf-8")
    return folder


def test_a_node_has_its_own_passages_and_those_of_who_says_it(folder: Path) -> None:
    assert [state.node for state in find_cited(load(folder), "slower-trade")] == [
        "slower-trade",
        "union argues slower-trade",
    ]


def test_the_words_that_changed_are_told(folder: Path) -> None:
    opened = load(folder)
    (state,) = find_cited(opened, "close-it")
    told = [(change.kind, change.text) for change in find_word_changes(opened, state) if change.kind != "same"]
    assert told == [("removed", "for good."), ("added", "at last.")]
    assert has_old_words(opened, state)
    row = write_passage(opened, state)
    assert (row["node"], row["state"], str(row["text"]).endswith("at last.")) == ("close-it", "edited", True)


def test_words_that_stayed_are_no_change(folder: Path) -> None:
    opened = load(folder)
    assert find_word_changes(opened, find_cited(opened, "new-cracks")[0]) == []


def test_without_the_old_text_no_change_is_told(folder: Path) -> None:
    (folder / FOLDER / "article.md").unlink()
    opened = load(folder)
    (state,) = find_cited(opened, "close-it")
    assert find_word_changes(opened, state) == []
    assert not has_old_words(opened, state)


@pytest.mark.parametrize(
    ("around", "locators", "cited"),
    [
        pytest.param(0, ["s2.p1.s2", "s2.p1.s3"], [True, True], id="alone"),
        pytest.param(
            1, ["s2.p1.s1", "s2.p1.s2", "s2.p1.s3", "s3.h"], [False, True, True, False], id="beside others"
        ),
    ],
)
def test_a_passage_stands_among_its_neighbours(
    folder: Path, around: int, locators: list[str], cited: list[bool]
) -> None:
    opened = load(folder)
    shown = find_surroundings(opened, find_cited(opened, "new-cracks")[0], around)
    assert ([each.unit.locator for each in shown], [each.cited for each in shown]) == (locators, cited)


def test_the_first_unit_has_nothing_before_it(folder: Path) -> None:
    opened = load(folder)
    shown = find_surroundings(opened, find_cited(opened, "bridge")[0], 1)
    assert [each.unit.locator for each in shown] == ["s1.h", "s2.h"]


def test_a_lost_passage_has_no_surroundings(folder: Path) -> None:
    opened = load(folder)
    (state,) = find_cited(opened, "ring-road")
    assert (state.state, find_surroundings(opened, state, 2)) == ("lost", [])


def test_what_cannot_be_shown_is_told(folder: Path) -> None:
    (folder / "map.yaml").write_text(MAP.replace("    at: s3.p1.s3\n", ""), encoding="utf-8")
    with pytest.raises(CallError, match="ring-road cites no passage"):
        find_cited(load(folder), "ring-road")
    with pytest.raises(NotFound):
        find_cited(load(folder), "nobody")
    (folder / "bridge.md").unlink()
    with pytest.raises(NotAtHand, match="is at hand"):
        find_cited(load(folder), "close-it")


def accept(folder: Path, *nodes: str) -> None:
    repair_anchors(load(folder), nodes)


def test_after_some_anchors_were_accepted_the_old_text_still_tells_the_others(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "then.md").write_text(ARTICLE, encoding="utf-8")
    accept(folder, "safe")
    for old, told in ((None, []), ({"": tmp_path / "then.md"}, ["for good.", "at last."])):
        opened = load(folder, old=old)
        (state,) = find_cited(opened, "close-it")
        changes = [change.text for change in find_word_changes(opened, state) if change.kind != "same"]
        assert (state.state, changes, has_old_words(opened, state)) == ("edited", told, bool(told))


def test_another_text_than_any_that_was_locked_is_refused_as_old(folder: Path, tmp_path: Path) -> None:
    accept(folder, "safe")
    (tmp_path / "then.md").write_text("# Bees\n\nBees sleep.\n", encoding="utf-8")
    with pytest.raises(OtherText, match="not the one that was locked"):
        _ = load(folder, old={"": tmp_path / "then.md"}).anchor_states
