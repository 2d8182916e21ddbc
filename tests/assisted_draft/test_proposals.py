"""Whatever a model answers is read as far as it is whole; nothing of it can break what reads it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argumap.assisted_draft.proposals import (
    ClaimProposal,
    DroppedProposal,
    RelationProposal,
    drop,
    find_items,
    find_text,
    read_claim,
    read_numbers,
    read_relation,
)
from argumap.model import Act, ClaimType, StakeholderType

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
KEYS = ["sentences", "quote", "claim", "speaker", "speaker_kind", "cue", "act", "type", "unclear", "from", "to"]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        pytest.param('{"claims": [1, 2]}', [1, 2], id="plain"),
        pytest.param('```json\n{"claims": [{"a": "]"}]}\n```', [{"a": "]"}], id="in a fence"),
        pytest.param('Sure! Here it is: {"claims": [1]} I hope it helps.', [1], id="with words around it"),
        pytest.param('{"claims": [{"a": 1}, {"a": 2}, {"a": "bro', [{"a": 1}, {"a": 2}], id="cut off"),
        pytest.param('{"claims": [1, oops, 3]}', [1], id="broken in the middle"),
        pytest.param('{"claims": ["line\nbreak"]}', ["line\nbreak"], id="a line break in a string"),
        pytest.param('{"claims": []}', [], id="empty"),
        pytest.param('{"claims": {"a": 1}}', None, id="no list"),
        pytest.param("I cannot help with that.", None, id="a refusal"),
        pytest.param("", None, id="nothing"),
        pytest.param('{"claims": [' + "[" * 100_000, None, id="nested without end"),
        pytest.param('{"claims": [' + "9" * 10_000, None, id="a number without end"),
    ],
)
def test_items_are_read_as_far_as_they_are_whole(text: str, items: list[object] | None) -> None:
    found = find_items(text, "claims")
    assert (found.items if found else None) == items


@pytest.mark.parametrize(
    ("text", "found"),
    [('{"question": "A \\"b\\"?"}', 'A "b"?'), ('{"question": 3}', ""), ("", ""), ('{"question": "\\x"}', "")],
)
def test_a_string_of_an_answer(text: str, found: str) -> None:
    assert find_text(text, "question") == found


@pytest.mark.parametrize(
    ("text", "whole"), [('{"claims": [1]}', True), ('{"claims": [1, ', False), ('{"claims": [1 2', False)]
)
def test_whether_a_list_is_whole_is_told(text: str, whole: bool) -> None:
    found = find_items(text, "claims")
    assert found is not None
    assert found.whole is whole


@settings(max_examples=50)
@given(JSON)
def test_numbers_are_whole_numbers_alone(value: object) -> None:
    assert all(type(n) is int for n in read_numbers(value))


@settings(max_examples=50)
@given(st.text(), st.lists(JSON))
def test_no_answer_breaks_the_reader(around: str, items: list[object]) -> None:
    for text in (around, json.dumps({"claims": items}), around + json.dumps({"claims": items})):
        found = find_items(text, "claims")
        for item in found.items if found else []:
            read_claim(item)
            read_relation(item)


@settings(max_examples=50)
@given(st.dictionaries(st.sampled_from(KEYS), JSON))
def test_no_item_breaks_the_reader(item: dict[str, object]) -> None:
    assert isinstance(read_claim(item), ClaimProposal | DroppedProposal)
    assert isinstance(read_relation(item), RelationProposal | DroppedProposal)


def test_a_claim_has_every_key_of_the_right_kind() -> None:
    read = read_claim({"sentences": [3, 4, 3, True], "claim": " Two\n words ", "act": "argues", "type": "odd"})
    assert isinstance(read, ClaimProposal)
    assert (read.sentences, read.claim, read.act, read.type) == ((3, 4), "Two words", Act.ARGUES, None)
    assert read.speaker_kind is StakeholderType.UNSPECIFIED
    kept = read_claim({"sentences": 3, "type": "policy", "speaker_kind": "person"})
    assert isinstance(kept, ClaimProposal)
    assert (kept.type, kept.speaker_kind) == (ClaimType.POLICY, StakeholderType.PERSON)


@pytest.mark.parametrize(
    "item",
    [
        None,
        [],
        {},
        {"sentences": []},
        {"sentences": [1], "claim": 3},
        {"sentences": [1], "act": "shouts"},
        {"sentences": list(range(50))},
    ],
)
def test_a_broken_item_is_told(item: object) -> None:
    read = read_claim(item)
    assert isinstance(read, DroppedProposal)
    assert (read.code, bool(read.hint)) == ("broken-item", True)


def test_what_is_shown_of_a_proposal_steers_no_terminal() -> None:
    read = read_claim({"sentences": [1], "claim": "a\x1b[31m" + "b" * 500})
    assert isinstance(read, ClaimProposal)
    told = drop(read, "x", "y").to_dict()
    assert str(told["text"]).startswith("a [31mbbb")
    assert len(str(told["text"])) == 120
    assert "given" not in told


def test_every_reason_for_dropping_a_proposal_is_explained() -> None:
    root = Path(__file__).parents[2]
    codes = {
        code
        for path in (root / "src/argumap/assisted_draft").glob("*.py")
        for code in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', path.read_text("utf-8"))
    } - {"unsaid-figures", "model-anthropic", "model-google", "google-gla"}
    page = (root / "docs/drafting.md").read_text("utf-8").partition("### What is checked")[2]
    assert {code for code in codes if f"`{code}`" not in page} == {"claim-doubted"}
