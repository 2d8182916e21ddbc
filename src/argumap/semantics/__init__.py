"""Which claims survive in a map, how strongly, and why: status, strength, explanations."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.semantics.balance import (
        STRICT_FIRST,
        Balance,
        ClaimWord,
        Outcome,
        Scale,
        Sums,
        count_live,
        find_outcome,
        find_words,
        weigh,
    )
    from argumap.semantics.base_scores import STANCES
    from argumap.semantics.clingo_solver import SolverNeeded
    from argumap.semantics.compiled_map import CompiledMap
    from argumap.semantics.contributions import Contribution, Contributions
    from argumap.semantics.cruxes import Crux, Cruxes
    from argumap.semantics.dispute_tree import Move, find_standing
    from argumap.semantics.dung_framework import Framework, build_framework
    from argumap.semantics.evaluated_map import EvaluatedMap, evaluate
    from argumap.semantics.evaluation import Evaluation
    from argumap.semantics.explanation import Explanation, Robust
    from argumap.semantics.extensions import Extensions
    from argumap.semantics.gradual_semantics import GRADUAL, get_gradual
    from argumap.semantics.grounded_labelling import IN, OUT, UNDECIDED
    from argumap.semantics.node_wording import called, name, status_verb
    from argumap.semantics.open_conflicts import Conflict
    from argumap.semantics.page_equations import build_page_equations
    from argumap.semantics.stakeholder_agreement import Agreement, Clash, IssueCrux, Turn
    from argumap.semantics.standards import label_grounded, relabel
    from argumap.semantics.strength import solve
    from argumap.semantics.verdict import Ground, Verdict, VerdictReason, build_verdict
    from argumap.semantics.verdict_words import (
        NotePart,
        VerdictNote,
        build_note,
        build_verdict_rules,
        word_verb,
    )
    from argumap.semantics.what_if import (
        Addition,
        ClaimWordChange,
        Delta,
        LiveChange,
        OrderChange,
        StatusChange,
        StrengthChange,
    )
else:
    from argumap.lazy_exports import export_lazily

    __getattr__ = export_lazily(
        __name__,
        {
            "standards": "label_grounded relabel",
            "stakeholder_agreement": "Agreement Clash IssueCrux Turn",
            "balance": (
                "STRICT_FIRST Balance ClaimWord Outcome Scale Sums count_live find_outcome find_words weigh"
            ),
            "base_scores": "STANCES",
            "clingo_solver": "SolverNeeded",
            "compiled_map": "CompiledMap",
            "contributions": "Contribution Contributions",
            "cruxes": "Crux Cruxes",
            "dispute_tree": "Move find_standing",
            "dung_framework": "Framework build_framework",
            "evaluated_map": "EvaluatedMap evaluate",
            "evaluation": "Evaluation",
            "explanation": "Explanation Robust",
            "extensions": "Extensions",
            "gradual_semantics": "GRADUAL get_gradual",
            "grounded_labelling": "IN OUT UNDECIDED",
            "node_wording": "called name status_verb",
            "open_conflicts": "Conflict",
            "page_equations": "build_page_equations",
            "strength": "solve",
            "verdict": "Ground Verdict VerdictReason build_verdict",
            "verdict_words": "NotePart VerdictNote build_note build_verdict_rules word_verb",
            "what_if": "Addition Delta LiveChange OrderChange StatusChange StrengthChange ClaimWordChange",
        },
    )

__all__ = [
    "GRADUAL",
    "IN",
    "OUT",
    "STANCES",
    "STRICT_FIRST",
    "UNDECIDED",
    "Addition",
    "Agreement",
    "Balance",
    "ClaimWord",
    "ClaimWordChange",
    "Clash",
    "CompiledMap",
    "Conflict",
    "Contribution",
    "Contributions",
    "Crux",
    "Cruxes",
    "Delta",
    "EvaluatedMap",
    "Evaluation",
    "Explanation",
    "Extensions",
    "Framework",
    "Ground",
    "IssueCrux",
    "LiveChange",
    "Move",
    "NotePart",
    "OrderChange",
    "Outcome",
    "Robust",
    "Scale",
    "SolverNeeded",
    "StatusChange",
    "StrengthChange",
    "Sums",
    "Turn",
    "Verdict",
    "VerdictNote",
    "VerdictReason",
    "build_framework",
    "build_note",
    "build_page_equations",
    "build_verdict",
    "build_verdict_rules",
    "called",
    "count_live",
    "evaluate",
    "find_outcome",
    "find_standing",
    "find_words",
    "get_gradual",
    "label_grounded",
    "name",
    "relabel",
    "solve",
    "status_verb",
    "weigh",
    "word_verb",
]
