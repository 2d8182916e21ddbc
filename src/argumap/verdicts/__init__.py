"""What a map comes to on its issues: who leads, by what, what would turn it, and by whose lights."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.verdicts.adding_up import WayOfAdding
    from argumap.verdicts.answer_ranking import RankedAnswer, Ranking, find_answers, rank_all, rank_answers
    from argumap.verdicts.answered_by import Answered, find_answers_to
    from argumap.verdicts.claim_verdict import ClaimVerdict, build_claim_verdict
    from argumap.verdicts.issue_facts import IssueFacts
    from argumap.verdicts.issue_hinges import IssueHinge, IssueHinges, build_issue_hinges
    from argumap.verdicts.issue_table import IssueRow, IssueTable, build_issue_table
    from argumap.verdicts.issue_verdict import IssueVerdict, build_issue_verdict, build_issue_verdicts
    from argumap.verdicts.leader_changes import (
        LED,
        LeaderChange,
        Supposition,
        build_supposition,
        find_leader_changes,
        tell_leaders,
    )
    from argumap.verdicts.linked_sentences import (
        IssueSentences,
        Piece,
        SentenceWriter,
        build_sentences,
        read_plainly,
    )
    from argumap.verdicts.own_steps import leave_out_added
    from argumap.verdicts.stakeholder_lights import Light, find_speaking
    from argumap.verdicts.turning_points import Hinge, RepeatedObjection, TurningPoints
    from argumap.verdicts.verdict_terms import (
        tell_balance,
        tell_counts,
        tell_live,
        tell_ordinal,
        tell_outcome,
        tell_place,
        tell_score,
        tell_sides,
        tell_standard,
    )
else:
    from argumap.lazy_exports import export_lazily

    __getattr__ = export_lazily(
        __name__,
        {
            "adding_up": "WayOfAdding",
            "answer_ranking": "RankedAnswer Ranking find_answers rank_all rank_answers",
            "answered_by": "Answered find_answers_to",
            "claim_verdict": "ClaimVerdict build_claim_verdict",
            "issue_facts": "IssueFacts",
            "issue_hinges": "IssueHinge IssueHinges build_issue_hinges",
            "issue_table": "IssueRow IssueTable build_issue_table",
            "issue_verdict": "IssueVerdict build_issue_verdict build_issue_verdicts",
            "leader_changes": "LED LeaderChange Supposition build_supposition find_leader_changes tell_leaders",
            "linked_sentences": "IssueSentences Piece SentenceWriter build_sentences read_plainly",
            "own_steps": "leave_out_added",
            "stakeholder_lights": "Light find_speaking",
            "turning_points": "Hinge RepeatedObjection TurningPoints",
            "verdict_terms": (
                "tell_balance tell_counts tell_live tell_ordinal tell_outcome tell_place "
                "tell_score tell_sides tell_standard"
            ),
        },
    )

__all__ = [
    "LED",
    "Answered",
    "ClaimVerdict",
    "Hinge",
    "IssueFacts",
    "IssueHinge",
    "IssueHinges",
    "IssueRow",
    "IssueSentences",
    "IssueTable",
    "IssueVerdict",
    "LeaderChange",
    "Light",
    "Piece",
    "RankedAnswer",
    "Ranking",
    "RepeatedObjection",
    "SentenceWriter",
    "Supposition",
    "TurningPoints",
    "WayOfAdding",
    "build_claim_verdict",
    "build_issue_hinges",
    "build_issue_table",
    "build_issue_verdict",
    "build_issue_verdicts",
    "build_sentences",
    "build_supposition",
    "find_answers",
    "find_answers_to",
    "find_leader_changes",
    "find_speaking",
    "leave_out_added",
    "rank_all",
    "rank_answers",
    "read_plainly",
    "tell_balance",
    "tell_counts",
    "tell_leaders",
    "tell_live",
    "tell_ordinal",
    "tell_outcome",
    "tell_place",
    "tell_score",
    "tell_sides",
    "tell_standard",
]
