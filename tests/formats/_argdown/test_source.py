from __future__ import annotations

import pytest

from argdown_texts import POND
from argumap.errors import OtherTool
from argumap.formats import Foreign
from argumap.formats._argdown.source import recognise
from argumap.formats._foreign import join_lines
from foreign_files import came, read, write


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("[A]: words\n", True),
        ("<A>: words\n", True),
        ("a\n  + <B>\n", True),
        ("===\ntitle: x\n===\n\na\n", True),
        ("# A list\n\n- [ ] to do\n- [x](https://a.b)\n\n[x]: https://a.b\n", False),
        ("<div>\n  <p>\n</div>\n", False),
        ('{"a": 1}', False),
        ("\0\1", False),
    ],
)
def test_a_file_is_known_by_its_titles(text: str, known: bool) -> None:
    assert bool(recognise(Foreign("x", text.encode()))) == known


def test_a_file_without_titles_is_known_by_its_name() -> None:
    assert recognise(Foreign("x.argdown", b"a\n  + b\n"))


def test_the_other_dialect_is_refused() -> None:
    with pytest.raises(OtherTool, match="Argdown 2 of another tool"):
        read("argdown", "[a]: b\n\n([a]) -> [c].\n")


@pytest.mark.parametrize("text", [POND, POND.replace("\n", "\r\n"), f"\ufeff{POND}"])
def test_what_nobody_touched_goes_back_byte_for_byte(text: str) -> None:
    imported = read("argdown", text)
    assert join_lines(imported.kept) == text.encode()
    assert write("argdown", came("argdown", imported), imported.kept) == {".argdown": text}
