"""What verdicts cost beyond the labelling, in CPU seconds of one run: words, rankings, hinges, tables, lights.

``python benchmarks/verdicts.py``
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from argumap.model import Argument, ArgumentMap, Bearing, Claim, Issue
from argumap.semantics import evaluate, find_words
from argumap.verdicts import build_issue_table, build_issue_verdict, find_speaking, rank_all
from maps import build_map, build_realistic_map
from semantics import debate

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
SIZE = 10_000
ANSWERS = {"c0", "c1", "c2", "c3"}


def timed(act: Callable[[], T]) -> tuple[float, T]:
    start = time.process_time()
    result = act()
    return time.process_time() - start, result


def measure_map(name: str, argument_map: ArgumentMap) -> None:
    evaluation = evaluate(argument_map)
    _ = evaluation.index.answering
    words, _ = timed(lambda: find_words(evaluation))
    ranks, rankings = timed(lambda: rank_all(evaluation))
    issue = next(iter(rankings))
    one, _ = timed(lambda: build_issue_verdict(evaluation, issue))
    whose = find_speaking(evaluation.index, issue)
    lights, _ = timed(lambda: build_issue_verdict(evaluation, issue, lights=whose))
    table, _ = timed(lambda: build_issue_table(evaluation))
    print(
        f"{name:20} words {words:.3f}  {len(rankings):,} rankings {ranks:.3f}  one verdict {one:.3f}  "
        f"with {len(whose)} lights {lights:.3f}  table {table:.3f}"
    )


def measure_hinges(name: str, argument_map: ArgumentMap) -> None:
    """One issue with four answers on which the whole map bears."""
    asked = replace(
        argument_map,
        issues=(Issue("q", "What is to be done?"),),
        claims=tuple(replace(c, answers=("q",) if c.id in ANSWERS else ()) for c in argument_map.claims),
    )
    evaluation = evaluate(asked)
    took, verdict = timed(lambda: build_issue_verdict(evaluation, "q"))
    turning = verdict.turning
    print(
        f"{name:20} {took:.3f}  {len(turning.hinges):,} hinges, "
        f"{turning.tried:,} of {turning.candidates:,} claims tried"
    )


def wired(bearing: Bearing, aim: Callable[[int], int], *, needy: bool = False) -> ArgumentMap:
    """Claims each of which bears on the one that ``aim`` says; ``needy`` ones fall without support."""
    return ArgumentMap(
        claims=tuple(
            Claim(f"c{n}", f"Statement {n}.", requires_support=needy and n < SIZE - 1) for n in range(SIZE)
        ),
        arguments=tuple(Argument(f"r{n}", (f"c{n}",), bearing, f"c{aim(n)}") for n in range(4, SIZE)),
    )


def main() -> None:
    for name, argument_map in {
        "10k realistic": build_realistic_map(10_000),
        "10k dense": build_map(10_000),
        "100k realistic": build_realistic_map(100_000),
    }.items():
        measure_map(name, argument_map)
    for name, argument_map in {
        "tree": debate(SIZE),
        "attacks alone": debate(SIZE, supports=0.0, cross=0.3),
        "returned attacks": debate(SIZE, mutual=0.5),
        "four stars": wired(Bearing.SUPPORTS, lambda n: n % 4),
        "chain of attacks": wired(Bearing.ATTACKS, lambda n: n - 1),
        "chain of needs": wired(Bearing.SUPPORTS, lambda n: n - 1, needy=True),
    }.items():
        measure_hinges(name, argument_map)


if __name__ == "__main__":
    main()
