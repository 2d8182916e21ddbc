"""Small maps on disk for tests that need files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = """# Leave the bridge to walkers

## Why close it

The Mill Bridge should be closed to cars for good. Its arches are cracking: the county engineer counted
eleven new cracks this year. Every lorry that crosses widens them.

## What the carters say

The carters' union argues that a closed bridge adds twenty minutes to each delivery. That is true of today's
road. But the new ring road opens in spring.
"""

MAP = """\
argumap: 1
title: "The Mill Bridge"
sources:
  article:
    title: "Leave the bridge to walkers"
    author: author
    file: bridge.md
    skip: s3.p1.s2
sections:
  s3: {title: "What the carters say"}
issues:
  bridge: {question: "Should cars cross the Mill Bridge?", at: s1.h}
stakeholders:
  author: {name: "The columnist", type: person}
  union: {name: "Carters' union", type: organisation}
claims:
  close-it:
    text: "Cars should never cross the bridge again."
    answers: bridge
    at: s2.p1.s1
  new-cracks:   # counted by the county
    text: "Eleven cracks are new this year."
    supports: close-it
    at: s2.p1.s2-s3
  slower-trade:
    text: "Deliveries take longer without the bridge."
    attacks: close-it
    said: {by: union, act: argues, at: s3.p1.s1}
    at: s3.p1.s1
  ring-road:
    text: "The ring road replaces the bridge."
    attacks: slower-trade
    at: s3.p1.s3
"""


CORRECTED = (
    ARTICLE.replace(
        "## Why close it", "## A correction\n\nAn earlier version named another bridge.\n\n## Why close it"
    )
    .replace("for good", "at last")
    .replace("twenty minutes", "thirty minutes")
)


def write_map(folder: Path, text: str = MAP, article: str | None = ARTICLE) -> Path:
    """A map's folder with its article beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "map.yaml").write_text(text, encoding="utf-8")
    if article is not None:
        (folder / "bridge.md").write_text(article, encoding="utf-8")
    return folder
