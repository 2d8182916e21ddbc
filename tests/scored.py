"""A draft and a gold map of one small article, each written in a few lines, and their scores."""

from __future__ import annotations

from textwrap import dedent

from argumap.anchoring import build_lock
from argumap.mapfile import parse_map
from argumap.model import Index
from argumap.scoring import MapScores, score_draft
from argumap.scoring.placed_map import PlacedMap, place_maps
from argumap.scoring.same_claims import SameClaims
from argumap.scoring.same_speakers import find_same_speakers
from argumap.text import parse_article

ARTICLE = """# The well

The well must be closed. Its water is bad. A nurse said so.

The mayor denies it. "It is the best water of the valley," he told us. Critics say that he never drinks it.
Nobody has measured. We shall see.
"""
HEAD = """argumap: 1
sources:
  s: {title: "The well", author: reporter}
stakeholders:
  reporter: {name: "The reporter", type: person}
  nurse: {name: "A nurse", type: person}
  mayor: {name: "The mayor", type: person}
  critics: {name: "Critics", type: unspecified}
issues:
  well: {question: "Should the well be closed?"}
claims:
"""
GOLD = """
close: {text: "Close it.", answers: well, at: s1.p1.s1}
bad: {text: "The water is bad.", at: s1.p1.s2, said: nurse, supports: close}
best: {text: "The water is good.", at: s1.p2.s2, said: mayor, attacks: close}
"""
DRAFT = """
close: {text: "C.", answers: well, at: s1.p1.s1}
bad: {text: "B.", at: s1.p1.s2, supports: close}
never: {text: "N.", answers: well, at: s1.p2.s3, said: critics}
"""


def index_of(body: str, head: str = HEAD) -> Index:
    """The map with these claims, and arguments after a line ``arguments:``; it must read without a problem."""
    lines = dedent(body).strip().splitlines()
    reading = parse_map(head + "".join(f"{line}\n" if line == "arguments:" else f"  {line}\n" for line in lines))
    assert reading.problems == (), [str(problem) for problem in reading.problems]
    return Index(reading.map)


def placed(draft: str, gold: str, *, head: str = HEAD, article: str = ARTICLE) -> tuple[PlacedMap, PlacedMap]:
    lock = build_lock({"s": parse_article(article)})
    return place_maps(index_of(draft, head), lock, index_of(gold), lock)


def same_claims(draft: str, gold: str, *, head: str = HEAD) -> SameClaims:
    ours, theirs = placed(draft, gold, head=head)
    return SameClaims(ours, theirs, find_same_speakers(ours, theirs))


def scored(draft: str, gold: str, *, head: str = HEAD) -> MapScores:
    lock = build_lock({"s": parse_article(ARTICLE)})
    return score_draft(index_of(draft, head), lock, index_of(gold), lock)
