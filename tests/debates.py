"""Small debates: an issue with answers on maps of ten shapes drawn at random, and two written out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.model import Act, ArgumentMap, Attribution, Claim, Issue, Source, Stakeholder
from map_shapes import SHAPES
from maps import argument

if TYPE_CHECKING:
    import random

SPEAKERS = ("ann", "bob")


def debate(relations: str, answers: str = "x y z", *, exclusive: bool = False) -> ArgumentMap:
    """A map on issue ``q`` with these answers, from relations such as ``a,b supports x; c undercuts r0``.

    They are numbered r0, r1 …; ``%`` behind one says that the map added it, ``*0.5`` what it weighs. Claims are
    those that are named.
    """
    arguments, named = [], dict.fromkeys(answers.split())
    for n, written in enumerate(filter(None, map(str.strip, relations.split(";")))):
        premises, bearing, target, *marks = written.split()
        premises = premises.replace(",", " ")
        weights = [float(mark[1:]) for mark in marks if mark.startswith("*")]
        step = argument(f"r{n}", premises, bearing, target)
        arguments.append(replace(step, inferred="%" in marks, weight=weights[0] if weights else None))
        named |= dict.fromkeys(premises.split())
        named |= {} if bearing == "undercuts" else {target: None}
    claims = (Claim(c, f"Claim {c}.", answers=("q",) if c in answers.split() else ()) for c in named)
    return ArgumentMap(
        title="Drawn up",
        issues=(Issue("q", "What is to be done?", exclusive=exclusive),),
        claims=tuple(claims),
        arguments=tuple(arguments),
    )


def said(drawn: ArgumentMap, *speech: str) -> ArgumentMap:
    """The map with attributions written ``ann asserts a``."""
    attributions = []
    for each in speech:
        by, act, of = each.split()
        attributions.append(Attribution(by, Act(act), of))
    who = dict.fromkeys(a.by for a in attributions)
    stakeholders = tuple(Stakeholder(s, s.title()) for s in who)
    return replace(drawn, stakeholders=stakeholders, attributions=tuple(attributions))


def written(drawn: ArgumentMap, *speech: str) -> ArgumentMap:
    """The map with attributions, drawn from a source by ``author``."""
    return replace(said(drawn, *speech), sources=(Source("source", "The source", author="author"),))


def draw_debate(draw: random.Random, shape: str) -> ArgumentMap:
    """A map of that shape with an issue ``q``, steps that the map added, and two who speak."""
    drawn = SHAPES[shape](draw)
    ids = [c.id for c in drawn.claims]
    answers = set(draw.sample(ids, min(len(ids), draw.randint(1, 4))))
    spoken = [*ids, *(a.id for a in drawn.arguments)]
    return replace(
        drawn,
        issues=(*drawn.issues, Issue("q", "What is to be done?", exclusive=draw.random() < 0.3)),
        claims=tuple(replace(c, answers=(*c.answers, "q")) if c.id in answers else c for c in drawn.claims),
        arguments=tuple(replace(a, inferred=draw.random() < 0.3) for a in drawn.arguments),
        stakeholders=tuple(Stakeholder(s, s.title()) for s in SPEAKERS),
        attributions=tuple(
            Attribution(draw.choice(SPEAKERS), draw.choice([*Act]), draw.choice(spoken))
            for _ in range(draw.randint(0, 8))
        ),
    )


SHARING = {
    "many on one premise": "; ".join(f"s,p{n} supports x" for n in range(9)),
    "many objections on one premise": "; ".join(f"s,p{n} attacks x" for n in range(9)),
    "one premise under all answers": "; ".join(f"s,p{n} supports {'xyz'[n % 3]}" for n in range(18)),
    "a chain": "; ".join(f"p{n},p{n + 1} supports x" for n in range(9)),
    "alone and with others": "s supports x; " + "; ".join(f"s,p{n} supports x" for n in range(9)),
    "the same step again": "; ".join(["a,b supports x"] * 6),
    "some answered": "; ".join(f"s,p{n} supports x; u{n} undercuts r{2 * n}" for n in range(9)),
    "all linked": "a,b,c,d,e supports x; a,b,c,d,e attacks y; a,b,c,d,e supports z",
    "nothing but undercuts": "s,a supports x; " + "; ".join(f"s,u{n} undercuts r0" for n in range(9)),
    "shared beneath": "a,b supports x; " + "; ".join(f"s,p{n} supports a" for n in range(9)),
}
"""Debates whose steps share premises, as ``debate`` reads them."""
