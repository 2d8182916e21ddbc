"""What changed between two maps, as a whole: for the screen, as a Markdown changelog, as JSON."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from argumap.snapshots.canonical_form import build_logic
from argumap.snapshots.change_records import Reanchored, Reattributed, Weight, touched_by, write_change
from argumap.snapshots.change_wording import tell_consequence, tell_edit, tell_leader_move
from argumap.snapshots.consequences import find_aftermath
from argumap.snapshots.edit_groups import build_edits
from argumap.snapshots.map_diff import are_strangers, compare
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argumap.model import ArgumentMap
    from argumap.snapshots.canonical_form import Snapshot
    from argumap.snapshots.change_records import Change
    from argumap.snapshots.consequences import Aftermath, Consequence, LeaderMove
    from argumap.snapshots.edit_groups import Edit

_SPECIAL: Final = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#|"})
_SHOWN: Final = 20
_SEVERAL: Final = 4
_NAMED: Final = 3


@dataclass(frozen=True)
class Difference:
    """``old`` and ``new`` and all that lies between them; each part is worked out when first asked for."""

    old: Snapshot
    new: Snapshot

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        return compare(self.old, self.new)

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        return build_edits(self.changes)

    @cached_property
    def _logic(self) -> tuple[ArgumentMap, ArgumentMap]:
        return build_logic(self.old, self.new)

    @cached_property
    def aftermath(self) -> Aftermath:
        """What follows from the changes."""
        return find_aftermath(*self._logic, self.changes)

    @property
    def consequences(self) -> tuple[Consequence, ...]:
        return self.aftermath.claims

    @property
    def leader_moves(self) -> tuple[LeaderMove, ...]:
        return self.aftermath.leaders

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """What the claims and the issues of both maps are called, as the new one calls them where it has them."""
        maps = (self.old.map, self.new.map)
        claims = {claim.id: claim.label for each in maps for claim in each.claims}
        return claims | {issue.id: issue.question for each in maps for issue in each.issues}

    @cached_property
    def strange(self) -> bool:
        """Whether they are two maps rather than two versions of one."""
        return are_strangers(self.old, self.new)

    @property
    def weighed(self) -> bool:
        """Whether either author set a base score or a weight."""
        return any(argument_map.weighed for argument_map in self._logic)

    @property
    def told_consequences(self) -> tuple[Consequence, ...]:
        """Those that say something without a base score: moves in strength alone only where scores were set."""
        return tuple(c for c in self.consequences if c.outcome_moved or self.weighed)


def write_difference_as_text(difference: Difference) -> str:
    """One line an edit, the weightiest first, then what follows from them."""
    if not difference.changes:
        return f"{difference.old.name} and {difference.new.name} are the same.\n"
    lines = [*_tell_strangers(difference), *tell_edits(difference.edits)]
    follows = _tell_aftermath(difference)
    if follows:
        lines += ["", "What follows:", *(f"  {line}" for line in follows)]
    lines += (f"  {note}" for note in _notes(difference))
    return "".join(f"{line}\n" for line in lines)


def _tell_strangers(difference: Difference) -> list[str]:
    if not difference.strange:
        return []
    return ["These are two maps rather than two versions of one: hardly any claim stands in both.", ""]


def _tell_aftermath(difference: Difference) -> list[str]:
    """What follows, a sentence each: who leads first, then the claims that moved."""
    leaders = [tell_leader_move(move, difference.titles) for move in difference.leader_moves]
    told = difference.told_consequences[:_SHOWN]
    return [*leaders, *(tell_consequence(c, difference.titles) for c in told)]


def tell_edits(edits: Sequence[Edit]) -> list[str]:
    """One line an edit, the weightiest first; many that only cite another place are told in one line, last."""
    cited = [edit for edit in edits if _only_cites(edit)]
    folded = cited if len(cited) >= _SEVERAL else []
    lines = [f"{edit.weight:<9} {tell_edit(edit)}" for edit in edits if edit not in folded]
    if folded:
        named = list(dict.fromkeys(touched_by(edit.change) for edit in folded))
        more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
        told = f"{len(folded)} places are cited anew, nothing else changed: {', '.join(named[:_NAMED])}{more}"
        lines.append(f"{folded[0].weight:<9} {told}")
    return lines


def _only_cites(edit: Edit) -> bool:
    match edit.change:
        case Reanchored():
            return not edit.companions
        case Reattributed(old, new):
            return not edit.companions and replace(old, at=new.at) == new
        case _:
            return False


def write_difference_as_markdown(difference: Difference) -> str:
    """A changelog: a heading for each weight, then what follows."""
    parts = [f"# {_plain(difference.old.name)} → {_plain(difference.new.name)}", ""]
    if not difference.changes:
        parts += ["Nothing changed.", ""]
    parts += [part for line in _tell_strangers(difference) for part in (_plain(line), "") if line]
    for weight in Weight:
        edits = [edit for edit in difference.edits if edit.weight is weight]
        if edits:
            parts += [f"## {weight.capitalize()}", "", *(f"- {_plain(tell_edit(edit))}" for edit in edits), ""]
    leaders = [tell_leader_move(move, difference.titles) for move in difference.leader_moves]
    follows = [*leaders, *(tell_consequence(c, difference.titles) for c in difference.told_consequences)]
    if follows:
        parts += ["## What follows", "", *(f"- {_plain(line)}" for line in follows), ""]
    notes = list(_notes(difference, shown=len(difference.told_consequences)))
    return "\n".join([*parts, *notes, *([""] if notes else [])])


def write_difference_as_json(difference: Difference) -> dict[str, object]:
    """All of it as plain data; ``changes`` alone turn the old map into the new, in their order."""
    place = {id(change): n for n, change in enumerate(difference.changes)}
    number = {id(edit.change): n for n, edit in enumerate(difference.edits)}
    return {
        "format": 1,
        "old": {"name": difference.old.name, "id": difference.old.id},
        "new": {"name": difference.new.name, "id": difference.new.id},
        "counts": count(difference.edits),
        "changes": [write_change(change) for change in difference.changes],
        "edits": [
            {
                "weight": edit.weight.value,
                "text": tell_edit(edit),
                "changes": [place[id(change)] for change in edit.changes],
            }
            for edit in difference.edits
        ],
        "leaders": [
            {
                **move.change.to_dict(),
                "causes": [number[id(edit.change)] for edit in move.causes],
                "proven": move.proven,
            }
            for move in difference.leader_moves
        ],
        "consequences": [
            {
                "id": c.id,
                "status": [c.old[0], c.new[0]],
                "words": list(c.words),
                "strength": [c.old[1], c.new[1]],
                "causes": [number[id(edit.change)] for edit in c.causes],
                "proven": c.proven,
                "strength_follows": c.strength_follows,
            }
            for c in difference.consequences
        ],
    }


def count(edits: tuple[Edit, ...]) -> Mapping[str, int]:
    """How many edits there are of each weight."""
    counts = Counter(edit.weight for edit in edits)
    return {weight.value: counts[weight] for weight in Weight}


def rename_snapshot(snapshot: Snapshot, name: str) -> Snapshot:
    """The same snapshot under the name by which the user asked for it."""
    return type(snapshot)(snapshot.content, name)


def _notes(difference: Difference, shown: int = _SHOWN) -> Iterator[str]:
    told = len(difference.told_consequences)
    if told > shown:
        yield f"… and {told - shown} more; --json has them all."
    quiet = len(difference.consequences) - told
    if quiet:
        claims = counted(quiet, "claim")
        yield f"The strength of {claims} moved, but without base scores it only counts points; --json has it."


def _plain(text: str) -> str:
    return " ".join(text.translate(_SPECIAL).split())
