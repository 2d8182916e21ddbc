from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.errors import CallError
from argumap.project.fidelity import find_facts
from argumap.project.format_choice import get_writer
from foreign_files import corpus, counted, read

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_only_read() -> None:
    with pytest.raises(CallError, match=r"JSON of Argdown\) is only read"):
        get_writer("argdown-json")


@pytest.mark.parametrize("path", corpus("argdown/full/*.argdown.json"))
def test_the_corpus_comes_in_as_the_source_does(path: Path) -> None:
    imported = read("argdown-json", path.read_bytes())
    source = read("argdown", path.with_suffix("").read_bytes())
    ours, theirs = find_facts(imported.map), find_facts(source.map)
    assert {feature for feature in theirs if ours.get(feature) != theirs[feature]} == set()
    assert len(imported.map.claims) >= counted(path)["statements"]
