from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.anchoring import LOCK_NAME, build_lock, write_lock
from argumap.errors import CallError, DoesNotFit, NotFound
from argumap.project import Review, load, parse_commands
from places import write_map
from reviewed import DRAFTED, EACH_KIND, write_drafted

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


OFF = ", no longer by {1}; `undo` gives that back, `also {0} {1}` adds one beside"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["accept", "ring-road"], "accepted ring-road"),
        (["accept"], "accepted slower-trade"),
        (["change", "It takes longer."], "changed the text of slower-trade"),
        (["change", "ring-road", "There is a road."], "changed the text of ring-road"),
        (
            ["who", "the columnist", "disputes"],
            "slower-trade is said by author (disputes)" + OFF.format("slower-trade", "union"),
        ),
        (
            ["who", "ring-road", "union"],
            "ring-road is said by union (asserts)" + OFF.format("ring-road", "author"),
        ),
        (["also", "the columnist"], "slower-trade is said by author (asserts), beside union"),
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


def test_what_has_been_seen_is_told_to_be(review: Review) -> None:
    assert review.do(["accept", "map"]) == "the map has been seen already"
    assert review.do(["accept", "article"]) == "source:article has been seen already"


@pytest.mark.parametrize(
    ("words", "error", "said"),
    [
        (["accpet", "x"], CallError, "did you mean accept"),
        (["accept"], CallError, "write it so: accept ID"),
        (["change", "ring-road"], CallError, "write it so: change ID TEXT"),
        (["accept", "nobody-knows"], NotFound, "nobody-knows"),
        (["accept", "ring"], NotFound, "no claim or .* is called 'ring'"),
        (["who", "ring-road", "uni"], NotFound, "nearest: union"),
        (["tie", "ring-road", "supports", "close"], NotFound, "nearest: close-it"),
        (["who", "ring-road", "union", "sings"], CallError, "'sings' is no act"),
        (["also", "ring-road", "union", "sings"], CallError, "'sings' is no act"),
        (
            ["tie", "ring-road", "undercuts", "close-it"],
            NotFound,
            "'close-it' is a claim, and only an argument is undercut; "
            "to it or from it there is new-cracks/close-it and slower-trade/close-it$",
        ),
        (["tie", "ring-road", "undercuts", "bridge"], NotFound, "'bridge' is an issue"),
        (["add", "A new thing.", "s99.p9"], NotFound, r"s99\.p9 names nothing in article; the nearest is s3\.p1"),
        (["add", "A new thing.", "s2.p1.s1,s2.p1.s8"], NotFound, r"s2\.p1\.s8 names nothing"),
        (["add", "A new thing.", "page 3"], DoesNotFit, "page 3"),
        (["add", "The ring road replaces the bridge."], CallError, "ring-road says just this already"),
        (["person", "the  columnist"], CallError, "author is called 'the columnist' already"),
        (["drop", "article"], NotFound, "article"),
    ],
)
def test_what_is_no_command_is_told(words: list[str], error: type[Exception], said: str, review: Review) -> None:
    with pytest.raises(error, match=said):
        review.do(words)


def test_of_many_arguments_three_are_named_and_of_none_that_is_told(review: Review) -> None:
    for n in ("One", "Two"):
        review.do(["add", f"{n} more."])
        review.do(["tie", f"{n.lower()}-more", "supports", "close-it"])
    with pytest.raises(NotFound, match=r"there is ([a-z-]+/close-it, ){2}[a-z-]+/close-it and 1 more$"):
        review.do(["tie", "ring-road", "undercuts", "close-it"])
    review.do(["add", "Alone."])
    with pytest.raises(NotFound, match="none ends at it or starts from it"):
        review.do(["tie", "ring-road", "undercuts", "alone"])


def test_a_source_with_the_name_of_a_claim_is_not_meant(tmp_path: Path) -> None:
    review = Review(str(write_map(tmp_path / "bridge", EACH_KIND)))
    file = review.opened.folder / "map.yaml"
    review.do(["title", "close-it", "No cars"])
    review.do(["change", "close-it", "No car should cross."])
    review.do(["accept", "close-it"])
    text = file.read_text(encoding="utf-8")
    assert EACH_KIND.splitlines()[4] in text
    assert text.replace("    unseen: an importer\n", "", 1).count("unseen") == EACH_KIND.count("unseen") - 1
    review.do(["accept", "source:close-it"])
    assert "file: bridge.md}" in file.read_text(encoding="utf-8")


def test_a_place_is_known_by_the_lock_where_the_text_is_not_at_hand(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "bridge", DRAFTED)
    write_lock(folder / LOCK_NAME, build_lock(load(folder).articles))
    (folder / "bridge.md").unlink()
    review = Review(str(folder))
    with pytest.raises(NotFound, match=r"s99\.p9 names nothing"):
        review.do(["add", "A new thing.", "s99.p9"])
    assert review.do(["add", "A new thing.", "s2.p1.s1"]) == (
        "added the claim a-new-thing; as nobody is named, author is taken to say it "
        "(otherwise: who a-new-thing PERSON [ACT]; nobody does: name nobody when adding)"
    )
    assert review.do(["add", "A thing of the map's own."]) == "added the claim a-thing-of-the"


def test_a_claim_may_be_added_that_nobody_says(tmp_path: Path) -> None:
    review = Review(str(write_map(tmp_path / "bridge", DRAFTED)))
    assert review.do(["add", "A silent thing.", "s2.p1.s1", "nobody"]) == "added the claim a-silent-thing"
    assert "said: []" in (tmp_path / "bridge" / "map.yaml").read_text(encoding="utf-8")
    assert not review.opened.index.voices["a-silent-thing"]


def test_what_a_collection_shares_is_changed_there(tmp_path: Path) -> None:
    (tmp_path / "shared.yaml").write_text(
        "stakeholders:\n  union: {name: Carters, unseen: me}\n", encoding="utf-8"
    )
    text = DRAFTED.replace(next(row for row in DRAFTED.splitlines() if row.startswith("  union:")) + "\n", "")
    review = Review(str(write_map(tmp_path / "bridge", text)))
    with pytest.raises(NotFound, match=r"shared by the collection \(.*shared\.yaml:2\); change it there"):
        review.do(["accept", "union"])


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
