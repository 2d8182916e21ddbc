from __future__ import annotations

import pytest

from argumap.errors import OtherTool
from argumap.formats._tables.columns import choose_columns, find_columns, is_table, tell_columns


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("id,text,parent,side", {"id": 0, "text": 1, "parent": 2, "relation": 3}),
        ("Text;who;When".replace(";", ","), {"text": 0, "who": 1}),
        ("source,target", {"id": 0, "parent": 1}),
        ("statement,source", {"text": 0}),
        ("text,text", {"text": 0}),
        ("from,text", {"text": 1}),
        ("#,Aussage", {"id": 0, "text": 1}),
        ("comment-id,comment-body", {}),
        ("Claim,Pro arguments,Con arguments", {"text": 0, "pro": 1, "con": 2}),
        ("Arguments (pro),Arguments (contra)", {"pro": 0, "con": 1}),
        ("Vorschlag,Gründe für,Gründe gegen", {"text": 0, "pro": 1, "con": 2}),
        ("for_argument,against_argument", {"pro": 0, "con": 1}),
        ("argument,topic,set,stance_WA,stance_WA_conf", {"text": 0, "relation": 3, "parent": 1}),
        ("argSrc,argTrg,relation", {"text": 0, "parent-text": 1, "relation": 2}),
    ],
)
def test_a_heading_says_what_a_column_is_for(header: str, columns: dict[str, int]) -> None:
    assert find_columns(header.split(",")) == columns


def test_columns_that_are_asked_for_win_and_the_rest_is_found() -> None:
    header = ["what", "text", "side"]
    assert choose_columns(header, {"text": "what"}, "x") == {"text": 0, "relation": 2}
    assert choose_columns(header, {"text": "1", "relation": ""}, "x") == {"text": 0}
    assert choose_columns(header, {"from": "what", "to": "TEXT", "header": "no"}, "x") == {"id": 0, "parent": 1}
    with pytest.raises(OtherTool, match="no column is called 'nine'"):
        choose_columns(header, {"text": "nine"}, "x")


def test_what_columns_are_for_is_told_in_their_order() -> None:
    columns = {"parent": 0, "text": 2}
    read, unread = tell_columns(["to", "", "claim"], columns)
    assert read == "parent = to, text = claim"
    assert unread.startswith("not read: column 2; if it says who speaks: --columns who=2; ")
    spoken = {**columns, "who": 3}
    *_, unread = tell_columns(["to", "My notes", "claim", "who", "More"], spoken)
    assert unread.startswith("not read: My notes, More; if one is for relation, ")
    assert unread.endswith(", say so: --columns USE='My notes'")
    assert is_table(columns)
    assert not is_table({"id": 0, "who": 1})
