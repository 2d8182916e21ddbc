"""The map file: YAML read with a mark for every value, validated, folded into records, written and edited."""

from argumap.mapfile.describing import json_schema, reference_page
from argumap.mapfile.marks import Mark, Marks
from argumap.mapfile.reading import Reading, find_maps, parse_map, read_map
from argumap.mapfile.starter import build_starter
from argumap.mapfile.writing import write_map

__all__ = [
    "Mark",
    "Marks",
    "Reading",
    "build_starter",
    "find_maps",
    "json_schema",
    "parse_map",
    "read_map",
    "reference_page",
    "write_map",
]
