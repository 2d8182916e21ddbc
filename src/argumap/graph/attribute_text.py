"""The attributes of nodes and edges as text, written once for all that look alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from argumap.graph.exchange_shape import Attributes


class Fragments:
    """What ``write`` makes of attributes; where they are kind and label alone, it is asked once for each pair."""

    def __init__(self, write: Callable[[Attributes], str]) -> None:
        self._write = write
        self._known: dict[tuple[object, object], str] = {}

    def of(self, attributes: Attributes) -> str:
        """The text of the attributes of one node or edge."""
        if not _has_only_kind_and_label(attributes):
            return self._write(attributes)
        alike = attributes["kind"], attributes.get("label")
        if alike not in self._known:
            self._known[alike] = self._write(attributes)
        return self._known[alike]


def _has_only_kind_and_label(attributes: Attributes) -> bool:
    return len(attributes) == 1 or (len(attributes) == 2 and "label" in attributes)
