"""One file a format: a module here that binds ``PLUGIN`` to a `Format` is found by its file's name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from argumap.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from argumap.graph import Anchors, Outcomes
    from argumap.model import ArgumentMap

Written: TypeAlias = "str | Mapping[str, str]"


@dataclass(frozen=True, slots=True)
class Export:
    """What a writer gets: the map and, by the ids of its records, what is known of anchors and status."""

    map: ArgumentMap
    anchors: Anchors = field(default_factory=dict)
    evaluation: Outcomes = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Format:
    """A way to hand a map on.

    ``write`` returns the text of one file, or several texts by suffix where a format takes more than one
    file. ``read`` is None for a format that is only written. ``loses`` names what the format has no place for.
    Without ``anchors`` it tells nothing of an article, so it is given none and no text is verified for it.
    """

    title: str
    suffixes: tuple[str, ...]
    write: Callable[[Export], Written] | None = None
    read: Callable[[str], ArgumentMap] | None = None
    loses: tuple[str, ...] = ()
    anchors: bool = True

    def files(self, written: Written) -> Mapping[str, str]:
        """What ``write`` returned, by suffix."""
        return {self.suffixes[0]: written} if isinstance(written, str) else written


FORMATS: Registry[Format] = Registry("argumap.formats")
