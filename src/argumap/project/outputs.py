"""From an open map to its pages, its reports and its files in ``output/``."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from argumap.errors import CallError, CannotRead, TooLarge
from argumap.files import digest, read_bytes, write_together, write_whole
from argumap.project.own_files import spare_own

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from argumap.project.open_map_protocol import OpenedMap
    from argumap.views import MapCard, MapState, ViewInput

PAGE = "index.html"
"""The page that a folder of pages opens with."""

HEAD = 4_000
"""So many letters of a page tell of which map it is."""

LIMIT = 50_000_000
"""A page of several maps of more bytes than this is not looked into."""


def build(opened: OpenedMap, folder: Path, *, several: bool = False) -> list[Path]:
    """Write all pages, the adjacency report, the graph and the snapshot of a map to ``folder``, as one.

    Everything is made before the first file is written, so a failure leaves what was there. ``several`` tells that
    the page of several maps will be written beside the folder. Raises `CallError` where the pages of another map
    lie in ``folder``.
    """
    return write_build(
        opened, folder, lambda: build_files(opened, maps_page=find_maps_page(folder, several=several))
    )


def find_maps_page(folder: Path, *, several: bool = False) -> str:
    """The address, from pages in ``folder``, of the page of several maps that leads to them; "" where none does.

    Where ``several`` are being built, it is about to be written.
    """
    from argumap.views import leads_to

    if not several:
        try:
            text = read_bytes(folder.resolve().parent / PAGE, LIMIT).decode("utf-8", errors="replace")
        except (CannotRead, TooLarge):
            return ""
        if not leads_to(text, folder.resolve().name):
            return ""
    return f"../{PAGE}"


def write_build(opened: OpenedMap, folder: Path, make_files: Callable[[], Mapping[str, str]]) -> list[Path]:
    """Write what a build of a map makes to ``folder``, unless the pages of another lie there."""
    _look_for_another(opened.name, folder)
    return write_files(opened, {folder / file: text for file, text in make_files().items()}, folder)


def write_files(opened: OpenedMap, contents: Mapping[Path, str], folder: Path) -> list[Path]:
    """Write what was made of a map to ``folder``, as one; raises `CallError` as `spare_own` does."""
    spare_own(opened, contents)
    return write_together(folder, contents)


def _look_for_another(name: str, folder: Path) -> None:
    from argumap.page import find_map_of

    page = folder / PAGE
    if page.is_file():
        with page.open(encoding="utf-8", errors="replace") as file:
            other = find_map_of(file.read(HEAD))
        if other not in {None, name}:
            raise CallError(f"{folder} holds the pages of the map {other!r}; name another folder, or delete it")


def build_files(
    opened: OpenedMap,
    published: int | None = None,
    states: tuple[MapState, ...] | None = None,
    maps_page: str = "",
) -> Mapping[str, str]:
    """What `build` writes, by file name; each page carries the name of the build, made of all their contents.

    ``published`` is how many words of each passage a map shows that `publish` gave; its pages say so. ``states``
    are those that the page of changes compares; without, those that are kept. ``maps_page`` is as `find_maps_page`
    gives it.
    """
    from argumap.formats import FORMATS, Export
    from argumap.page import mark_build
    from argumap.project.drawing import build_picture_files
    from argumap.snapshots import build_snapshot

    snapshot = build_snapshot(opened.record)
    texts = {f"adjacency.{suffix}": text for suffix, text in build_report(opened, "adjacency").items()}
    texts["snapshot.jsonl"] = snapshot.text
    node_link = FORMATS["node-link"]
    if node_link.write is not None:
        written = node_link.write(Export(opened.record, opened.anchors, opened.statuses()))
        texts |= {f"graph{suffix}": text for suffix, text in node_link.files(written).items()}
    given = view_input(opened, snapshot.id)
    if states is not None:
        given = replace(given, states=states)
    texts |= build_picture_files(given)
    given = replace(given, files=tuple(texts), published=published, maps_page=maps_page)
    pages: dict[str, str] = {}
    for view in sorted(given.pages, key=attrgetter("file")):
        pages |= view.build_files(given)
    name = _name_build({**pages, **texts})
    return {**{file: mark_build(page, name, opened.name) for file, page in pages.items()}, **texts}


def _name_build(texts: Mapping[str, str]) -> str:
    return digest("".join(f"{name} {digest(texts[name].encode())}\n" for name in sorted(texts)).encode())[:16]


def write_maps_page(cards: Sequence[MapCard], folder: Path) -> Path:
    """Write the page that leads to several maps; each has its own folder beside it."""
    from argumap.views import build_maps_page

    return write_whole(folder / PAGE, build_maps_page(cards))


def build_map_card(opened: OpenedMap) -> MapCard:
    """What the page of several maps says of one."""
    from argumap.views import build_card

    return build_card(view_input(opened))


def build_view(opened: OpenedMap, name: str) -> str:
    """The page ``name`` of a map; raises `NotFound` with the names there are."""
    from argumap.views import VIEWS

    return VIEWS[name].build(view_input(opened))


def write_view(opened: OpenedMap, name: str, folder: Path) -> list[Path]:
    """Write the page ``name`` of a map, with all its parts, the first of them first."""
    from argumap.views import VIEWS

    files = VIEWS[name].build_files(replace(view_input(opened), maps_page=find_maps_page(folder)))
    return write_files(opened, {folder / file: text for file, text in files.items()}, folder)


def build_report(opened: OpenedMap, name: str, semantics: str | None = "qe") -> Mapping[str, str]:
    """The report ``name`` of a map in each of its formats, by suffix without the dot.

    ``semantics`` None leaves status and strength out. Raises `NotFound` with the names there are.
    """
    from argumap.reports import REPORTS, ReportInput

    statuses = opened.statuses(semantics) if semantics else {}
    report = REPORTS[name]
    given = ReportInput(opened.record, evaluation=statuses)
    if report.anchors:
        given = replace(given, anchors=opened.anchors, coverage=_by_section(opened))
    return {suffix.lstrip("."): write(given) for suffix, write in report.writers.items()}


def view_input(opened: OpenedMap, snapshot: str | None = None) -> ViewInput:
    """All that a page may draw from; what the pages share is worked out once, and kept with the map's index."""
    from argumap.project.map_states import find_map_states
    from argumap.semantics import build_page_equations
    from argumap.verdicts import build_issue_verdicts
    from argumap.views import ViewInput

    kept: dict[str, ViewInput] = vars(opened.index)
    if "view_input" not in kept:
        evaluation = opened.evaluate()
        kept["view_input"] = ViewInput(
            map=opened.record,
            name=opened.name,
            index=opened.index,
            articles=opened.articles,
            anchors=opened.anchors,
            file_places=opened.file_places,
            coverage=opened.coverage,
            evaluation=evaluation,
            verdicts=build_issue_verdicts(evaluation),
            equations=build_page_equations(opened.index),
            states=find_map_states(opened),
        )
    return replace(kept["view_input"], snapshot=snapshot)


def _by_section(opened: OpenedMap) -> Mapping[str, Mapping[str, tuple[str, ...]]] | None:
    """The coverage as reports take it: by section, the locators of its units."""
    if opened.coverage is None:
        return None
    return {
        f"{part.source}#{part.section}": {"cited": part.cited, "skipped": part.skipped, "open": part.open}
        for part in opened.coverage.sections
    }
