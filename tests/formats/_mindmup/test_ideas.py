from __future__ import annotations

import json

from argumap.formats import Foreign
from argumap.formats._mindmup.ideas import IdeaKind, clean, find_beneath, find_styles, name_of, read_ideas


def test_ideas_come_on_the_right_by_rank_and_then_on_the_left() -> None:
    ranks = ["-2", "3", "1", "-1", "1.5", "x", "9" * 400]
    assert [rank for rank, _ in find_beneath({"ideas": {rank: {} for rank in ranks}})][:5] == [
        *("1", "1.5", "3"),
        *("-1", "-2"),
    ]


def test_an_idea_without_an_id_of_its_own_is_named_by_its_place() -> None:
    whole = {"id": "root", "formatVersion": 3, "ideas": {"1": {"id": 1, "ideas": {"2": {}, "3": {"id": 1}}}}}
    ideas = read_ideas(Foreign("x", json.dumps(whole).encode()))
    assert [*ideas.all] == ["1", "none at 1/2", "1 at 1/3"]
    assert ideas.twice == ["1"]


def test_what_an_idea_is_stands_in_its_attributes() -> None:
    attributes: list[object] = [
        {},
        {"group": "supporting"},
        {"styleNames": ["sticky_note"]},
        "none",
        {"group": ""},
    ]
    whole = {"formatVersion": 2, "ideas": {str(n): {"id": n, "attr": each} for n, each in enumerate(attributes)}}
    ideas = read_ideas(Foreign("x", json.dumps(whole).encode()))
    assert [idea.kind for idea in ideas.all.values()][1:] == [
        *(IdeaKind.CLAIM, IdeaKind.GROUP, IdeaKind.NOTE),
        *(IdeaKind.CLAIM, IdeaKind.CLAIM),
    ]
    assert find_styles({"attr": {"styleNames": [1, "x"]}}) == ["x"]


def test_titles_and_ids_are_words_of_one_line() -> None:
    assert [clean(value) for value in (" a\n b ", 7, True, None, "\ud800x")] == ["a b", "7", "", "", "x"]
    names: tuple[object, ...] = (7, "7.a", True, [], 1.5)
    assert [name_of(value) for value in names] == ["7", "7.a", "", "", "1.5"]
