from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from argumap.errors import NotFound
from argumap.project import build, build_report, load, write_view
from argumap.query import bearing_on_positions
from argumap.reports import REPORTS
from argumap.semantics import evaluated_map
from argumap.views import VIEWS, build_navigation
from places import MAP, write_map

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType


def test_a_build_leaves_pages_report_graph_and_snapshot(tmp_path: Path) -> None:
    written = build(load(write_map(tmp_path / "bridge")), tmp_path / "out")
    names = {path.name for path in written}
    assert names == {path.name for path in (tmp_path / "out").iterdir()}
    assert names >= {view.file for view in build_navigation()}
    assert names >= {"adjacency.md", "adjacency.csv", "adjacency.json", "snapshot.jsonl", "graph.json"}


def test_a_second_build_changes_no_byte(tmp_path: Path) -> None:
    map_folder = write_map(tmp_path / "bridge")
    first = {path.name: path.read_bytes() for path in build(load(map_folder), tmp_path / "one")}
    second = {path.name: path.read_bytes() for path in build(load(map_folder), tmp_path / "two")}
    assert first == second


def test_pages_of_one_build_carry_its_name_and_those_of_another_do_not(tmp_path: Path) -> None:
    map_folder = write_map(tmp_path / "bridge")

    def names() -> set[str]:
        pages = [path for path in build(load(map_folder), tmp_path / "out") if path.suffix == ".html"]
        texts = "".join(path.read_text(encoding="utf-8") for path in pages)
        return set(re.findall(r'"argumap-build" content="(\w+)"', texts))

    first = names()
    (map_folder / "map.yaml").write_text(MAP.replace("The Mill Bridge", "The Old Mill Bridge"), encoding="utf-8")
    assert (len(first), len(names() | first)) == (1, 2)


def test_a_build_that_fails_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> str:
        raise RuntimeError

    monkeypatch.setattr("argumap.project.outputs.build_report", fail)
    with pytest.raises(RuntimeError):
        build(load(write_map(tmp_path / "bridge")), tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", [view.name for view in build_navigation()])
def test_every_view_is_written_by_its_name(tmp_path: Path, name: str) -> None:
    (path,) = write_view(load(write_map(tmp_path / "bridge")), name, tmp_path / "out")
    assert path.name == VIEWS[name].file
    assert "The Mill Bridge" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", list(REPORTS))
def test_every_report_has_text_in_each_format(tmp_path: Path, name: str) -> None:
    written = build_report(load(write_map(tmp_path / "bridge")), name)
    assert set(written) == {"md", "csv", "json"}
    assert all(written.values())


def test_figures_may_be_left_out(tmp_path: Path) -> None:
    opened = load(write_map(tmp_path / "bridge"))
    assert "stands" in build_report(opened, "adjacency")["json"]
    assert "stands" not in build_report(opened, "adjacency", None)["json"]


def test_an_unknown_report_is_answered_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="adjacency"):
        build_report(load(write_map(tmp_path / "bridge")), "adjacent")


def test_a_check_and_a_build_work_out_the_map_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: Counter[str] = Counter()

    def count(module: ModuleType, name: str) -> None:
        plain = getattr(module, name)

        def counting(*given: object, **named: object) -> object:
            counted[name] += 1
            return plain(*given, **named)

        monkeypatch.setattr(module, name, counting)

    count(evaluated_map, "solve")
    count(evaluated_map, "label_grounded")
    count(bearing_on_positions, "_list_nearer")
    opened = load(write_map(tmp_path / "bridge"))
    opened.check()
    build(opened, tmp_path / "out")
    assert counted == {"solve": 1, "label_grounded": 1, "_list_nearer": 1}
    opened.evaluate("dfquad")
    assert counted["solve"] == 2


def test_a_report_without_passages_opens_no_article(tmp_path: Path) -> None:
    opened = load(write_map(tmp_path / "bridge"))
    assert build_report(opened, "stakeholders")
    assert "articles" not in vars(opened)
