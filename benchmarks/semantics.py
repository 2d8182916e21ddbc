"""What evaluating costs: trees with cross attacks, beside networkx and clingo, in CPU seconds of one run.

``python benchmarks/semantics.py [--large] [--no-baselines]``; ``--large`` adds a million claims.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import networkx as nx

from argumap.model import Argument, ArgumentMap, Bearing, Claim, Standard
from argumap.semantics import Scale, evaluate
from argumap.semantics.compiled_map import compile_map
from argumap.semantics.gradual_semantics import get_gradual
from argumap.semantics.standards import label_grounded
from argumap.semantics.strength import solve

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Result = TypeVar("Result")


def debate(size: int, *, mutual: float = 0.0, supports: float = 0.5, cross: float = 0.05) -> ArgumentMap:
    """A tree of replies; ``cross`` attacks a claim lead elsewhere, ``mutual`` of the objections are returned."""
    draw = random.Random(size)
    claims = tuple(Claim(f"c{n}", f"Statement {n}.") for n in range(size))
    arguments = []
    for n in range(1, size):
        parent = draw.randrange(n)
        bearing = Bearing.SUPPORTS if draw.random() < supports else Bearing.ATTACKS
        arguments.append(Argument(f"c{n}/c{parent}", (f"c{n}",), bearing, f"c{parent}"))
        if draw.random() < mutual and bearing is Bearing.ATTACKS:
            arguments.append(Argument(f"c{parent}/c{n}", (f"c{parent}",), Bearing.ATTACKS, f"c{n}"))
    for n in range(int(size * cross)):
        one, other = draw.sample(range(size), 2)
        arguments.append(Argument(f"x{n}", (f"c{one}",), Bearing.ATTACKS, f"c{other}"))
    return ArgumentMap(claims=claims, arguments=tuple(arguments))


def timed(act: Callable[[], Result]) -> tuple[float, Result]:
    gc.collect()
    start = time.process_time()
    result = act()
    return time.process_time() - start, result


def networkx_grounded(argument_map: ArgumentMap) -> dict[str, str]:
    """Grounded status of one-premise attacks over a networkx graph, by the same worklist."""
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(c.id for c in argument_map.claims)
    graph.add_edges_from((a.premises[0], a.target) for a in argument_map.arguments if a.bearing is Bearing.ATTACKS)
    status: dict[str, str] = {}
    waiting = dict(graph.in_degree())
    queue = deque(c for c, count in waiting.items() if not count)
    status.update(dict.fromkeys(queue, "stands"))
    while queue:
        claim = queue.popleft()
        for _, target in graph.out_edges(claim):
            if target in status:
                continue
            waiting[target] -= 1
            if status[claim] == "stands":
                status[target] = "falls"
            elif not waiting[target]:
                status[target] = "stands"
            if target in status:
                queue.append(target)
    return {c: status.get(c, "undecided") for c in graph}


def networkx_strength(argument_map: ArgumentMap, status: Mapping[str, str], sweeps: int = 30) -> dict[str, float]:
    """Quadratic energy over a networkx graph of what is not blocked, by sweeping everything until it rests."""
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(c.id for c in argument_map.claims)
    signs = {Bearing.SUPPORTS: 1.0, Bearing.ATTACKS: -1.0}
    graph.add_edges_from(
        (a.premises[0], a.target, {"sign": signs[a.bearing]})
        for a in argument_map.arguments
        if status[a.id] != "blocked"
    )
    strength = dict.fromkeys(graph, 0.5)
    for _ in range(sweeps):
        new = {}
        for claim in graph:
            alpha = sum(strength[s] * d["sign"] for s, _, d in graph.in_edges(claim, data=True))
            pull = alpha * alpha / (1 + alpha * alpha)
            new[claim] = 0.5 + 0.5 * pull if alpha > 0 else 0.5 - 0.5 * pull
        moved = max(abs(new[c] - strength[c]) for c in graph)
        strength = new
        if moved < 1e-9:
            break
    return strength


def clingo_grounded(argument_map: ArgumentMap) -> dict[str, str]:
    """Grounded status by answer sets: the least fixpoint needs no search."""
    import clingo

    number = {c.id: n for n, c in enumerate(argument_map.claims)}
    rules = "in(X) :- node(X), out(Y) : att(Y,X). out(X) :- att(Y,X), in(Y).\n#show in/1. #show out/1.\n"
    facts = "".join(f"node({n})." for n in number.values())
    facts += "".join(
        f"att({number[a.premises[0]]},{number[a.target]})."
        for a in argument_map.arguments
        if a.bearing is Bearing.ATTACKS
    )
    control = clingo.Control(["--warn=none"])
    control.add("base", [], rules + facts)
    control.ground([("base", [])])
    status = dict.fromkeys(number, "undecided")
    names = list(number)
    with control.solve(yield_=True) as handle:
        for model in handle:
            for symbol in model.symbols(shown=True):
                status[names[symbol.arguments[0].number]] = "stands" if symbol.name == "in" else "falls"
    return status


def row(label: str, *figures: str) -> None:
    print(f"{label:<34}" + "".join(f"{figure:>14}" for figure in figures))


def measure(size: int, *, baselines: bool) -> None:
    argument_map = debate(size)
    built, equations = timed(lambda: compile_map(argument_map))
    labelled, labelling = timed(lambda: label_grounded(equations))
    label = labelling.label
    solved, _ = timed(lambda: solve(equations, get_gradual("qe"), equations.base, label))
    worded, _ = timed(lambda: Scale(equations, label, equations.base).words())
    summed, _ = timed(lambda: [Scale(equations, label, equations.base).sums(n) for n in range(equations.claims)])
    total = built + labelled + solved + worded
    figures = (built, labelled, solved, worded, total)
    row(f"{size:,} claims", *(f"{seconds:.3f}" for seconds in figures))
    row("  sums of all claims", f"{summed:.3f}")
    for standard in (Standard.BALANCE, Standard.UNANSWERED):
        written = replace(argument_map, standard=standard)
        compiled, equations = timed(lambda written=written: compile_map(written))
        seconds, labelling = timed(lambda: label_grounded(equations))  # noqa: B023 - called at once
        agree = standard is not Standard.UNANSWERED or list(labelling.label) == list(label)
        row(f"  all by {standard}", f"{compiled:.3f}", f"{seconds:.3f}", "" if agree else "DIFFERS")
    if not baselines:
        return
    evaluation = evaluate(argument_map)
    for name, act in (("networkx grounded", networkx_grounded), ("clingo grounded", clingo_grounded)):
        seconds, status = timed(lambda act=act: act(argument_map))  # type: ignore[misc]
        agree = all(evaluation.status[c] == s for c, s in status.items())
        ratio = f"× {seconds / (built + labelled):.1f}"
        row(f"  {name}", f"{seconds:.3f}", ratio, "agrees" if agree else "DIFFERS")
    seconds, strength = timed(lambda: networkx_strength(argument_map, evaluation.status))
    worst = max(abs(evaluation.strength[c] - x) for c, x in strength.items())
    row("  networkx strength", f"{seconds:.3f}", f"× {seconds / (built + solved):.1f}", f"off {worst:.0e}")


def measure_questions(size: int = 100_000) -> None:
    print(f"\nquestions on {size:,} claims, in seconds of CPU")
    evaluation = evaluate(debate(size))
    topic = "c0"
    row("explain c0", f"{timed(lambda: evaluation.explain(topic).text())[0]:.3f}")
    row("explain it again", f"{timed(lambda: evaluation.explain(topic).text())[0]:.3f}")
    row("cruxes c0", f"{timed(lambda: evaluation.cruxes(topic).text())[0]:.3f}")
    row("what if c1 is set aside", f"{timed(lambda: evaluation.what_if(set_aside=['c1']).text())[0]:.3f}")
    mutual = debate(size, mutual=0.004, supports=0.0)

    def positions() -> int:
        preferred = evaluate(mutual).extensions("preferred")
        return preferred.count

    seconds, number = timed(positions)
    row("preferred positions, evaluated", f"{seconds:.3f}", f"{float(number):.1e}")


def main() -> None:
    sizes = [10_000, 100_000, *([1_000_000] if "--large" in sys.argv else [])]
    row("CPU seconds", "build", "grounded", "QE", "words", "together")
    for size in sizes:
        measure(size, baselines="--no-baselines" not in sys.argv)
    measure_questions()


if __name__ == "__main__":
    main()
