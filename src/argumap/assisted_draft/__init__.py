"""The draft that a language model proposes, and of which only what we prove is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.assisted_draft.assisted_drafting import AssistedDraft, draft_with_model, estimate_draft
    from argumap.assisted_draft.model_calls import LanguageModel, ModelAnswer, ModelQuestion
    from argumap.assisted_draft.model_client import ModelTrouble, connect_model, tell_place
    from argumap.assisted_draft.proposals import DroppedProposal
    from argumap.assisted_draft.recorded_calls import CallRecord, RecordedModel, read_record
    from argumap.assisted_draft.spending import DraftEstimate, Spending
else:
    from argumap.lazy_exports import export_lazily

    __getattr__ = export_lazily(
        __name__,
        {
            "assisted_drafting": "AssistedDraft draft_with_model estimate_draft",
            "model_calls": "LanguageModel ModelAnswer ModelQuestion",
            "model_client": "ModelTrouble connect_model tell_place",
            "proposals": "DroppedProposal",
            "recorded_calls": "CallRecord RecordedModel read_record",
            "spending": "DraftEstimate Spending",
        },
    )

__all__ = [
    "AssistedDraft",
    "CallRecord",
    "DraftEstimate",
    "DroppedProposal",
    "LanguageModel",
    "ModelAnswer",
    "ModelQuestion",
    "ModelTrouble",
    "RecordedModel",
    "Spending",
    "connect_model",
    "draft_with_model",
    "estimate_draft",
    "read_record",
    "tell_place",
]
