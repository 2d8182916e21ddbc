"""What a person changes of a claim: its words, what it bears on; a claim more, or one less.

Whoever changes an item has seen it, so the mark that nobody has goes with the change; its neighbours keep theirs.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from argumap.authoring.accepting import take_marks, take_seen, working_on
from argumap.authoring.map_change import SUGAR, MapChange, as_list, as_mapping, set_words
from argumap.authoring.speech_changes import doubt_speech
from argumap.errors import CallError, NotFound
from argumap.model import find_unseen
from argumap.text import UnitIndex
from argumap.wording import counted, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.authoring.map_editing import EditableMap
    from argumap.mapfile import YamlNode
    from argumap.model import Claim, Concept, Issue

TIES = (*SUGAR, "answers")
_WORDS_OF_AN_ID = 4
_NAMING = {
    "claims": ("contradicts", "rephrases", "answers", "about"),
    "issues": ("compares",),
    "concepts": ("broader",),
}
_SHARED = ("type", "about", "at", "quote", "said", "unseen")
_WORDED = {"issue": "question", "stakeholder": "name", "concept": "label"}


def reword(opened: EditableMap, record_id: str, text: str) -> str:
    """Give a claim another text; of an issue it is the question, of a stakeholder the name, else the label."""
    return _set_prose(opened, record_id, "", text)


def retitle(opened: EditableMap, claim: str, title: str) -> str:
    """Give a claim another title for its card; an empty one takes it away."""
    return _set_prose(opened, claim, "title", title)


def _set_prose(opened: EditableMap, record_id: str, key: str, words: str) -> str:
    change = MapChange(opened)
    entry = change.entry(record_id)
    key = key or _WORDED.get(change.index.kind(record_id) or "", "text")
    given = " ".join(words.split())
    if not given and key != "title":
        raise CallError(f"{record_id} needs a {key}; drop it, if it should not be there")
    with working_on(entry):
        set_words(entry, key, [given] if given else [])
    return change.write(f"changed the {key} of {record_id}")


def tie(opened: EditableMap, claim: str, bearing: str, target: str) -> str:
    """Have a claim support, attack or undercut something, or answer an issue, beside what it does already.

    What it did to the same target before gives way.
    """
    if bearing not in TIES:
        raise CallError(f"{bearing!r} is no way to tie a claim; there is {joined(TIES)}")
    change = MapChange(opened)
    entry = change.entry(claim, "claims")
    if bearing in SUGAR and (written := _find_written_step(change, claim, target)) is not None:
        for key in SUGAR:
            written.pop(key, None)
        written[bearing] = target
        take_seen(written)
        take_seen(entry)
        return change.write(f"{claim} {bearing} {target}")
    with working_on(entry):
        for key in SUGAR if bearing in SUGAR else ():
            set_words(entry, key, [word for word in as_list(entry.get(key)) if word != target])
        set_words(entry, bearing, [*as_list(entry.get(bearing)), target])
    return change.write(f"{claim} {bearing} {target}")


def _find_written_step(change: MapChange, claim: str, target: str) -> dict[str, YamlNode] | None:
    """The step from a claim alone to a target that stands for itself among the arguments, as a draft writes it."""
    steps = {s.id for s in change.index.with_premise[claim] if s.target == target and s.premises == (claim,)}
    return next((entry for step, entry in change.entries("arguments") if step in steps), None)


def untie(opened: EditableMap, claim: str, target: str) -> str:
    """Have a claim no longer bear on a claim or a step, or answer an issue; the step goes with it.

    Raises `NotFound` where it does not.
    """
    change = MapChange(opened)
    entry = change.entry(claim, "claims")
    answers = as_list(entry.get("answers"))
    set_words(entry, "answers", [word for word in answers if word != target])
    steps = [s.id for s in change.index.with_premise[claim] if s.target == target and s.premises == (claim,)]
    if target not in answers and not steps:
        raise NotFound(f"{claim} is not tied to {target} by itself")
    _drop_all(change, set(steps))
    take_seen(entry)
    return change.write(f"{claim} no longer bears on {target}")


def add_claim(
    opened: EditableMap,
    text: str,
    *,
    at: Sequence[str] = (),
    by: str | None = "",
    ties: Sequence[tuple[str, str]] = (),
) -> str:
    """Add a claim with its passages, its speaker and what it bears on; its id is made of its words.

    Without ``by`` the author of its source says it, where there is one; with None nobody does.
    """
    change = MapChange(opened)
    words = " ".join(text.split())
    if (same := next((claim.id for claim in change.record.claims if claim.text == words), None)) is not None:
        raise CallError(f"{same} says just this already")
    _check_places(change, at)
    record_id = find_free_id(change, text)
    entry: dict[str, YamlNode] = {"text": words}
    set_words(entry, "at", list(at))
    if by is None:
        entry["said"] = []
    elif by:
        entry["said"] = {"by": by}
    for bearing, target in ties:
        set_words(entry, bearing, [*as_list(entry.get(bearing)), target])
    change.add("claims", record_id, entry)
    return change.write(f"added the claim {record_id}")


def _check_places(change: MapChange, at: Sequence[str]) -> None:
    """Raise `NotFound` for the locators that name nothing in the text at hand, or else in what was locked of it.

    What is no locator at all the proof of the change tells.
    """
    lock, sources = change.opened.lock, [source.id for source in change.record.sources]
    wrong = []
    for place in at:
        named, _, locator = place.rpartition("#")
        source = named or (sources[0] if len(sources) == 1 else "")
        article = change.opened.articles.get(source)
        locked = lock.sources.get(source) if lock else None
        if article is not None:
            units = UnitIndex(unit.locator for unit in article.units)
        elif locked is not None:
            units = UnitIndex(unit.at for unit in locked.units)
        else:
            continue
        try:
            known = units.covered(locator)
        except ValueError:
            continue
        if not known:
            wrong.append(f"{place} names nothing in {source}; the nearest is {units.nearest(locator)}")
    if wrong:
        raise NotFound("\n".join(wrong))


def add_person(opened: EditableMap, name: str, kind: str = "person") -> str:
    """Add a stakeholder; the id is made of the name. Raises `CallError` where somebody is called so already."""
    change = MapChange(opened)
    name = " ".join(name.split())
    called = {n.casefold(): s.id for s in change.record.stakeholders for n in (*s.aliases, s.name)}
    if (known := called.get(name.casefold())) is not None:
        raise CallError(f"{known} is called {name!r} already; say `who CLAIM {known}`")
    record_id = find_free_id(change, name)
    change.add("stakeholders", record_id, {"name": name, "type": kind})
    return change.write(f"added the stakeholder {record_id}")


def find_free_id(change: MapChange, text: str) -> str:
    """An id of the first words of a text that nothing in the map has yet."""
    words = re.findall(r"[a-z0-9]+", text.casefold(), re.ASCII)[:_WORDS_OF_AN_ID]
    base = "-".join(words) or "claim"
    if re.fullmatch(r"s\d+", base):
        base = f"claim-{base}"
    made, n = base, 1
    while change.index.kind(made) or made in change.index.sources:
        n += 1
        made = f"{base}-{n}"
    return made


def split(opened: EditableMap, claim: str, first: str, second: str) -> str:
    """Make two claims of one: the second stands where the first does, and is said by whoever says it.

    What the claim bears on stays with the first; the second is tied to nothing. As it may be that one of its
    speakers said the one half only, both halves and their speakers are marked as unseen, until they are accepted
    or it is said who says them.
    """
    change = MapChange(opened)
    entry = change.entry(claim, "claims")
    record_id = find_free_id(change, second)
    take_marks(entry)
    given = doubt_speech(change, claim)
    shared: dict[str, YamlNode] = {key: deepcopy(entry[key]) for key in _SHARED if key in entry}
    if not (first.strip() and second.strip()):
        raise CallError("a claim is split into two texts; give both")
    entry["text"] = " ".join(first.split())
    change.add("claims", record_id, {"text": " ".join(second.split()), **shared}, after=claim)
    still = f"; both halves are still given to {joined(given)}: say who says which with `who`" if given else ""
    return change.write(f"split {claim}; the second is {record_id}{still}")


def drop(opened: EditableMap, record_id: str) -> str:
    """Take a record out, with the steps from it and to it and all that names it."""
    change = MapChange(opened)
    gone = drop_in(change, record_id)
    return change.write(f"dropped {record_id}{_tell_gone(change, gone - {record_id})}")


def set_aside(opened: EditableMap, claim: str) -> str:
    """Drop a claim whose sentence argues nothing: the source skips its passages, where nothing else cites them."""
    change = MapChange(opened)
    if claim not in change.index.claims:
        raise NotFound(f"no claim has the id {claim!r}")
    places, gone = _set_aside_in(change, {claim})
    return change.write(f"set {claim} aside, skipping {joined(places) or 'nothing'}{_tell_gone(change, gone)}")


def set_rule_aside(opened: EditableMap, rule: str) -> str:
    """Set aside all unseen claims that one rule of a draft proposed; raises `CallError` where those are none."""
    change = MapChange(opened)
    claims = {item.id for item in find_unseen(change.record) if item.kind == "claim" and item.rule == rule}
    if not claims:
        raise CallError(f"no unseen claim was proposed by {rule!r}")
    _, gone = _set_aside_in(change, claims)
    told = f"set {counted(len(claims), 'claim')} of the rule {rule} aside"
    return change.write(f"{told}{_tell_gone(change, gone, 'them')}")


def _set_aside_in(change: MapChange, claims: set[str]) -> tuple[list[str], set[str]]:
    """Drop claims in the data of a change; give the places that are skipped now, and what went with the claims."""
    gone = _drop_all(change, claims)
    m = change.record
    kept: list[Issue | Concept | Claim] = [*m.issues, *m.concepts, *(c for c in m.claims if c.id not in claims)]
    cited = {(p.source, p.at) for known in kept for p in known.at}
    passages = [p for claim in m.claims if claim.id in claims for p in claim.at]
    aside = [p for p in dict.fromkeys(passages) if p.at and (p.source, p.at) not in cited]
    for passage in aside:
        source = change.entry(passage.source, "sources")
        set_words(source, "skip", [*as_list(source.get("skip")), passage.at])
    return [p.at for p in aside], gone - claims


def drop_in(change: MapChange, record_id: str) -> set[str]:
    """Take a record, and what cannot be without it, out of the data of a change; gives the ids that are gone."""
    kind = change.index.kind(record_id)
    if kind == "stakeholder":
        return _drop_person(change, record_id)
    if kind is None:
        raise NotFound(f"nothing has the id {record_id!r}")
    return _drop_all(change, {record_id})


def _drop_all(change: MapChange, ids: set[str]) -> set[str]:
    """Take records out, with the steps from them and to them and all that names them; gives all that is gone."""
    gone = {*ids}
    while more := {
        step.id
        for step in change.record.arguments
        if step.id not in gone and (step.target in gone or not gone.isdisjoint(step.premises))
    }:
        gone |= more
    for section in ("issues", "concepts", "claims", "arguments"):
        for record_id in gone:
            change.remove(section, record_id)
    for section, keys in _NAMING.items():
        for record_id, entry in change.entries(section):
            _forget(entry, keys, gone)
            # A step that a claim takes by itself is called after both.
            _forget(entry, SUGAR, {g.removeprefix(f"{record_id}/") for g in gone if g.startswith(f"{record_id}/")})
    _drop_remarks(change, gone)
    return gone


def _forget(entry: dict[str, YamlNode], keys: Sequence[str], gone: set[str]) -> None:
    for key in keys:
        _keep_words(entry, key, [word for word in as_list(entry.get(key)) if word not in gone])


def _drop_remarks(change: MapChange, gone: set[str]) -> None:
    """Take out the stops of the tour at what is gone, and what was accepted of it."""
    for data in change.data.values():
        if "tour" in data:
            stops = [stop for stop in as_list(data["tour"]) if as_mapping(stop).get("of") not in gone]
            _keep_words(data, "tour", stops)
        kept = []
        for accepted in as_list(data.get("accepted")):
            entry = as_mapping(accepted)
            places = [place for place in as_list(entry.get("at")) if place not in gone]
            if places or "at" not in entry:
                _keep_words(entry, "at", places)
                kept.append(accepted)
        if "accepted" in data:
            _keep_words(data, "accepted", kept)


def _keep_words(entry: dict[str, YamlNode], key: str, kept: list[YamlNode]) -> None:
    """Leave ``kept`` of the words under a key as they are written; the key goes with the last."""
    if len(kept) < len(as_list(entry.get(key))):
        set_words(entry, key, kept)


def _drop_person(change: MapChange, person: str) -> set[str]:
    """Take a stakeholder out who says nothing; whoever speaks stays until nobody is heard in them."""
    if spoken := [a.of for a in change.record.attributions if person in {a.by, *a.via}]:
        raise CallError(
            f"{person} speaks in {counted(len(spoken), 'place')}, as {spoken[0]}; say who does, or merge"
        )
    change.remove("stakeholders", person)
    for _, entry in change.entries("stakeholders"):
        _forget(entry, ("affiliation",), {person})
    for _, entry in change.entries("claims"):
        concerns = as_mapping(entry.get("concerns"))
        if concerns.pop(person, None) is not None and not concerns:
            del entry["concerns"]
    return {person}


def _tell_gone(change: MapChange, gone: set[str], what: str = "it") -> str:
    steps = [step.id for step in change.record.arguments if step.id in gone]
    return f", and with {what} {counted(len(steps), 'step')}: {joined(steps)}" if steps else ""
