from __future__ import annotations

import gc

import pytest

from argumap.gc_pause import gc_paused


@pytest.mark.parametrize("was_on", [True, False], ids=["on before", "off before"])
def test_the_collector_is_left_as_it_was_found(was_on: bool) -> None:
    gc.enable() if was_on else gc.disable()
    try:
        with gc_paused():
            assert not gc.isenabled()
        assert gc.isenabled() is was_on
    finally:
        gc.enable()


def test_what_is_built_in_the_pause_can_still_be_collected() -> None:
    with gc_paused():
        circle: list[object] = []
        circle.append(circle)
    del circle
    assert gc.collect() > 0
    assert gc.get_freeze_count() == 0
