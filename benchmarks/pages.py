"""What the network page costs beside plain pyvis, and outline and matrix beside their bare text.

    python benchmarks/pages.py [CLAIMS ...] [--no-pyvis]

Told are CPU to build and to open a page, bytes, time per frame and per search. Main-thread CPU is the
browser's own (``Performance.getMetrics``, thread ticks), so a busy machine does not change it much. Plain
pyvis is ``from_nx`` with its default physics until it says that it has settled, and pyvis's own template with
our coordinates and no physics. The bare text of a page is the page without scripts and styles; the bare search
looks for letters in every title and text. Needs Debian's Chromium and playwright.
"""

from __future__ import annotations

import contextlib
import io
import re
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error, sync_playwright

from argumap.model import Index
from argumap.views import VIEWS, ViewInput
from argumap.views.map.payload import build_debate
from argumap.views.map.pyvis_page import edges, nodes
from maps import build_map

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, CDPSession, Page

    from argumap.model import ArgumentMap

SIZES = (60, 500, 2_000, 10_000, 50_000)
TARGETS = {60: 0.3, 2_000: 0.8, 10_000: 2.0, 50_000: 5.0}
SETTLE_LIMIT = 60_000
PHYSICS_UP_TO = 500
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
FRAMES = 40
PAN = """async ([name, frames]) => { const network = name === 'ours' ? argumapPage.network : window.network;
  for (let i = 0; i < frames; i++) {
    network.moveTo({position: {x: (i % 20) * 6, y: (i % 20) * 4}, animation: false});
    await new Promise(requestAnimationFrame); } }"""

LAY_OUT = """() => { const {nodes, roots} = argumapPage.map;
  const tree = {roots: roots.map(root => root.id), children: id => nodes.get(id).children.map(child => child.id),
    size: (id, width) => argumapPage.cardSize(nodes.get(id), width, false, () => [])};
  return [...argumapPage.layOut(tree, {mode: "right", width: 220}).boxes]
    .map(([id, box]) => ["n:" + id, box.x + box.w / 2, box.y + box.h / 2]); }"""
READ, BARE = ("outline", "matrix"), ", bare text"
SEARCH = """words => { const timed = search => {
    const from = performance.now();
    for (let i = 0; i < 20; i++) search();
    return (performance.now() - from) / 20; };
  const texts = [...argumapPage.map.nodes.values()].flatMap(node => [node.title, node.text || ""]);
  argumapPage.find("warm up");
  return [timed(() => argumapPage.find(words)), timed(() => texts.filter(text => text.includes(words)))]; }"""
Coordinates = dict[str, tuple[float, float]]


def main() -> None:
    sizes = [int(each) for each in sys.argv[1:] if each.isdecimal()] or list(SIZES)
    print(f"{'claims':>7}  {'page':<28} {'build s':>8} {'bytes':>11} {'ready s':>8} {'target':>6} {'pan ms':>7}")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for size in sizes:
            argument_map = build_map(size)
            coordinates: Coordinates = {}
            ready: dict[str, float] = {}
            for name, make in pages(size, coordinates):
                if name.startswith("pyvis") and "--no-pyvis" in sys.argv:
                    continue
                ready[name] = measure(browser, Path(folder), argument_map, name, make, coordinates)
            tell_ratios(ready)
        browser.close()


def tell_ratios(ready: dict[str, float]) -> None:
    """How many times as long as the plain way each page of ours takes until it is ready."""
    for name, plain in (("ours", "pyvis, our coordinates"), *((name, f"{name}{BARE}") for name in READ)):
        if plain in ready:
            print(f"{'':>7}  {name} is ready in {ready[name] / ready[plain]:.2f} times the CPU of: {plain}")


def pages(size: int, coordinates: Coordinates) -> list[tuple[str, Callable[[ArgumentMap], str]]]:
    made: list[tuple[str, Callable[[ArgumentMap], str]]] = [("ours", ours)]
    if size <= PHYSICS_UP_TO:
        made.append(("pyvis, default physics", settling))
    if size <= 10_000:
        made.append(("pyvis, our coordinates", lambda argument_map: placed(argument_map, coordinates)))
    for view in READ:
        made += [(view, partial(read, view)), (f"{view}{BARE}", partial(bare, view))]
    return made


def measure(
    browser: Browser,
    folder: Path,
    argument_map: ArgumentMap,
    name: str,
    make: Callable[[ArgumentMap], str],
    coordinates: Coordinates,
) -> float:
    started = time.process_time()
    html = make(argument_map)
    built = time.process_time() - started
    path = folder / "page.html"
    path.write_text(html, encoding="utf-8")
    offline = name.startswith("pyvis")
    page = browser.new_context(viewport={"width": 1440, "height": 900}, offline=offline).new_page()
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    ready, pan = open_and_pan(page, session, path, name)
    size = len(argument_map.claims)
    target = TARGETS.get(size, "") if name == "ours" else ""
    print(
        f"{size:>7}  {name:<28} {built:>8.2f} {len(html.encode()):>11,} {ready:>8} {target:>6} {pan:>7}",
        flush=True,
    )
    if name == "ours":
        coordinates.update({node_id: (x, y) for node_id, x, y in page.evaluate(LAY_OUT)})
        found, bare = page.evaluate(SEARCH, "harbour 77")
        print(f"{'':>7}  a search takes {found:.1f} ms, {found / (bare or 0.1):.1f} times a bare one")
    page.context.close()
    return float(ready.strip(">"))


def open_and_pan(page: Page, session: CDPSession, path: Path, name: str) -> tuple[str, str]:
    before = cpu(session)
    page.goto(path.as_uri(), wait_until="domcontentloaded", timeout=SETTLE_LIMIT)
    try:
        match name:
            case "ours" | "outline" | "matrix":
                page.wait_for_selector("html[data-ready]", state="attached", timeout=SETTLE_LIMIT)
            case "pyvis, default physics":
                page.evaluate("() => { network.once('stabilized', () => { window.settled = true; }); }")
                page.wait_for_function("() => window.settled", timeout=SETTLE_LIMIT, polling=1000)
    except Error:
        return f">{cpu(session) - before:.1f}", "–"
    page.evaluate("() => new Promise(requestAnimationFrame)")
    ready = cpu(session) - before
    if name.startswith(READ):
        return f"{ready:.2f}", "–"
    before = cpu(session)
    page.evaluate(PAN, [name, FRAMES])
    return f"{ready:.2f}", f"{(cpu(session) - before) / FRAMES * 1000:.1f}"


def cpu(session: CDPSession) -> float:
    metrics: list[dict[str, Any]] = session.send("Performance.getMetrics")["metrics"]
    return float(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))


def ours(argument_map: ArgumentMap) -> str:
    return read("map", argument_map)


def read(view: str, argument_map: ArgumentMap) -> str:
    return VIEWS[view].build(ViewInput(argument_map, "benchmark", Index(argument_map)))


def bare(view: str, argument_map: ArgumentMap) -> str:
    return re.sub(r"<(script|style)\b.*?</\1>", "", read(view, argument_map), flags=re.DOTALL)


def held(argument_map: ArgumentMap) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    payload = build_debate(Index(argument_map), anchors={}, status={}, strength={})
    return nodes(payload), edges(payload)


def settling(argument_map: ArgumentMap) -> str:
    """The way pyvis is used by most: a networkx graph, its defaults, everything in one file."""
    import networkx as nx
    from pyvis.network import Network

    cards, ties = held(argument_map)
    graph = nx.MultiDiGraph()
    graph.add_nodes_from((node["id"], {"label": node["label"]}) for node in cards)
    graph.add_edges_from((tie["from"], tie["to"]) for tie in ties)
    network = Network(directed=True, cdn_resources="in_line")
    with contextlib.redirect_stdout(io.StringIO()):
        network.from_nx(graph)
    html: str = network.generate_html()
    return html


def placed(argument_map: ArgumentMap, coordinates: Coordinates) -> str:
    """pyvis's own template with every card boxed and placed where our page would place it; stakeholders, which
    our layout of claims leaves out, stand in a column beside.
    """
    from pyvis.network import Network

    cards, ties = held(argument_map)
    network = Network(directed=True, cdn_resources="in_line")
    beside = {node["id"]: (-400.0, n * 60.0) for n, node in enumerate(cards) if node["id"] not in coordinates}
    where = {**beside, **coordinates}
    network.nodes = [
        {**node, "shape": "box", "x": where[node["id"]][0], "y": where[node["id"]][1]} for node in cards
    ]
    network.edges = [{"from": tie["from"], "to": tie["to"], "arrows": "to"} for tie in ties]
    network.options = {"physics": {"enabled": False}, "layout": {"improvedLayout": False}}
    html: str = network.generate_html()
    return html


if __name__ == "__main__":
    main()
