"""What a model is asked at each stage: select, state, mend, relate. The article is data in all of them."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from argumap.assisted_draft.model_calls import ModelQuestion
from argumap.model import Act, ClaimType, StakeholderType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argumap.assisted_draft.proposals import DroppedProposal, ProvedClaim
    from argumap.assisted_draft.sentence_windows import SentenceWindow

# Any: JSON Schemas.
_Shape = dict[str, Any]

# An answer may take so many tokens, and so many more for each sentence or claim that it is about.
_BASE: Final = 1_500
_PER_SENTENCE: Final = {"select": 10, "state": 220, "mend": 260, "relate": 90}
# With fewer the answer would be cut before it says anything.
_LEAST: Final = 400
_LONGEST: Final = 600

_STRING: Final[_Shape] = {"type": "string"}
_NUMBERS: Final[_Shape] = {"type": "array", "items": {"type": "integer"}}


def _object(**properties: _Shape) -> _Shape:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _one_of(words: Iterable[str]) -> _Shape:
    return {"type": "string", "enum": [str(word) for word in words]}


_CLAIM: Final = _object(
    sentences=_NUMBERS,
    quote=_STRING,
    claim=_STRING,
    speaker=_STRING,
    speaker_kind=_one_of(StakeholderType),
    cue=_STRING,
    act=_one_of(Act),
    type=_one_of(ClaimType),
    unclear=_STRING,
)
_RELATION: Final = _object(
    **{"from": {"type": "integer"}, "relation": _one_of(("supports", "attacks")), "to": {"type": "integer"}},
    words=_STRING,
)
_CLAIMS: Final = _object(claims={"type": "array", "items": _CLAIM})
SHAPES: Final[Mapping[str, _Shape]] = {
    "select": _object(sentences=_NUMBERS),
    "state": _CLAIMS,
    "mend": _CLAIMS,
    "relate": _object(question=_STRING, answers=_NUMBERS, relations={"type": "array", "items": _RELATION}),
}


@cache
def read_instructions(stage: str) -> str:
    """What a model is to do at a stage; a line ``@name`` stands for what the file of that name says."""
    text = (files("argumap.assisted_draft") / "instructions" / f"{stage}.txt").read_text(encoding="utf-8").strip()
    return re.sub(r"^@(\w+)$", lambda named: read_instructions(named[1]), text, flags=re.MULTILINE)


def least_tokens(stage: str) -> int:
    """Fewer tokens than these are no room for an answer at a stage."""
    return _LEAST + _PER_SENTENCE[stage]


def ask_to_select(window: SentenceWindow, title: str, language: str) -> ModelQuestion:
    """Which sentences of a window state something."""
    return _ask(
        "select", f"{_head(title, language)}\n{window.write()}\n\n{_scope(window.numbers)}", len(window.own)
    )


def ask_to_state(window: SentenceWindow, chosen: Sequence[int], title: str, language: str) -> ModelQuestion:
    """What the chosen sentences of a window state, and who says so."""
    return _ask("state", f"{_head(title, language)}\n{window.write()}\n\n{_scope(chosen)}", len(chosen))


def ask_to_mend(
    window: SentenceWindow, faults: Sequence[DroppedProposal], title: str, language: str
) -> ModelQuestion:
    """The items of a window once more that could not be proved, each with its hint."""
    prompt = f"{_head(title, language)}\n{window.write()}\n\n{_tell_faults(faults)}"
    return _ask("mend", prompt, len(faults))


def ask_to_relate(
    claims: Mapping[int, ProvedClaim], title: str, language: str, faults: Sequence[DroppedProposal] = ()
) -> ModelQuestion:
    """Which of some claims, by their numbers, bear on which others; with ``faults``, those steps once more."""
    lines = [
        json.dumps(
            {"claim": n, "says": claim.text, "speaker": claim.speaker, "words of the article": claim.passage},
            ensure_ascii=False,
        )
        for n, claim in claims.items()
    ]
    told = [f"\nGive only these steps again, put right.\n{_tell_faults(faults)}"] if faults else []
    return _ask("relate", "\n".join([_head(title, language), *lines, *told]), len(faults or claims))


def _ask(stage: str, prompt: str, size: int) -> ModelQuestion:
    most = _BASE + _PER_SENTENCE[stage] * size
    return ModelQuestion(stage, read_instructions(stage), prompt, SHAPES[stage], most)


def _tell_faults(faults: Sequence[DroppedProposal]) -> str:
    told = ({"item": _shorten(fault.given), "wrong": fault.code, "hint": fault.hint} for fault in faults)
    lines = (json.dumps(fault, ensure_ascii=False).encode("utf-8", "replace").decode() for fault in told)
    return "\n".join(["Put right:", *lines])


def _shorten(given: Mapping[str, Any]) -> dict[str, Any]:
    """An item without what an endless answer may have put into it."""
    return {key: value[:_LONGEST] if isinstance(value, str) else value for key, value in list(given.items())[:12]}


def _head(title: str, language: str) -> str:
    return f"Article: {json.dumps(title, ensure_ascii=False)}. Language: {language}.\n"


def _scope(numbers: Iterable[int]) -> str:
    return f"Answer for these sentences alone: {', '.join(map(str, sorted(numbers)))}. The others are context."
