"""Where OVA draws the nodes of an xAIF file: it opens a file only with their places, and draws its edges alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.formats._aif.document import read_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ROW, _COLUMN, _SIDE = 140, 260, 450


def lay_out(
    nodes: Mapping[str, Mapping[str, object]], edges: Sequence[Mapping[str, object]], before: object
) -> dict[str, object]:
    """The places of all nodes: those they had ``before``, and rows beneath these for the new ones.

    Claims and steps stand to the left, who says them to the right.
    """
    given = before if isinstance(before, dict) else {}
    known = _by_id(given.get("nodes"))
    kept = [known[name] for name in nodes if name in known]
    lowest = max((_number(place.get("y")) for place in kept), default=0)
    made: list[dict[str, object]] = []
    for n, name in enumerate(name for name in nodes if name not in known):
        side = _SIDE if str(nodes[name].get("type")) in {"L", "TA", "YA"} else 0
        x, y = _COLUMN * (n % 2) + 2 * side + 20, lowest + _ROW * (n // 2 + 1)
        made.append({"nodeID": name, "visible": True, "x": x, "y": y, "timestamp": ""})
    hidden = {name for name, place in known.items() if place.get("visible") is False}
    drawn = [
        {
            "fromID": e.get("fromID"),
            "toID": e.get("toID"),
            "visible": hidden.isdisjoint({read_id(e, "fromID"), read_id(e, "toID")}),
        }
        for e in edges
    ]
    owner = {
        "firstname": given.get("firstname", ""),
        "surname": given.get("surname", ""),
        "url": given.get("url", ""),
    }
    return {**given, **owner, "nodes": [*kept, *made], "edges": drawn}


def _by_id(places: object) -> dict[str, dict[str, object]]:
    found = places if isinstance(places, list) else []
    return {read_id(place, "nodeID"): place for place in found if isinstance(place, dict)}


def _number(value: object) -> int:
    try:
        return int(float(value)) if isinstance(value, str | int | float) else 0
    except (ValueError, OverflowError):
        return 0
