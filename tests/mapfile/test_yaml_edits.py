from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argumap.errors import ChangedMeanwhile, DoesNotFit
from argumap.mapfile import parse_map, read_map
from argumap.mapfile.yaml_edits import (
    DeleteKey,
    InsertKey,
    Relocation,
    RenameKey,
    SetValue,
    YamlEdit,
    attribution_paths,
    drop_quotes,
    drop_repeats,
    edit,
    set_locators,
)
from argumap.mapfile.yaml_tree import parse_tree
from argumap.model import Passage, Quote

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
# a map   with odd spaces
argumap:   1
title:  'One'      # single quotes

claims:
   a:   {text: "A, and more", at: s1.p1.s1}   # flow
   b:
      text: >
         A folded
         text.

      # a comment that stays
      quote:   "the words"
      tags: [ x,   "y" ]
   c:
      said:
         - by: ann
           act: argues
         - {by: bob, act: disputes , via: []}
      text: "C."
"""


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        pytest.param(SetValue(("title",), "Two"), "'One'", "'Two'", id="single quotes stay"),
        pytest.param(SetValue(("title",), "It's"), "'One'", '"It\'s"', id="unless they cannot"),
        pytest.param(SetValue(("claims", "a", "at"), "s2.p1.s1"), "s1.p1.s1", "s2.p1.s1", id="plain stays plain"),
        pytest.param(SetValue(("claims", "a", "text"), 'A "B"'), '"A, and more"', '"A \\"B\\""', id="escaped"),
        pytest.param(SetValue(("claims", "b", "tags", 1), "z"), '"y"', '"z"', id="in a list"),
        pytest.param(
            SetValue(("claims", "b", "text"), "New."),
            ">\n         A folded\n         text.\n\n",
            '"New."\n',
            id="a folded text",
        ),
        pytest.param(
            InsertKey(("claims", "b"), "quote", "at", "s1.p1.s1"),
            "      quote:",
            "      at: s1.p1.s1\n      quote:",
            id="a key in a block",
        ),
        pytest.param(
            InsertKey(("claims", "a"), "at", "type", "fact"), "at: s1", "type: fact, at: s1", id="a key in braces"
        ),
        pytest.param(
            InsertKey(("claims", "c", "said", 0), "by", "cue", "has said"),
            "- by: ann",
            '- cue: "has said"\n           by: ann',
            id="a key at a dash",
        ),
        pytest.param(DeleteKey(("claims", "b", "tags")), '      tags: [ x,   "y" ]\n', "", id="a line goes"),
        pytest.param(DeleteKey(("claims", "c", "text")), '      text: "C."\n', "", id="the last line goes"),
        pytest.param(DeleteKey(("claims", "a", "at")), ", at: s1.p1.s1", "", id="the last in braces"),
        pytest.param(DeleteKey(("claims", "a", "text")), 'text: "A, and more", ', "", id="the first in braces"),
        pytest.param(
            DeleteKey(("claims", "c", "said", 0, "by")), "by: ann\n           act", "act", id="the first at a dash"
        ),
        pytest.param(DeleteKey(("title",)), "title:  'One'      # single quotes\n", "", id="with its comment"),
        pytest.param(
            DeleteKey(("claims", "b", "text")),
            "      text: >\n         A folded\n         text.\n\n",
            "",
            id="a folded text goes",
        ),
    ],
)
def test_an_edit_changes_its_words_and_no_other_byte(change: YamlEdit, before: str, after: str) -> None:
    assert TEXT.count(before) == 1
    assert edit(TEXT, [change]) == TEXT.replace(before, after)


def test_several_edits_are_made_at_once() -> None:
    changes: list[YamlEdit] = [
        SetValue(("title",), "Two"),
        InsertKey(("claims", "b"), "quote", "at", "s1"),
        DeleteKey(("argumap",)),
    ]
    changed = edit(TEXT, changes)
    assert "'Two'" in changed
    assert "at: s1\n      quote" in changed
    assert "argumap" not in changed


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(SetValue(("claims", "z", "text"), "Z"), id="nothing is there"),
        pytest.param(InsertKey(("claims", "a"), "at", "text", "twice"), id="the key is there already"),
        pytest.param(SetValue(("claims", "a"), "flat"), id="a mapping is no scalar"),
    ],
)
def test_what_cannot_be_done_is_refused(change: YamlEdit) -> None:
    with pytest.raises(DoesNotFit):
        edit(TEXT, [change])


def test_an_edit_that_would_reach_further_is_refused() -> None:
    text = "a: &shared {x: one}\nb: *shared\n"
    with pytest.raises(DoesNotFit, match="by hand"):
        edit(text, [SetValue(("a", "x"), "two")])


def test_byte_order_marks_and_windows_lines_stay() -> None:
    text = "\ufeffa:\r\n  quote: x\r\n"
    assert edit(text, [InsertKey(("a",), "quote", "at", "s1")]) == "\ufeffa:\r\n  at: s1\r\n  quote: x\r\n"


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).filter(str.strip)
SPOTS: dict[tuple[str | int, ...], str] = {
    ("title",): "'One'",
    ("claims", "a", "at"): "s1.p1.s1",
    ("claims", "b", "tags", 1): '"y"',
    ("claims", "b", "text"): ">\n         A folded\n         text.\n\n",
}


@settings(deadline=None)
@given(st.sampled_from(list(SPOTS)), WORDS)
def test_any_words_can_be_put_in(path: tuple[str | int, ...], words: str) -> None:
    before, after = TEXT.split(SPOTS[path])
    changed = edit(TEXT, [SetValue(path, words)])
    assert changed.startswith(before)
    assert changed.endswith(after)


ANCHORED = """\
argumap: 1
sources:
  one: {title: "One", author: ann}
  two: {title: "Two"}
stakeholders:
  ann: {name: "Ann"}
  bob: {name: "Bob"}
claims:
  a:
    text: "A."
    at: one#s1.p1.s1
  b:
    text: "B."
    at: [one#s1.p1.s2, {source: two, quote: "words"}, {at: "two#s2", quote: "w"}]
    said:
      - {by: bob, at: one#s1.p2.s1}
      - by: ann
        at:
          - one#s1.p2.s2
          - one#s1.p2.s3
  c:
    text: "C."
    at: one#s1.p1.s1
    said: {by: bob, at: two#s1.p1.s1}
"""


@pytest.mark.parametrize(
    ("path", "passage", "before", "after"),
    [
        pytest.param(
            ("claims", "a"), Passage("one", "s1.p1.s1"), "at: one#s1.p1.s1\n  b", "at: one#s9\n  b", id="one"
        ),
        pytest.param(("claims", "b"), Passage("one", "s1.p1.s2"), "one#s1.p1.s2", "one#s9", id="in a list"),
        pytest.param(("claims", "b"), Passage("two", "s2", Quote("w")), '"two#s2"', '"two#s9"', id="spelt out"),
        pytest.param(
            ("claims", "b"),
            Passage("two", "", Quote("words")),
            'quote: "words"',
            'at: s9, quote: "words"',
            id="a quote",
        ),
        pytest.param(("claims", "b", "said", 0), Passage("one", "s1.p2.s1"), "s1.p2.s1", "s9", id="of speech"),
        pytest.param(("claims", "b", "said", 1), Passage("one", "s1.p2.s3"), "s1.p2.s3", "s9", id="in its list"),
        pytest.param(
            ("claims", "c", "said", 0), Passage("two", "s1.p1.s1"), "two#s1.p1.s1", "two#s9", id="only one"
        ),
    ],
)
def test_a_passage_gets_its_new_locator(
    tmp_path: Path, path: tuple[str | int, ...], passage: Passage, before: str, after: str
) -> None:
    file = tmp_path / "map.yaml"
    file.write_text(ANCHORED, encoding="utf-8")
    assert ANCHORED.count(before) == 1
    assert set_locators(read_map(file), [Relocation(path, passage, "s9")]) == {
        file: ANCHORED.replace(before, after)
    }


def test_a_locator_put_in_front_meanwhile_is_nobodys_to_overwrite(tmp_path: Path) -> None:
    file = tmp_path / "map.yaml"
    file.write_text(ANCHORED, encoding="utf-8")
    reading = read_map(file)
    file.write_text(ANCHORED.replace("argumap: 1\n", "argumap: 1\n# a line put in front\n"), encoding="utf-8")
    with pytest.raises(ChangedMeanwhile, match="changed meanwhile"):
        set_locators(reading, [Relocation(("claims", "a"), Passage("one", "s1.p1.s1"), "s9")])


def test_a_quote_is_pinned_beside_itself(tmp_path: Path) -> None:
    file = tmp_path / "map.yaml"
    text = 'argumap: 1\nsources:\n  one: {title: "One"}\nclaims:\n  a:\n    text: "A."\n    quote: "so it is"\n'
    file.write_text(text, encoding="utf-8")
    reading = read_map(file)
    (passage,) = reading.map.claims[0].at
    changed = set_locators(reading, [Relocation(("claims", "a"), passage, "s1.p1.s1")])
    assert changed[file] == text.replace("    quote", "    at: s1.p1.s1\n    quote")
    assert parse_map(changed[file]).map.claims[0].at == (Passage("one", "s1.p1.s1", Quote("so it is")),)


def test_a_passage_that_is_gone_is_told() -> None:
    with pytest.raises(DoesNotFit, match="no passage"):
        set_locators(parse_map(ANCHORED), [Relocation(("claims", "a"), Passage("one", "s7"), "s9")])


def test_the_paths_of_attributions_are_where_they_stand() -> None:
    reading = parse_map(ANCHORED)
    assert list(attribution_paths(reading.map)) == [
        ("claims", "a", "said", 0),  # filled in, so nothing stands there
        ("claims", "b", "said", 0),
        ("claims", "b", "said", 1),
        ("claims", "c", "said", 0),
    ]
    assert parse_tree(ANCHORED, "").problems == []


QUOTED = """\
claims:
  a:
    at: {at: s1.p1.s1, quote: "x y", prefix: "b", suffix: 'c'}
  b:
    at: [{quote: "x", at: s1.p1.s1, prefix: "z"}, {quote: "stays"}]
  c:
    at:
      - quote: "x"   # read twice
        at: s1.p1.s2
        suffix: "z"
      - at: s1
        quote: >
          folded words
          go on
    said: {by: x, quote: "k", at: s1.p1.s1}
  d:  # kept
    quote: "x"
    at: s1.p1.s1
    prefix: "y"
"""

UNQUOTED = """\
claims:
  a:
    at: {at: s1.p1.s1}
  b:
    at: [{at: s1.p1.s1}, {quote: "stays"}]
  c:
    at:
      - at: s1.p1.s2
      - at: s1
    said: {by: x, at: s1.p1.s1}
  d:  # kept
    at: s1.p1.s1
"""


def test_quotes_that_have_a_locator_are_taken_out_and_nothing_else() -> None:
    assert drop_quotes(QUOTED) == UNQUOTED
    assert drop_quotes(UNQUOTED) == UNQUOTED


@pytest.mark.parametrize(
    ("text", "after"),
    [
        pytest.param("a: 1\nb: 2\n", "a: 1\nq: v\nb: 2\n", id="in a block"),
        pytest.param("{a: 1, b: 2}\n", "{a: 1, q: v, b: 2}\n", id="in braces"),
        pytest.param(
            "\ufeff# first\r\na: 1\r\nb: 2\r\n", "\ufeff# first\r\na: 1\r\nq: v\r\nb: 2\r\n", id="of Windows"
        ),
    ],
)
def test_a_key_is_put_into_the_map_itself(text: str, after: str) -> None:
    assert edit(text, [InsertKey((), "b", "q", "v")]) == after


UNREADABLE = (
    "? [a]\n: b\n",
    "a: {? [b]: c}\n",
    "&x a: 1\n*x : 2\n",
    "a: [1\n",
    "a: 'x\n",
    "\ta: 1\n",
    "a: *b\n",
    "a: &b [*b]\n",
    "a: \x00\n",
    "a: \ud800\n",
    "[" * 200,
    "- a\n- b\n",
    "a: 1\na: 2\n",
    "a: {<<: {b: c}}\n",
    "",
    "x",
)
PATHS: tuple[tuple[str | int, ...], ...] = ((), ("a",), ("a", "b"), ("a", 0), (0,), ("a", "<<"), ("nothing",))


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_cannot_be_edited_is_refused_by_ours_alone(text: str) -> None:
    for path in PATHS:
        changes = (SetValue(path, "n"), SetValue(path, "\ud800"), DeleteKey(path), RenameKey(path, "q"))
        for change in (*changes, InsertKey(path, "a", "q", "v"), InsertKey(path, "[a]", "q", "v")):
            for several in ([change], [change, change], [change, DeleteKey(("a",))]):
                with contextlib.suppress(DoesNotFit):
                    parse_tree(edit(text, several), "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 1\n? [b]\n: c\n", "line 2: a key is a plain word"),
        ("a: 1\nb: [1\n", "line 3: not readable as YAML"),
        ("a: *b\n", r"line 1: .*\*b names nothing|line 1: not readable as YAML"),
    ],
)
def test_the_line_that_is_in_the_way_is_told(text: str, told: str) -> None:
    with pytest.raises(DoesNotFit, match=told):
        edit(text, [SetValue(("a",), "2")])


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param("at: [a, b]", "at: [x, x]", "at: [x]", id="two become one"),
        pytest.param("at: [a, b, c]", "at: [x, y, x]", "at: [x, y]", id="the first stays"),
        pytest.param("at: [a, b, c]", "at: [x, x, x]", "at: [x]", id="three become one"),
        pytest.param("at:\n- a\n- b  # so\n- c", "at:\n- x\n- x  # so\n- y", "at:\n- x\n- y", id="a line each"),
        pytest.param(
            "a: {at: [a, b]}\nb: {at: [c, d, e]}",
            "a: {at: [x, x]}\nb: {at: [y, y, y]}",
            "a: {at: [x]}\nb: {at: [y]}",
            id="in two lists",
        ),
        pytest.param("skip: [a, b]", "skip: [x, x]", "skip: [x]", id="what is set aside"),
        pytest.param("at: [a, a]", "at: [x, x]", "at: [x, x]", id="what the user wrote twice stays"),
        pytest.param("tags: [a, b]", "tags: [x, x]", "tags: [x, x]", id="other lists stay"),
        pytest.param("at: [a, b]", "at: [x, y]", "at: [x, y]", id="nothing twice"),
        pytest.param("at: a", "at: x", "at: x", id="no list"),
    ],
)
def test_a_locator_that_a_list_would_have_twice_is_dropped(before: str, after: str, expected: str) -> None:
    assert drop_repeats(before, after) == expected
