"""How much is drawn at random, and from where: the gate draws little, ``do.py engines`` and ``do.py wear`` more.

``ARGUMAP_DRAWS`` multiplies every number of draws, ``ARGUMAP_SEED`` moves every generator.
"""

from __future__ import annotations

import os
import random

_FACTOR = float(os.environ.get("ARGUMAP_DRAWS", "1"))
_SEED = int(os.environ.get("ARGUMAP_SEED", "0"))
_APART = 1_000_003
"""More than any test's own seed, so that no two generators of different runs are the same."""


def draws(count: int) -> int:
    """``count`` as the gate has it, or as many times more as this run was asked for."""
    return max(1, round(count * _FACTOR))


def seeded(own: int) -> random.Random:
    """The generator of a test, told from others by a number of its own."""
    return random.Random(own + _SEED * _APART)
