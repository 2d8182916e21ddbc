"""What a person changes of who says a claim: one speaker alone, one more beside, or a doubt after a split."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from argumap.authoring.accepting import AFTER_SPLIT, take_marks, take_seen
from argumap.authoring.map_change import MapChange, as_list
from argumap.errors import CallError, NotFound
from argumap.wording import joined

if TYPE_CHECKING:
    from argumap.authoring.map_editing import EditableMap
    from argumap.mapfile import YamlNode


def set_speaker(opened: EditableMap, claim: str, by: str, act: str = "asserts") -> str:
    """Say that one stakeholder alone says a claim; raises `NotFound` for one that the map does not have.

    A cue of the same speaker stays. Whoever no longer says it is told.
    """
    change = MapChange(opened)
    entry = _find_spoken(change, claim, by)
    others = _list_others(change, claim, by)
    before = next((s for s in as_list(entry.get("said")) if isinstance(s, dict) and s.get("by") == by), {})
    kept = {key: value for key, value in before.items() if key not in {"unseen", "act"}}
    entry["said"] = {"by": by, "act": act, **{key: value for key, value in kept.items() if key != "by"}}
    take_marks(entry)
    told = f"{claim} is said by {by} ({act})"
    if others:
        beside = f"`also {claim} {others[0]}`" if len(others) == 1 else f"`also {claim} PERSON`"
        told += f", no longer by {joined(others)}; `undo` gives that back, {beside} adds one beside"
    return change.write(told)


def add_speaker(opened: EditableMap, claim: str, by: str, act: str = "asserts") -> str:
    """Say that one stakeholder more says a claim, beside those who do; whose word it was by default still is.

    Raises `NotFound` for one that the map does not have, `CallError` for one who says it already.
    """
    change = MapChange(opened)
    entry = _find_spoken(change, claim, by)
    others = _list_others(change, claim, by)
    said = list_speech(change, claim)
    if any(each.get("by") == by for each in said):
        raise CallError(f"{by} says {claim} already; `who {claim} {by} ACT` tells how, and takes the others off")
    entry["said"] = [*said, {"by": by, "act": act}] if said else {"by": by, "act": act}
    take_seen(entry)
    beside = f", beside {joined(others)}" if others else ""
    return change.write(f"{claim} is said by {by} ({act}){beside}")


def doubt_speech(change: MapChange, claim: str) -> tuple[str, ...]:
    """Mark a claim that was split, and all who are written to say it, as unseen; gives who they are."""
    entry = change.entry(claim, "claims")
    said = list_speech(change, claim) if "said" in entry else []
    if said:
        doubted: list[YamlNode] = [{**each, "unseen": AFTER_SPLIT} for each in said]
        entry["said"] = doubted[0] if len(doubted) == 1 else doubted
        entry["unseen"] = AFTER_SPLIT
    return tuple(dict.fromkeys(str(each.get("by")) for each in said))


def list_speech(change: MapChange, record_id: str) -> list[dict[str, YamlNode]]:
    """Who says a claim or an argument, as a file writes it; by default its author."""
    entry = change.entry(record_id, "claims", "arguments")
    if "said" in entry:
        return [deepcopy(said) if isinstance(said, dict) else {"by": said} for said in as_list(entry["said"])]
    return [{"by": a.by, "act": str(a.act)} for a in change.index.voices[record_id]]


def _find_spoken(change: MapChange, record_id: str, by: str) -> dict[str, YamlNode]:
    if by not in change.index.stakeholders:
        raise NotFound(f"no stakeholder has the id {by!r}; `argumap review MAP --do 'person NAME'` adds one")
    return change.entry(record_id, "claims", "arguments")


def _list_others(change: MapChange, record_id: str, by: str) -> list[str]:
    return [*dict.fromkeys(said.by for said in change.index.voices[record_id] if said.by != by)]
