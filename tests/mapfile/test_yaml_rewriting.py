from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argumap.errors import DoesNotFit
from argumap.mapfile import read_data, rewrite

if TYPE_CHECKING:
    from collections.abc import Callable

    from argumap.mapfile import YamlNode

TEXT = """\
argumap: 1   # the version
claims:
  # the answer
  close-it:   # counted
    text: "Close it."
    'at': [s1.p1.s1, s1.p1.s2]   # two
    said: {by: ann, cue: "said, so", unseen: "x"}
    tags:
      - one   # first
      - two
      - three
  other:
    text: >
      Folded
      words.
"""


def changed(alter: Callable[[dict[str, dict[str, dict[str, YamlNode]]]], object], text: str = TEXT) -> str:
    data = read_data(text)
    alter(data)  # type: ignore[arg-type]
    after = rewrite(text, data)
    assert read_data(after) == data
    return after


@pytest.mark.parametrize(
    ("alter", "old", "new"),
    [
        pytest.param(lambda d: d, "", "", id="nothing"),
        pytest.param(
            lambda d: d["claims"]["close-it"].update(text='A "b".'), '"Close it."', r'"A \"b\"."', id="a text"
        ),
        pytest.param(
            lambda d: d["claims"]["close-it"]["said"].pop("unseen"), ', unseen: "x"', "", id="a key in braces"
        ),
        pytest.param(
            lambda d: d["claims"]["close-it"]["said"].update(act="argues"),
            'unseen: "x"',
            'unseen: "x", act: argues',
            id="a key more in braces",
        ),
        pytest.param(lambda d: d["claims"]["close-it"]["tags"].pop(1), "      - two\n", "", id="an item"),
        pytest.param(
            lambda d: d["claims"]["close-it"].update(at="s1.p1.s2"),
            "[s1.p1.s1, s1.p1.s2]",
            "s1.p1.s2",
            id="a list that becomes a word",
        ),
        pytest.param(
            lambda d: d["claims"]["close-it"]["at"].append("s2"), "s1.p1.s2]", "s1.p1.s2, s2]", id="an item more"
        ),
        pytest.param(
            lambda d: d["claims"]["other"].update(supports="close-it"),
            "      words.\n",
            "      words.\n    supports: close-it\n",
            id="a key behind a folded text",
        ),
        pytest.param(
            lambda d: d["claims"].update(third={"text": "T.", "said": [{"by": "a"}, {"by": "b"}]}),
            "      words.\n",
            '      words.\n  third:\n    text: "T."\n    said:\n      - {by: a}\n      - {by: b}\n',
            id="an entry",
        ),
        pytest.param(
            lambda d: d.update(tour=[{"of": "other", "text": "T"}]),
            "      words.\n",
            '      words.\ntour: [{of: other, text: "T"}]\n',
            id="a section",
        ),
        pytest.param(
            lambda d: d["claims"].pop("other"),
            "  other:\n    text: >\n      Folded\n      words.\n",
            "",
            id="an entry less",
        ),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_only_what_differs_is_written(alter: Callable[..., object], old: str, new: str, newline: str) -> None:
    text, wanted = TEXT.replace("\n", newline), TEXT.replace(old, new).replace("\n", newline)
    assert changed(alter, text) == wanted


def test_a_text_without_a_last_line_end_grows() -> None:
    text = "claims:\n  a:\n    text: A"
    after = changed(lambda d: d["claims"].update(b={"text": "B"}), text)
    assert after == 'claims:\n  a:\n    text: A\n  b:\n    text: "B"'


def test_an_alias_is_not_written_through() -> None:
    text = "claims:\n  a: &same {text: A, tags: [x]}\n  b: *same\n"
    data = json.loads(json.dumps(read_data(text)))
    data["claims"]["b"]["text"] = "B"
    with pytest.raises(DoesNotFit):
        rewrite(text, data)


@pytest.mark.parametrize("kept", [["a", "b"], ["a", "c"], ["b", "c"], ["a"], ["c"]])
def test_items_of_a_list_go_with_their_lines(kept: list[YamlNode]) -> None:
    text = "argumap: 1\nclaims:\n  x:\n    said:\n      - a\n      - b  # why\n      - c\n    text: T\n"
    data: dict[str, YamlNode] = {"argumap": "1", "claims": {"x": {"said": kept, "text": "T"}}}
    assert read_data(rewrite(text, data)) == data
    assert ("# why" in rewrite(text, data)) == ("b" in kept)


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
ENTRIES = st.dictionaries(
    st.sampled_from(["text", "title", "at", "said", "tags"]),
    st.one_of(
        WORDS,
        st.lists(WORDS, min_size=1, max_size=3),
        st.dictionaries(st.sampled_from(["by", "act", "cue"]), WORDS, min_size=1),
    ),
    min_size=1,
)
FILES = st.dictionaries(
    st.sampled_from(["claims", "issues"]),
    st.dictionaries(st.sampled_from(["a", "b", "c"]), ENTRIES, min_size=1),
    min_size=1,
)


@settings(max_examples=60)
@given(FILES, FILES)
def test_any_data_is_written_as_any_other(before: dict[str, YamlNode], after: dict[str, YamlNode]) -> None:
    start = rewrite("argumap: 1\n", {"argumap": "1", **before})
    wanted = {"argumap": "1", **after}
    there = rewrite(start, wanted)
    assert read_data(there) == wanted
    assert read_data(rewrite(there, {"argumap": "1", **before})) == {"argumap": "1", **before}


def test_what_a_text_says_need_not_be_read_again() -> None:
    text = "a: one\nb: two # kept\n"
    changed = rewrite(text, {"a": "three", "b": "two"}, read_data(text))
    assert changed == rewrite(text, {"a": "three", "b": "two"}) == "a: three\nb: two # kept\n"
    assert rewrite(text, read_data(text), read_data(text)) == text
