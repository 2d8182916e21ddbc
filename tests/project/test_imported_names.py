from __future__ import annotations

from pathlib import Path

import pytest

from argumap.project.imported_names import name_maps


@pytest.mark.parametrize(
    ("files", "names"),
    [
        pytest.param(["a/map.json", "b/map.json"], ["a-map", "b-map"], id="by the folders they lie in"),
        pytest.param(["x/a/map.json", "y/a/map.json"], ["x-a-map", "y-a-map"], id="by folders further up"),
        pytest.param(["map.json", "a/map.json"], ["map", "a-map"], id="one lies in no folder"),
        pytest.param(["map.json", "map.JSN"], ["map-json", "map-jsn"], id="by their endings"),
        pytest.param(["A map.json", "a-map.json"], ["a-map", "a-map-2"], id="by a number"),
        pytest.param(["a/b.json", "c/b.json", "a-b.json"], ["a-b-2", "c-b", "a-b"], id="a plain name goes first"),
        pytest.param(["a/map.json", "dam.json", "./a/map.json"], ["map", "dam"], id="one file twice"),
    ],
)
def test_files_are_told_apart_by_the_least_that_does(files: list[str], names: list[str]) -> None:
    assert [*name_maps([Path(file) for file in files]).values()] == names


@pytest.mark.parametrize(
    ("file", "name"),
    [("Dam talk.aif.json", "dam-talk"), ("Über_uns.CSV", "uber-uns"), ("--.json", "imported"), ("plain", "plain")],
)
def test_a_map_is_called_by_its_file(file: str, name: str) -> None:
    assert name_maps([Path(file)]) == {Path(file): name}
