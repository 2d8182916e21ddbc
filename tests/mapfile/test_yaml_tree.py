from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from argumap.mapfile import yaml_tree
from argumap.mapfile.yaml_tree import MAX_DEPTH, parse_tree, trees_kept

KEYS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6).filter(lambda key: key != "<<")
DATA = st.recursive(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(str.strip),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


@settings(deadline=None)
@given(DATA, st.sampled_from([None, False, True]))
def test_what_another_writer_writes_is_read_as_it_was(data: Any, flow: bool | None) -> None:
    text = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=True, default_style='"')
    assert parse_tree(text, "").data == data


@settings(deadline=None)
@given(st.text(st.sampled_from("ab:-?[]{},&*!|>'\"%@`#~ \n\t."), max_size=40))
def test_no_text_makes_it_raise_and_what_is_read_is_what_yaml_says(text: str) -> None:
    tree = parse_tree(text, "")
    if tree.problems or "~" in text or tree.data is None:
        return
    assert _without_nulls(tree.data) == _without_nulls(yaml.load(text, Loader=yaml.CBaseLoader))


def _without_nulls(node: Any) -> Any:
    """The base loader reads an empty value as an empty word."""
    if isinstance(node, dict):
        return {key: _without_nulls(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_without_nulls(item) for item in node]
    return None if node == "" else node


@pytest.mark.parametrize(
    ("text", "data"),
    [
        pytest.param("a: no", {"a": "no"}, id="no stays no"),
        pytest.param("a: 012", {"a": "012"}, id="leading zeros stay"),
        pytest.param("a: 190:20:30", {"a": "190:20:30"}, id="no number to the base of sixty"),
        pytest.param("a: =", {"a": "="}, id="an equals sign"),
        pytest.param("a: 2025-01-01", {"a": "2025-01-01"}, id="a date stays words"),
        pytest.param("a: ''", {"a": ""}, id="an empty text is a text"),
        pytest.param("a: ~", {"a": None}, id="an empty section is nothing"),
        pytest.param('a: "~"', {"a": "~"}, id="a quoted tilde is a tilde"),
        pytest.param("a: [~, b]", {"a": [None, "b"]}, id="places in a list are kept"),
        pytest.param("a: &x {b: c}\nd: *x", {"a": {"b": "c"}, "d": {"b": "c"}}, id="an alias is its value"),
        pytest.param("a: ! x", {"a": "x"}, id="a bare tag says nothing"),
    ],
)
def test_words_stay_words(text: str, data: Any) -> None:
    tree = parse_tree(text, "")
    assert (tree.data, tree.problems) == (data, [])


def test_every_key_and_value_has_its_place() -> None:
    tree = parse_tree('a: 1\nb:\n  - x\n  - {c: "é", d: y}\n', "m.yaml")

    def places(*path: str | int) -> tuple[int, int, int, int]:
        entry = tree.table.find(path)
        assert entry is not None
        key, value = tree.table.key_location(entry), tree.table.value_location(entry)
        return key.line, key.column, value.line, value.column

    assert places("a") == (1, 1, 1, 4)
    assert places("b") == (2, 1, 3, 3)
    assert places("b", 0) == (3, 5, 3, 5)
    assert places("b", 1, "d") == (4, 14, 4, 17)
    assert tree.table.find(("b", 2)) is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: " + "[" * 100_000, id="a hundred thousand brackets"),
        pytest.param("a: " + "{b: " * 100_000, id="a hundred thousand braces"),
        pytest.param("a: b\n" * 20_000, id="twenty thousand times the same key"),
        pytest.param("- " * 50_000, id="fifty thousand dashes"),
        pytest.param("a: &a [" + "x, " * 5000 + "]\nb: [" + "*a, " * 5000 + "]", id="aliases by the thousand"),
        pytest.param("".join(f"k{n}: &a{n} x\n" for n in range(20_000)), id="anchors by the thousand"),
        pytest.param("? " * 1000 + "a", id="keys of keys"),
    ],
)
def test_hostile_texts_are_refused(text: str) -> None:
    problems = parse_tree(text, "").problems
    assert problems
    assert all(problem.line >= 1 for problem in problems)


def test_depth_is_bounded_by_levels_not_by_the_stack() -> None:
    fine, deep = ("a: " + "[" * n + "]" * n for n in (MAX_DEPTH - 1, MAX_DEPTH))
    assert parse_tree(fine, "").problems == []
    assert [problem.code for problem in parse_tree(deep, "").problems] == ["AM009"]


def test_half_a_character_is_refused() -> None:
    assert [problem.code for problem in parse_tree("a: \ud800", "").problems] == ["AM001"]


def test_unseen_characters_are_told_once_a_line() -> None:
    problems = parse_tree('a: "\u202eb\u202c"\nc: d\ne: "\u200b"\n', "").problems
    assert [(p.code, p.line, p.column, str(p.severity)) for p in problems] == [
        ("AM010", 1, 5, "warning"),
        ("AM010", 3, 5, "warning"),
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param('a: "x\nb: 1\nc: {d: "y"}\n', (1, 4), id="in a block"),
        pytest.param('a: {b: "x}\nc: "y"\n', (1, 8), id="in a mapping"),
        pytest.param('a: "one \\" two\nb: "y"\n', (1, 4), id="behind an escaped one"),
        pytest.param('a: "runs\n  on"\nb: "x\nc: "y"\n', (3, 4), id="behind one that runs on"),
    ],
)
def test_a_quote_that_is_not_closed_is_told_where_it_opened(text: str, place: tuple[int, int]) -> None:
    (problem,) = (p for p in parse_tree(text, "map.yaml").problems if p.code == "AM002")
    assert (problem.line, problem.column) == place
    assert "a quote that opens here" in problem.message


def test_a_text_is_parsed_once_while_trees_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    parse = yaml_tree._parse

    def note(text: str, file: str) -> yaml_tree.YamlTree:
        parsed.append(text)
        return parse(text, file)

    monkeypatch.setattr(yaml_tree, "_parse", note)
    with trees_kept():
        first = parse_tree("a: {b: c}\n", "one.yaml")
        with trees_kept():
            second = parse_tree("a: {b: c}\n", "two.yaml")
        assert isinstance(first.data, dict)
        first.data["a"] = "changed"
        third = parse_tree("a: {b: c}\n", "two.yaml")
    assert parsed == ["a: {b: c}\n"]
    assert second == third == parse("a: {b: c}\n", "two.yaml")
    parse_tree("a: {b: c}\n", "one.yaml")
    assert len(parsed) == 2


def test_a_text_with_problems_is_not_kept_for_they_name_their_file() -> None:
    with trees_kept():
        parse_tree("a: b: c\n", "one.yaml")
        assert parse_tree("a: b: c\n", "two.yaml").problems[0].file == "two.yaml"
