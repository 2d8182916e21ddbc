from __future__ import annotations

import csv
import io
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.formats import FORMATS, Export
from argumap.graph import build_graph
from argumap.model import ArgumentMap, Claim
from argumap.project.fidelity import read_full_map
from maps import MAPS

if TYPE_CHECKING:
    from collections.abc import Mapping


def write(record: ArgumentMap) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The rows of both tables, by their heads; a row is a line, as the import wants it."""
    writer = FORMATS["neo4j"].write
    assert writer is not None
    files: str | Mapping[str, str] = writer(Export(record))
    assert not isinstance(files, str)
    tables = []
    for text in files.values():
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        assert len(rows) == text.count("\n") - 1
        tables.append(rows)
    return tables[0], tables[1]


@pytest.mark.parametrize("record", [*MAPS.values(), read_full_map()])
def test_nodes_and_relationships_are_those_of_the_graph(record: ArgumentMap) -> None:
    nodes, relationships = write(record)
    graph = build_graph(record)
    assert {row["id:ID"] for row in nodes} == set(graph)
    assert Counter(row[":LABEL"].casefold() for row in nodes) == Counter(
        data["kind"] for _, data in graph.nodes(data=True)
    )
    assert Counter(
        (row[":START_ID"], row[":TYPE"].casefold(), row[":END_ID"]) for row in relationships
    ) == Counter((start, data["kind"], end) for start, end, data in graph.edges(data=True))


def test_values_have_types_and_lists_are_arrays() -> None:
    claim = Claim("a", 'A "b"\nc; d.', tags=("x; y", "z"), base=0.5, implicit=True)
    [row], _ = write(ArgumentMap(claims=(claim,)))
    assert (row["text"], row["tags:string[]"]) == ('A "b" c; d.', "x, y;z")
    assert (row["base:double"], row["implicit:boolean"], row[":LABEL"]) == ("0.5", "true", "Claim")


@given(st.text())
def test_any_text_stays_in_its_cell(text: str) -> None:
    [row], _ = write(ArgumentMap(claims=(Claim("a", text),)))
    assert row["text"] == " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())
