"""The draft that a language model proposes, and of which only what we prove is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.assisted_draft.assisted_drafting import AssistedDraft, draft_with_model, estimate_draft
    from argumap.assisted_draft.model_calls import LanguageModel, ModelAnswer, ModelQuestion
    from argumap.assisted_draft.model_client import ModelTrouble, PydanticModel, connect_model, tell_place
    from argumap.assisted_draft.model_session import BudgetSpent, ModelSession
    from argumap.assisted_draft.proposals import DroppedProposal
    from argumap.assisted_draft.recorded_calls import CallRecord, RecordedModel, read_record
    from argumap.assisted_draft.spending import Budget, DraftEstimate, Spending, TokenPrice
else:
    from argumap.lazy_exports import export_lazily

    __getattr__ = export_lazily(
        __name__,
        {
            "assisted_drafting": "AssistedDraft draft_with_model estimate_draft",
            "model_calls": "LanguageModel ModelAnswer ModelQuestion",
            "model_client": "ModelTrouble PydanticModel connect_model tell_place",
            "model_session": "BudgetSpent ModelSession",
            "proposals": "DroppedProposal",
            "recorded_calls": "CallRecord RecordedModel read_record",
            "spending": "Budget DraftEstimate Spending TokenPrice",
        },
    )

__all__ = [
    "AssistedDraft",
    "Budget",
    "BudgetSpent",
    "CallRecord",
    "DraftEstimate",
    "DroppedProposal",
    "LanguageModel",
    "ModelAnswer",
    "ModelQuestion",
    "ModelSession",
    "ModelTrouble",
    "PydanticModel",
    "RecordedModel",
    "Spending",
    "TokenPrice",
    "connect_model",
    "draft_with_model",
    "estimate_draft",
    "read_record",
    "tell_place",
]
