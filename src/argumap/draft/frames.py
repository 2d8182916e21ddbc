"""That a sentence says somebody says something: whom it names for it, by which words, and what is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.draft.quotations import strip_marks

if TYPE_CHECKING:
    from argumap.model import Act


@dataclass(frozen=True, slots=True)
class Frame:
    """That a sentence says somebody says something.

    ``subject`` is the phrase that names who, empty where the verb has that of the clause before. ``cue`` has
    the words of saying. ``content`` is what is said, a part of
    the sentence word for word; all of it where the clause alone would say the contrary (*does not believe*).
    ``rule`` names the rule that found it, ``at`` is where the cue begins.
    The subject of a ``human`` cue is somebody, whatever the noun (*the caretaker warned*).
    With an ``impersonal`` cue nobody is named (*it has been said*); what is ``named_only`` is believed of
    whoever has a name. What is ``decided`` is a meeting's own.
    """

    subject: str
    cue: str
    act: Act
    content: str
    rule: str
    at: int = 0
    impersonal: bool = False
    named_only: bool = False
    decided: bool = False
    human: bool = False


def tidy(content: str) -> str:
    """What is said as a sentence: without marks around it, with a capital and its full stop."""
    stripped = strip_marks(" ".join(content.split())).strip(" ,;:")
    stripped = stripped[:-1].rstrip() if stripped.endswith(('"', "”")) else stripped
    if not stripped:
        return ""
    ended = stripped if stripped[-1] in ".!?…" else f"{stripped.rstrip(',;: ')}."
    return ended[0].upper() + ended[1:]
