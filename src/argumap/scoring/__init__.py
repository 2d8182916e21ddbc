"""How far a draft is right by a gold map of the same article, or how far two people's maps of it agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.scoring.many_scores import ManyScores
    from argumap.scoring.map_scores import MapScores, score_draft
    from argumap.scoring.score import Fault, Miss, Score
else:
    from argumap.lazy_exports import export_lazily

    __getattr__ = export_lazily(
        __name__, {"many_scores": "ManyScores", "map_scores": "MapScores score_draft", "score": "Fault Miss Score"}
    )

__all__ = ["Fault", "ManyScores", "MapScores", "Miss", "Score", "score_draft"]
