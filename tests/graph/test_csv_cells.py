from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.graph.csv_cells import build_cells, write_csv


@pytest.mark.parametrize(
    ("attributes", "cells"),
    [
        pytest.param({"kind": "claim", "base": 0.0, "implicit": True}, None, id="plain values stay"),
        pytest.param({"tags": ["a", "b"]}, {"tags": "a; b"}, id="a list is one string"),
        pytest.param({"expect": {"status": "stands"}}, {}, id="what is nested has no place"),
        pytest.param(
            {"anchors": [{"source": "t", "at": "s1", "text": "One."}, {"source": "t", "quote": "two"}]},
            {"at": "t#s1", "passage": "One."},
            id="anchors are locators and passages",
        ),
    ],
)
def test_cells(attributes: dict[str, object], cells: dict[str, object] | None) -> None:
    assert build_cells(attributes) == (attributes if cells is None else cells)


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_no_cell_starts_a_formula_and_nothing_else_changes(rows: list[tuple[str, str]]) -> None:
    written = write_csv(("x", "y"), ({"x": x, "y": y} for x, y in rows))
    found = list(csv.reader(io.StringIO(written, newline="")))[1:]
    for row, cells in zip(found, rows, strict=True):
        for got, given_cell in zip(row, cells, strict=True):
            text = given_cell.replace("\r\n", "\n").replace("\r", "\n")
            assert not got.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
            assert got in {text, f"'{text}"}


def test_a_figure_below_zero_stays_a_figure() -> None:
    assert write_csv(("n",), [{"n": -0.5}]) == "n\n-0.5\n"


@pytest.mark.parametrize("start", [" ", "\u00a0", "\u200b", "\ufeff", "\u00ad", "\x00", " \u2060 "])
@pytest.mark.parametrize("sign", [*"=+-@", *"＝＋－＠"])
def test_a_formula_behind_what_is_not_seen_gets_its_apostrophe(start: str, sign: str) -> None:
    assert write_csv(("x",), [{"x": f"{start}{sign}1"}, {"x": f"{sign}1"}]) == f"x\n'{start}{sign}1\n'{sign}1\n"
    assert write_csv(("x",), [{"x": f"{start}one {sign} two"}]) == f"x\n{start}one {sign} two\n"
