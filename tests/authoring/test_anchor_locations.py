from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.anchoring import LOCK_NAME, build_lock, write_lock
from argumap.project import load

if TYPE_CHECKING:
    from pathlib import Path


def test_an_anchor_of_a_section_is_placed_where_its_file_names_it(tmp_path: Path) -> None:
    sources = "sources:\n  a: {title: A, file: a.md}\n  b: {title: B}\n"
    text = f'argumap: 1\ntitle: "Two"\n{sources}sections:\n  a#s1: {{title: "One"}}\n'
    (tmp_path / "map.yaml").write_text(text, encoding="utf-8")
    rain = "# One\n\nIt rains here. It never stops.\n"
    (tmp_path / "a.md").write_text(rain, encoding="utf-8")
    write_lock(tmp_path / LOCK_NAME, build_lock(load(tmp_path).articles))
    (tmp_path / "a.md").write_text(f"# None\n\nNew.\n\n{rain}", encoding="utf-8")
    (moved,) = [problem for problem in load(tmp_path).check() if problem.code == "AM217"]
    assert (moved.line, moved.column) == (7, 3)
