from __future__ import annotations

from pathlib import Path

from argumap.folders import MAPS_FOLDER, OUTPUT_FOLDER, output_folder, snapshots_folder


def test_the_folders_are_those_that_the_documentation_names() -> None:
    assert (Path("graph"), Path("output")) == (MAPS_FOLDER, OUTPUT_FOLDER)


def test_what_is_built_of_a_map_lies_under_its_name() -> None:
    assert output_folder("town") == Path("output/town")
    assert snapshots_folder("town") == Path("output/town/snapshots")
