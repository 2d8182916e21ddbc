"""The passages that a node cites, with what stands around them and how their words changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.anchoring import compare_words
from argumap.errors import CallError
from argumap.query import get_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.anchoring import AnchorState, WordChange
    from argumap.project.map import Map
    from argumap.text import Unit


@dataclass(frozen=True, slots=True)
class ShownUnit:
    """A unit of an article, and whether it is ``cited`` or stands beside what is."""

    unit: Unit
    cited: bool


def find_cited(opened: Map, node: str) -> list[AnchorState]:
    """The anchors of the one node that ``node`` means, its attributions' among them, in the order of the map.

    Raises `NotFound` or `Ambiguous` for the name, `NotAtHand` where no article is, `CallError` where the node
    cites nothing of one.
    """
    record_id = get_id(opened.index, node, "claim", "issue", "argument", "concept")
    states = [
        s for s in opened.with_text().anchor_states if s.node == record_id or s.node.endswith(f" {record_id}")
    ]
    if not states:
        raise CallError(f"{record_id} cites no passage of a source at hand")
    return states


def find_old_words(opened: Map, state: AnchorState) -> str:
    """The words that a passage had when it was settled last; "" where they are not at hand."""
    old = opened.get_old_article(state)
    return "" if old is None else " ".join(unit.text for unit in old.covered(state.at))


def find_word_changes(opened: Map, state: AnchorState) -> Sequence[WordChange]:
    """How the words of a passage changed; nothing where they did not, or the old ones are not at hand."""
    old = find_old_words(opened, state)
    if not old:
        return []
    changes = compare_words(old, state.text)
    return [] if all(change.kind == "same" for change in changes) else changes


def has_old_words(opened: Map, state: AnchorState) -> bool:
    """Whether the words that a passage had when it was locked are at hand, or can no longer be."""
    return opened.get_old_article(state) is not None or opened.is_pending(state)


def find_surroundings(opened: Map, state: AnchorState, around: int) -> list[ShownUnit]:
    """The units of a passage with ``around`` more on either side; empty where it stands nowhere at hand."""
    article = opened.articles.get(state.source)
    if article is None or state.now is None:
        return []
    cited = {unit.locator for unit in article.covered(state.now)}
    places = [n for n, unit in enumerate(article.units) if unit.locator in cited]
    shown = article.units[max(places[0] - around, 0) : places[-1] + around + 1]
    return [ShownUnit(unit, unit.locator in cited) for unit in shown]


def write_passage(opened: Map, state: AnchorState) -> dict[str, object]:
    """A passage as plain data: what became of it, its words as they are, and how they changed."""
    changes = [{"kind": change.kind, "text": change.text} for change in find_word_changes(opened, state)]
    return {**state.to_dict(), "start": state.start, "end": state.end, "text": state.text, "changes": changes}
