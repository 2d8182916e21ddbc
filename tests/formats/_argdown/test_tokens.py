from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.formats._argdown.tokens import tokenize

SIGNS = [
    "[a]",
    "[a]:",
    "<b>",
    "<b>:",
    "@[c]",
    "(1)",
    "--",
    "{",
    "}",
    "#t",
    "#(",
    "//",
    "/*",
    "*/",
    "<!--",
    "-->",
    "===",
]


def told(text: str) -> list[str]:
    return [f"{t.kind.name} {t.value}".strip() for t in tokenize(text).tokens[:-1]]


def test_what_stands_at_a_lines_beginning_decides() -> None:
    assert told("[A]: a + b\n  + c\n\n+ d") == [
        "DEFINED_STATEMENT A",
        "TEXT a + b",
        "NEWLINE",
        "INDENT",
        "RELATION +",
        "TEXT c",
        "DEDENT",
        "EMPTY_LINE",
        "RELATION +",
        "TEXT d",
    ]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("a \\[b\\] \\\\ c", ["TEXT a [b] \\ c"]),
        ("p .->. q .no. :y:", ["TEXT p → q .no. ✔"]),
        ("**a** _b_ c_d", ["TYPE_START **", "TEXT a", "TYPE_END **", "TYPE_START _", "TEXT b", "TYPE_END _"]),
        ("x #a #(b c) ", ["TEXT x", "TAG a", "TAG b c"]),
        ("see [w](https://a.b) now", ["TEXT see", "LINK [w](https://a.b)", "TEXT now"]),
        ("x {a: {b: 1}, c: 2}", ["TEXT x", "DATA a: {b: 1}, c: 2"]),
        ("a // b\n[c] /* d */", ["TEXT a", "NEWLINE", "NAMED_STATEMENT c"]),
        ("## h", ["HEADING ##", "TEXT h"]),
        ("-- a, b {c: 1} --\n", ["RULE_START", "TEXT a", "COMMA", "TEXT b", "DATA c: 1", "RULE_END", "NEWLINE"]),
    ],
)
def test_signs_are_told_from_words(text: str, tokens: list[str]) -> None:
    assert [token.strip() for token in told(text)][: len(tokens)] == tokens


def test_an_address_that_a_comment_cuts_is_noted() -> None:
    assert [(c.start, c.cuts) for c in tokenize("see https://a.b\nx // y\n").comments] == [(10, True), (18, False)]


def test_a_backslash_before_nothing_is_noted() -> None:
    assert tokenize("a\\\nb\\").lone == [1, 4]


@given(
    st.lists(st.sampled_from([*SIGNS, " ", "\n", "\n\n", "    ", "word", "- ", "_", "**", ".", ":"]), max_size=40)
)
def test_every_text_has_tokens_in_their_order(parts: list[str]) -> None:
    tokens = tokenize("".join(parts)).tokens
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)
    assert tokens[-1].end == len("".join(parts))
