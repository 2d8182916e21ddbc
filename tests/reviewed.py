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


EACH_KIND = """\
argumap: 1
title: "The Mill Bridge"
unseen: an importer
sources:
  close-it: {title: "Leave the bridge to walkers", author: author, file: bridge.md, unseen: an importer}
issues:
  bridge: {question: "Should cars cross the Mill Bridge?", at: s1.h, unseen: an importer}
stakeholders:
  author: {name: "The columnist", type: person}
  union: {name: "Carters' union", type: organisation, unseen: an importer}
concepts:
  arches: {label: "The arches", unseen: an importer}
claims:
  close-it:
    text: "Cars should never cross the bridge again."
    answers: bridge
    at: s2.p1.s1
    unseen: an importer
  slower-trade:
    text: "Deliveries take longer without the bridge."
    attacks: close-it
    said: {by: union, act: argues, at: s3.p1.s1, unseen: an importer}
  new-cracks: {text: "Eleven cracks are new this year.", about: arches, at: s2.p1.s2-s3}
arguments:
  cracking: {premises: new-cracks, supports: close-it, unseen: an importer}
  lorries:
    premises: [new-cracks, slower-trade]
    supports: close-it
    said: {by: author, act: argues, unseen: an importer}
"""
"""Every kind of thing that may bear the mark bears it; a source has the id of a claim."""


def write_drafted(folder: Path) -> Path:
    """The map in its folder, with its article."""
    return write_map(folder, DRAFTED)
