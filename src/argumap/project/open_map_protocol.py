"""What the checks and the pages need of an open map: `argumap.Map` is one, and they know nothing else of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from argumap.anchoring import AnchorState, Coverage, Lock, SourceCheck
    from argumap.errors import Problem
    from argumap.mapfile import Reading
    from argumap.model import ArgumentMap, Index
    from argumap.semantics import EvaluatedMap
    from argumap.text import Article


class OpenedMap(Protocol):
    """A map with its texts, its anchors and its evaluation, each as `argumap.Map` describes it."""

    name: str
    reading: Reading

    @property
    def record(self) -> ArgumentMap: ...
    @property
    def problems(self) -> tuple[Problem, ...]: ...
    @property
    def folder(self) -> Path: ...
    @property
    def index(self) -> Index: ...
    @property
    def file_places(self) -> Mapping[tuple[str, str], str]: ...
    @property
    def source_files(self) -> Mapping[str, Path]: ...
    @property
    def articles(self) -> Mapping[str, Article]: ...
    @property
    def lock(self) -> Lock | None: ...
    @property
    def source_checks(self) -> Mapping[str, SourceCheck]: ...
    @property
    def anchor_states(self) -> Sequence[AnchorState]: ...
    @property
    def anchors(self) -> Mapping[str, Sequence[Mapping[str, object]]]: ...
    @property
    def coverage(self) -> Coverage | None: ...
    def evaluate(self, semantics: str = ..., as_: str | None = ...) -> EvaluatedMap: ...
    def statuses(self, semantics: str = ...) -> Mapping[str, Mapping[str, object]]: ...
