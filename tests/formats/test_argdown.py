from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argdown_texts import POND
from argumap.formats import FORMATS
from argumap.formats._argdown.parsing import parse
from argumap.project.fidelity import Fidelity, measure
from foreign_files import check_cuts, check_edit, check_refused_or_read, check_round_trip, corpus, counted, read

if TYPE_CHECKING:
    from pathlib import Path

PIECES = [
    "[A]",
    "[A]: a",
    "<B>",
    "<B>: b",
    "\n",
    "\n\n",
    "  + ",
    "  -> ",
    "    _> ",
    "  >< ",
    "(1) ",
    "----\n",
    "# h?",
    "{a: b}",
]


def test_it_goes_back_as_it_came_and_edited_where_it_was_edited() -> None:
    check_round_trip("argdown", POND)
    check_edit("argdown", POND)


def test_a_file_cut_anywhere_is_read_or_refused() -> None:
    check_cuts("argdown", POND)


@given(st.lists(st.sampled_from([*PIECES, " ", "word "]), max_size=20))
def test_any_text_is_read_or_refused(pieces: list[str]) -> None:
    check_refused_or_read("argdown", "".join(pieces).encode())


def test_every_feature_is_kept() -> None:
    assert set(measure(FORMATS["argdown"]).values()) == {Fidelity.KEPT}


@pytest.mark.parametrize("path", corpus("argdown/full/*.argdown"))
def test_the_corpus_comes_in_with_its_counts_and_goes_back(path: Path) -> None:
    counts = counted(path)
    document = parse(path.read_text(encoding="utf-8"), path.name)
    ours = (len(document.statements), len(document.arguments), len(document.relations))
    assert ours == (counts["statements"], counts["arguments"], counts["relations"])
    imported = read("argdown", path.read_bytes())
    sketched = [argument for argument in document.arguments.values() if not argument.lines]
    assert len(imported.map.claims) == counts["statements"] + len(sketched)
    check_round_trip("argdown", path.read_bytes())
    check_edit("argdown", path.read_bytes())


@pytest.mark.parametrize("path", corpus("argdown/snippets_with_oracle.jsonl"))
def test_every_snippet_that_argdown_reads_is_read(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        snippet = json.loads(line)
        check_refused_or_read("argdown", snippet["input"].encode())
        oracle = snippet["oracle"]
        # One has its arguments taken apart for the picture, by a setting of Argdown's.
        if not oracle.get("errors", True) and "explodeArguments" not in snippet["input"]:
            document = parse(snippet["input"].replace("\r\n", "\n"), snippet["id"])
            assert set(document.statements) == set(oracle["statements"]), snippet["id"]
            assert set(document.arguments) == set(oracle["arguments"]), snippet["id"]
            assert len(document.relations) == len(oracle["relations"]), snippet["id"]
