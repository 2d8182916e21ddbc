"""CPU seconds for the graph, the formats and the adjacency report of maps of 1k, 10k and 100k claims.

    python benchmarks/exports.py [CLAIMS ...]

networkx's own writers run on the same graph, in the same process, as the yardstick.
"""

from __future__ import annotations

import gc
import io
import json
import sys
import time
from typing import TYPE_CHECKING

import networkx as nx

from argumap.formats import FORMATS, Export
from argumap.graph import build_graph
from argumap.reports import REPORTS, ReportInput
from maps import build_map

if TYPE_CHECKING:
    from collections.abc import Callable

    from argumap.model import ArgumentMap

SIZES = (1_000, 10_000, 100_000)


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    kept = work()
    used = time.process_time() - start
    del kept
    return used


def by_networkx(graph: nx.MultiDiGraph[str]) -> dict[str, Callable[[], object]]:
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    strings = ((n, {k: v for k, v in d.items() if isinstance(v, str)}) for n, d in graph.nodes(data=True))
    plain.add_nodes_from(strings)
    plain.add_edges_from((s, t, k, {"kind": d["kind"]}) for s, t, k, d in graph.edges(keys=True, data=True))
    return {
        "networkx node_link_data + json": lambda: json.dumps(nx.node_link_data(graph, edges="edges")),
        "networkx write_graphml (strings only)": lambda: nx.write_graphml(plain, io.BytesIO()),
    }


def works(argument_map: ArgumentMap) -> dict[str, Callable[[], object]]:
    export, given = Export(argument_map), ReportInput(argument_map)
    found: dict[str, Callable[[], object]] = {"graph": lambda: build_graph(argument_map)}
    for name, plugin in FORMATS.items():
        if plugin.write is not None:
            found[name] = lambda write=plugin.write: write(export)  # type: ignore[misc]
    for name, report in REPORTS.items():
        for suffix, write in report.writers.items():
            found[f"{name}{suffix}"] = lambda write=write: write(given)  # type: ignore[misc]
    return found


def main(sizes: list[int]) -> None:
    rows: dict[str, dict[int, float]] = {}
    for size in sizes:
        argument_map = build_map(size)
        for name, work in works(argument_map).items():
            rows.setdefault(name, {})[size] = seconds(work)
        graph = build_graph(argument_map)
        print(f"{size:,} claims: {graph.number_of_nodes():,} nodes, {graph.number_of_edges():,} edges")
        for name, work in by_networkx(graph).items():
            rows.setdefault(name, {})[size] = seconds(work)
    print("\n" + "".join([f"{'CPU seconds':40}", *(f"{size:>12,}" for size in sizes), "   µs a claim"]))
    for name, figures in rows.items():
        cells = "".join(f"{figures[size]:12.3f}" for size in sizes)
        print(f"{name:40}{cells}   {', '.join(f'{figures[size] / size * 1e6:.1f}' for size in sizes)}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
