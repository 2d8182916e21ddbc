from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.mapfile.cycles import find_cycles

if TYPE_CHECKING:
    from collections.abc import Mapping

NODES = "abcdef"
GRAPHS = st.dictionaries(st.sampled_from(NODES), st.lists(st.sampled_from(NODES), max_size=4, unique=True))


@pytest.mark.parametrize(
    ("edges", "cycles"),
    [
        pytest.param({"a": ["b"], "b": ["c"]}, [], id="a chain"),
        pytest.param({"a": ["b", "c"], "b": ["d"], "c": ["d"]}, [], id="two ways to one end"),
        pytest.param({"a": ["a"]}, [("a",)], id="on itself"),
        pytest.param({"a": ["b"], "b": ["c"], "c": ["b"]}, [("b", "c")], id="beyond the start"),
        pytest.param({"a": ["b"], "b": ["a", "c"], "c": ["a"]}, [("a", "b"), ("a", "b", "c")], id="two in one"),
    ],
)
def test_each_edge_that_closes_a_cycle_tells_it(
    edges: Mapping[str, list[str]], cycles: list[tuple[str, ...]]
) -> None:
    assert list(find_cycles(edges)) == cycles


@given(GRAPHS)
def test_what_is_told_is_a_cycle_and_none_is_told_only_where_there_is_none(edges: dict[str, list[str]]) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph((a, b) for a, targets in edges.items() for b in targets)
    found = list(find_cycles(edges))
    for cycle in found:
        assert all(graph.has_edge(a, b) for a, b in zip(cycle, (*cycle[1:], cycle[0]), strict=True))
    assert bool(found) is not nx.is_directed_acyclic_graph(graph)


def test_a_long_chain_needs_no_deep_recursion() -> None:
    edges = {str(n): [str(n + 1)] for n in range(50_000)} | {"50000": ["0"]}
    [cycle] = find_cycles(edges)
    assert len(cycle) == 50_001
