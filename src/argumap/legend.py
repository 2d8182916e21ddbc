"""Kind, relation and word of a claim → word, sign, colour and dash: one place for every picture.

Colour is never alone: a relation is told by its word, its sign and its dash as well. The palette was chosen
for contrast (at least 4.5 : 1 on its ground) and for readers who see colours differently.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Glyph:
    """How one thing is told: ``word`` in a sentence, ``sign`` in a glyph, colours on light and dark ground.

    ``dash`` is the pattern of a line in pixels, empty for a solid one.
    """

    word: str
    sign: str
    light: str
    dark: str
    dash: tuple[int, ...] = ()


RELATIONS: Mapping[str, Glyph] = MappingProxyType(
    {
        "supports": Glyph("supports", "+", "#006d77", "#2dd4bf"),
        "attacks": Glyph("objects to", "−", "#b91c1c", "#f87171", (9, 5)),
        "rebuts": Glyph("rebuts", "=", "#946200", "#fcd34d", (9, 5)),
        "undercuts": Glyph("undercuts", "/", "#6d28d9", "#c4b5fd", (2, 4)),
        "answers": Glyph("answers", "◆", "#475569", "#94a3b8"),
        "contradicts": Glyph("contradicts", "≠", "#b91c1c", "#f87171", (2, 4)),
        "rephrases": Glyph("rephrases", "≈", "#475569", "#94a3b8", (2, 4)),
        "about": Glyph("is about", "·", "#475569", "#94a3b8", (2, 4)),
        "concerns": Glyph("concerns", "○", "#475569", "#94a3b8", (2, 4)),
    }
)

WORDS: Mapping[str, Glyph] = MappingProxyType(
    {
        "unchallenged": Glyph("unchallenged", "●", "#006d77", "#2dd4bf"),
        "answered": Glyph("answered", "◉", "#006d77", "#2dd4bf"),
        "contested": Glyph("contested", "◑", "#8a5a00", "#fcd34d"),
        "opposed": Glyph("opposed", "○", "#b91c1c", "#f87171"),
        "unsupported": Glyph("unsupported", "∅", "#b91c1c", "#f87171"),
        "unresolved": Glyph("unresolved", "◌", "#475569", "#94a3b8"),
        "set-aside": Glyph("set aside", "–", "#475569", "#94a3b8"),
    }
)
"""What became of a claim in one word, from what stands best to what is left out."""

KINDS: Mapping[str, Glyph] = MappingProxyType(
    {
        "issue": Glyph("issue", "?", "#1e293b", "#e2e8f0"),
        "claim": Glyph("claim", "▭", "#1e293b", "#e2e8f0"),
        "argument": Glyph("argument", "→", "#475569", "#94a3b8"),
        "stakeholder": Glyph("stakeholder", "☺", "#0b5cad", "#7cc0ff"),
        "concept": Glyph("concept", "◇", "#475569", "#94a3b8"),
    }
)
