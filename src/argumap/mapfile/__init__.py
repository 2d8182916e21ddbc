"""The map file: YAML read with a location for every value, validated, folded into records, written and edited."""

from argumap.mapfile.locations import Location, Locations
from argumap.mapfile.map_reader import Reading, find_maps, parse_map, read_map
from argumap.mapfile.map_writer import write_map
from argumap.mapfile.reference import json_schema, reference_page
from argumap.mapfile.starter_text import build_starter

__all__ = [
    "Location",
    "Locations",
    "Reading",
    "build_starter",
    "find_maps",
    "json_schema",
    "parse_map",
    "read_map",
    "reference_page",
    "write_map",
]
