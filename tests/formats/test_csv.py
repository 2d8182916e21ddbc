from __future__ import annotations

import csv
import io
from collections.abc import Mapping

import pytest
from hypothesis import given

from argumap.formats import FORMATS, Export
from argumap.graph import build_edges, build_nodes
from argumap.graph.csv_cells import EDGE_COLUMNS, NODE_COLUMNS, build_cells, find_edge_columns, find_node_columns
from argumap.model import ArgumentMap, Claim
from maps import CYCLE, HOSTILE, MAPS, TAKEN_OVER, TOWN, random_maps


def tables(argument_map: ArgumentMap) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    write = FORMATS["csv"].write
    assert write is not None
    files = write(Export(argument_map))
    assert isinstance(files, Mapping)
    nodes, edges = (list(csv.DictReader(io.StringIO(text, newline=""))) for text in files.values())
    return nodes, edges


@given(random_maps())
def test_every_node_and_edge_is_a_row_with_its_cells(argument_map: ArgumentMap) -> None:
    nodes, edges = tables(argument_map)
    assert [(row["id"], row["kind"], row["at"]) for row in nodes] == [
        (node_id, fields["kind"], build_cells(fields).get("at", ""))
        for node_id, fields in build_nodes(argument_map)
    ]
    assert [(row["source"], row["target"], row["key"], row["kind"]) for row in edges] == [
        (s, t, k, fields["kind"]) for s, t, k, fields in build_edges(argument_map)
    ]


@pytest.mark.parametrize("argument_map", MAPS.values(), ids=MAPS)
def test_every_field_has_a_column(argument_map: ArgumentMap) -> None:
    for _, fields in build_nodes(argument_map):
        assert build_cells(fields).keys() <= set(find_node_columns(argument_map))
    for *_, fields in build_edges(argument_map):
        assert build_cells(fields).keys() <= set(find_edge_columns(argument_map))


def test_a_hostile_label_is_a_cell_like_any_other() -> None:
    nodes, _ = tables(HOSTILE)
    assert nodes[0]["label"] == HOSTILE.issues[0].question


def test_a_formula_is_only_a_text() -> None:
    nodes, _ = tables(ArgumentMap(claims=(Claim("a", '=HYPERLINK("x")'),)))
    assert nodes[0]["text"] == '\'=HYPERLINK("x")'


def test_both_tables_have_the_same_columns_for_every_map() -> None:
    write = FORMATS["csv"].write
    assert write is not None
    heads = [
        [text.splitlines()[0] for text in FORMATS["csv"].files(write(Export(m))).values()] for m in (TOWN, CYCLE)
    ]
    assert heads[0] == heads[1]
    assert heads[0] == [",".join(("id", *NODE_COLUMNS)), ",".join(("source", "target", "key", *EDGE_COLUMNS))]


def test_what_was_taken_over_has_columns_where_a_map_has_it() -> None:
    nodes, edges = tables(TAKEN_OVER)
    (claim,) = [row for row in nodes if row["id"] == "claim:open-it"]
    assert claim["also"] == "Open on Sundays!; It should be open on Sundays."
    assert (claim["standard"], claim["unseen"]) == ("balance", "an importer, on a Monday")
    assert (claim["origin_format"], claim["origin_id"]) == ("argdown", "Open it")
    (spoken,) = [row for row in edges if row["kind"] == "asserts"]
    assert (spoken["origin_id"], spoken["unseen"]) == ("'@1", "a reader")
    assert "origin_file" not in spoken
