"""Maps as nodes and arrows, as several tools of drawing have them; a format says how each looks in its files."""

from __future__ import annotations

from argumap.formats._drawn.details import (
    OF_CLAIM,
    OF_CONCEPT,
    OF_ISSUE,
    OF_SOURCE,
    OF_STAKEHOLDER,
    DetailForms,
    write_details,
)
from argumap.formats._drawn.drawing import Drawing, DrawnArrow, DrawnNode
from argumap.formats._drawn.giving_back import (
    DrawnFile,
    Encoder,
    FiledRecord,
    JsonRecord,
    MergedRecords,
    draw_export,
)
from argumap.formats._drawn.groups import DrawnGroup, hold_groups
from argumap.formats._drawn.places import Box, find_columns, place_nodes
from argumap.formats._drawn.reading import read_drawing
from argumap.formats._drawn.records import RecordReader, find_list, find_relation, read_records
from argumap.formats._drawn.relations import read_colour, read_kind, read_relation
from argumap.formats._drawn.writing import draw_map

__all__ = [
    "OF_CLAIM",
    "OF_CONCEPT",
    "OF_ISSUE",
    "OF_SOURCE",
    "OF_STAKEHOLDER",
    "Box",
    "DetailForms",
    "Drawing",
    "DrawnArrow",
    "DrawnFile",
    "DrawnGroup",
    "DrawnNode",
    "Encoder",
    "FiledRecord",
    "JsonRecord",
    "MergedRecords",
    "RecordReader",
    "draw_export",
    "draw_map",
    "find_columns",
    "find_list",
    "find_relation",
    "hold_groups",
    "place_nodes",
    "read_colour",
    "read_drawing",
    "read_kind",
    "read_records",
    "read_relation",
    "write_details",
]
