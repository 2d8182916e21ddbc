"""Gradual semantics by name: each is an aggregation of reasons and an influence on the base score.

An aggregation turns the strengths of the reasons for and against a claim into one number α; an influence
moves the base score w by α. The pairs are those of the literature: quadratic energy (Potyka 2018), DF-QuAD
(Rago, Toni, Aurisicchio and Baroni 2016), Euler-based (Amgoud and Ben-Naim 2017), its top-based variant,
MLP-based (Potyka 2021) and squared DF-QuAD.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from argumap.errors import NotFound
from argumap.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

# The exponential of a greater number is no longer a float.
_STEEP = 700.0


@dataclass(frozen=True, slots=True)
class Gradual:
    """``aggregate(for, against)`` gives α, ``influence(w, α)`` the strength; all strengths lie in [0, 1]."""

    title: str
    aggregate: Callable[[Sequence[float], Sequence[float]], float]
    influence: Callable[[float, float], float]


def add(pros: Sequence[float], cons: Sequence[float]) -> float:
    # A plain loop, as built-in sum rounds differently from one Python to the next.
    alpha = 0.0
    for s in pros:
        alpha += s
    for s in cons:
        alpha -= s
    return alpha


def multiply(pros: Sequence[float], cons: Sequence[float]) -> float:
    against, in_favour = 1.0, 1.0
    for s in cons:
        against *= 1.0 - s
    for s in pros:
        in_favour *= 1.0 - s
    return against - in_favour


def best(pros: Sequence[float], cons: Sequence[float]) -> float:
    return max(pros, default=0.0) - max(cons, default=0.0)


def linear(w: float, alpha: float) -> float:
    return w + (1.0 - w) * alpha if alpha > 0 else w + w * alpha


def quadratic(w: float, alpha: float) -> float:
    pull = alpha * alpha / (1.0 + alpha * alpha)
    return w + (1.0 - w) * pull if alpha > 0 else w - w * pull


def hyperbolic(w: float, alpha: float) -> float:
    pull = abs(alpha) / (1.0 + abs(alpha))
    return w + (1.0 - w) * pull if alpha > 0 else w - w * pull


def euler(w: float, alpha: float) -> float:
    return 1.0 - (1.0 - w * w) / (1.0 + w * math.exp(min(alpha, _STEEP)))


def logistic(w: float, alpha: float) -> float:
    if w in {0.0, 1.0}:
        return w
    return 1.0 / (1.0 + (1.0 - w) / w * math.exp(min(-alpha, _STEEP)))


GRADUAL: Mapping[str, Gradual] = MappingProxyType(
    {
        "qe": Gradual("quadratic energy", add, quadratic),
        "dfquad": Gradual("DF-QuAD", multiply, linear),
        "euler": Gradual("Euler-based", add, euler),
        "euler_top": Gradual("Euler-based, best reason only", best, euler),
        "mlp": Gradual("MLP-based", add, logistic),
        "sd_dfquad": Gradual("squared DF-QuAD", multiply, hyperbolic),
    }
)


def get_gradual(name: str) -> Gradual:
    """The semantics called ``name``; raises `NotFound` with the nearest name where there is none."""
    if name in GRADUAL:
        return GRADUAL[name]
    hint = suggest(name, GRADUAL, "did you mean {}? ")
    raise NotFound(f"there is no semantics {name!r}; {hint}strength knows {', '.join(GRADUAL)}")
