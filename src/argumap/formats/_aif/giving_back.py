"""The records of a foreign file that go back as they came: those that say what the map still says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from argumap.formats._aif.document import read_id
from argumap.formats._aif.facts import group_steps, tell_voice
from argumap.formats._aif.reading import read_parts
from argumap.formats._aif.speech import OWNER
from argumap.formats._foreign import Foreign, put_together
from argumap.formats._one_line import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argumap.formats._aif.facts import MapFacts, VoiceFact
    from argumap.formats._aif.reading import AifParts
    from argumap.formats._foreign import Kept

AifRecord: TypeAlias = "dict[str, object]"
LISTS = ("schemefulfillments", "descriptorfulfillments", "participants", "locutions")
"""The lists of a file besides its nodes and edges, all of which AIFdb takes to be there."""
_HANGERS_ON = frozenset({"L", "YA", "TA"})


@dataclass(slots=True)
class GivenBack:
    """Records that go back, the facts that they tell already, and the steps whose edges are to be drawn anew.

    ``again`` are further nodes with the ids of others; ``rest`` is what else stood in the file, whose keys
    had this ``order`` and which was xAIF where it is ``nested``.
    """

    nodes: dict[str, AifRecord] = field(default_factory=dict)
    again: list[AifRecord] = field(default_factory=list)
    edges: list[AifRecord] = field(default_factory=list)
    others: dict[str, list[AifRecord]] = field(default_factory=lambda: {name: [] for name in LISTS})
    rest: AifRecord = field(default_factory=dict)
    nested: bool = False
    order: tuple[str, ...] = ()
    told: set[VoiceFact] = field(default_factory=set)
    pairs: set[tuple[str, str]] = field(default_factory=set)
    rewired: set[str] = field(default_factory=set)


def give_back(kept: Iterable[Kept], now: MapFacts) -> GivenBack:
    """What of the ``kept`` records still says what the map says ``now``; the rest is the writer's to write."""
    whole = put_together(kept)
    inner = whole.get("AIF", whole) if isinstance(whole, dict) else None
    given = GivenBack()
    if not isinstance(inner, dict) or not isinstance(inner.get("nodes"), list):
        return given
    if isinstance(whole, dict):
        given.nested, given.order = "AIF" in whole, tuple(whole)
        given.rest = {key: value for key, value in whole.items() if key not in {"AIF", "nodes", "edges", *LISTS}}
    parts = read_parts(Foreign.hold("kept.json", inner))
    dropped = set(parts.ids) - set(now.texts)
    unsaid = _find_unsaid(parts, now, given)
    dropped |= unsaid
    dropped |= _find_unpaired(parts, now, given)
    dropped |= _find_other_steps(parts, now, given)
    _copy_nodes(inner, now, dropped, given)
    _copy_edges(inner, now, dropped, given)
    for key in LISTS:
        given.others[key] += (
            r for r in _records(inner, key) if "nodeID" not in r or read_id(r, "nodeID") in given.nodes
        )
    owned = {name.removeprefix(OWNER) for name in unsaid if name.startswith(OWNER)}
    given.others["locutions"] = [r for r in given.others["locutions"] if read_id(r, "nodeID") not in owned]
    return given


def _find_unsaid(parts: AifParts, now: MapFacts, given: GivenBack) -> set[str]:
    """Illocutions that do what the map says no more; notes what the others tell."""
    names = {person.id: person.name for person in parts.speech.people}
    node_of = parts.node_of()
    unsaid: set[str] = set()
    for illocution, said in parts.speech.heard.items():
        facts = {tell_voice(each, node_of, names) for each in said}
        if facts <= now.voices:
            given.told |= facts
        else:
            unsaid.add(illocution)
    return unsaid


def _find_unpaired(parts: AifParts, now: MapFacts, given: GivenBack) -> set[str]:
    """Rephrases that are no more; notes the others."""
    unpaired: set[str] = set()
    held = {(node, general) for node, generals in parts.steps.general.items() for general in generals}
    for node in parts.document.nodes.values():
        if node.type != "MA":
            continue
        before, after = parts.document.before[node.id], parts.document.after[node.id]
        pairs = {(p, t) for p in before for t in after if (p, t) in held}
        if pairs <= now.pairs:
            given.pairs |= pairs
        else:
            unpaired.add(node.id)
    return unpaired


def _find_other_steps(parts: AifParts, now: MapFacts, given: GivenBack) -> set[str]:
    """Steps that are no more; notes those that bear otherwise now."""
    made = [step for steps in parts.steps.made.values() for step in steps]
    before = group_steps(made, parts.node_of())
    given.rewired = {node for node, facts in before.items() if node in now.steps and facts != now.steps[node]}
    return {node for node in before if node not in now.steps}


def _copy_nodes(inner: Mapping[str, object], now: MapFacts, dropped: set[str], given: GivenBack) -> None:
    for record in _records(inner, "nodes"):
        name = read_id(record, "nodeID")
        if name in dropped:
            continue
        text = now.texts.get(name)
        changed = text is not None and clean(record.get("text")) != text
        if name in given.nodes:
            given.again.append(record)
        else:
            given.nodes[name] = {**record, "text": text} if changed else record


def _copy_edges(inner: Mapping[str, object], now: MapFacts, dropped: set[str], given: GivenBack) -> None:
    loosened: set[str] = set()
    logic = {*now.texts, *now.steps}
    for record in _records(inner, "edges"):
        ends = {read_id(record, "fromID"), read_id(record, "toID")}
        redrawn = ends <= logic and not given.rewired.isdisjoint(ends)
        if redrawn or not dropped.isdisjoint(ends):
            loosened |= ends
        else:
            given.edges.append(record)
    joined = {read_id(edge, key) for edge in given.edges for key in ("fromID", "toID")}
    for name in loosened - joined:  # what hung on something that is gone, and on nothing else
        if name in given.nodes and str(given.nodes[name].get("type")) in _HANGERS_ON:
            del given.nodes[name]


def _records(holder: Mapping[str, object], key: str) -> Iterator[AifRecord]:
    found = holder.get(key)
    if isinstance(found, list):
        yield from (record for record in found if isinstance(record, dict))
