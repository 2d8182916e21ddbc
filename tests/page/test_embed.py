from __future__ import annotations

import base64
import gzip
import json

from hypothesis import given
from hypothesis import strategies as st

from argumap.page.embed import PACKED_FROM, build_data_element, embed, printable

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@given(ANY_TEXT)
def test_no_text_can_leave_the_script(text: str) -> None:
    embedded = embed({"claim": text + "</script><!--"})
    assert not {"<", ">", "&", "\u2028", "\u2029"} & set(embedded)
    assert json.loads(embedded) == {"claim": text + "</script><!--"}
    embedded.encode("utf-8")


def test_data_is_written_the_same_whatever_the_order_of_its_keys() -> None:
    assert embed({"b": 1, "a": 2}) == embed({"a": 2, "b": 1})


def test_small_data_stays_readable() -> None:
    assert (
        build_data_element("payload", {"a": 1}) == '<script type="application/json" id="payload">{"a":1}</script>'
    )


def test_large_data_is_packed_and_comes_back_whole() -> None:
    data = {"text": "wind " * PACKED_FROM}
    element = str(build_data_element("payload", data))
    assert element == str(build_data_element("payload", data))
    packed = element.partition(">")[2].partition("<")[0]
    assert json.loads(gzip.decompress(base64.b64decode(packed))) == data
    assert len(element) < PACKED_FROM / 10


@given(ANY_TEXT)
def test_text_in_a_template_can_always_be_written(text: str) -> None:
    shown = printable(text)
    assert isinstance(shown, str)
    assert "\0" not in shown
    shown.encode("utf-8")
