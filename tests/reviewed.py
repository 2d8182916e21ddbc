"""A small drafted map for the tests of what a review does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from places import MAP, write_map

if TYPE_CHECKING:
    from pathlib import Path

DRAFTED = (
    MAP.replace("type: organisation}", 'type: organisation, unseen: "draft, by speaker"}')
    .replace(
        "said: {by: union, act: argues, at: s3.p1.s1}",
        'said: {by: union, act: argues, at: s3.p1.s1, unseen: "draft, by reporting-verb"}',
    )
    .replace(
        '    text: "Deliveries take longer without the bridge."\n',
        '    text: "A closed bridge adds twenty minutes to each"\n    unseen: "draft, by reporting-verb"\n',
    )
    .replace(
        '    text: "The ring road replaces the bridge."\n',
        '    text: "The ring road replaces the bridge."\n    unseen: "draft, by statement"\n',
    )
)


def write_drafted(folder: Path) -> Path:
    """The map in its folder, with its article."""
    return write_map(folder, DRAFTED)
