"""The map as a networkx graph, for whoever wants to go on with algorithms of their own."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Literal

from argumap.gc_pause import gc_paused
from argumap.graph.exchange_shape import build_edges, build_edges_beside, build_head, build_nodes
from argumap.model import Bearing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import networkx as nx

    from argumap.graph.exchange_shape import Anchors, Attributes, GraphEdge, GraphNode, Outcomes
    from argumap.model import Argument, ArgumentMap


def build_graph(
    argument_map: ArgumentMap,
    *,
    arguments: Literal["nodes", "edges"] = "nodes",
    anchors: Anchors | None = None,
    evaluation: Outcomes | None = None,
) -> nx.MultiDiGraph[str]:
    """The nodes of `build_nodes` and the edges of `build_edges` as a graph, ``graph.graph`` being `build_head`.

    With ``arguments="edges"`` there are no argument nodes: each premise has an edge of its own to the claim
    that the argument bears on, with the argument's fields and its id as ``argument``. An edge cannot end on
    an edge, so an undercut leads to the claim that the undercut step bears on and names that step as
    ``step``; what is said of a step itself, and where it stands, is left out.

    ``anchors`` and ``evaluation`` go by the ids of records: see `build_nodes`.
    """
    import networkx as nx

    nodes, edges = build_nodes(argument_map, anchors, evaluation), build_edges(argument_map, anchors)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.graph.update(build_head(argument_map))
    with gc_paused():
        if arguments == "edges":
            nodes, edges = _projected(argument_map, nodes, build_edges_beside(argument_map, anchors))
        _fill(graph, nodes, edges)
    return graph


def _fill(graph: nx.MultiDiGraph[str], nodes: Iterable[GraphNode], edges: Iterable[GraphEdge]) -> None:
    """What ``add_node`` and ``add_edge`` do to an empty graph, in less than half of their time."""
    attributes, after, before = graph._node, graph._succ, graph._pred  # type: ignore[attr-defined]  # noqa: SLF001
    for node_id, fields in nodes:
        attributes[node_id], after[node_id], before[node_id] = fields, {}, {}
    for source, target, key, fields in edges:
        try:
            keys = after[source].get(target)
            if keys is None:
                after[source][target] = before[target][source] = {key: fields}
            else:
                keys[key] = fields
        except KeyError:  # a map with problems may name what it lacks
            graph.add_edge(source, target, key, **fields)


def _projected(
    argument_map: ArgumentMap, nodes: Iterator[GraphNode], beside: Iterator[GraphEdge]
) -> tuple[Iterator[GraphNode], Iterator[GraphEdge]]:
    steps: dict[str, Attributes] = {}
    kept: list[GraphNode] = []
    for node_id, fields in nodes:
        if fields["kind"] == "argument":
            steps[node_id.removeprefix("argument:")] = fields
        else:
            kept.append((node_id, fields))
    speech_and_text = (edge for edge in beside if not edge[0].startswith("argument:"))
    of_claims = (edge for edge in speech_and_text if not edge[1].startswith("argument:"))
    return iter(kept), chain(_premise_edges(argument_map, steps), of_claims)


def _premise_edges(argument_map: ArgumentMap, steps: Mapping[str, Attributes]) -> Iterator[GraphEdge]:
    arguments = {argument.id: argument for argument in argument_map.arguments}
    for argument in argument_map.arguments:
        claim = _claim_beneath(argument, arguments)
        if claim is None:
            continue
        bearing = argument.bearing.value
        own = {name: value for name, value in steps[argument.id].items() if name not in {"kind", "label"}}
        fields = {"kind": bearing, "argument": argument.id} | own
        if argument.bearing is Bearing.UNDERCUTS:
            fields["step"] = argument.target
        for premise in argument.premises:
            yield f"claim:{premise}", f"claim:{claim}", f"{bearing}:{premise}|{argument.id}", dict(fields)


def _claim_beneath(argument: Argument, arguments: Mapping[str, Argument]) -> str | None:
    """The claim at the end of a chain of undercuts; None for a chain that only runs in a cycle."""
    passed = {argument.id}
    while argument.bearing is Bearing.UNDERCUTS:
        below = arguments.get(argument.target)
        if below is None or below.id in passed:
            return None
        passed.add(below.id)
        argument = below
    return argument.target
