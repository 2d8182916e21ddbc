from __future__ import annotations

import pytest

from argumap.errors import OtherTool
from argumap.formats import Foreign
from argumap.formats._carneades import recognise
from argumap.formats._carneades.case import parse_case
from carneades_files import POND
from foreign_files import read


def test_it_is_known_by_its_keys() -> None:
    assert recognise(Foreign("x", POND.encode("utf-8-sig")))
    assert recognise(Foreign("x", b"language:\n  leaks/1: The %s leaks.\nargument_schemes:\n  - id: leak\n"))
    for other in (
        b"argumap: 1\nstatements:\n",
        b'{"statements": {}}',
        b"meta:\n  title: x\n",
        b"statements: x\nhello\n",
    ):
        assert not recognise(Foreign("x", other))


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("statements:\n  a: [", 3, "expected node content"),
        ("statements:\n  a: x\n  a: y\n", 3, "stands here twice"),
        ("statements:\n  a: &a [x]\n  b: *c\n", 3, "names nothing"),
        ("wax: x\n", 0, "lacks the key statements"),
        ("argument_schemes: []\nassumptions: [leaks(dam)]\n", 0, "only schemes, of which Carneades makes"),
        (f"statements: {'[' * 100_000}", 1, "nesting depth"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(text: str, line: int, told: str) -> None:
    with pytest.raises(OtherTool, match=told) as refused:
        read("carneades", text)
    assert refused.value.line == line


def test_what_is_too_long_is_refused() -> None:
    with pytest.raises(OtherTool, match="more than 20 million characters; divide it"):
        parse_case(" " * 20_000_001, "x")


def test_a_bomb_of_aliases_is_refused() -> None:
    rows = "".join(f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    with pytest.raises(OtherTool, match="aliases repeat more than"):
        read("carneades", f"statements:\n  a0: &a0 [x]\n{rows}")
