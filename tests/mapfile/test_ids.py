from __future__ import annotations

from argumap.mapfile import parse_map


def test_the_nearest_ids_are_looked_for_only_as_long_as_it_costs_nothing() -> None:
    claims = "".join(f"  c{n}: {{text: C., supports: d{n}}}\n" for n in range(3000))
    problems = parse_map(f"argumap: 1\nclaims:\n{claims}").problems
    assert len(problems) == 3000
    assert sum("did you mean" in problem.message for problem in problems) <= 20
