"""Large cycles come to the strengths of plain iteration, with fewer sweeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.semantics import large_cycles, strength
from argumap.semantics.compiled_map import compile_map
from argumap.semantics.gradual_semantics import GRADUAL
from argumap.semantics.standards import label_grounded
from argumap.semantics.strength import Solution, solve
from draws import draws, seeded
from oracle import HUB, even, graph, random_map, weightless

if TYPE_CHECKING:
    from argumap.model import ArgumentMap

PLAIN, NEAR = large_cycles.LARGE, large_cycles.NEAR


def solved(argument_map: ArgumentMap, semantics: str, large: int, monkeypatch: pytest.MonkeyPatch) -> Solution:
    """The map's strengths, with all that it blocks where some step has no weight, else as if nothing were."""
    monkeypatch.setattr(strength, "LARGE", large)
    compiled = compile_map(argument_map)
    aside = compiled.muted(compiled.base)
    label = label_grounded(compiled, aside).label if aside else [0] * len(compiled)
    return solve(compiled, GRADUAL[semantics], compiled.base, label, aside)


def assert_alike(argument_map: ArgumentMap, semantics: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = solved(argument_map, semantics, PLAIN, monkeypatch)
    quick = solved(argument_map, semantics, 1, monkeypatch)
    linked = any(len(a.premises) > 1 for a in argument_map.arguments)
    # The weaker of two premises may change places on the way: DF-QuAD can then have solutions beside each other.
    apart = NEAR if linked and semantics in {"dfquad", "sd_dfquad"} else 1e-8
    assert quick.strength == pytest.approx(plain.strength, abs=apart)
    assert (quick.method, quick.unsettled) == (plain.method, plain.unsettled)
    assert quick.residual < 1e-9 or plain.unsettled


@pytest.mark.campaign
@pytest.mark.parametrize("semantics", GRADUAL)
def test_random_maps_come_out_as_by_plain_iteration(semantics: str, monkeypatch: pytest.MonkeyPatch) -> None:
    draw = seeded(81)
    for _ in range(draws(300)):
        assert_alike(weightless(draw, random_map(draw, claims=9, arguments=16)), semantics, monkeypatch)


@pytest.mark.parametrize("semantics", GRADUAL)
@pytest.mark.parametrize(
    "argument_map",
    [
        pytest.param(graph(even("a b", 1.0), "a-b b-a"), id="two that hold each other in check"),
        pytest.param(
            graph(even("a b c d e f", 0.9), "a-b b-a a-c c-a b-d d-b c-d d-c e-a a-e f-b b-f"), id="more"
        ),
        pytest.param(graph(even("a b c", 1.0), "a-b b-c c-a"), id="an odd cycle"),
        pytest.param(graph(even("a b"), "a+b b+a"), id="two that lift"),
        pytest.param(HUB, id="a hub"),
    ],
)
def test_where_there_are_several_solutions_it_is_that_of_plain_iteration(
    argument_map: ArgumentMap, semantics: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_alike(argument_map, semantics, monkeypatch)


@pytest.mark.parametrize("semantics", GRADUAL)
def test_a_large_cycle_takes_fewer_sweeps(semantics: str, monkeypatch: pytest.MonkeyPatch) -> None:
    size = 1_200
    draw = seeded(82)
    steps = {f"c{n}{draw.choice('+-')}c{draw.randrange(n)}" for n in range(1, size) for _ in range(2)}
    ring = graph(even(" ".join(f"c{n}" for n in range(size)), 0.6), " ".join(sorted(steps)) + f" c0+c{size - 1}")
    assert_alike(ring, semantics, monkeypatch)
    quick = count_images(ring, semantics, monkeypatch)
    monkeypatch.setattr(strength, "NEAR", 0.0)
    assert 0 < quick < count_images(ring, semantics, monkeypatch)


def count_images(argument_map: ArgumentMap, semantics: str, monkeypatch: pytest.MonkeyPatch) -> int:
    counted = 0
    image = large_cycles.LargeCycle.image

    def count(cycle: large_cycles.LargeCycle, now: list[float]) -> list[float]:
        nonlocal counted
        counted += 1
        return image(cycle, now)

    with monkeypatch.context() as patch:
        patch.setattr(large_cycles.LargeCycle, "image", count)
        solved(argument_map, semantics, 1, monkeypatch)
    return counted
