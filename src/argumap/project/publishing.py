"""A map as it may be shown to everybody: without its article's text, or with short quotations alone."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from argumap.errors import CallError
from argumap.model import find_unseen
from argumap.project.leak_check import check_leaks, read_folder
from argumap.project.map import Map
from argumap.project.map_states import find_map_states
from argumap.project.next_calls import tell_call
from argumap.project.outputs import build_files, find_maps_page, write_build
from argumap.snapshots import build_snapshot
from argumap.wording import counted, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from argumap.anchoring import Coverage
    from argumap.model import ArgumentMap, Passage
    from argumap.project.open_map_protocol import OpenedMap
    from argumap.text import Article
    from argumap.views import MapState

_NAMED = 3


class PublishedMap(Map):
    """An ``opened`` map of whose articles nothing is shown but ``quotes`` words of each passage."""

    def __init__(self, opened: OpenedMap, quotes: int) -> None:
        reading = replace(opened.reading, map=leave_out_text(opened.record, quotes))
        super().__init__(reading, opened.name, lock=opened.lock)
        self.opened, self.quotes = opened, quotes

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """None is at hand."""
        return {}

    @cached_property
    def anchors(self) -> Mapping[str, Sequence[Mapping[str, object]]]:
        """The anchors of the map, their text cut."""
        anchors = self.opened.anchors
        return {node: [self._cut(anchor) for anchor in each] for node, each in anchors.items()}

    @cached_property
    def coverage(self) -> Coverage | None:
        """What the map cites of its sources, which needs no word of them."""
        return self.opened.coverage

    def _cut(self, anchor: Mapping[str, object]) -> Mapping[str, object]:
        text = cut(str(anchor.get("text") or ""), self.quotes)
        bare = {name: value for name, value in anchor.items() if name != "text"}
        return {**bare, "text": text} if text else bare


def publish(opened: OpenedMap, quotes: int = 0) -> PublishedMap:
    """The map with at most ``quotes`` words of each passage; `CallError` where nobody has seen all of it."""
    unseen = [item.name for item in find_unseen(opened.record)]
    if unseen:
        more = [f"{len(unseen) - _NAMED:,} more"] if len(unseen) > _NAMED else []
        raise CallError(
            f"{opened.name} is not published: nobody has looked at {counted(len(unseen), 'item')} yet "
            f"({joined([*unseen[:_NAMED], *more])}); go through it with `{tell_call('review', opened)}`"
        )
    return PublishedMap(opened, quotes)


def build_published(shown: PublishedMap, folder: Path, *, several: bool = False) -> list[Path]:
    """Write what `build` does; raises `CallError` as that and ``check_leaks`` do."""
    page = find_maps_page(folder, several=several)
    return write_build(shown.opened, folder, lambda: build_published_files(shown, folder, page))


def build_published_files(shown: PublishedMap, folder: Path, maps_page: str = "") -> Mapping[str, str]:
    """What `build_published` writes, by file name; the pages say how many words they show.

    What lies in the ``folder`` already and stays is looked at as well, for all of it is published.
    """
    files = build_files(shown, shown.quotes, find_shown_states(shown.opened, shown.quotes), maps_page)
    kept = {name: text for name, text in read_folder(folder) if name not in files}
    check_leaks(shown.opened, {**files, **kept}, shown.quotes)
    return files


def find_shown_states(opened: OpenedMap, quotes: int) -> tuple[MapState, ...]:
    """The states of a map, each as it may be shown: what is left out of all of them is no change."""
    return tuple(
        replace(state, snapshot=build_snapshot(leave_out_text(state.snapshot.map, quotes)))
        for state in find_map_states(opened)
    )


def leave_out_text(argument_map: ArgumentMap, quotes: int) -> ArgumentMap:
    """The map with at most ``quotes`` words of each quotation and of each cue of speech."""
    # Any: records of several kinds are changed in the fields that they share.
    parts: dict[str, Any] = {
        kind: tuple(_leave_out(record, quotes) for record in getattr(argument_map, kind))
        for kind in ("issues", "claims", "arguments", "attributions", "concepts")
    }
    return replace(argument_map, **parts)


def _leave_out(record: Any, quotes: int) -> Any:
    at = tuple(passage for each in record.at for passage in _leave_out_quote(each, quotes))
    if hasattr(record, "cue"):
        return replace(record, at=at, cue=cut(record.cue or "", quotes) or None)
    return replace(record, at=at)


def _leave_out_quote(passage: Passage, quotes: int) -> Iterator[Passage]:
    quote = passage.quote
    exact = cut(quote.exact, quotes) if quote else ""
    if exact and quote:
        yield replace(passage, quote=replace(quote, exact=exact, prefix="", suffix=""))
    elif passage.at:
        yield replace(passage, quote=None)


def cut(text: str, words: int) -> str:
    """The first ``words`` words, with a mark where more follow."""
    parts = text.split()
    return " ".join(parts) if len(parts) <= words else " ".join([*parts[:words], "…"]) if words else ""
