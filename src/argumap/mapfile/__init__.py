"""The map file: YAML read with a location for every value, validated, folded into records, written and edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.mapfile.cycles import find_cycles
    from argumap.mapfile.id_mentions import RenamedText, find_mentions, rename_composed, rename_in_files
    from argumap.mapfile.locations import Location, Locations, ValuePath
    from argumap.mapfile.map_reader import (
        MAP_FILE,
        MAP_SUFFIXES,
        Reading,
        find_maps,
        find_shared_file,
        name_map,
        name_of_path,
        parse_map,
        read_map,
        reread,
    )
    from argumap.mapfile.map_writer import write_map, write_other_entries, write_parts
    from argumap.mapfile.schema_documents import json_schema, reference_page
    from argumap.mapfile.starter_text import build_starter
    from argumap.mapfile.value_forms import is_slug
    from argumap.mapfile.yaml_edits import (
        Relocation,
        attribution_paths,
        drop_quotes,
        drop_repeats,
        set_locators,
        set_source_values,
        text_as_read,
    )
    from argumap.mapfile.yaml_rewriting import read_data, rewrite
    from argumap.mapfile.yaml_scalars import prose, scalar
    from argumap.mapfile.yaml_tree import YamlNode, YamlTree, parse_tree, trees_kept
else:
    from argumap.lazy_exports import export_lazily

    __getattr__ = export_lazily(
        __name__,
        {
            "cycles": "find_cycles",
            "id_mentions": "RenamedText find_mentions rename_composed rename_in_files",
            "locations": "Location Locations ValuePath",
            "map_reader": (
                "MAP_FILE MAP_SUFFIXES Reading find_maps find_shared_file name_map name_of_path parse_map "
                "read_map reread"
            ),
            "map_writer": "write_map write_other_entries write_parts",
            "schema_documents": "json_schema reference_page",
            "starter_text": "build_starter",
            "value_forms": "is_slug",
            "yaml_edits": (
                "Relocation attribution_paths drop_quotes drop_repeats set_locators set_source_values text_as_read"
            ),
            "yaml_rewriting": "read_data rewrite",
            "yaml_scalars": "prose scalar",
            "yaml_tree": "YamlNode YamlTree parse_tree trees_kept",
        },
    )

__all__ = [
    "MAP_FILE",
    "MAP_SUFFIXES",
    "Location",
    "Locations",
    "Reading",
    "Relocation",
    "RenamedText",
    "ValuePath",
    "YamlNode",
    "YamlTree",
    "attribution_paths",
    "build_starter",
    "drop_quotes",
    "drop_repeats",
    "find_cycles",
    "find_maps",
    "find_mentions",
    "find_shared_file",
    "is_slug",
    "json_schema",
    "name_map",
    "name_of_path",
    "parse_map",
    "parse_tree",
    "prose",
    "read_data",
    "read_map",
    "reference_page",
    "rename_composed",
    "rename_in_files",
    "reread",
    "rewrite",
    "scalar",
    "set_locators",
    "set_source_values",
    "text_as_read",
    "trees_kept",
    "write_map",
    "write_other_entries",
    "write_parts",
]
