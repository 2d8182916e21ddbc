"""Python's cycle collector, set aside while very many small records are built that all stay."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def gc_paused() -> Iterator[None]:
    """Pause the collector, which would walk all records again and again: that takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            _settle()
            gc.enable()


def _settle() -> None:
    """Move what was built among the old objects, where the collector's next walks do not look at once."""
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
