"""Which claims survive in a map, how strongly, and why: status, strength, explanations."""

from argumap.semantics.contributions import Contribution, Contributions
from argumap.semantics.cruxes import Agreement, Clash, Crux, Cruxes, IssueCrux, Turn
from argumap.semantics.dispute import Move
from argumap.semantics.evaluation import Evaluation, evaluate
from argumap.semantics.explanation import Explanation, Robust
from argumap.semantics.extensions import Conflict, Extensions
from argumap.semantics.framework import Framework, build_framework
from argumap.semantics.gradual import GRADUAL
from argumap.semantics.solver import SolverNeeded
from argumap.semantics.stance import STANCES
from argumap.semantics.twin import compile_equations
from argumap.semantics.what_if import Delta, OrderChange, StatusChange, StrengthChange

__all__ = [
    "GRADUAL",
    "STANCES",
    "Agreement",
    "Clash",
    "Conflict",
    "Contribution",
    "Contributions",
    "Crux",
    "Cruxes",
    "Delta",
    "Evaluation",
    "Explanation",
    "Extensions",
    "Framework",
    "IssueCrux",
    "Move",
    "OrderChange",
    "Robust",
    "SolverNeeded",
    "StatusChange",
    "StrengthChange",
    "Turn",
    "build_framework",
    "compile_equations",
    "evaluate",
]
