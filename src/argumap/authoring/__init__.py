"""The operations on a map that a person or an assistant makes: each proves all its edits before it writes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.authoring.anchor_locations import AnchorPaths
    from argumap.authoring.map_editing import write_edits
    from argumap.authoring.quote_pinning import pin_quotes
    from argumap.authoring.relocation import relocate
    from argumap.authoring.renaming import Renaming, rename
    from argumap.authoring.splitter_change import change_splitter
else:
    from argumap.lazy_exports import export_lazily

    __getattr__ = export_lazily(
        __name__,
        {
            "anchor_locations": "AnchorPaths",
            "map_editing": "write_edits",
            "quote_pinning": "pin_quotes",
            "relocation": "relocate",
            "renaming": "Renaming rename",
            "splitter_change": "change_splitter",
        },
    )

__all__ = ["AnchorPaths", "Renaming", "change_splitter", "pin_quotes", "relocate", "rename", "write_edits"]
