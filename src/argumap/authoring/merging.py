"""Two claims that are one, or two names of one person: passages, speakers and steps of both go to the one kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argumap.authoring.accepting import take_seen
from argumap.authoring.map_change import SUGAR, MapChange, as_list, set_words
from argumap.authoring.speech_changes import list_speech
from argumap.errors import CallError, NotFound
from argumap.mapfile import find_mentions, rename_composed

if TYPE_CHECKING:
    from argumap.authoring.map_editing import EditableMap
    from argumap.mapfile import ValuePath, YamlNode

_UNIONS = ("answers", "about", "contradicts", "rephrases", *SUGAR, "tags")


def merge(opened: EditableMap, kept: str, other: str) -> str:
    """Make ``other`` part of ``kept``, a claim or a stakeholder: whatever named it names ``kept`` from then on.

    A claim keeps its own text; passages, speakers and steps of both are its own. Raises `NotFound` where one of
    them is not there, `CallError` where they are not of one kind.
    """
    change = MapChange(opened)
    kinds = [change.index.kind(record_id) for record_id in (kept, other)]
    for record_id, kind in zip((kept, other), kinds, strict=True):
        if kind is None:
            raise NotFound(f"nothing has the id {record_id!r}")
    if kept == other or kinds[0] != kinds[1] or kinds[0] not in {"claim", "stakeholder"}:
        raise CallError(f"two claims or two stakeholders can be merged, not {kept} and {other}")
    if kinds[0] == "claim":
        _join_claims(change, kept, other)
        change.remove("claims", other)
    else:
        _join_people(change, kept, other)
        change.remove("stakeholders", other)
    _rename_all(change, other, kept)
    take_seen(change.entry(kept))
    return change.write(f"merged {other} into {kept}")


def _join_claims(change: MapChange, kept: str, other: str) -> None:
    one, two = change.entry(kept, "claims"), change.entry(other, "claims")
    _join_speech(change, kept, other)
    places = [*as_list(one.get("at"))]
    set_words(one, "at", [*places, *(place for place in as_list(two.get("at")) if place not in places)])
    for key in _UNIONS:
        words = [*as_list(one.get(key))]
        fresh = [word for word in as_list(two.get(key)) if word not in words]
        if fresh:
            set_words(one, key, [*words, *fresh])
    for key in SUGAR:
        stays = [word for word in as_list(one.get(key)) if word not in {kept, other, f"{other}/{kept}"}]
        if len(stays) < len(as_list(one.get(key))):
            set_words(one, key, stays)


def _join_speech(change: MapChange, kept: str, other: str) -> None:
    """Who says either says both, each at their own place; where all is as by default, it stays unwritten."""
    one, two = change.entry(kept, "claims"), change.entry(other, "claims")
    voices = change.index.voices
    if "said" not in one and "said" not in two:
        by = [[(a.by, a.act) for a in voices[claim]] for claim in (kept, other)]
        if by[0] == by[1]:
            return
    said = [*list_speech(change, kept)]
    known = {(each.get("by"), str(each.get("act", "asserts"))) for each in said}
    for each in list_speech(change, other):
        if (each.get("by"), str(each.get("act", "asserts"))) not in known:
            place = two.get("at")
            said.append({**each, "at": place} if "at" not in each and place and place != one.get("at") else each)
    one["said"] = said[0] if len(said) == 1 else [*said]


def _join_people(change: MapChange, kept: str, other: str) -> None:
    """The name of the other stays as an alias."""
    one, two = change.entry(kept, "stakeholders"), change.entry(other, "stakeholders")
    aliases = as_list(one.get("aliases"))
    names = [two.get("name"), *as_list(two.get("aliases"))]
    set_words(one, "aliases", [*aliases, *(n for n in names if n not in (*aliases, one.get("name")))])


def _rename_all(change: MapChange, other: str, kept: str) -> None:
    """Name ``kept`` where ``other`` was named, and nowhere its own relation to itself."""
    for data in change.data.values():
        _rename_in(data, other, kept)
    for section, keys in (("claims", ("contradicts", "rephrases")), ("stakeholders", ("affiliation",))):
        for record_id, entry in change.entries(section):
            for key in keys:
                words = as_list(entry.get(key))
                if record_id in words:
                    set_words(entry, key, [word for word in words if word != record_id])


def _rename_in(data: dict[str, YamlNode], other: str, kept: str) -> None:
    """Name ``kept`` for ``other`` in one file; a list that named both names it once."""
    for mention in list(find_mentions(data)):
        word = rename_composed(mention.word, other, kept)
        if mention.names in {"source", "locator"} or word == mention.word:
            continue
        holder = _follow(data, mention.path[:-1])
        if mention.is_key:
            moved = {rename_composed(str(key), other, kept): value for key, value in holder.items()}
            holder.clear()
            holder.update(moved)
        else:
            holder[mention.path[-1]] = word
    _name_once(data, kept)


def _name_once(node: YamlNode, kept: str) -> None:
    if isinstance(node, list) and node.count(kept) > 1:
        first = node.index(kept)
        node[:] = [word for n, word in enumerate(node) if word != kept or n == first]
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for each in inner:
        _name_once(each, kept)


# Any: each step is a key of a mapping or a place of a list, as the path knows and the type of a node does not.
def _follow(data: Any, path: ValuePath) -> Any:
    for step in path:
        data = data[step]
    return data
