from __future__ import annotations

import pytest

from argdown_core import count, needs_core, read_by_core
from argdown_texts import POND
from argumap.errors import OtherTool
from argumap.formats._argdown.document import Sort
from argumap.formats._argdown.parsing import parse


def relations(text: str) -> list[str]:
    return [f"{r.source} {r.kind} {r.target}" for r in parse(text, "x").relations]


@pytest.mark.parametrize(
    ("sign", "relation"),
    [
        ("+", "[B] support [A]"),
        ("<+", "[B] support [A]"),
        ("+>", "[A] support [B]"),
        ("-", "[B] attack [A]"),
        ("<-", "[B] attack [A]"),
        ("->", "[A] attack [B]"),
        ("_", "[B] undercut [A]"),
        ("<_", "[B] undercut [A]"),
        ("_>", "[A] undercut [B]"),
        ("><", "[A] contradiction [B]"),
    ],
)
def test_each_sign_has_its_direction(sign: str, relation: str) -> None:
    assert relations(f"[A]\n  {sign} [B]\n") == [relation]


def test_indentation_tells_what_bears_on_what() -> None:
    text = "[A]\n  + [B]\n      - [C]\n        + <D>\n    + [E]\n  - [F]\n"
    assert relations(text) == [
        "[B] support [A]",
        "[C] attack [B]",
        "<D> support [C]",
        "[E] support [A]",
        "[F] attack [A]",
    ]


def test_what_an_argument_with_lines_does_is_done_by_its_conclusion() -> None:
    lines = "<A>: Gist.\n  -> [X]\n  +> [C]\n\n(1) [P]\n----\n  <_ <U>\n(2) [C]\n  _> <B>\n\n<V>\n  _> <A>\n"
    assert relations(lines) == [
        "[C] attack [X]",
        "<U> undercut <A> (2)",
        "[C] undercut <B>",
        "<V> undercut <A> (2)",
    ]


def test_an_attack_on_an_argument_that_its_premise_tells_is_told_once() -> None:
    assert relations("<A>\n\n(1) [P]\n----\n(2) [C]\n\n[X]\n  -> [P]\n  -> <A>\n") == ["[X] attack [P]"]


def test_a_contradiction_is_told_once() -> None:
    assert relations("[A]\n  >< [B]\n\n[B]\n  >< [A]\n") == ["[A] contradiction [B]"]


def test_undercuts_beneath_a_conclusion_hit_what_leads_to_it() -> None:
    assert relations("(1) p\n----\n(2) q\n  <_ [U]\n") == ["[U] undercut <Untitled 1> (2)"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a _b\n", "line 1, column 3: italic words without an end: _ is missing; a backslash before a sign"),
        ("a **b\n", "line 1, column 3: bold words without an end"),
        ("[A]:\n\nb\n", "line 1, column 5: text is missing before an empty line; without a colon a title refers"),
        (
            "a\n[B]\n",
            "line 2, column 1: the title of a statement within a text; put an empty line before it, or @",
        ),
        ("[A] text\n", "line 1, column 5: text behind a title without a colon"),
        ("[A]\n+ b\n", "line 2, column 1: a relation must stand indented beneath a statement or an argument"),
        ("[A]\n  +\n", "line 2, column 4: text or a title is missing before the end of the line"),
        ("[A]\n  >< <B>\n", "line 2, column 6: >< contradicts a statement"),
        ("[A]: x {a: [}\n", "line 1, column 8: this is no YAML mapping (key: value)"),
        ("===\na: [\n===\n\nb\n", "line 1, column 1: this is no YAML mapping"),
        (
            "(1) a\n(2) b\n",
            "line 3, column 1: a line of two or more hyphens and a numbered conclusion are missing",
        ),
        ("(1) a\n----\nb\n", "line 3, column 1: a numbered conclusion is missing before text"),
        ("(1) a\n-- rule\n(2) b\n", "line 2, column 1: an inference ends with two hyphens"),
        ("(1) a\n---- x\n(2) b\n", "line 2, column 6: a new line must follow the hyphens"),
        ("(1) a\n----\n  - b\n(2) c\n", "line 3, column 1: an inference can only be undercut (<_)"),
        ("(1) <A>\n----\n(2) b\n", "line 1, column 5: a numbered line is a statement"),
        ("a\n(1) b\n----\n(2) c\n", "line 2, column 1: a numbered line is out of place; an empty line must stand"),
        ("a\\\n", "line 1, column 2: a backslash needs a character behind it"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text: str, told: str) -> None:
    with pytest.raises(OtherTool) as caught:
        parse(text, "x")
    assert str(caught.value).startswith(told)


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(OtherTool) as caught:
        parse("a *b\n\nfine\n\n[C]\n+ d\n\n(1) e\n\n\\\n" + "\n*x\n" * 30, "x")
    lines = str(caught.value).split("; also ")
    assert [line.partition(":")[0] for line in lines[:4]] == [
        "line 1, column 3",
        "line 6, column 1",
        "line 8, column 6",
        "line 10, column 1",
    ]
    assert (len(lines), lines[-1], caught.value.line) == (21, "14 more", 1)


def test_argdowns_own_pages_lack_the_empty_line_behind_front_matter() -> None:
    assert parse("===\na: b\n===\n[A]: c\n", "x").front == {"a": "b"}


def test_an_argument_has_its_lines_once() -> None:
    with pytest.raises(OtherTool, match="<A> has its premises and conclusion already"):
        parse("<A>\n\n(1) p\n----\n(2) q\n\n<A>\n\n(1) r\n----\n(2) s\n", "x")


def test_a_list_holds_statements_and_sections_hold_what_stands_beneath() -> None:
    document = parse("# One\n\n  1. [A]: a\n  2. <B>: b\n\n## Two\n\n[A]\n\n# Three\n\nc\n", "x")
    assert [(s.level, s.above, [*s.listed]) for s in document.sections] == [
        (1, -1, []),
        (2, 0, ["A"]),
        (1, -1, []),
    ]
    assert [element.section for element in document.elements()] == [0, 2, 0]
    assert document.lists == ["line 3"]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "@[" * 20_000,
        "{" * 20_000,
        "{a: " * 20_000 + "}" * 20_000,
        "#(" * 20_000,
        "[a](" * 20_000,
        "<!--" * 20_000,
        "*a **b " * 10_000,
        ". ." * 20_000,
        "(1) a\n" * 10_000,
        "- " * 20_000,
        "".join(f"[{n}]\n  - [{n + 1}]\n\n" for n in range(5_000)),
        "a\n" + "".join(f"{' ' * n}- b\n" for n in range(1, 2000)),
        "(1) a\n" + "----\n(2) b\n  <_ c\n" * 4_000,
    ],
    ids=lambda text: text[:8].replace("\n", " "),
)
def test_what_is_long_or_deep_is_read_or_refused(text: str) -> None:
    try:
        parse(text, "x")
    except OtherTool:
        return


def test_what_is_too_long_is_refused() -> None:
    with pytest.raises(OtherTool, match="more than 20 million characters; divide it"):
        parse(" " * 20_000_001, "x")


@needs_core
def test_argdown_counts_the_same() -> None:
    texts = [
        POND,
        "[a] b [c]: d\n",
        "a\n  + b #t {x: 1}\n      _> <C>\n  <_ [D]: e\n",
        "# h #t {isGroup: true}\n\n<A>: b {c: {d: [e]}} \n  - f\n",
        "(1) g\n--\nrule one, two {uses: [1]}\n--\n(2) h\n",
        "a. b: c; d - e (f) /g ~ h | i & j % k ^ l = m ? n ! o ' p \" q\n",
    ]
    for text, found in zip(texts, read_by_core(texts), strict=True):
        document = parse(text, "x")
        assert found["errors"] == []
        ours = (len(document.statements), len(document.arguments), len(document.relations))
        assert ours == count(found["json"])


def test_titles_are_kept_apart_by_what_they_name() -> None:
    document = parse("[A]: a\n\n<A>: b\n", "x")
    assert [element.ref.sort for element in document.elements()] == [Sort.STATEMENT, Sort.ARGUMENT]
