from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.authoring import pin_quotes
from argumap.project import load
from places import MAP, write_map

if TYPE_CHECKING:
    from pathlib import Path

QUOTED = MAP.replace("    at: s3.p1.s3\n", '    quote: "the new ring road"   # short\n')


def test_a_quote_is_pinned_and_stays(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "bridge", QUOTED)
    assert [path.name for path in pin_quotes(load(folder))] == ["map.yaml"]
    text = (folder / "map.yaml").read_text(encoding="utf-8")
    assert text == QUOTED.replace('    quote: "the', '    at: s3.p1.s3\n    quote: "the')
    assert pin_quotes(load(folder)) == []


def test_a_quote_may_go_once_its_locator_is_written(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "bridge", QUOTED)
    pin_quotes(load(folder), drop=True)
    text = (folder / "map.yaml").read_text(encoding="utf-8")
    assert text == QUOTED.replace('    quote: "the new ring road"   # short\n', "    at: s3.p1.s3\n")


def test_a_quote_that_stands_twice_is_left_alone(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "bridge", QUOTED.replace("the new ring road", "the"))
    assert pin_quotes(load(folder)) == []
