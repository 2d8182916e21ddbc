"""What is new for a reader between two states of a map: who leads and by what, and who says what otherwise.

A `StatePair` of two `JudgedState` is asked for it, and `tell_news` says it line by line; the page of changes,
``diff`` and ``log`` speak in the same words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.news.answer_moves import (
        AnswerMove,
        AnswerTally,
        CountMove,
        IssueMove,
        NamedClaim,
        find_issue_moves,
        find_told,
        find_turned,
    )
    from argumap.news.judged_states import JudgedState, StatePair, find_last_names
    from argumap.news.news_wording import tell_lead, tell_leads, tell_news, tell_stance, tell_standing
    from argumap.news.people_news import PersonNews, StanceMove, find_people_news
else:
    from argumap.lazy_exports import export_lazily

    __getattr__ = export_lazily(
        __name__,
        {
            "answer_moves": (
                "AnswerMove AnswerTally CountMove IssueMove NamedClaim find_issue_moves find_told find_turned"
            ),
            "judged_states": "JudgedState StatePair find_last_names",
            "news_wording": "tell_lead tell_leads tell_news tell_stance tell_standing",
            "people_news": "PersonNews StanceMove find_people_news",
        },
    )

__all__ = [
    "AnswerMove",
    "AnswerTally",
    "CountMove",
    "IssueMove",
    "JudgedState",
    "NamedClaim",
    "PersonNews",
    "StanceMove",
    "StatePair",
    "find_issue_moves",
    "find_last_names",
    "find_people_news",
    "find_told",
    "find_turned",
    "tell_lead",
    "tell_leads",
    "tell_news",
    "tell_stance",
    "tell_standing",
]
