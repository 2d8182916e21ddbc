"""Positions of a large framework by answer sets, where clingo is installed (the extra ``[solver]``)."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from argumap.errors import TooMuchWork

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_COMPLETE = """
{ in(X) } :- node(X).
out(X) :- attacks(Y, X), in(Y).
open(X) :- attacks(Y, X), not out(Y).
:- in(X), open(X).
:- in(X), out(X).
:- node(X), not in(X), not open(X).
#show in/1.
"""
_STABLE = ":- node(X), not in(X), not out(X).\n"
_AS_MUCH_AS_POSSIBLE = "#heuristic in(X) : node(X). [1, true]\n"


class SolverNeeded(TooMuchWork):
    """A conflict is too large to search without the optional solver; the message names it."""


def has_solver() -> bool:
    return find_spec("clingo") is not None


def solve_preferred(attackers: Sequence[int]) -> Iterator[int]:
    """The preferred extensions as masks: models that subset-maximise what is in."""
    options = ("0", "--heuristic=Domain", "--enum-mode=domRec")
    yield from _models(attackers, _COMPLETE + _AS_MUCH_AS_POSSIBLE, options)


def solve_complete(attackers: Sequence[int]) -> Iterator[int]:
    yield from _models(attackers, _COMPLETE, ("0",))


def solve_stable(attackers: Sequence[int]) -> Iterator[int]:
    yield from _models(attackers, _COMPLETE + _STABLE, ("0",))


def solve_credulous(attackers: Sequence[int]) -> int:
    """Everything that is in some complete extension (brave consequences)."""
    union = 0
    for consequences in _models(attackers, _COMPLETE, ("0", "--enum-mode=brave")):
        union = consequences
    return union


def _models(attackers: Sequence[int], program: str, options: tuple[str, ...]) -> Iterator[int]:
    import clingo

    control = clingo.Control(["--warn=none", *options], logger=lambda _code, _message: None)
    facts = [f"node({x})." for x in range(len(attackers))]
    for x, row in enumerate(attackers):
        while row:
            low = row & -row
            facts.append(f"attacks({low.bit_length() - 1},{x}).")
            row ^= low
    control.add("base", [], program + "\n".join(facts))
    control.ground([("base", [])])
    with control.solve(yield_=True) as handle:
        for model in handle:
            yield sum(1 << symbol.arguments[0].number for symbol in model.symbols(shown=True))
