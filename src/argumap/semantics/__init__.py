"""Which claims survive in a map, how strongly, and why: status, strength, explanations."""

from argumap.semantics.evaluation import Evaluation, evaluate
from argumap.semantics.extensions import Conflict, Extensions
from argumap.semantics.framework import Framework, build_framework
from argumap.semantics.gradual import GRADUAL
from argumap.semantics.solver import SolverNeeded

__all__ = [
    "GRADUAL",
    "Conflict",
    "Evaluation",
    "Extensions",
    "Framework",
    "SolverNeeded",
    "build_framework",
    "evaluate",
]
