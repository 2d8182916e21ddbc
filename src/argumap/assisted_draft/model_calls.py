"""What is asked of a language model and what it answers: plain data, whoever carries it there."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class ModelQuestion:
    """One call: the ``stage`` it is for, what is to be done, with what, and the ``shape`` of the answer.

    ``most_tokens`` bounds the answer.
    """

    stage: str
    instructions: str
    prompt: str
    # Any: a JSON Schema.
    shape: Mapping[str, Any] = field(hash=False)
    most_tokens: int

    def within(self, most_tokens: int) -> ModelQuestion:
        """The same question with room for a shorter answer."""
        return self if most_tokens == self.most_tokens else replace(self, most_tokens=most_tokens)

    def digest(self, model: str) -> str:
        """A name for the question to this model; how long the answer may be is no part of it."""
        told = [model, self.stage, self.instructions, self.prompt, self.shape]
        return sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class ModelAnswer:
    """What a model answers, and the tokens that it counted; ``ended`` is ``stop``, ``length`` or ``refused``.

    ``cost`` is the price in US dollars where it is known. ``reused`` answers were given in an earlier call.
    """

    text: str
    input_tokens: int = 0
    output_tokens: int = 0
    ended: str = "stop"
    cost: float | None = None
    reused: bool = False


class LanguageModel(Protocol):
    """Somebody who answers: a model behind an address, the record of one, or one of the tests' own."""

    @property
    def name(self) -> str: ...

    def ask(self, question: ModelQuestion) -> ModelAnswer:
        """Answer a question. Raises `ModelTrouble` where no answer can be had."""
