from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.errors import CallError, NotFound
from argumap.project import Review, parse_commands
from places import write_map
from reviewed import DRAFTED, write_drafted

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def review(tmp_path: Path) -> Review:
    return Review(str(write_drafted(tmp_path / "bridge")))


def test_commands_stand_on_lines_or_between_semicolons() -> None:
    script = 'accept a; change b "x; y # z"\n# not\ndrop c;; \n who d "The guild" argues # nor\ntitle e ""'
    assert list(parse_commands(script)) == [
        ["accept", "a"],
        ["change", "b", "x; y # z"],
        ["drop", "c"],
        ["who", "d", "The guild", "argues"],
        ["title", "e", ""],
    ]
    with pytest.raises(CallError, match="a quote is not closed"):
        list(parse_commands("change b \"x\nchange c 'y"))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["accept", "ring-road"], "accepted ring-road"),
        (["accept"], "accepted slower-trade"),
        (["change", "It takes longer."], "changed the text of slower-trade"),
        (["change", "ring-road", "There is a road."], "changed the text of ring-road"),
        (["who", "columnist", "disputes"], "slower-trade is said by author (disputes)"),
        (["who", "ring-road", "union"], "ring-road is said by union (asserts)"),
        (["tie", "supports", "ring-road"], "slower-trade supports ring-road"),
        (["tie", "ring-road", "answers", "bridge"], "ring-road answers bridge"),
        (["untie", "close-it"], "slower-trade no longer bears on close-it"),
        (["merge", "ring-road"], "merged slower-trade into ring-road"),
        (["drop", "ring-road"], "dropped ring-road, and with it 1 step: ring-road/slower-trade"),
        (["add", "A new thing.", "s2.p1.s1,s2.p1.s2", "union"], "added the claim a-new-thing"),
        (["person", "The mayor"], "added the stakeholder the-mayor"),
        (["rule", "statement"], "accepted 1 mark of the rule statement"),
    ],
)
def test_a_command_is_one_change(words: list[str], told: str, review: Review) -> None:
    assert review.do(words, "slower-trade") == told
    assert review.do(["undo"]) == f"took back: {told}"
    assert (review.opened.folder / "map.yaml").read_text(encoding="utf-8") == DRAFTED


@pytest.mark.parametrize(
    ("words", "error", "said"),
    [
        (["accpet", "x"], CallError, "did you mean accept"),
        (["accept"], CallError, "write it so: accept ID"),
        (["change", "ring-road"], CallError, "write it so: change ID TEXT"),
        (["accept", "nobody-knows"], NotFound, "nobody-knows"),
        (["who", "ring-road", "union", "sings"], CallError, "'sings' is no act"),
    ],
)
def test_what_is_no_command_is_told(words: list[str], error: type[Exception], said: str, review: Review) -> None:
    with pytest.raises(error, match=said):
        review.do(words)


def test_it_goes_on_where_it_was_left(review: Review) -> None:
    items = review.state.unseen
    assert review.find_start() == items[0]
    review.leave(items[2])
    assert Review(str(review.opened.folder)).find_start() == items[2]
    review.do(["accept", items[2].id])
    assert review.find_start() == items[0]


def test_after_an_item_comes_the_one_behind_it(review: Review) -> None:
    items = review.state.unseen
    assert review.find_next(items[1], items) == items[1]
    assert review.find_next(items[1], items, stay=False) == items[2]
    assert review.find_next(items[2], items, stay=False) == items[0]
    review.do(["accept"], items[1].id)
    assert review.find_next(items[1], items) == items[2]


def test_a_map_that_is_one_file_has_a_journal_of_its_own(tmp_path: Path) -> None:
    folder = write_map(tmp_path, DRAFTED)
    (folder / "map.yaml").rename(folder / "bridge.yaml")
    review = Review(str(folder / "bridge.yaml"))
    review.do(["accept", "ring-road"])
    review.do(["undo"])
    assert (folder / "bridge.yaml").read_text(encoding="utf-8") == DRAFTED
