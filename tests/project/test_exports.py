from __future__ import annotations

import json
from pathlib import Path

import pytest

from argumap.errors import CallError
from argumap.formats import FORMATS
from argumap.mapfile import yaml_tree
from argumap.project import Map, load
from argumap.project.exports import export_map
from argumap.project.importing import import_files
from places import write_map


@pytest.fixture
def bridge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Map:
    monkeypatch.chdir(tmp_path)
    return load(write_map(Path("graph/bridge")))


def test_a_map_is_exported_with_its_figures_or_without(bridge: Map) -> None:
    nodes = json.loads(export_map(bridge, "node-link").single())["nodes"]
    assert {node["status"] for node in nodes if node["id"] == "claim:close-it"} == {"stands"}
    bare = json.loads(export_map(bridge, "node-link", None).single())["nodes"]
    assert not any("status" in node for node in bare)


def test_a_file_goes_to_the_output_or_where_it_is_told(bridge: Map) -> None:
    exported = export_map(bridge, "node-link")
    assert exported.write() == [Path("output/bridge/bridge").with_suffix(FORMATS["node-link"].suffixes[0])]
    (given,) = exported.write(Path("elsewhere.txt"))
    assert (given, given.read_text(encoding="utf-8")) == (Path("elsewhere.txt"), exported.single())


def test_several_files_stand_beside_each_other(bridge: Map) -> None:
    exported = export_map(bridge, "csv")
    assert len(exported.files) > 1
    first = FORMATS["csv"].suffixes[0]
    written = exported.write(Path(f"town{first}"))
    assert written == [Path(f"town{suffix}") for suffix in exported.files]
    with pytest.raises(CallError, match=f"takes {len(exported.files)} files"):
        exported.single()


def test_a_format_that_cannot_hold_all_is_refused_where_it_is_strict(bridge: Map) -> None:
    losing = next(name for name, each in FORMATS.items() if each.write and each.loses)
    with pytest.raises(CallError, match="has no place for"):
        export_map(bridge, losing, strict=True)
    assert export_map(bridge, losing).files
    assert export_map(bridge, "node-link", strict=True).files


def test_a_loss_is_found_by_reading_what_was_written(bridge: Map) -> None:
    assert {"questions", "answers", "passages"} <= set(export_map(bridge, "aif").losses)
    with pytest.raises(CallError, match="has no place for questions"):
        export_map(bridge, "aif", strict=True)


def test_what_only_a_plainer_map_keeps_is_told_as_that(bridge: Map) -> None:
    losses = export_map(bridge, "apx").losses
    assert losses[-1].endswith("(kept where a map is nothing but names and attacks)")
    assert losses[-1].startswith("claims")
    assert "claims" not in losses


def test_a_format_without_passages_opens_no_article(bridge: Map) -> None:
    assert export_map(bridge, "af").single()
    assert "articles" not in vars(bridge)
    assert export_map(bridge, "node-link").single()
    assert "articles" in vars(bridge)


def test_linked_data_is_called_by_the_address_that_is_given(bridge: Map) -> None:
    text = export_map(bridge, "turtle", base="https://example.org/maps/bridge#top").single()
    assert text.startswith("@base <https://example.org/maps/bridge> .\n")
    assert "@base" not in export_map(bridge, "turtle").single()


@pytest.mark.parametrize(
    "base", ["bridge", "ftp://example.org", "https://", "https://a b", "https://a/<x>", "https://a:b"]
)
def test_a_base_that_is_no_address_is_refused(bridge: Map, base: str) -> None:
    with pytest.raises(CallError, match="is no address on the web"):
        export_map(bridge, "turtle", base=base)


def test_a_text_that_came_in_is_parsed_once_and_so_is_what_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("dam.argdown").write_text("[dam]: The dam leaks.\n  - It does not.\n", encoding="utf-8")
    import_files([Path("dam.argdown")])
    place = Path("graph/dam/map.yaml")
    place.write_text(place.read_text(encoding="utf-8").replace("It does not.", "It holds."), encoding="utf-8")
    opened = load("dam").sound()
    parsed: list[str] = []
    parse = yaml_tree._parse

    def note(text: str, file: str) -> yaml_tree.YamlTree:
        parsed.append(text)
        return parse(text, file)

    monkeypatch.setattr(yaml_tree, "_parse", note)
    assert "It holds." in export_map(opened, "argdown").single()
    assert len(parsed) == len(set(parsed))


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Side,Argument\nPro,The dam leaks\nCon,The carp would die\n", {}),
        ("Pros,Cons\nThe dam leaks,The carp would die\n", {}),
        ("A,B\nThe dam leaks,pro\nThe carp would die,con\n", {"text": "A", "relation": "B"}),
        ("The dam leaks,pro\nThe carp would die,con\n", {"text": "1", "relation": "2", "header": "no"}),
    ],
    ids=["a column of sides", "a column a side", "columns that were named", "no headings"],
)
def test_a_list_that_nobody_touched_loses_nothing_on_the_way_back(
    text: str, columns: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pond.csv").write_text(text, encoding="utf-8")
    assert not import_files([Path("pond.csv")], columns=columns).failed
    exported = export_map(load("pond"), "table", strict=True)
    assert (exported.single(), exported.losses) == (text, ())
