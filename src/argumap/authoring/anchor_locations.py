"""Where in a map's files each of its anchors is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.mapfile import attribution_paths

if TYPE_CHECKING:
    from argumap.anchoring import AnchorState
    from argumap.mapfile import ValuePath
    from argumap.model import ArgumentMap


class AnchorPaths:
    """The path of the record that carries an anchor: a node, an attribution, a source or a section."""

    def __init__(self, opened: ArgumentMap) -> None:
        self._spoken: dict[tuple[str, str, str], ValuePath] = {
            (f"{spoken.by} {spoken.act} {spoken.of}", passage.source, passage.at): path
            for spoken, path in zip(opened.attributions, attribution_paths(opened), strict=True)
            for passage in spoken.at
        }

    def record(self, state: AnchorState) -> ValuePath:
        match state.kind:
            case "skip":
                return ("sources", state.node)
            case "section":
                return ("sections", state.at)
            case "attribution":
                return self._spoken[state.node, state.source, state.at]
            case kind:
                return (f"{kind}s", state.node)

    def value(self, state: AnchorState) -> ValuePath:
        """The path of the locator itself, or of the list that holds it."""
        keys = {"skip": ("skip",), "section": ()}
        return (*self.record(state), *keys.get(state.kind, ("at",)))
