"""The guided reading of a map as links from page to page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from argumap.board import build_tour
from argumap.page import link

if TYPE_CHECKING:
    from argumap.board import TourStep
    from argumap.model import Index
    from argumap.views import ViewInput

PAGES = {"question": "index.html", "people": "matrix.html"}
"""The pages that some steps open; all others open the map."""


@dataclass(frozen=True, slots=True)
class TourLink:
    """What a step says, and the address that opens its place and goes on from there."""

    words: str
    address: str


def build_tour_links(given: ViewInput) -> tuple[TourLink, ...]:
    """The steps through a map in its page's words; none where nothing was evaluated or no page lies beside."""
    steps = build_tour(given.index, given.boards if given.evaluation and not given.alone else ())
    return tuple(TourLink(_tell(given, step), _address(given.index, step, n)) for n, step in enumerate(steps, 1))


def _tell(given: ViewInput, step: TourStep) -> str:
    if step.text:
        return step.text
    index = given.index
    names = [index.claims[c].label if c in index.claims else c for c in step.aside or (step.of,)]
    if step.of in index.issues:
        return given.phrases.say(f"tour.{step.kind}", name=index.issues[step.of].question)
    return given.phrases.say(f"tour.{step.kind}", name=given.phrases.join([given.phrases.quote(n) for n in names]))


def _address(index: Index, step: TourStep, number: int) -> str:
    page = PAGES.get(step.kind) or ("index.html" if step.of in index.issues else "map.html")
    aside = ",".join(quote(quote(claim, safe="", errors="replace")) for claim in step.aside)
    place = page + "#" if step.kind == "people" else link(page, step.of) + "&"
    return f"{place}{f'aside={aside}&' if aside else ''}tour={number}"
