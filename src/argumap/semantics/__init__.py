"""Which claims survive in a map, how strongly, and why: status, strength, explanations."""

from argumap.semantics.evaluation import Evaluation, evaluate
from argumap.semantics.gradual import GRADUAL

__all__ = ["GRADUAL", "Evaluation", "evaluate"]
