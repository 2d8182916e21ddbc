"""From an article to the draft of its map: what its words show, each item with the rule that proposes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.draft.cue_words import CueWords, get_cue_words
    from argumap.draft.drafting import DraftedMap, draft_map
    from argumap.draft.rule_figures import is_doubtful, tell_rule
else:
    from argumap.lazy_exports import export_lazily

    __getattr__ = export_lazily(
        __name__,
        {
            "cue_words": "CueWords get_cue_words",
            "drafting": "DraftedMap draft_map",
            "rule_figures": "is_doubtful tell_rule",
        },
    )

__all__ = ["CueWords", "DraftedMap", "draft_map", "get_cue_words", "is_doubtful", "tell_rule"]
