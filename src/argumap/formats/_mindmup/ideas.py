"""The ideas of a file one by one, each with what it is and where it hangs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from argumap.errors import OtherTool
from argumap.model import Bearing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.formats._foreign import Foreign

IdeaRecord: TypeAlias = "dict[str, object]"
IMPLICIT: Final = "attr_implicit_claim"
NOTE_STYLE: Final = "sticky_note"
SIDES: Final = {"supporting": Bearing.SUPPORTS, "opposing": Bearing.ATTACKS}
OWN: Final = "argumap"
"""The attribute of ours by which an idea says that it is the claim of another, for a tree has each only once."""
# Each level is two of JSON, of which Python reads no more than some hundreds.
_DEEPEST: Final = 150
_FIRST_WITHOUT_ROOT: Final = 3
_RANK = re.compile(r"-?\d{1,9}(?:\.\d{1,9})?", re.ASCII)
_HALF = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


class IdeaKind(StrEnum):
    """What an idea is."""

    CLAIM = "claim"
    GROUP = "group"
    NOTE = "note"


@dataclass(slots=True)
class MindIdea:
    """An idea: its ``record``, its name in the file, the idea above it, those beneath it by their ranks."""

    name: str
    record: IdeaRecord
    kind: IdeaKind
    text: str
    above: str = ""
    beneath: dict[str, str] = field(default_factory=dict)

    @property
    def attributes(self) -> IdeaRecord:
        return find_attributes(self.record)

    @property
    def styles(self) -> list[str]:
        return find_styles(self.record)

    @property
    def side(self) -> Bearing | None:
        return SIDES.get(str(self.attributes.get("group")))

    @property
    def same(self) -> str:
        """The idea whose claim this one repeats; "" where it is one itself."""
        own = self.attributes.get(OWN)
        return name_of(own.get("same")) if isinstance(own, dict) else ""


@dataclass(slots=True)
class Ideas:
    """All ideas of a file by their names, in the order of the tree; ``roots`` are the outermost by their ranks.

    ``holder`` is the outermost object, which is an idea itself where it ``is_idea``.
    """

    holder: IdeaRecord
    is_idea: bool
    all: dict[str, MindIdea] = field(default_factory=dict)
    roots: dict[str, str] = field(default_factory=dict)
    twice: list[str] = field(default_factory=list)


def find_attributes(record: IdeaRecord) -> IdeaRecord:
    """What an idea has beside its title."""
    found = record.get("attr")
    return found if isinstance(found, dict) else {}


def find_styles(record: IdeaRecord) -> list[str]:
    """The names of an idea's styles."""
    found = find_attributes(record).get("styleNames")
    return [name for name in found if isinstance(name, str)] if isinstance(found, list) else []


def name_of(value: object) -> str:
    """An id, which is a number or a word."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return _HALF.sub("", str(value)).strip()


def clean(value: object) -> str:
    """A title in one line; "" for another value."""
    words = str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    return _HALF.sub("", " ".join(words.split()))


def read_ideas(foreign: Foreign) -> Ideas:
    """The ideas of a file. Raises `OtherTool` where it has none, or nests them too deeply."""
    whole = foreign.json
    if not isinstance(whole, dict) or not isinstance(whole.get("ideas"), dict):
        raise OtherTool('this is no map of MindMup: it lacks the object "ideas"', foreign.name)
    ideas = Ideas(whole, _is_idea(whole))
    open_: list[tuple[str, str, IdeaRecord, int]] = []
    if ideas.is_idea:
        open_.append(("1", "", whole, 0))
    else:
        open_ += [(rank, "", record, 0) for rank, record in reversed([*find_beneath(whole)])]
    while open_:
        rank, above, record, depth = open_.pop()
        if depth > _DEEPEST:
            raise OtherTool(f"its ideas are nested more than {_DEEPEST} deep", foreign.name)
        idea = _note(ideas, record, above, rank)
        open_ += [(r, idea.name, each, depth + 1) for r, each in reversed([*find_beneath(record)])]
    return ideas


def _is_idea(whole: IdeaRecord) -> bool:
    version = whole.get("formatVersion")
    grouped = any("group" in find_attributes(record) for _, record in find_beneath(whole))
    return grouped or not isinstance(version, int | float) or version < _FIRST_WITHOUT_ROOT


def _note(ideas: Ideas, record: IdeaRecord, above: str, rank: str) -> MindIdea:
    name = name_of(record.get("id"))
    if not name or name in ideas.all:
        if name:
            ideas.twice.append(name)
        name = f"{name or 'none'} at {above or 'top'}/{rank}"
        while name in ideas.all:
            name += "'"
    kind = IdeaKind.GROUP if find_attributes(record).get("group") else IdeaKind.CLAIM
    kind = IdeaKind.NOTE if NOTE_STYLE in find_styles(record) else kind
    idea = MindIdea(name, record, kind, clean(record.get("title")), above)
    ideas.all[name] = idea
    (ideas.all[above].beneath if above else ideas.roots)[rank] = name
    return idea


def find_beneath(record: IdeaRecord) -> Iterator[tuple[str, IdeaRecord]]:
    """The ideas beneath one in the order in which they are shown: on the right by rank, then on the left."""
    found = record.get("ideas")
    held = found if isinstance(found, dict) else {}
    ranked = [(rank, each) for rank, each in held.items() if isinstance(each, dict)]
    yield from sorted(ranked, key=lambda pair: _order(pair[0]))


def _order(rank: str) -> tuple[int, float]:
    if not _RANK.fullmatch(rank):
        return (2, 0)
    return (1 if rank.startswith("-") else 0, abs(float(rank)))
