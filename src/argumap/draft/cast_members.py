"""Somebody who speaks in an article, as it names them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.model import StakeholderType


@dataclass(eq=False)
class CastMember:
    """Somebody who speaks, as the article names them; ``gender`` is the pronoun for them, where that is known.

    With ``by_name`` nothing but their given name tells that.
    """

    name: str
    type: StakeholderType
    role: str | None = None
    affiliation: CastMember | None = None
    gender: str = ""
    by_name: bool = False
    aliases: set[str] = field(default_factory=set)
