"""Models of our own for tests: one that answers as it is told, and one that lies in every way we know."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argumap.assisted_draft import ModelAnswer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from argumap.assisted_draft import ModelQuestion

BRIDGE = """# Should the old bridge be closed?

By Ada Quill

The council wants to close the old bridge to lorries. Lorries have cracked two of its seven arches since 2019.

Mira Stolz, who runs the sawmill, disagrees. "Without the bridge my lorries drive 40 kilometres more each day,"
she told the council. She does not believe that lorries caused the cracks.

The county engineer said that the cracks will not close by themselves. A repair costs 2 million crowns.
"""

# What a careful model says of it; the words of the claims are its own.
BRIDGE_CLAIMS: list[dict[str, Any]] = [
    {
        "sentences": [2],
        "quote": "The council wants to close the old bridge to lorries.",
        "claim": "Lorries ought to be kept off the old bridge.",
        "speaker": "The council",
        "speaker_kind": "organisation",
        "cue": "The council wants",
        "act": "asserts",
        "type": "policy",
        "unclear": "",
    },
    {
        "sentences": [3],
        "quote": "Lorries have cracked two of its seven arches since 2019.",
        "claim": "Two of the seven arches of the old bridge were damaged by lorries after 2019.",
        "speaker": "",
        "speaker_kind": "unspecified",
        "cue": "",
        "act": "asserts",
        "type": "fact",
        "unclear": "",
    },
    {
        "sentences": [5],
        "quote": "Without the bridge my lorries drive 40 kilometres more each day",
        "claim": "The sawmill's vehicles would have a detour of 40 kilometres a day without the old bridge.",
        "speaker": "Mira Stolz",
        "speaker_kind": "person",
        "cue": "she told the council",
        "act": "argues",
        "type": "prediction",
        "unclear": "",
    },
    {
        "sentences": [7],
        "quote": "The county engineer said that the cracks will not close by themselves.",
        "claim": "Damage to the arches does not heal on its own.",
        "speaker": "county engineer",
        "speaker_kind": "person",
        "cue": "The county engineer said",
        "act": "asserts",
        "type": "prediction",
        "unclear": "",
    },
]
BRIDGE_STEPS: dict[str, Any] = {
    "question": "",
    "answers": [1],
    "relations": [
        {"from": 2, "relation": "supports", "to": 1, "words": ""},
        {"from": 3, "relation": "attacks", "to": 1, "words": "Without the bridge"},
    ],
}


@dataclass
class ScriptedModel:
    """Gives the answers that it was told for each stage, the last of them again and again; keeps the questions."""

    answers: Mapping[str, Sequence[object]]
    name: str = "scripted"
    asked: list[ModelQuestion] = field(default_factory=list)

    def ask(self, question: ModelQuestion) -> ModelAnswer:
        told = self.answers.get(question.stage, ())
        n = sum(earlier.stage == question.stage for earlier in self.asked)
        self.asked.append(question)
        answer = told[min(n, len(told) - 1)] if told else {}
        if isinstance(answer, ModelAnswer):
            return answer
        text = answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)
        return ModelAnswer(text, 100, 50, cost=0.001)


@dataclass
class LyingModel:
    """Answers each question with what ``lie`` makes of it; one that ``obeys`` stops where it is told to."""

    lie: Callable[[ModelQuestion], str]
    name: str = "liar"
    obeys: bool = False

    def ask(self, question: ModelQuestion) -> ModelAnswer:
        text = self.lie(question)
        if self.obeys and len(text) > 2 * question.most_tokens:
            return ModelAnswer(text[: 2 * question.most_tokens], ended="length")
        return ModelAnswer(text)


def careful_model() -> ScriptedModel:
    """Whoever read `BRIDGE` with care."""
    return ScriptedModel(
        {
            "select": [{"sentences": [2, 3, 5, 6, 7, 8]}],
            "state": [{"claims": BRIDGE_CLAIMS}],
            "relate": [BRIDGE_STEPS],
        }
    )


def numbered_lines(question: ModelQuestion) -> dict[int, str]:
    """The sentences that a question shows, by number."""
    return {int(n): text for n, text in re.findall(r"^\[(\d+)\] (.*)$", question.prompt, re.MULTILINE)}
