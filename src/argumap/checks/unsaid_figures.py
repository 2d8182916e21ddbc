"""A figure of a claim that none of the passages says to which the claim is tied."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from argumap.text import Figure, Measure, find_figures
from argumap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.anchoring import TiedUnit
    from argumap.checks import Subject
    from argumap.errors import Problem
    from argumap.text import FigureWords

_SHOWN = 4
# A claim may count what its passage lists (*two reasons*), or number its own points.
_COUNTED = 12


def check(subject: Subject) -> Iterator[Problem]:
    words = subject.language.figures if subject.language else None
    if subject.tied is None or words is None:
        return
    for claim in subject.map.claims:
        if not _may_tell(" ".join((claim.text, claim.title or "", *claim.also)), words):
            continue
        units = subject.tied(claim)
        if not units or any(unit.language.figures is None for unit in units):
            continue
        keys = [("text",), ("title",), *(("also", n) for n in range(len(claim.also)))]
        for key, text in zip(keys, (claim.text, claim.title or "", *claim.also), strict=True):
            if message := _judge(text, units, words):
                yield subject.hint("AM243", f"{claim.id!r} says {message}", "claims", claim.id, *key)
                break


_DIGITS = re.compile(r"[\d½¼¾⅐-⅞][\w.,:/%]*")
_SIGNS = str.maketrans(dict.fromkeys(".,;:!?()[]/-–—‑…'’‘\"“”«»*_", " "))


def _may_tell(text: str, words: FigureWords) -> bool:
    return bool(_DIGITS.search(text)) or _is_spelt(text, words)


def _is_spelt(text: str, words: FigureWords) -> bool:
    return not words.spelt.isdisjoint(text.casefold().translate(_SIGNS).split())


def _digits(text: str) -> set[str]:
    return {run.rstrip(".,:/") for run in _DIGITS.findall(text)}


def _judge(text: str, units: Sequence[TiedUnit], words: FigureWords) -> str | None:
    """What a text says that no unit does, and what those say; None where there is nothing to tell."""
    if not _is_spelt(text, words) and _digits(text) <= set().union(*(_digits(unit.text) for unit in units)):
        return None
    said = [f for f in find_figures(text, words) if not (f.vague or f.named or _is_idle(f))]
    found = [f for unit in units if unit.language.figures for f in find_figures(unit.text, unit.language.figures)]
    unsaid = [figure for figure in said if not _is_said(figure, found, units) and not _may_count(figure, found)]
    return _tell(unsaid, found, len(units)) if unsaid else None


def _is_said(figure: Figure, found: Sequence[Figure], units: Sequence[TiedUnit]) -> bool:
    is_share = figure.measure is Measure.FRACTION
    return figure.is_said_by(found) or (is_share and figure.is_said_by([*_find_shares(units)]))


def _find_shares(units: Sequence[TiedUnit]) -> Iterator[Figure]:
    """The shares that two counts of one unit make: six of the twelve are a half."""
    for unit in units:
        figures = find_figures(unit.text, unit.language.figures) if unit.language.figures else []
        counts = [f for f in figures if f.measure is Measure.NUMBER and not (f.named or f.vague)]
        for part, whole in combinations(sorted(counts, key=lambda f: f.values[0]), 2):
            if 0 < part.values[0] < whole.values[0]:
                share = part.values[0] / whole.values[0]
                yield Figure((share,), Measure.FRACTION, f"{part.shown} of {whole.shown}")


def _tell(unsaid: Sequence[Figure], found: Sequence[Figure], passages: int) -> str:
    theirs = f"say {_list(found)}" if found else "give no figure"
    verb, _, rest = theirs.partition(" ")
    passage = f"its passage {verb}s" if passages == 1 else f"its passages {verb}"
    return f"{_list(unsaid)}, and {passage} {rest}; correct the claim, or cite where it says so"


def _is_idle(figure: Figure) -> bool:
    """Whether a figure counts nothing: *one of them*, *in the first place*."""
    return _is_counting(figure) and figure.values[0] <= (2 if figure.measure is Measure.ORDINAL else 1)


def _is_counting(figure: Figure) -> bool:
    return figure.spelt and figure.measure in {Measure.NUMBER, Measure.ORDINAL}


def _may_count(figure: Figure, found: Sequence[Figure]) -> bool:
    """Whether a figure may be the mapper's own count of things, or an hour, with none like it in the passages."""
    if figure.measure is not Measure.TIME and not (_is_counting(figure) and figure.values[0] <= _COUNTED):
        return False
    return not any(other.measure is figure.measure and not other.named for other in found)


def _list(figures: Sequence[Figure]) -> str:
    shown = list(dict.fromkeys(figure.shown for figure in figures))
    return joined(shown if len(shown) <= _SHOWN else [*shown[:_SHOWN], "others"])


PLUGIN = check
