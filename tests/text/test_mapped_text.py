from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argumap.text.mapped_text import MappedText


def flow_of(*pieces: tuple[str, int, int | None]) -> MappedText:
    flow = MappedText()
    for text, start, end in pieces:
        flow.add(text, start, end)
    return flow


def test_text_on_two_lines_leads_back_to_both() -> None:
    flow = flow_of(("tall ships", 3, None), (" ", 13, 15), ("sail", 15, None))
    assert flow.text == "tall ships sail"
    assert flow.span(5, 15) == (8, 19)


def test_an_entity_is_led_back_to_as_a_whole() -> None:
    flow = flow_of(("caf", 0, None), ("é", 3, 11), ("s", 11, None))
    assert flow.span(0, 4) == (0, 11)


@given(st.text(alphabet="ab *", min_size=1, max_size=30), st.sets(st.integers(0, 29)))
def test_what_is_left_out_is_the_only_thing_lost(text: str, dropped: set[int]) -> None:
    flow = flow_of((text, 10, None))
    kept = flow.without([(n, n + 1) for n in dropped if n < len(text)])
    assert kept.text == "".join(c for n, c in enumerate(text) if n not in dropped)
    for n in range(len(kept.text)):
        start, end = kept.span(n, n + 1)
        assert text[start - 10 : end - 10] == kept.text[n]
