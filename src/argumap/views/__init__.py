"""Pages for readers, one folder a view: its payload, its template, its script and its style.

A view binds ``PLUGIN`` in its folder's ``__init__.py``; what it builds of is imported when the page is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from argumap.lazy_exports import export_lazily
from argumap.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping, Sequence

    from argumap.anchoring import Coverage
    from argumap.board import Board
    from argumap.model import ArgumentMap, Index
    from argumap.phrases import Phrases
    from argumap.semantics import Evaluation
    from argumap.snapshots import Snapshot
    from argumap.text import Article
    from argumap.verdicts import IssueVerdict

if TYPE_CHECKING:
    from argumap.views._map_cards import MapCard, build_card, build_maps_page, leads_to
else:
    __getattr__ = export_lazily(__name__, {"_map_cards": "MapCard build_card build_maps_page leads_to"})

__all__ = [
    "VIEWS",
    "MapCard",
    "MapState",
    "View",
    "ViewInput",
    "build_card",
    "build_maps_page",
    "build_navigation",
    "leads_to",
    "render_reading_page",
]

_TELLING = 200
"""So many claims tell in which language a map is written."""


@dataclass(frozen=True, slots=True)
class MapState:
    """A map as it was kept, with the ``date`` and the ``note`` given then; of the map as it is now both are empty.

    ``text`` is a digest of the fingerprints of its sources, "" where none are known: two states with the same one
    are two readings of one text.
    """

    snapshot: Snapshot
    date: str = ""
    note: str = ""
    text: str = ""


@dataclass(slots=True)
class _Kept:
    """What several pages of a map ask for, once it is worked out."""

    language: str | None = None
    boards: tuple[Board, ...] | None = None
    unseen: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class ViewInput:
    """All that a view may draw from. What is not at hand is empty or None, and a view does without.

    ``name`` is the map's folder name. ``articles`` holds the sources whose text is at hand, by source id;
    ``anchors`` what became of the passages of a record, by record id: ``{source, at, state, start, end, text}``,
    the last three only with the text; ``file_places`` where in its file a passage stands (``page=2``, ``t=75``),
    by source and locator. ``coverage`` is what `argumap.anchoring` found cited, skipped and left open.
    ``verdicts`` say who leads on each debated issue, by its id. ``equations`` is the evaluation in a form that a
    page can work out again. ``snapshot`` is the name of the snapshot that the page was built from; ``files`` are
    the files built beside it. ``states`` are the map as it was kept, oldest first, and as it is now: for the
    view that compares them, which there is where there are two. ``alone`` tells that no other page lies beside
    the one that is built. ``published`` is how many words of each passage may be shown to everybody, None where
    nobody asked. ``maps_page`` is the address of the page that leads to this map and to others, "" where there is
    none. ``kept`` is what was worked out of the map, so that its pages share it.
    """

    map: ArgumentMap
    name: str
    index: Index
    articles: Mapping[str, Article] = field(default_factory=dict)
    anchors: Mapping[str, Sequence[Mapping[str, object]]] = field(default_factory=dict)
    file_places: Mapping[tuple[str, str], str] = field(default_factory=dict)
    coverage: Coverage | None = None
    evaluation: Evaluation | None = None
    verdicts: Mapping[str, IssueVerdict] = field(default_factory=dict)
    equations: Mapping[str, object] | None = None
    snapshot: str | None = None
    files: tuple[str, ...] = ()
    states: tuple[MapState, ...] = ()
    alone: bool = False
    published: int | None = None
    maps_page: str = ""
    kept: _Kept = field(default_factory=_Kept, repr=False, compare=False)

    @property
    def pages(self) -> tuple[View, ...]:
        """The views that lie beside each other, in the order of the navigation."""
        return () if self.alone else build_navigation(len(self.states))

    @property
    def language(self) -> str:
        """The tag of the language that the map is written in, as it says or as its claims tell."""
        from argumap.text import guess_language

        if self.kept.language is None:
            told = " ".join(claim.text for claim in self.map.claims[:_TELLING])
            self.kept.language = self.map.language or guess_language(told)
        return self.kept.language

    @property
    def unseen(self) -> frozenset[str]:
        """The ids of what nobody has seen since it was drafted or imported; pages draw it with a double edge."""
        from argumap.model import find_unseen

        if self.kept.unseen is None:
            self.kept.unseen = frozenset(item.id for item in find_unseen(self.map) if item.kind != "map")
        return self.kept.unseen

    @property
    def told_places(self) -> Mapping[tuple[str, str], str]:
        """Where in its file a passage stands, for people: *page 2*, *at 1:15*; by source and locator."""
        return {passage: self.tell_place(place) for passage, place in self.file_places.items()}

    def tell_place(self, fragment: str) -> str:
        """The page or the time that a fragment names."""
        kind, _, number = fragment.partition("=")
        if kind == "page":
            return self.phrases.say("sections.file-page", n=int(number))
        minutes, seconds = divmod(int(number), 60)
        hours, minutes = divmod(minutes, 60)
        clock = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
        return self.phrases.say("sections.file-time", time=clock)

    @property
    def phrases(self) -> Phrases:
        """The phrases that the page speaks in."""
        from argumap.phrases import get_phrases

        return get_phrases(self.language)

    @property
    def boards(self) -> tuple[Board, ...]:
        """The boards of every debated question, whether the map was evaluated or is now."""
        from argumap.board import build_boards
        from argumap.semantics import evaluate

        if self.kept.boards is None:
            evaluation = self.evaluation or evaluate(self.index)
            self.kept.boards = build_boards(evaluation, self.verdicts or None, phrases=self.phrases)
        return self.kept.boards


@dataclass(frozen=True, slots=True)
class View:
    """One page: ``build`` gives its whole text, and ``file`` is its name beside the others.

    A page that comes in parts where the map is large has them all from ``build_all``, by file name; of these
    ``build`` gives the first.

    ``label`` stands in the navigation of all pages at ``place``, counted from 1. A view that compares needs so
    many ``states`` of the map; where there are fewer it is neither built with the others nor led to by them.
    """

    name: str
    label: str
    file: str
    build: Callable[[ViewInput], str]
    place: int
    states: int = 0
    build_all: Callable[[ViewInput], Mapping[str, str]] | None = None

    def build_files(self, given: ViewInput) -> Mapping[str, str]:
        """The page with all its parts, by file name."""
        return self.build_all(given) if self.build_all else {self.file: self.build(given)}


VIEWS: Registry[View] = Registry("argumap.views")


def build_navigation(states: int = 0) -> tuple[View, ...]:
    """The views of a map that is known in so many states, in the order of the navigation."""
    return tuple(sorted((v for v in VIEWS.values() if v.states <= states), key=lambda view: view.place))


def render_reading_page(
    given: ViewInput, name: str, shown: Container[str], styles: Sequence[str] = (), /, **context: object
) -> str:
    """The page of the view ``name`` in the look of those that are read; its files are called after it.

    ``shown`` are the ids that have an element on the page. The words of all others go to the script, so that an
    address that names one of them is answered. ``styles`` are those that the page needs beside its own.
    ``context`` goes to the template, with ``anchor`` and ``link``, and ``source_text``: the attributes of an
    element with the words of a source.
    """
    from argumap.page import element_id, find_ids, link, mark_language, render
    from argumap.views._lenses import pack_lenses
    from argumap.views._tours import build_tour_links

    return render(
        Path(__file__).parent / name / f"{name}.html.j2",
        title=given.map.title,
        payload={node_id: label for node_id, label in find_ids(given.index).items() if node_id not in shown},
        script=f"{name}.js",
        styles=("tokens.css", "share.css", "page.css", "reading.css", f"{name}.css", *styles),
        language=given.language,
        page=name,
        pages=given.pages,
        published=given.published,
        maps_page=given.maps_page,
        lenses=pack_lenses(given),
        tour=build_tour_links(given),
        drafted=given.unseen,
        with_text=bool(given.articles),
        source_text=lambda source: mark_language(source.language or given.language, given.phrases.code),
        **{"anchor": element_id, "link": link, **context},
    )
