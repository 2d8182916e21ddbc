"""An HTML page that needs no network: payload, templates, scripts and styles in one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.page.embed import embed, find_data
from argumap.page.render import build_environment, find_map_of, mark_build, mark_language, render

if TYPE_CHECKING:
    from argumap.page.debate_tree import CRITERIA, UNTIED, CrossLink, DebateTree, TreePlace, build_tree, relation
    from argumap.page.page_parts import PagePart, PartLinks, pack_parts
    from argumap.page.palette import build_colours
    from argumap.page.voices_and_places import (
        Voice,
        Where,
        build_places,
        build_voices,
        element_id,
        find_ids,
        link,
        name_of,
        section_link,
        section_of,
    )
else:
    from argumap.lazy_exports import export_lazily

    __getattr__ = export_lazily(
        __name__,
        {
            "debate_tree": "CRITERIA UNTIED CrossLink TreePlace DebateTree build_tree relation",
            "palette": "build_colours",
            "page_parts": "PagePart PartLinks pack_parts",
            "voices_and_places": (
                "Voice Where build_places build_voices element_id find_ids link name_of section_link section_of"
            ),
        },
    )

__all__ = [
    "CRITERIA",
    "UNTIED",
    "CrossLink",
    "DebateTree",
    "PagePart",
    "PartLinks",
    "TreePlace",
    "Voice",
    "Where",
    "build_colours",
    "build_environment",
    "build_places",
    "build_tree",
    "build_voices",
    "element_id",
    "embed",
    "find_data",
    "find_ids",
    "find_map_of",
    "link",
    "mark_build",
    "mark_language",
    "name_of",
    "pack_parts",
    "relation",
    "render",
    "section_link",
    "section_of",
]
