from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.project import build_review_state, load, tell_unreviewed
from argumap.project.review_state import show_item, tell_borrowed
from places import MAP, write_map
from reviewed import DRAFTED, write_drafted

if TYPE_CHECKING:
    from pathlib import Path

    from argumap.project import Map


@pytest.fixture
def drafted(tmp_path: Path) -> Map:
    return load(write_drafted(tmp_path / "bridge"))


def test_a_claim_is_laid_beside_its_sentence(drafted: Map) -> None:
    state = build_review_state(drafted)
    person, claim, _ = (show_item(drafted, item, state.borrowed) for item in state.unseen)
    assert person.words == "Carters' union, organisation; speaks in 1 place"
    assert claim.borrowed
    assert claim.said == ("Carters' union argues it, as the columnist reports (draft, by reporting-verb)",)
    assert claim.ties[0].endswith("attacks “Cars should never cross the bridge again.”")
    assert claim.passages == (
        ("s3.p1.s1", "The carters' union argues that a closed bridge adds twenty minutes to each delivery."),
    )
    assert claim.to_dict()["articles_words"] is True


def test_what_a_rule_proposed_that_is_mostly_wrong_comes_last(tmp_path: Path) -> None:
    text = DRAFTED.replace("draft, by reporting-verb", "draft, by passing-remark")
    state = build_review_state(load(write_map(tmp_path / "bridge", text)))
    assert [item.id for item in state.unseen] == ["union", "ring-road", "slower-trade"]


def test_it_says_what_is_left(drafted: Map) -> None:
    state = build_review_state(drafted)
    assert state.borrowed == ("slower-trade",)
    assert state.tell() == (
        "3 items left that nobody has seen. 1 claim is still the article's words (slower-trade); "
        "say what it says in your own."
    )
    assert tell_borrowed(["a", "b"]).startswith("2 claims are still")


def test_what_was_built_says_so_in_one_line(drafted: Map, tmp_path: Path) -> None:
    assert tell_unreviewed(drafted).startswith(
        "bridge has 3 items that nobody has seen and 1 claim still in the article's words; go through with `"
    )
    assert tell_unreviewed(load(write_map(tmp_path / "own", MAP))) == ""


def test_without_the_article_nobody_knows_whose_words_they_are(tmp_path: Path) -> None:
    folder = write_drafted(tmp_path / "bridge")
    (folder / "bridge.md").unlink()
    state = build_review_state(load(folder))
    assert (len(state.unseen), state.borrowed) == (3, ())
