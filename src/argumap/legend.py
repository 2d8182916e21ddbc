"""Kind, relation and status → word, sign, colour and dash: one place for every picture.

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
class Mark:
    """How one thing is told: ``word`` in a sentence, ``sign`` in a mark, colours on light and dark ground.

    ``dash`` is the pattern of a line in pixels, empty for a solid one.
    """

    word: str
    sign: str
    light: str
    dark: str
    dash: tuple[int, ...] = ()


RELATIONS: Mapping[str, Mark] = MappingProxyType(
    {
        "supports": Mark("supports", "+", "#006d77", "#2dd4bf"),
        "attacks": Mark("objects to", "−", "#b91c1c", "#f87171", (9, 5)),
        "rebuts": Mark("rebuts", "=", "#946200", "#fcd34d", (9, 5)),
        "undercuts": Mark("undercuts", "/", "#6d28d9", "#c4b5fd", (2, 4)),
        "answers": Mark("answers", "◆", "#475569", "#94a3b8"),
        "contradicts": Mark("contradicts", "≠", "#b91c1c", "#f87171", (2, 4)),
        "rephrases": Mark("rephrases", "≈", "#475569", "#94a3b8", (2, 4)),
        "about": Mark("is about", "·", "#475569", "#94a3b8", (2, 4)),
        "concerns": Mark("concerns", "○", "#475569", "#94a3b8", (2, 4)),
    }
)

STATUSES: Mapping[str, Mark] = MappingProxyType(
    {
        "stands": Mark("stands", "●", "#006d77", "#2dd4bf"),
        "falls": Mark("falls", "○", "#b91c1c", "#f87171"),
        "undecided": Mark("undecided", "◐", "#946200", "#fcd34d"),
        "applies": Mark("applies", "●", "#006d77", "#2dd4bf"),
        "blocked": Mark("blocked", "○", "#b91c1c", "#f87171"),
    }
)

KINDS: Mapping[str, Mark] = MappingProxyType(
    {
        "issue": Mark("issue", "?", "#1e293b", "#e2e8f0"),
        "claim": Mark("claim", "▭", "#1e293b", "#e2e8f0"),
        "argument": Mark("argument", "→", "#475569", "#94a3b8"),
        "stakeholder": Mark("stakeholder", "☺", "#0b5cad", "#7cc0ff"),
        "concept": Mark("concept", "◇", "#475569", "#94a3b8"),
    }
)

STAKEHOLDER_TYPES: Mapping[str, str] = MappingProxyType(
    {"person": "person", "organisation": "organisation", "group": "group", "unspecified": "not named"}
)
