"""What a model proposes, item by item: read from whatever it answers, proved by us, or dropped with a reason."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias, TypeVar

from argumap.model import Act, Bearing, ClaimType, StakeholderType

if TYPE_CHECKING:
    from collections.abc import Mapping

# Any: what a model answers may be of any kind until it is looked at.
Given: TypeAlias = "Mapping[str, Any]"

_Kind = TypeVar("_Kind", bound=StrEnum)

_STEPS: Final = (Bearing.SUPPORTS, Bearing.ATTACKS)
_SHOWN: Final = 120
_MOST_NUMBERS: Final = 12
_MOST_LISTED: Final = 10_000
# What of an answer is looked at; no honest one is longer.
_MOST_CHARACTERS: Final = 400_000
_FENCE: Final = re.compile(r"^```[a-z]*\s*|\s*```$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DroppedProposal:
    """What of a model's answer was not taken: the ``code`` says why, the ``hint`` what would put it right.

    ``at`` are the locators it was about, ``text`` the claim as it was proposed, ``given`` the whole item.
    """

    stage: str
    code: str
    hint: str
    at: tuple[str, ...] = ()
    text: str = ""
    given: Given = field(default_factory=dict, compare=False)

    def to_dict(self) -> dict[str, object]:
        """The proposal as plain data, without the words of the article that it holds."""
        return {
            "stage": self.stage,
            "code": self.code,
            "at": list(self.at),
            "hint": self.hint,
            "text": self.text,
        }


@dataclass(frozen=True, slots=True)
class ClaimProposal:
    """A claim as a model proposes it, each key of the right kind; nothing of it is believed yet."""

    sentences: tuple[int, ...]
    quote: str
    claim: str
    speaker: str
    speaker_kind: StakeholderType
    cue: str
    act: Act
    type: ClaimType | None
    unclear: str
    given: Given


@dataclass(frozen=True, slots=True)
class ProvedClaim:
    """A claim whose passage, speaker, figures and negations were proved.

    ``passage`` are the words of the article that state it, ``at`` the locators where they stand; ``speaker`` is
    "" for the author. ``doubted`` says that the rules of the draft hear somebody else there.
    """

    text: str
    at: tuple[str, ...]
    numbers: tuple[int, ...]
    passage: str
    speaker: str
    speaker_kind: StakeholderType
    cue: str
    act: Act
    type: ClaimType | None
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class RelationProposal:
    """A step as a model proposes it, between claims by their numbers."""

    premise: int
    bearing: Bearing
    target: int
    words: str
    given: Given


class ListedItems(NamedTuple):
    """The items of a list; ``whole`` says whether they are all that it has."""

    items: list[object]
    whole: bool


def find_items(text: str, key: str) -> ListedItems | None:
    """The items of a list in an answer, as many as can be read; None where there is no such list.

    A fence around the JSON, words before it, and an end that was cut off are forgiven: each item has to be proved
    anyway.
    """
    text = _FENCE.sub("", text[:_MOST_CHARACTERS].strip())
    opening = re.search(rf'"{key}"\s*:\s*\[', text)
    if opening is None:
        return None
    items: list[object] = []
    decoder, at = json.JSONDecoder(strict=False), opening.end()
    while True:
        at = _skip(text, at)
        if text[at : at + 1] == "]":
            return ListedItems(items, whole=True)
        try:
            item, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return ListedItems(items, whole=False) if items else None
        items.append(item)


def _skip(text: str, at: int) -> int:
    while text[at : at + 1] in {" ", "\t", "\r", "\n", ","}:
        at += 1
    return at


def find_text(text: str, key: str) -> str:
    """The string that stands under a key of an answer; "" where there is none."""
    found = re.search(rf'"{key}"\s*:\s*("(?:[^"\\]|\\.)*")', text[:_MOST_CHARACTERS])
    try:
        value = json.loads(found[1], strict=False) if found else ""
    except ValueError:
        return ""
    return value if isinstance(value, str) else ""


def read_numbers(value: object) -> tuple[int, ...]:
    """The whole numbers in a value, each once; what is none is left out."""
    values = value if isinstance(value, list) else [value]
    numbers = [v for v in values if isinstance(v, int) and not isinstance(v, bool)]
    return tuple(dict.fromkeys(numbers[:_MOST_LISTED]))


def read_claim(item: object) -> ClaimProposal | DroppedProposal:
    """A claim from an item of an answer, or what is wrong with the item itself."""
    if not isinstance(item, dict):
        return DroppedProposal("state", "broken-item", "an item is an object with the keys that were asked for")
    numbers = read_numbers(item.get("sentences"))
    if not numbers or len(numbers) > _MOST_NUMBERS:
        return _broken(item, '"sentences" has to hold the numbers of the sentences that state the claim')
    texts = {key: item.get(key, "") for key in ("quote", "claim", "speaker", "cue", "unclear")}
    if not all(isinstance(text, str) for text in texts.values()):
        return _broken(item, f"{', '.join(texts)} have to be strings")
    act = _one_of(Act, item.get("act", Act.ASSERTS))
    if act is None:
        return _broken(item, f'"act" has to be one of {", ".join(Act)}')
    return ClaimProposal(
        numbers,
        speaker_kind=_one_of(StakeholderType, item.get("speaker_kind")) or StakeholderType.UNSPECIFIED,
        act=act,
        type=_one_of(ClaimType, item.get("type")),
        given=item,
        **{key: " ".join(text.split()) if key != "quote" else text.strip() for key, text in texts.items()},
    )


def read_relation(item: object) -> RelationProposal | DroppedProposal:
    """A step from an item of an answer, or what is wrong with the item itself."""
    if isinstance(item, dict):
        premise, target, words = item.get("from"), item.get("to"), item.get("words", "")
        bearing = _one_of(Bearing, item.get("relation"))
        if isinstance(premise, int) and isinstance(target, int) and bearing in _STEPS and isinstance(words, str):
            return RelationProposal(premise, bearing, target, words.strip(), item)
    hint = '"from" and "to" have to be numbers of claims, "relation" supports or attacks'
    return DroppedProposal("relate", "broken-item", hint, text=_shorten(item), given=_as_given(item))


def drop(proposal: ClaimProposal, code: str, hint: str, at: tuple[str, ...] = ()) -> DroppedProposal:
    """A claim that was not proved."""
    return DroppedProposal("state", code, hint, at, _shorten(proposal.claim), proposal.given)


def _one_of(kinds: type[_Kind], value: object) -> _Kind | None:
    return kinds(value) if isinstance(value, str) and value in set(kinds) else None


def _broken(item: dict[str, Any], hint: str) -> DroppedProposal:
    return DroppedProposal("state", "broken-item", hint, text=_shorten(item.get("claim", "")), given=item)


def _as_given(item: object) -> Given:
    return item if isinstance(item, dict) else {}


def _shorten(value: object) -> str:
    """What is shown of a model's words: short, on one line, and without what could steer a terminal."""
    text = " ".join("".join(c if c.isprintable() else " " for c in str(value)).split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
