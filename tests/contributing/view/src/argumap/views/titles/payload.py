"""The claims by their titles, in the order of the alphabet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argumap.page import element_id, find_ids, render
from argumap.views import build_navigation

if TYPE_CHECKING:
    from argumap.model import Claim
    from argumap.views import ViewInput

_FOLDER = Path(__file__).parent


def build_rows(given: ViewInput) -> list[Claim]:
    return sorted(given.map.claims, key=lambda claim: (claim.label.casefold(), claim.id))


def build_page(given: ViewInput) -> str:
    """The page as text; the same map gives the same bytes."""
    return render(
        _FOLDER / "titles.html.j2",
        title=given.map.title,
        payload={id_: label for id_, label in find_ids(given.index).items() if id_ not in given.index.claims},
        script="titles.js",
        styles=("tokens.css", "page.css", "reading.css"),
        page="titles",
        pages=build_navigation(),
        claims=build_rows(given),
        anchor=element_id,
    )
