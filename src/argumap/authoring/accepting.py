"""Seeing: the mark that nobody has seen an item goes, with that of who says it, as it is accepted or changed."""

from __future__ import annotations

from contextlib import contextmanager
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from argumap.authoring.map_change import SECTIONS, MapChange, as_list
from argumap.errors import CallError
from argumap.model import WHOLE_MAP, find_unseen, get_rule
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.authoring.map_editing import EditableMap
    from argumap.mapfile import YamlNode

AFTER_SPLIT: Final = "split"
"""The mark of both halves of a claim, and of their speakers: whoever splits it has not said who says which."""


def accept(opened: EditableMap, name: str) -> str:
    """Take the mark that nobody has seen it from what `UnseenItem` calls so, and from who says it.

    What has been seen already is right as it is: that is told, and nothing is written.
    """
    change = MapChange(opened)
    kind, _, source = name.partition(":")
    if name == WHOLE_MAP:
        entries = [*change.data.values()]
    elif kind == "source":
        entries = [change.entry(source, "sources")]
    else:
        entries = [change.entry(name)]
    if not sum(map(take_marks, entries)):
        return f"{name} has been seen already"
    return change.write(f"accepted {name}")


def accept_rule(opened: EditableMap, rule: str) -> str:
    """Accept all that one rule of the draft proposed; raises `CallError` where that is nothing."""
    change = MapChange(opened)
    heads = sum(take_marks(data, rule) for data in change.data.values())
    taken = heads + sum(take_marks(entry, rule) for section in SECTIONS for _, entry in change.entries(section))
    if not taken:
        rules = sorted({item.rule for item in find_unseen(opened.reading.map)} - {""})
        raise CallError(
            f"nothing unseen was proposed by {rule!r}; there is {', '.join(rules) or 'nothing at all'}"
        )
    return change.write(f"accepted {counted(taken, 'mark')} of the rule {rule}")


@contextmanager
def working_on(entry: dict[str, YamlNode]) -> Iterator[None]:
    """Take the marks off an entry that is changed meanwhile: whoever changes an item has it before them."""
    before = deepcopy(entry)
    yield
    if entry != before:
        take_seen(entry)


def take_seen(entry: dict[str, YamlNode]) -> None:
    """Take the marks off an entry that somebody worked on, but for those of a split on who says it."""
    for each in list(_marked(entry)):
        if each is entry or each["unseen"] != AFTER_SPLIT:
            del each["unseen"]


def take_marks(entry: dict[str, YamlNode], rule: str = "") -> int:
    """Take the marks off an entry and off who says it; those of one rule, where one is named. Gives how many."""
    marked = [each for each in _marked(entry) if not rule or get_rule(str(each["unseen"])) == rule]
    for each in marked:
        del each["unseen"]
    return len(marked)


def _marked(entry: dict[str, YamlNode]) -> Iterator[dict[str, YamlNode]]:
    for each in (entry, *as_list(entry.get("said"))):
        if isinstance(each, dict) and "unseen" in each:
            yield each
