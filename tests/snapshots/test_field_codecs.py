from __future__ import annotations

from typing import Any

import pytest

from argumap.errors import CallError
from argumap.model import Passage, Quote
from argumap.snapshots.field_codecs import DECIMALS, PASSAGES, SET, parse_flag, parse_text, parse_texts


@pytest.mark.parametrize("number", [0.0, 0.25, 1e-7, 0.1 + 0.2, 1.0])
def test_a_number_is_written_without_an_exponent_and_reads_back_the_same(number: float) -> None:
    written = DECIMALS.encode(number, {})
    assert "e" not in written
    assert DECIMALS.parse(written) == number


def test_a_number_that_is_no_share_is_refused() -> None:
    with pytest.raises(CallError, match="from 0 to 1"):
        DECIMALS.encode(1.5, {})


def test_what_has_no_order_is_sorted_and_written_once() -> None:
    assert SET.encode(("two", "one", "two"), {}) == ["one", "two"]


def test_passages_stand_in_reading_order_and_a_quote_alone_last() -> None:
    loose = Passage("letter", quote=Quote("words"))
    passages = (loose, Passage("letter", "s10.p1"), Passage("letter", "s2.p1"))
    written = PASSAGES.encode(passages, {"letter": 0})
    assert PASSAGES.parse(written) == (passages[2], passages[1], loose)


@pytest.mark.parametrize(
    ("parse", "value"), [(parse_text, 1), (parse_text, None), (parse_flag, "true"), (parse_texts, "ab")]
)
def test_a_value_of_another_type_is_no_such_value(parse: Any, value: object) -> None:
    with pytest.raises(TypeError):
        parse(value)
