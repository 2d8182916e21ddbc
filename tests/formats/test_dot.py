from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.formats import FORMATS, Export
from argumap.model import ArgumentMap, Claim
from argumap.project.fidelity import read_full_map
from maps import MAPS

STRING = r'"((?:[^"\\]|\\.)*)"'
LINE = re.compile(rf"  {STRING}(?: -> {STRING})? \[((?:\w+={STRING} ?)+)\]")


def write(record: ArgumentMap) -> str:
    writer = FORMATS["dot"].write
    assert writer is not None
    text = writer(Export(record))
    assert isinstance(text, str)
    return text


def read(text: str) -> tuple[dict[str, str], set[tuple[str, str, str]]]:
    """The nodes with what they say, and the arrows, as the grammar of DOT has them."""
    nodes: dict[str, str] = {}
    arrows: set[tuple[str, str, str]] = set()
    begin, _, _, *lines, end, last = text.split("\n")
    assert (re.fullmatch(rf"digraph {STRING} \{{", begin) is not None, end, last) == (True, "}", "")
    for line in lines:
        found = LINE.fullmatch(line)
        assert found, line
        values = dict(re.findall(rf"(\w+)={STRING}", found[3]))
        if found[2] is None:
            nodes[found[1]] = re.sub(r"\\(.)", r"\1", values["tooltip"]).replace("&amp;", "&")
        else:
            arrows.add((found[1], values["kind"], found[2]))
    return nodes, arrows


def test_nodes_and_arrows_are_those_of_the_map() -> None:
    nodes, arrows = read(write(MAPS["town"]))
    assert nodes["trade-falls"] == "Shops in the old town lose customers when cars are kept out."
    assert ("clean-air", "supports", "close-it") in arrows
    assert ("other-towns", "undercuts", "trade-falls/close-it") in arrows
    assert ("editor", "concedes", "trade-falls") in arrows


@pytest.mark.parametrize("record", [*MAPS.values(), read_full_map()])
def test_any_map_is_written_in_the_grammar(record: ArgumentMap) -> None:
    nodes, arrows = read(write(record))
    assert len(nodes) >= len(record.claims)
    assert all({start, end} <= set(nodes) for start, _, end in arrows)


@given(st.text())
def test_any_text_comes_through(text: str) -> None:
    shown = " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())
    nodes, _ = read(write(ArgumentMap(title=text, claims=(Claim("a", text),))))
    assert nodes == {"a": shown}


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_draws_it() -> None:
    for record in [*MAPS.values(), read_full_map()]:
        done = subprocess.run(["dot", "-Tplain"], input=write(record).encode(), capture_output=True, check=True)
        assert done.stderr == b""
        assert done.stdout.startswith(b"graph")
