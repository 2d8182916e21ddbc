"""Pages for readers, one file a view: each builds one HTML page of a map."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from argumap.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from argumap.model import ArgumentMap, Index


class Evaluation(Protocol):
    """What a view needs of an evaluation: a word and a figure for every claim, a word for every argument."""

    @property
    def status(self) -> Mapping[str, Any]: ...

    @property
    def strength(self) -> Mapping[str, float]: ...


@dataclass(frozen=True, slots=True)
class ViewInput:
    """All that a view may draw from. What is not at hand is empty or None, and a view does without.

    ``name`` is the map's folder name. ``articles`` holds the sources whose text is at hand, by source id;
    ``anchors`` what became of the passages of a record, by record id: ``{source, at, state, start, end,
    text}``, the last three only with the text. ``coverage`` is what `argumap.anchoring` found cited, skipped
    and left open. ``equations`` is the evaluation in a form that a page can work out again. ``snapshot`` is
    the name of the snapshot that the page was built from; ``files`` are the files built beside it.
    """

    map: ArgumentMap
    name: str
    index: Index
    articles: Mapping[str, Any] = field(default_factory=dict)
    anchors: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    coverage: Any = None
    evaluation: Evaluation | None = None
    equations: Mapping[str, Any] | None = None
    snapshot: str | None = None
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """One page. ``file`` is its name beside the others, ``build`` gives its whole text."""

    title: str
    file: str
    build: Callable[[ViewInput], str]


VIEWS: Registry[View] = Registry("argumap.views")
