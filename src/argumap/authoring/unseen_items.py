"""What nobody has seen of a map since it was drafted or imported, and how it is accepted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.authoring.map_change import SECTIONS, MapChange, as_list
from argumap.errors import CallError
from argumap.model import Index, in_debate_order
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.authoring.map_editing import EditableMap
    from argumap.mapfile import YamlNode
    from argumap.model import ArgumentMap


@dataclass(frozen=True, slots=True)
class UnseenItem:
    """A record of a map that nobody has seen, or that is said by somebody in an attribution nobody has seen.

    ``made`` is who or what made it, as ``draft, by statement``.
    """

    id: str
    kind: str
    made: str

    @property
    def rule(self) -> str:
        """The rule of the draft that proposed it; empty where another made it."""
        return get_rule(self.made)


def get_rule(made: str) -> str:
    """The rule of a draft in the words that say who made an item; empty where it was made otherwise."""
    return made.partition(", by ")[2]


def find_unseen(record: ArgumentMap) -> list[UnseenItem]:
    """The items that nobody has seen: people, questions and concepts, then the claims as they stand in the text.

    A step follows the claim that it goes from.
    """
    marked = {a.of: a.unseen for a in reversed(record.attributions) if a.unseen}
    items = [
        UnseenItem(known.id, kind, known.unseen)
        for kind, records in (
            ("stakeholder", record.stakeholders),
            ("issue", record.issues),
            ("concept", record.concepts),
        )
        for known in records
        if known.unseen
    ]
    sources = {source.id: n for n, source in enumerate(record.sources)}
    steps = Index(record).with_premise
    for claim in in_debate_order(record.claims, sources):
        if made := claim.unseen or marked.get(claim.id):
            items.append(UnseenItem(claim.id, "claim", made))
        items += [
            UnseenItem(step.id, "argument", made)
            for step in steps[claim.id]
            if step.premises[0] == claim.id and (made := step.unseen or marked.get(step.id))
        ]
    return items


def accept(opened: EditableMap, record_id: str) -> str:
    """Take the mark that nobody has seen it from a record and from who says it."""
    change = MapChange(opened)
    _take_marks(change.entry(record_id))
    return change.write(f"accepted {record_id}")


def accept_rule(opened: EditableMap, rule: str) -> str:
    """Accept all that one rule of the draft proposed; raises `CallError` where that is nothing."""
    change = MapChange(opened)
    taken = sum(_take_marks(entry, rule) for section in SECTIONS for _, entry in change.entries(section))
    if not taken:
        rules = sorted({item.rule for item in find_unseen(opened.reading.map)} - {""})
        raise CallError(
            f"nothing unseen was proposed by {rule!r}; there is {', '.join(rules) or 'nothing at all'}"
        )
    return change.write(f"accepted {counted(taken, 'mark')} of the rule {rule}")


def _take_marks(entry: dict[str, YamlNode], rule: str = "") -> int:
    """Take the marks off an entry and off who says it; those of one rule, where one is named. Gives how many."""
    marked = [each for each in _marked(entry) if not rule or get_rule(str(each["unseen"])) == rule]
    for each in marked:
        del each["unseen"]
    return len(marked)


def _marked(entry: dict[str, YamlNode]) -> Iterator[dict[str, YamlNode]]:
    for each in (entry, *as_list(entry.get("said"))):
        if isinstance(each, dict) and "unseen" in each:
            yield each
