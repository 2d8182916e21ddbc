from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.errors import OtherTool
from argumap.formats._foreign import Foreign, put_together, take_apart


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_the_encodings_that_tools_write(coding: str) -> None:
    assert Foreign("x", "Zürich\r\n".encode(coding)).text == "Zürich\n"


def test_binary_files_are_refused() -> None:
    with pytest.raises(OtherTool, match="binary"):
        _ = Foreign("x", b"PK\x03\x04\x00\x00").text
    with pytest.raises(OtherTool, match="no encoding known here"):
        _ = Foreign("x", ("one\n" + "Плотина течёт. " * 3).encode("cp1251")).text


@pytest.mark.parametrize("data", [b"{", b"[" * 100_000, b"[1" + b"0" * 5000 + b"]", b"{'a': 1}"])
def test_what_is_no_json_is_refused_with_a_reason(data: bytes) -> None:
    with pytest.raises(OtherTool) as caught:
        _ = Foreign("x", data).json
    assert caught.value.file == "x"
    assert Foreign("x", data).keys == frozenset()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=12,
)


@given(JSON)
def test_what_was_taken_apart_comes_together_again(value: object) -> None:
    assert put_together(take_apart(value)) == value


def test_json_with_a_line_broken_within_a_text_is_read() -> None:
    assert Foreign("x.json", b'{"text": "The dam\nleaks\there."}').json == {"text": "The dam\nleaks\there."}


def test_a_file_in_utf_8_with_a_broken_letter_stays_in_it() -> None:
    foreign = Foreign("x", "Der Müller hört es ü".encode()[:-1])
    assert foreign.text == "Der Müller hört es \ufffd"
    assert list(foreign.tell_coding()) == ["1 byte is no UTF-8, as the rest is; \ufffd stands for it"]


def test_how_letters_were_guessed_is_told() -> None:
    assert not list(Foreign("x", "Müller".encode()).tell_coding())
    assert not list(Foreign("x", b"PK\x00\xe9").tell_coding())
    assert "read as Mac Roman" in next(Foreign("x", "Der Müller hört es.".encode("mac_roman")).tell_coding())
