from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.authoring import (
    accept,
    accept_rule,
    drop,
    merge,
    retitle,
    reword,
    set_aside,
    set_speaker,
    split,
    tie,
    undo,
    untie,
)
from argumap.errors import CallError, NotFound
from argumap.model import find_unseen
from argumap.project import load
from reviewed import DRAFTED, write_drafted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from argumap.project import Map


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_drafted(tmp_path / "bridge")


def test_accepting_takes_the_mark_off_the_claim_and_its_speakers(folder: Path) -> None:
    accept(load(folder), "slower-trade")
    text = DRAFTED.replace('    unseen: "draft, by reporting-verb"\n', "")
    expected = text.replace(', unseen: "draft, by reporting-verb"', "")
    assert (folder / "map.yaml").read_text(encoding="utf-8") == expected


def test_a_rule_is_accepted_as_a_whole(folder: Path) -> None:
    assert accept_rule(load(folder), "reporting-verb") == "accepted 2 marks of the rule reporting-verb"
    assert [item.id for item in find_unseen(load(folder).record)] == ["union", "ring-road"]


def test_a_rule_that_proposed_nothing_names_those_that_did(folder: Path) -> None:
    with pytest.raises(CallError, match="there is reporting-verb, speaker, statement"):
        accept_rule(load(folder), "reporting")


def test_what_has_been_seen_is_accepted_again_and_nothing_is_written(folder: Path) -> None:
    before = (folder / "map.yaml").read_text(encoding="utf-8")
    assert accept(load(folder), "close-it") == "close-it has been seen already"
    assert (folder / "map.yaml").read_text(encoding="utf-8") == before
    with pytest.raises(CallError, match="nothing to undo"):
        undo(load(folder))
    with pytest.raises(NotFound):
        accept(load(folder), "close")


@pytest.mark.parametrize(
    ("change", "left"),
    [
        pytest.param(lambda m: reword(m, "slower-trade", "It is long."), ["union", "ring-road"], id="its words"),
        pytest.param(lambda m: reword(m, "union", "Carters"), ["slower-trade", "ring-road"], id="a name"),
        pytest.param(lambda m: retitle(m, "ring-road", "Ring road"), ["union", "slower-trade"], id="its title"),
        pytest.param(lambda m: set_speaker(m, "slower-trade", "author"), ["union", "ring-road"], id="who says it"),
        pytest.param(
            lambda m: tie(m, "ring-road", "supports", "close-it"), ["union", "slower-trade"], id="what it bears on"
        ),
        pytest.param(lambda m: untie(m, "slower-trade", "close-it"), ["union", "ring-road"], id="untied"),
        pytest.param(lambda m: merge(m, "slower-trade", "ring-road"), ["union"], id="two made one"),
        pytest.param(lambda m: merge(m, "author", "union"), ["slower-trade", "ring-road"], id="two names of one"),
        pytest.param(
            lambda m: split(m, "slower-trade", "It is long.", "It is dear."),
            ["union", "slower-trade", "it-is-dear", "ring-road"],
            id="split, where it is open who says which",
        ),
        pytest.param(
            lambda m: split(m, "ring-road", "It is long.", "It is dear."),
            ["union", "slower-trade"],
            id="split, where the author says all",
        ),
        pytest.param(lambda m: drop(m, "ring-road"), ["union", "slower-trade"], id="a neighbour dropped"),
        pytest.param(lambda m: set_aside(m, "ring-road"), ["union", "slower-trade"], id="a neighbour set aside"),
    ],
)
def test_what_somebody_changes_they_have_seen_and_nothing_else(
    change: Callable[[Map], str], left: list[str], folder: Path
) -> None:
    change(load(folder))
    assert [item.id for item in find_unseen(load(folder).record)] == left
    undo(load(folder))
    assert (folder / "map.yaml").read_text(encoding="utf-8") == DRAFTED
